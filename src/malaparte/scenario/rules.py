"""What must hold between the parts of a scenario.

Rules read plain data, not models, so that one mistake of form does not hide all others; what has
not the expected form is passed over here, because `malaparte.scenario.wording` reports it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from malaparte.said import said
from malaparte.scenario.base import ClockTime, seconds
from malaparte.scenario.merge import is_list, is_mapping, mapping_at
from malaparte.scenario.near import brief, near
from malaparte.scenario.public_rules import public_findings
from malaparte.scenario.record_rules import record_findings
from malaparte.scenario.road_rules import road_findings
from malaparte.scenario.tree import join
from malaparte.scenario.walk import Node, bare
from malaparte.scenario.wording import EMPTY_LIST, Finding, id_of, no_category

Data = Mapping[str, Any]

_NOUNS = {
    "claim": said("claim"),
    "leader": said("leader"),
    "phase": said("phase"),
    "place": said("place"),
    "source": said("source"),
    "unit": said("unit"),
}
"""What an id of a part names."""


def rule_findings(walk: list[Node], data: Data) -> Iterator[Finding]:
    """Check references and what each kind of part asks for."""
    yield from _references(walk, data)
    yield from _floats(walk)
    yield from _scenery(walk, data)
    yield from _guards(data)
    yield from _scattered(data)
    yield from _squads(data)
    yield from _stays(data)
    yield from _dependencies(data)
    yield from _columns(data)
    yield from _cut(data)
    yield from road_findings(data)
    yield from public_findings(data)
    yield from record_findings(data)


def section(data: Data, path: str) -> dict[str, Data]:
    """Return the well-formed entities of a part of a scenario, sorted by id."""
    found = sorted(mapping_at(data, path).items())
    return {key: value for key, value in found if is_mapping(value)}


def texts(value: object) -> list[str]:
    """Return the texts in a list."""
    return [item for item in value if isinstance(item, str)] if is_list(value) else []


def _references(walk: list[Node], data: Data) -> Iterator[Finding]:
    parts: dict[str, dict[str, Data]] = {}
    for node in walk:
        for mark in node.marks:
            if isinstance(mark, str) and isinstance(node.value, str):
                if mark not in parts:
                    parts[mark] = section(data, mark)
                known = parts[mark]
                if node.value not in known:
                    noun = mark.rpartition(".")[2].removesuffix("s")
                    hint = near(node.value, known) or said("add it to `{part}`", part=mark)
                    found = said("no {noun} `{name}`", noun=_NOUNS[noun], name=node.value)
                    yield Finding(node.path, found, id_of(mark), hint)


def _floats(walk: list[Node]) -> Iterator[Finding]:
    for node in walk:
        if node.kind is float and isinstance(node.value, float) and not math.isfinite(node.value):
            yield Finding(node.path, brief(node.value), said("a finite number"))


def _scenery(walk: list[Node], data: Data) -> Iterator[Finding]:
    places = section(data, "places")
    for node in walk:
        if "places" not in node.marks or not isinstance(node.value, str):
            continue
        if node.path.startswith("columns.route"):  # marchers may pass what nobody fights for
            continue
        if places.get(node.value, {}).get("scenery") is True:
            found = said("`{place}`, which is scenery", place=node.value)
            expected = said("a place that can be fought for")
            yield Finding(node.path, found, expected, said("no `scenery: true`"))


def _guards(data: Data) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for key, guard in section(data, "guards").items():
        place = guard.get("place")
        if isinstance(place, str) and first.setdefault(place, key) != key:
            by = first[place]
            found = said("`{place}`, guarded by `{by}` already", place=place, by=by)
            yield Finding(f"guards.{key}.place", found, said("a place without guard"))


def _scattered(data: Data) -> Iterator[Finding]:
    places = section(data, "places")
    scattered = {key for key, place in places.items() if place.get("scattered") is not None}
    touched = [
        (f"guards.{key}.place", guard.get("place"), said("guarded"))
        for key, guard in section(data, "guards").items()
    ]
    for key, squad in section(data, "squads").items():
        for index, target in enumerate(texts(squad.get("targets"))):
            touched.append((f"squads.{key}.targets.{index}", target, said("a target")))
    touched += [
        (f"power.nodes.{key}", key, said("a command node")) for key in section(data, "power.nodes")
    ]
    for path, place, role in touched:
        if isinstance(place, str) and place in scattered:
            found = said("`{place}`, which is scattered over many houses", place=place)
            expected = said("one building (only that can be {role})", role=role)
            yield Finding(path, found, expected)


def _squads(data: Data) -> Iterator[Finding]:
    for key, squad in section(data, "squads").items():
        path = f"squads.{key}"
        targets, persons = texts(squad.get("targets")), texts(squad.get("persons"))
        if bool(targets) == bool(persons):
            nothing = said("neither targets nor persons")
            found = said("both targets and persons") if targets else nothing
            expected = said("squads either seize targets or arrest persons")
            yield Finding(path, found, expected, said("two kinds of squads") if targets else "")
        if squad.get("start") == []:
            yield Finding(join(path, "start"), EMPTY_LIST, said("at least one place"))
        for name, items in (("targets", targets), ("persons", persons)):
            for twice in sorted({item for item in items if items.count(item) > 1}):
                yield Finding(
                    join(path, name), said("`{name}` twice", name=twice), said("each once")
                )


def _clock(value: object) -> int | None:
    pattern: str = bare(ClockTime)[1][0].pattern
    return seconds(value) if isinstance(value, str) and re.match(pattern, value) else None


def _stays(data: Data) -> Iterator[Finding]:
    start = _clock(mapping_at(data, "day").get("start", "00:00"))
    for key, leader in section(data, "leaders").items():
        path = f"leaders.{key}.stays"
        stays = leader.get("stays")
        if not is_list(stays):
            continue
        if not stays:
            expected = said("where they are, from the start of the day on")
            yield Finding(path, EMPTY_LIST, expected)
        hours = [_clock(stay.get("since")) if is_mapping(stay) else None for stay in stays]
        if hours and hours[0] is not None and start is not None and hours[0] > start:
            found = said("the first stay begins after the start of the day")
            expected = said("where they are when the day starts")
            yield Finding(f"{path}.0.since", found, expected)
        for index in range(1, len(hours)):
            before, after = hours[index - 1], hours[index]
            if before is not None and after is not None and before >= after:
                found = said("an hour not later than the one before")
                expected = said("stays in the order of their hours")
                yield Finding(f"{path}.{index}.since", found, expected)


def _dependencies(data: Data) -> Iterator[Finding]:
    first: dict[tuple[str, ...], str] = {}
    for key, service in section(data, "dependencies").items():
        path = f"dependencies.{key}"
        supplier, consumer = service.get("supplier"), service.get("consumer")
        if supplier == consumer and isinstance(supplier, str):
            found = said("`{name}` supplies itself", name=supplier)
            yield Finding(path, found, said("two places"))
        same = (str(supplier), str(consumer), str(service.get("kind")))
        if first.setdefault(same, key) != key:
            found = said("the same as `{name}`", name=first[same])
            yield Finding(path, found, said("each service once"))


def _columns(data: Data) -> Iterator[Finding]:
    columns = mapping_at(data, "columns")
    since, until = _clock(columns.get("since")), _clock(columns.get("until"))
    if since is not None and until is not None and since >= until:
        yield Finding("columns.until", said("not later than `since`"), "since < until")
    route = columns.get("route")
    if is_list(route) and len(route) < 2:
        found, expected = said("fewer than two places"), said("at least two places")
        yield Finding("columns.route", found, expected)


def _cut(data: Data) -> Iterator[Finding]:
    categories = [place.get("category") for place in section(data, "places").values()]
    known = [category for category in categories if isinstance(category, str)]
    for index, word in enumerate(texts(mapping_at(data, "plan").get("cut"))):
        if word not in known:
            hint = near(word, known)
            yield Finding(f"plan.cut.{index}", *no_category(word), hint)
