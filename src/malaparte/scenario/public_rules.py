"""What must hold for army, channels, street and second authorities of a scenario."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from malaparte.said import said
from malaparte.scenario.merge import is_mapping, mapping_at
from malaparte.scenario.numbers import quantity_of, reach
from malaparte.scenario.wording import Finding

Data = Mapping[str, Any]

_LONGEST, _HOLDING = 96, 168
"""Hours of the longest day, and of holding."""


def public_findings(data: Data) -> Iterator[Finding]:
    """Check units, channels, districts, and what needs another part."""
    yield from _units(data)
    yield from _channels(data)
    yield from _street(data)
    yield from _authorities(data)
    yield from _lone(data)


def _parts(data: Data, path: str) -> dict[str, Data]:
    return {key: one for key, one in sorted(mapping_at(data, path).items()) if is_mapping(one)}


def _units(data: Data) -> Iterator[Finding]:
    units = _parts(data, "army.units")
    for name, unit in units.items():
        path = f"army.units.{name}"
        seen: set[str] = set()
        above = unit.get("under")
        while isinstance(above, str) and above in units and above not in seen:
            seen.add(above)
            above = units[above].get("under")
        if name in seen:
            found = said("`{name}` takes its orders from itself in the end", name=name)
            yield Finding(f"{path}.under", found, said("a chain of command with a head"))
    if units and all(unit.get("outside") is True for unit in units.values()):
        found = said("every unit lies outside the city")
        expected = said("at least one unit in it")
        yield Finding("army.units", found, expected, said("no `army` at all"))
    parade = mapping_at(data, "army.parade")
    since, until = parade.get("since"), parade.get("until")
    if isinstance(since, str) and isinstance(until, str) and _clock(since) >= _clock(until) > 0:
        yield Finding("army.parade.until", said("not later than `since`"), "since < until")


def _clock(text: str) -> int:
    hours, colon, minutes = text.partition(":")
    right = colon and hours.isdigit() and minutes.isdigit()
    return 60 * int(hours) + int(minutes) if right else -1


def _channels(data: Data) -> Iterator[Finding]:
    for name, channel in _parts(data, "channels").items():
        runners, node = channel.get("kind") == "runners", channel.get("node")
        if not runners and node is None and "kind" in channel:
            found = said("a channel of the kind `{kind}` without a node", kind=channel["kind"])
            expected = said("the place without which it is mute")
            yield Finding(f"channels.{name}", found, expected, said("`kind: runners` needs none"))
        if runners and node is not None:
            expected = said("no node: runners need none")
            yield Finding(f"channels.{name}.node", f"`{node}`", expected)
    heard = mapping_at(data, "army") or mapping_at(data, "street")
    if mapping_at(data, "channels") and not heard:
        found, expected = said("channels that nobody hears"), said("an `army` or a `street`")
        hint = said("`channels: null` where the army is taken away")
        yield Finding("channels", found, expected, hint)


def _street(data: Data) -> Iterator[Finding]:
    districts = _parts(data, "street.districts")
    if districts and all(one.get("barred") is True for one in districts.values()):
        square = mapping_at(data, "street").get("square")
        found = said("`{place}`, a square that nobody can reach", place=square)
        yield Finding("street.square", found, said("a district whose ways are not barred"))


def _authorities(data: Data) -> Iterator[Finding]:
    """Nobody speaks after all that is simulated."""
    hours, numbers = mapping_at(data, "day").get("hours", 48), mapping_at(data, "numbers")
    if not isinstance(hours, int):
        return
    limit = hours + _HOLDING
    for name, one in _parts(data, "authorities").items():
        speaks = one.get("speaks")
        shared = numbers.get(str(speaks.get("same"))) if is_mapping(speaks) else None
        number = quantity_of(shared or speaks)
        if number is None or number.same is not None or number.spread.faults():
            continue
        last = reach(number.spread)[1]
        if limit < last <= _LONGEST + _HOLDING:  # what is above is outside the bounds of the field
            found = said("up to {n:g} hour", n=last)
            expected = said(
                "at most {n}, the hours of the day and of seven days of holding", n=limit
            )
            yield Finding(f"authorities.{name}.speaks", found, expected)


def _lone(data: Data) -> Iterator[Finding]:
    listens = mapping_at(data, "army") or mapping_at(data, "holding")
    if mapping_at(data, "authorities") and not listens:
        found = said("second authorities to whom nobody listens")
        hint = said("`authorities: null` where those are taken away")
        yield Finding("authorities", found, said("an `army` or a `holding`"), hint)
    if mapping_at(data, "fates") and not (listens or mapping_at(data, "street")):
        found = said("fates that no outcome asks for")
        expected = said("an `army`, a `street` or a `holding`")
        yield Finding("fates", found, expected, said("`fates: null` where those are taken away"))
