"""A group of one scenario put into another: its army, second authorities, mood or guards.

'It all looks like the summer of 1917' is then a question that runs.  Numbers and sources come
along, under names of their own where the other scenario has none that is the same: numbers are
drawn by name, so what both share keeps its luck, and a group put into its own scenario changes
nothing.  Places do not come along (see `_places`).
"""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from malaparte.errors import Problem, ScenarioError
from malaparte.said import said
from malaparte.scenario.merge import is_list, is_mapping, mapping_at
from malaparte.scenario.near import near
from malaparte.scenario.read import Document, digest, read

Data = dict[str, Any]

BY_WITH = "--with"
"""The file that is named for a transplant."""
_BARRACKS = "barracks"
"""Category of places where any unit may stand."""
GROUPS = ("army", "authorities", "mood", "guards")
"""What can be transplanted."""


def transplanted(document: Document, groups: Mapping[str, str]) -> Document:
    """Return a document with groups of other scenarios in place of its own.

    Parameters
    ----------
    document : Document
        Left as it is.
    groups : mapping of str to str
        One of `GROUPS` -> id of a library scenario, or path of a file.

    Raises
    ------
    ScenarioError
        If there is no such group, or the other scenario does not have it.
    """
    data = copy.deepcopy(document.data)
    lines, transplants = dict(document.lines), dict(document.transplants)
    for group, ref in sorted(groups.items()):
        if group not in GROUPS:
            found = said("no group `{name}` that can be lent", name=group)
            _refuse(group, found, said("group=scenario"), near(group, GROUPS))
        other = read(ref)
        donor = copy.deepcopy(other.data)
        name = str(donor.get("id", ref))
        if donor.get("abstract") is True:
            found = said("`{name}` is abstract, it tells of no city", name=name)
            _refuse(group, found, said("a scenario that runs"))
        if not _has(donor, group):
            found = said("`{name}` has no {group}", name=name, group=group)
            _refuse(group, found, said("a scenario that tells of its {group}", group=group))
        if group == "mood" and not _has(data, group):
            named = {"name": data.get("id")}
            found = said(
                "`{name}` has neither street nor road, so nothing for a mood to move", **named
            )
            _refuse(group, found, said("a scenario with a `street` or a `road`"))
        transplants[group] = (name, digest(other))
        moved = _PUT[group](data, donor)
        for path, value in moved.items():
            _carry(data, donor, name, value)
            lines = {at: where for at, where in lines.items() if not at.startswith(f"{path}.")}
            lines[path] = (BY_WITH, 0)
        for key in ("title", "reading"):
            for lang, word in (("en", "with"), ("ru", "с")):
                data[key][lang] += f" ({word} {group}={name})"
    return replace(document, data=data, lines=lines, changed=True, transplants=transplants)


def _refuse(group: str, found: str, expected: str, hint: str = "") -> None:
    raise ScenarioError([Problem(BY_WITH, 0, group, found, expected, hint)])


def _has(donor: Data, group: str) -> bool:
    if group == "mood":
        return bool(mapping_at(donor, "street") or mapping_at(donor, "road.mood"))
    return bool(mapping_at(donor, group))


def _army(data: Data, donor: Data) -> Data:
    """Put the other army in; parades stay behind unless they are one, channels in any case."""
    army: Data = donor["army"]
    if army.get("parade") != mapping_at(data, "army").get("parade"):
        army.pop("parade", None)
    for key, place in _places(data, donor).items():
        army["units"][key]["place"] = place
    data["army"] = army
    return {"army": army}


def _authorities(data: Data, donor: Data) -> Data:
    """Put the others who can say no in; whose seat is not there is out of reach."""
    others: Data = donor["authorities"]
    for authority in others.values():
        if authority.get("place") not in data["places"]:
            authority.pop("place", None)
    data["authorities"] = others
    return {"authorities": others}


def _mood(data: Data, donor: Data) -> Data:
    """Put the other people's trust in, and how many of them could come out.

    A district takes those of the other city's district of its id, else of the first by id.
    """
    street, mood = mapping_at(donor, "street"), mapping_at(donor, "road.mood")
    trust = mood.get("legitimacy") or street.get("legitimacy")
    moved: Data = {}
    if mapping_at(data, "road.mood"):
        data["road"]["mood"]["legitimacy"] = trust
        moved["road.mood.legitimacy"] = trust
        if "sympathy" in mood:
            data["road"]["mood"]["sympathy"] = mood["sympathy"]
            moved["road.mood.sympathy"] = mood["sympathy"]
        trust = street.get("legitimacy") or trust  # of a street cut off from the road
    if mapping_at(data, "street"):
        data["street"]["legitimacy"] = copy.deepcopy(trust)
        moved["street.legitimacy"] = data["street"]["legitimacy"]
        others = mapping_at(street, "districts")
        for key, district in data["street"]["districts"].items() if others else ():
            district["pool"] = copy.deepcopy(others.get(key, others[min(others)])["pool"])
            moved[f"street.districts.{key}.pool"] = district["pool"]
    return moved


def _guards(data: Data, donor: Data) -> Data:
    """Give a guard the size and habits of the other city's guard of its id at such a place.

    If there is none, of the first by id at a place of that category.  Where the other city guards
    no place of that category, the guard stays as it is.
    """
    others = sorted(donor["guards"].items())
    moved: Data = {}
    for key, guard in data["guards"].items():
        category = data["places"][guard["place"]]["category"]
        same = {
            name: one
            for name, one in others
            if donor["places"][one["place"]].get("category") == category
        }
        if not same:
            continue
        other = same.get(key, next(iter(same.values())))
        data["guards"][key] = {**copy.deepcopy(other), "place": guard["place"]}
        moved[f"guards.{key}"] = data["guards"][key]
    if not moved:
        found = said("guards of no kind of place that is guarded here")
        _refuse("guards", found, said("another scenario"))
    return moved


_PUT = {"army": _army, "authorities": _authorities, "mood": _mood, "guards": _guards}


def _places(data: Data, donor: Data) -> dict[str, str]:
    """Return where each unit stands in the other city, by its id.

    At the place of the same id; else, in turn, at places of the same category, or at barracks if
    there are none; else at the centre of the command.  At the headquarters of the plot stand those,
    and only those, that stood there at home.
    """
    base, home = data["plan"]["headquarters"], donor["plan"]["headquarters"]
    free: dict[str, list[str]] = {}
    for key, one in sorted(data["places"].items()):
        if one.get("scenery") is not True and key != base:
            free.setdefault(one["category"], []).append(key)
    ids = {key for keys in free.values() for key in keys}
    turns: Counter[str] = Counter()
    found: dict[str, str] = {}
    for key, unit in sorted(donor["army"]["units"].items()):
        category: str = donor["places"][unit["place"]]["category"]
        kind = category if category in free else _BARRACKS
        if unit["place"] == home:
            found[key] = base
        elif unit["place"] in ids:
            found[key] = unit["place"]
        elif kind in free:
            found[key] = free[kind][turns[kind] % len(free[kind])]
            turns[kind] += 1
        else:
            found[key] = data["command"]["centre"]
    return found


def _carry(data: Data, donor: Data, name: str, value: Any) -> None:
    """Bring the numbers and sources that a value names, under the names that `_own` gives."""
    if is_list(value):
        for one in value:
            _carry(data, donor, name, one)
    if not is_mapping(value):
        return
    part: Data = value  # pyright: ignore[reportAssignmentType]
    same, sources = part.get("same"), part.get("sources")
    if isinstance(same, str):
        part["same"] = _own(data, donor, name, "numbers", same)
    if is_list(sources):
        part["sources"] = [_own(data, donor, name, "sources", one) for one in sources]
    for child in list(part.values()):
        if is_mapping(child) or is_list(child):
            _carry(data, donor, name, child)


def _own(data: Data, donor: Data, name: str, kind: str, key: str) -> str:
    """Return the name of a number or source in the other scenario, and bring it if need be.

    One that the other scenario has, to the last word, keeps its name.
    """
    there = data.setdefault(kind, {})
    if key.startswith(f"{name}--") or (key in there and there[key] == donor[kind][key]):
        return key
    own = f"{name}--{key}"
    if own not in there:
        there[own] = copy.deepcopy(donor[kind][key])
        _carry(data, donor, name, there[own])
    return own
