"""A group of one scenario put into another: its army, second authorities, mood or guards.

'It all looks like the summer of 1917' is then a question that runs.  Numbers and sources come
along under names of their own; places do not: a unit stands where the other city has the same
place, or one of the same category; else at the headquarters of the plot if it may be pledged to it,
or at the centre of the command.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from malaparte.errors import Problem, ScenarioError
from malaparte.scenario.merge import is_list, is_mapping, mapping_at
from malaparte.scenario.near import near
from malaparte.scenario.read import Document, digest, read

Data = dict[str, Any]

BY_WITH = "--with"
"""The file that is named for a transplant."""
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
            found = f"no group `{group}` that can be lent"
            _refuse(group, found, "group=scenario", near(group, GROUPS))
        other = read(ref)
        donor = copy.deepcopy(other.data)
        name = str(donor.get("id", ref))
        if donor.get("abstract") is True:
            _refuse(group, f"`{name}` is abstract, it tells of no city", "a scenario that runs")
        if not _has(donor, group):
            _refuse(group, f"`{name}` has no {group}", f"a scenario that tells of its {group}")
        if group == "mood" and not _has(data, group):
            found = f"`{data.get('id')}` has neither street nor road, so nothing for a mood to move"
            _refuse(group, found, "a scenario with a `street` or a `road`")
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
    """Put the other army in; its parade stays behind, and so do the channels of both cities."""
    army: Data = donor["army"]
    army.pop("parade", None)
    for turn, unit in enumerate(army["units"].values()):
        unit["place"] = _place(data, donor, unit, turn)
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
    """Put the other people's trust in, and how many of them could come out."""
    street, mood = mapping_at(donor, "street"), mapping_at(donor, "road.mood")
    trust = mood.get("legitimacy") or street.get("legitimacy")
    moved: Data = {}
    if mapping_at(data, "road.mood"):
        data["road"]["mood"]["legitimacy"] = trust
        moved["road.mood.legitimacy"] = trust
        if "sympathy" in mood:
            data["road"]["mood"]["sympathy"] = mood["sympathy"]
            moved["road.mood.sympathy"] = mood["sympathy"]
    if mapping_at(data, "street"):
        data["street"]["legitimacy"] = trust
        moved["street.legitimacy"] = trust
        pools = [one["pool"] for _, one in sorted(mapping_at(street, "districts").items())]
        for key, district in data["street"]["districts"].items() if pools else ():
            district["pool"] = copy.deepcopy(pools[0])
            moved[f"street.districts.{key}.pool"] = district["pool"]
    return moved


def _guards(data: Data, donor: Data) -> Data:
    """Give a guard the size and habits of the other city's first guard of such a place by id.

    Where the other city guards no place of that category, the guard stays as it is.
    """
    others = sorted(donor["guards"].items())
    moved: Data = {}
    for key, guard in data["guards"].items():
        category = data["places"][guard["place"]]["category"]
        same = [
            one for _, one in others if donor["places"][one["place"]].get("category") == category
        ]
        if not same:
            continue
        data["guards"][key] = {**copy.deepcopy(same[0]), "place": guard["place"]}
        moved[f"guards.{key}"] = data["guards"][key]
    if not moved:
        _refuse("guards", "guards of no kind of place that is guarded here", "another scenario")
    return moved


_PUT = {"army": _army, "authorities": _authorities, "mood": _mood, "guards": _guards}


def _place(data: Data, donor: Data, unit: Data, turn: int) -> str:
    """Return where a unit stands in the other city; several of a category are used in turn."""
    places, place = data["places"], unit["place"]
    known = {key for key, one in places.items() if one.get("scenery") is not True}
    if place in known:
        return place
    category = donor["places"][place].get("category")
    same = sorted(key for key in known if places[key].get("category") == category)
    if same:
        return same[turn % len(same)]
    pledged = unit["pledged"]
    pledged = donor["numbers"][pledged["same"]] if "same" in pledged else pledged
    else_at: str = data["command"]["centre"]
    return else_at if pledged.get("point") == 0 else data["plan"]["headquarters"]


def _carry(data: Data, donor: Data, name: str, value: Any) -> None:
    """Bring the numbers and sources that a value names, under names of their own."""
    if is_list(value):
        for one in value:
            _carry(data, donor, name, one)
    if not is_mapping(value):
        return
    part: Data = value  # pyright: ignore[reportAssignmentType]
    same, sources = part.get("same"), part.get("sources")
    if isinstance(same, str) and not same.startswith(f"{name}--"):
        own = f"{name}--{same}"
        if own not in data.setdefault("numbers", {}):
            data["numbers"][own] = copy.deepcopy(donor["numbers"][same])
            _carry(data, donor, name, data["numbers"][own])
        part["same"] = own
    if is_list(sources):
        for index, source in enumerate(sources):
            own = source if source.startswith(f"{name}--") else f"{name}--{source}"
            if own not in data.setdefault("sources", {}):
                data["sources"][own] = donor["sources"][source]
            sources[index] = own
    for child in list(part.values()):
        if is_mapping(child) or is_list(child):
            _carry(data, donor, name, child)
