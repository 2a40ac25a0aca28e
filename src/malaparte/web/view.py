"""A scenario as the page sees it: plain data, texts in both languages, entities by index."""

from __future__ import annotations

from typing import Any

from malaparte.kernel.events import EVENTS
from malaparte.kernel.outcome import CAUSES, COLUMNS, LABELS
from malaparte.quantity.text import Text
from malaparte.report.basemap import features
from malaparte.report.basis import basis_count
from malaparte.report.names import short
from malaparte.results.share import plain
from malaparte.scenario.base import seconds
from malaparte.scenario.document import Scenario
from malaparte.scenario.record import ROAD_OUTPUTS
from malaparte.world.build import World

_DRAWN = {"output", "date", "value", "lo", "hi", "kind", "input"}
"""What is drawn of a statement of the record beside the curve of its output."""


def scenario_view(world: World, ref: str) -> dict[str, Any]:
    """Return what the page needs before it can draw: names, positions, words, decisions.

    Parameters
    ----------
    world : World
        The scenario as numbers; events name entities by their index in ``world.names``.
    ref : str
        What the page asks for to get this scenario again.
    """
    scenario = world.scenario
    road = scenario.road
    return {
        "ref": ref,
        "id": scenario.id,
        "title": _text(scenario.title),
        "reading": _text(scenario.reading),
        "summary": _text(scenario.summary),
        "date": scenario.day.date.isoformat(),
        "start": seconds(scenario.day.start),
        "hours": scenario.day.hours,
        "basis": plain(basis_count(scenario)),
        "kinds": [kind._asdict() for kind in EVENTS],
        "labels": list(LABELS),
        "causes": list(CAUSES),
        "columns": list(COLUMNS),
        "places": places(world),
        "squads": [
            {"id": name, "name": _text(scenario.squads[name].name)} for name in world.names["squad"]
        ],
        "leaders": [
            {"id": name, "name": _text(scenario.leaders[name].name)}
            for name in world.names["leader"]
        ],
        "reserves": [
            {"id": name, "place": _index(world, scenario.reserves[name].place)}
            for name in world.names["reserve"]
        ],
        "units": _units(world),
        "services": [
            {
                "supplier": _index(world, one.supplier),
                "consumer": _index(world, one.consumer),
                "kind": one.kind,
            }
            for one in (scenario.dependencies[name] for name in world.names["dependency"])
        ],
        "teams": list(world.team_squad),
        "groups": list(world.group_reserve),
        "persons": list(world.person_leader),
        "march": _march(world),
        "districts": _districts(world),
        "seats": {
            "centre": _index(world, scenario.command.centre),
            "shelter": _index(world, scenario.command.shelter),
            "headquarters": _index(world, scenario.plan.headquarters),
        },
        "decisions": decisions(scenario),
        "road": None
        if road is None
        else {
            "since": road.since.isoformat(),
            "until": road.until.isoformat(),
            "record": [
                one.model_dump(mode="json", include=_DRAWN)
                for one in scenario.record.values()
                if one.output in ROAD_OUTPUTS and one.value is not None
            ],
            "quotes": [
                {"id": name, "since": quote.since.isoformat()}
                for name, quote in road.grain.quotes.items()
            ],
            "shocks": [
                {"id": name, "name": _text(shock.name), "date": shock.date.isoformat()}
                for name, shock in sorted(road.shocks.items(), key=lambda one: one[1].date)
            ],
        },
        "city": [
            {
                "kind": one["properties"]["kind"],
                "name": {
                    "en": one["properties"].get("name", ""),
                    "ru": one["properties"].get("name_ru", ""),
                },
                "w": one["properties"].get("w", 4),
                "line": _line(one["geometry"]),
            }
            for one in features(scenario)
        ],
    }


def places(world: World) -> list[dict[str, Any]]:
    """Return the places in the order in which events number them."""
    scenario = world.scenario
    goals = {world.names["place"][goal] for goal in world.goals}
    seats = {scenario.command.centre, scenario.command.shelter, scenario.plan.headquarters}
    guards = {one.place: name for name, one in scenario.guards.items() if one.posture != "none"}
    found: list[dict[str, Any]] = []
    for name in world.names["place"]:
        place, guard = scenario.places[name], guards.get(name)
        one: dict[str, Any] = {
            "id": name,
            "name": {"en": short(place.name.en), "ru": short(place.name.ru)},
            "at": [round(part, 5) for part in place.at],
            "category": place.category,
            "goal": name in goals,
            "command": name in scenario.power.nodes,
            "seat": name in seats,
        }
        if guard is not None:
            one["guard"] = world.names["guard"].index(guard)
            one["hidden"] = scenario.guards[guard].hidden
        found.append(one)
    return found


def posted(world: World) -> list[dict[str, Any]]:
    """Return the guards that are posted, with their places: decisions may have changed them."""
    return [
        {
            "place": _index(world, one.place),
            "guard": world.names["guard"].index(name),
            "hidden": one.hidden,
        }
        for name, one in world.scenario.guards.items()
        if one.posture != "none"
    ]


def decisions(scenario: Scenario) -> list[dict[str, Any]]:
    """Return the decisions with their cards."""
    return [
        {
            "id": name,
            "side": one.side,
            "default": one.default,
            **{part: _text(getattr(one, part)) for part in ("title", "who", "asked", "knows")},
            "options": [
                {
                    "id": key,
                    "title": _text(option.title),
                    "set": option.set,
                    "card": None if option.card is None else option.card.model_dump(mode="json"),
                }
                for key, option in one.options.items()
            ],
        }
        for name, one in scenario.decisions.items()
    ]


def _march(world: World) -> dict[str, Any] | None:
    columns = world.scenario.columns
    if columns is None:
        return None
    return {
        "route": [_index(world, name) for name in columns.route],
        "since": seconds(columns.since),
        "until": seconds(columns.until),
    }


def _districts(world: World) -> list[dict[str, Any]]:
    """Return the districts in the order in which events number them."""
    street = world.scenario.street
    of = {} if street is None else street.districts
    return [
        {"id": name, "name": _text(of[name].name), "place": _index(world, of[name].place)}
        for name in world.names["district"]
    ]


def _units(world: World) -> list[dict[str, Any]]:
    """Return the units of the army in the order in which events number them."""
    army = world.scenario.army
    of = {} if army is None else army.units
    return [
        {
            "id": name,
            "name": _text(of[name].name),
            "place": _index(world, of[name].place),
            "outside": of[name].outside,
        }
        for name in world.names["unit"]
    ]


def _index(world: World, place: str) -> int:
    return world.names["place"].index(place)


def _line(geometry: dict[str, Any]) -> list[list[float]]:
    line = geometry["coordinates"]
    line = line[0] if geometry["type"] == "Polygon" else line
    return [[round(lat, 5), round(lon, 5)] for lon, lat in line]


def _text(text: Text) -> dict[str, str]:
    return {"en": text.en, "ru": text.ru}
