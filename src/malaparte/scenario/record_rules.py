"""What must hold for the record of a scenario."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from malaparte.scenario.merge import is_list, is_mapping, mapping_at
from malaparte.scenario.near import near
from malaparte.scenario.record import DAY_OUTPUTS, ROAD_OUTPUTS, STREET_OUTPUTS, WORDS
from malaparte.scenario.wording import Finding

Data = Mapping[str, Any]


def record_findings(data: Data) -> Iterator[Finding]:
    """Check outputs, days and words of the record, and that it does not contradict itself."""
    record = {
        name: one
        for name, one in sorted(mapping_at(data, "record").items())
        if is_mapping(one) and isinstance(one.get("output"), str)
    }
    outputs = _outputs(data)
    for name, one in record.items():
        path, output = f"record.{name}", str(one["output"])
        if output not in outputs:
            found = f"no output `{output}`"
            hint = near(output, outputs) or f"one of {', '.join(outputs)}"
            yield Finding(f"{path}.output", found, "an output of the scenario", hint)
            continue
        yield from _words(path, output, one)
        yield from _day(path, output, one, mapping_at(data, "road"))
    yield from _clashes({name: one for name, one in record.items() if one["output"] in outputs})


def _outputs(data: Data) -> list[str]:
    goals: set[str] = set()
    for squad in mapping_at(data, "squads").values():
        targets = squad.get("targets") if is_mapping(squad) else None
        goals.update(str(target) for target in (targets if is_list(targets) else []))
    found = [*DAY_OUTPUTS, *(f"falls.{goal}" for goal in sorted(goals))]
    found += [f"arrested.{leader}" for leader in sorted(mapping_at(data, "leaders"))]
    if any(mapping_at(data, part) for part in ("army", "street", "holding")):
        found += STREET_OUTPUTS
    return found + list(ROAD_OUTPUTS if mapping_at(data, "road") else ())


def _words(path: str, output: str, one: Data) -> Iterator[Finding]:
    words = one.get("one_of")
    if output not in WORDS:
        if is_list(words) and words:
            expected = "`least`, `most` or `value`: it is a number"
            yield Finding(f"{path}.one_of", f"words for `{output}`", expected)
        return
    if not is_list(words) or not words:
        yield Finding(path, f"no `one_of` for `{output}`", "words that it may be")
        return
    for index, word in enumerate(words):
        if word not in WORDS[output]:
            hint = near(str(word), WORDS[output]) or f"one of {', '.join(WORDS[output])}"
            found = f"no {output} `{word}`"
            yield Finding(f"{path}.one_of.{index}", found, f"a {output} of the outcome table", hint)


def _day(path: str, output: str, one: Data, road: Data) -> Iterator[Finding]:
    given = one.get("date")
    if output not in ROAD_OUTPUTS:
        if given is not None:
            expected = "a day only for outputs of the road"
            yield Finding(f"{path}.date", f"a day for `{output}`", expected, "delete `date`")
        return
    if given is None:
        yield Finding(path, f"no day for `{output}`", "`date`: the day at whose beginning it is so")
        return
    try:
        date, first, until = (
            datetime.date.fromisoformat(str(day))
            for day in (given, road.get("economy"), road.get("until"))
        )
    except ValueError:
        return  # told elsewhere
    # The shortfall needs the same day of the year before.
    begin = first + datetime.timedelta(366 if output == "shortfall" else 1)
    if not begin <= date <= until:
        expected = f"a day of the economy, from {begin} to {until}"
        yield Finding(f"{path}.date", str(date), expected)


def _clashes(record: Mapping[str, Data]) -> Iterator[Finding]:
    """Name every two statements that no world can fit, whatever their reliability.

    A disagreement of sources is settled before it enters a record, not averaged in it.
    """
    for (name, one), (other, two) in combinations(record.items(), 2):
        if (one["output"], one.get("date")) != (two["output"], two.get("date")):
            continue
        if one["output"] in WORDS:
            allowed = [_allowed_words(each) for each in (one, two)]
            empty = not allowed[0] & allowed[1]
        else:
            try:
                empty = not _meet(_allowed(one), _allowed(two))
            except (TypeError, ValueError):
                continue  # told elsewhere
        if empty:
            found = f"`{name}` and `{other}` cannot both be so"
            expected = "a record that some world could fit"
            hint = f"settle which one holds, and say how in its `note` ({one['output']})"
            yield Finding(f"record.{other}", found, expected, hint)


def _allowed_words(one: Data) -> set[str]:
    words = one.get("one_of")
    given = {str(word) for word in words} if is_list(words) else set[str]()
    return set(WORDS[one["output"]]) - given if one.get("absent") is True else given


def _allowed(one: Data) -> list[tuple[float, float]]:
    """Return the open stretches of values with which a statement agrees."""
    low = one.get("lo", one.get("least"))
    high = one.get("hi", one.get("most"))
    lo = -math.inf if low is None else float(low)
    hi = math.inf if high is None else float(high)
    if one.get("absent") is not True:
        return [(lo, hi)]
    edge = 1e-9
    outside = (-math.inf, lo - edge), (hi + edge, math.inf)
    return [(a, b) for a, b in outside if math.isfinite(a) or math.isfinite(b)]


def _meet(one: list[tuple[float, float]], two: list[tuple[float, float]]) -> bool:
    return any(max(a, c) <= min(b, d) for a, b in one for c, d in two)
