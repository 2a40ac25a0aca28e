"""A part of the map's sheet: a stretch of the city at one scale."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from malaparte.drawing import palette
from malaparte.report import crowds, marks
from malaparte.report.basemap import Point, Projection, basemap, fit, river_points
from malaparte.report.flags import Flag, flag, flags
from malaparte.report.labels import Box, Label, place_labels
from malaparte.report.names import short
from malaparte.report.state_at import Snapshot, Unit

if TYPE_CHECKING:
    from malaparte.world.build import World

_MARGIN = 30.0
_Drawn = tuple[Unit, float, float, float]
"""A unit, its pixel, its heading."""


class Panel:
    """A box of the sheet, with the projection that shows given positions in it."""

    def __init__(self, box: Box, places: list[Point]) -> None:
        self.box = box
        inner = (
            box.left + _MARGIN,
            box.top + _MARGIN,
            box.right - box.left - 2 * _MARGIN,
            box.bottom - box.top - 2 * _MARGIN,
        )
        self.projection = fit(places, inner)

    def covers(self, at: Point) -> bool:
        """Tell whether a position lies in the panel."""
        x, y = self.projection.xy(at)
        return self.box.left < x < self.box.right and self.box.top < y < self.box.bottom


def draw(
    panel: Panel,
    world: World,
    shot: Snapshot,
    city: list[dict[str, Any]],
    lang: str,
    insets: list[Panel],
) -> str:
    """Draw a panel; what an inset shows gets no names here."""
    box, id = panel.box, f"p{panel.box.left:.0f}"  # noqa: A001 - SVG's word
    units = [one for one in _units(world, shot, panel.projection) if panel.covers(one[0].at)]
    army = flags(world, shot, panel)
    nodes = _nodes(world, shot, panel)
    zoom = min(2.2, max(1.0, panel.projection.per_metre / 0.06))
    return "".join(
        (
            f'<clipPath id="{id}"><rect x="{box.left}" y="{box.top}" '
            f'width="{box.right - box.left}" height="{box.bottom - box.top}"/></clipPath>'
            f'<g clip-path="url(#{id})">',
            basemap(city, panel.projection, zoom),
            crowds.columns(world.scenario, shot.t, panel),
            crowds.crowds(world, shot, panel),
            *(mark for _, mark in sorted(nodes.values())),
            *(marks.unit(unit, x, y, heading) for unit, x, y, heading in units),
            *(flag(one) for one in army),
            _labels(world, shot, panel, units, army, city, lang, insets),
            "</g>",
        )
    )


def _nodes(world: World, shot: Snapshot, panel: Panel) -> dict[str, tuple[int, str]]:
    """Return the mark of each place with its rank: scenery below, then quiet, held, contested."""
    scenario, drawn = world.scenario, dict[str, tuple[int, str]]()
    guards = {guard.place: guard for guard in scenario.guards.values() if guard.posture != "none"}
    beaten = {
        scenario.guards[world.names["guard"][i]].place for i, n in shot.guards.items() if not n
    }
    goals = {world.names["place"][goal] for goal in world.goals}
    for index, name in enumerate(world.names["place"]):
        place = scenario.places[name]
        if not panel.covers(place.at):
            continue
        x, y = panel.projection.xy(place.at)
        if name not in goals:
            drawn[name] = (0, marks.scenery(x, y))
            continue
        side = marks.side_of(command=name in scenario.power.nodes)
        holder = shot.holders.get(index)
        guard = guards.get(name)
        if index in shot.contested:
            drawn[name] = (3, marks.contested(x, y, side))
        elif holder == "plot":
            drawn[name] = (2, marks.held(x, y, side))
        else:
            there = guard is not None and holder is None and name not in beaten
            hidden = guard is not None and guard.hidden
            drawn[name] = (1, marks.quiet(x, y, side, guarded=there, hidden=hidden))
    return drawn


def _units(world: World, shot: Snapshot, projection: Projection) -> list[_Drawn]:
    """Return units with pixel and heading: those at a place around it, the others side by side."""
    spots: dict[tuple[int, int], list[Unit]] = defaultdict(list)
    for unit in shot.units:
        x, y = projection.xy(unit.at)
        cell = (unit.place, -1) if unit.doing == "there" else (round(x / 9), round(y / 9))
        spots[cell].append(unit)
    goals = set(world.goals)
    drawn: list[_Drawn] = []
    for (place, mark), group in spots.items():
        x, y = projection.xy(group[0].at)
        around = 0.95 * marks.side_of(command=True) if mark == -1 and place in goals else 0.0
        for order, unit in enumerate(group):
            dx, dy = _spiral(order, around)
            inwards = math.degrees(math.atan2(-dx, dy)) if around else 0.0
            drawn.append((unit, x + dx, y + dy, inwards if unit.heading is None else unit.heading))
    return drawn


def _spiral(order: int, start: float) -> tuple[float, float]:
    """Return the offset of the n-th of many marks at one spot (Vogel 1979)."""
    if start == 0.0 and order == 0:
        return 0.0, 0.0
    angle = order * math.pi * (3 - math.sqrt(5)) - math.pi / 4
    radius = max(start, 8.0 * math.sqrt(order)) if order else start
    return radius * math.cos(angle), radius * math.sin(angle)


def _labels(
    world: World,
    shot: Snapshot,
    panel: Panel,
    units: list[_Drawn],
    army: list[Flag],
    city: list[dict[str, Any]],
    lang: str,
    insets: list[Panel],
) -> str:
    """Name the goals: those fought over first, then those taken, command nodes, the others."""
    scenario, names = world.scenario, world.names["place"]
    wanted: list[tuple[int, Label]] = []
    # Names of what is fought over may lie over men and flags, but not over places or the scale.
    walls = [marks.scale_box(panel.box, panel.projection.per_metre)]
    # The seats of both sides are named too: they say where one is.
    command = scenario.command
    seats = {command.centre, command.shelter, scenario.plan.headquarters}
    for goal in sorted({*world.goals, *(names.index(seat) for seat in seats)}):
        name = names[goal]
        at = scenario.places[name].at
        if not panel.covers(at):
            continue
        x, y = panel.projection.xy(at)
        half = marks.side_of(command=name in scenario.power.nodes) / 2 + 2
        walls.append(Box(x - half, y - half, x + half, y + half))
        rank = 0 if goal in shot.contested else 1 if goal in shot.holders else 3
        if rank == 3 and (name in scenario.power.nodes or name in seats):
            rank = 2
        if not any(inset.covers(at) for inset in insets):
            text = short(scenario.places[name].name.say(lang))
            wanted.append((rank, Label(text, x, y, half, first=rank == 0)))
    men = [Box(x - 4, y - 4, x + 4, y + 4) for _, x, y, _ in units] + [one.box for one in army]
    wanted.sort(key=lambda one: (one[0], one[1].text))
    labels = (label for _, label in wanted)
    placed = place_labels(labels, men, panel.box, marks.LABEL, walls)
    blocks = [*walls, *men, *(marks.label_box(one) for one in placed)]
    return "".join((*(marks.label(one) for one in placed), _rivers(panel, city, blocks, lang)))


def _rivers(panel: Panel, city: list[dict[str, Any]], blocks: list[Box], lang: str) -> str:
    """Name each river once, where there is room."""
    drawn: dict[str, str] = {}
    for name, at in river_points(city, lang):
        x, y = panel.projection.xy(at)
        if name and name not in drawn:
            for one in place_labels([Label(name, x, y, 6)], blocks, panel.box, marks.LABEL):
                blocks.append(marks.label_box(one))
                drawn[name] = marks.label(one._replace(mark=None), palette.WATER)
    return "".join(drawn.values())
