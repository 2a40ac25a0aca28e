"""What must hold for the record of a scenario."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from malaparte.said import said
from malaparte.scenario.merge import is_list, is_mapping, mapping_at
from malaparte.scenario.near import near, one_of
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
            found = said("no output `{name}`", name=output)
            hint = near(output, outputs) or one_of(", ".join(outputs))
            yield Finding(f"{path}.output", found, said("an output of the scenario"), hint)
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
            expected = said("`least`, `most` or `value`: it is a number")
            yield Finding(f"{path}.one_of", said("words for `{name}`", name=output), expected)
        return
    if not is_list(words) or not words:
        found = said("no `one_of` for `{name}`", name=output)
        yield Finding(path, found, said("words that it may be"))
        return
    for index, word in enumerate(words):
        if word not in WORDS[output]:
            hint = near(str(word), WORDS[output]) or one_of(", ".join(WORDS[output]))
            found = said("no {output} `{name}`", output=output, name=word)
            expected = said("a {output} of the outcome table", output=output)
            yield Finding(f"{path}.one_of.{index}", found, expected, hint)


def _day(path: str, output: str, one: Data, road: Data) -> Iterator[Finding]:
    given = one.get("date")
    if output not in ROAD_OUTPUTS:
        if given is not None:
            found = said("a day for `{name}`", name=output)
            expected = said("a day only for outputs of the road")
            yield Finding(f"{path}.date", found, expected, said("delete `date`"))
        return
    if given is None:
        found = said("no day for `{name}`", name=output)
        yield Finding(path, found, said("`date`: the day at whose beginning it is so"))
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
        days = {"since": begin, "until": until}
        expected = said("a day of the economy, from {since} to {until}", **days)
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
            found = said("`{name}` and `{other}` cannot both be so", name=name, other=other)
            expected = said("a record that some world could fit")
            hint = said(
                "settle which one holds, and say how in its `note` ({output})", output=one["output"]
            )
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
