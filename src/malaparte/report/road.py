"""The road as text for a terminal: medians, bands, and the record beside them."""

from __future__ import annotations

import datetime

from malaparte.analysis.chain import Chain, Change
from malaparte.ensemble.design import INNER
from malaparte.ensemble.road_summary import Beside, RoadSummary, Row
from malaparte.report.page import columns, head, paragraph
from malaparte.report.share import few, percent
from malaparte.report.words import Words

_DIGITS = {
    "rumour": 4,
    "rumour_peak": 4,
    "trust": 2,
    "belief": 3,
    "belief_all": 3,
    "belief_given": 3,
    "belief_none": 3,
    "queue": 2,
    "queue_goods": 2,
    "home": 1,
    "fielded": 2,
    "early": 3,
    "leaked": 3,
    "proposed": 3,
    "prevented": 3,
    "seized": 3,
    "held": 3,
    "rising": 3,
    "over": 2,
    "taken": 2,
}
_LARGEST = 6
"""Changes told of a link."""
_SETS = 20
"""Sets of assumptions below which an interval is called a guess."""


def road_text(found: RoadSummary, words: Words) -> list[str]:
    """Return the road's part of the report of an ensemble, in 80 columns."""
    lines = head(words.say("road-head"))
    titles = ("road-median", 8), ("road-half", 13), ("road-most", 13), ("road-record", 9)
    cells = ((words.say(title), wide) for title, wide in titles)
    lines += columns(("", 26), *cells)
    last = ""
    for row in found.rows:
        if row.output != last:
            lines.append(f"  {words.say('out-' + row.output.replace('_', '-'))}")
            last = row.output
        lines += _row(row, words)
    lines += ["", *paragraph(words.say("road-hatched"))]
    lines += _day("road-peak", found.peak, words)
    if found.plots:
        lines += paragraph(
            words.say(
                "road-plot",
                proposed=percent(found.proposed, words),
                prevented=percent(found.prevented, words),
                early=percent(found.early, words),
                known=percent(found.hour_known, words),
                fielded=percent(found.fielded, words),
            )
        )
        for said, (low, middle, high) in (
            ("road-known-targets", found.targets_known),
            ("road-known-members", found.members_known),
            ("road-noticed", found.noticed),
        ):
            if high > 0:
                lines += paragraph(words.say(said, n=few(middle), low=few(low), high=few(high)))
        if found.proposed_on:
            lines += _day("road-proposed", found.proposed_on, words)
    if found.plots < found.worlds:
        mistaken = percent(found.mistaken, words)
        lines += paragraph(words.say("road-mistaken", proposed=mistaken))
    for row in found.rows:
        if row.record is not None:
            lines += paragraph(miss_text(row, row.record, words), "  ", "    ")
    return lines + paragraph(words.say("road-size", n=found.worlds))


def _day(said: str, days: tuple[str, ...], words: Words) -> list[str]:
    """Return a sentence on a day of which five quantiles are known."""
    early, _, day, _, late = (words.date(datetime.date.fromisoformat(one)) for one in days)
    return paragraph(words.say(said, day=day, early=early, late=late))


def _number(name: str, value: float, words: Words) -> str:
    return words.say("number-fine", n=few(value, digits(name)))


def _stated(name: str, value: float, words: Words) -> str:
    """Return what a document says, with as many digits as it has."""
    return words.say("number-fine", n=round(value, digits(name)))


def _row(row: Row, words: Words) -> list[str]:
    cells = [
        _number(row.output, x, words) for x in (row.q05, row.q25, row.median, row.q75, row.q95)
    ]
    beside = ""
    if row.record is not None:
        mark = "▨ " if row.record.kind == "reconstruction" else ""
        if row.record.input:
            mark = "= "
        beside = mark + _stated(row.output, row.record.value, words)
    return columns(
        (words.date(datetime.date.fromisoformat(row.date)), 24),
        (cells[2], 8),
        (f"{cells[1]}–{cells[3]}", 13),
        (f"{cells[0]}–{cells[4]}", 13),
        (beside, 9),
        indent="    ",
    )


def miss_text(row: Row, beside: Beside, words: Words) -> str:
    """Return by how much the median misses what documents say, or that they were its input."""
    return words.say(
        "road-input" if beside.input else "road-miss",
        output=words.say("out-" + row.output.replace("_", "-")),
        day=words.date(datetime.date.fromisoformat(row.date)),
        kind=beside.kind,
        record=_stated(row.output, beside.value, words),
        miss=_number(row.output, abs(beside.miss), words),
        side="above" if beside.miss > 0 else "below",
        inside=beside.inside,
    )


def chain_text(found: Chain, title: str, words: Words) -> str:
    """Return what cutting each link changes, in 80 columns."""
    how = words.say("chain-how", n=found.worlds, seed=str(found.seed))
    if found.end is not None:
        end = words.date(datetime.date.fromisoformat(found.end))
        how += f" {words.say('chain-grain', day=end)}"
    lines = [*paragraph(title, ""), *head(words.say("chain-head")), *paragraph(how)]
    lines += guess_text(found.sets, words)
    titles = ("chain-before", 8), ("chain-change", 9), ("chain-interval", 20)
    cells = ((words.say(title), wide) for title, wide in titles)
    lines += ["", *columns(("", 32), *cells, indent="     ")]
    for number, link in enumerate(found.links, 1):
        lines += ["", *paragraph(f"{number}. {words.say('link-' + link.name)}", "  ", "     ")]
        if not link.built:
            lines += paragraph(words.say("chain-later"), "     ")
        elif not link.changes:
            lines += paragraph(words.say("chain-nothing"), "     ")
        lines += change_lines(link.changes, words)
    return "\n".join(lines) + "\n"


def guess_text(sets: int, words: Words) -> list[str]:
    """Return a warning where intervals rest on few sets of assumptions; else nothing."""
    few = too_few(sets)
    return [] if few is None else paragraph(words.say("chain-few", **few))


def too_few(sets: int) -> dict[str, int] | None:
    """Return how many sets there are and how many worlds would do, if there are too few."""
    return None if sets >= _SETS else {"sets": sets, "worlds": _SETS * INNER}


def change_lines(changes: tuple[Change, ...], words: Words, indent: str = "     ") -> list[str]:
    """Return the surest changes that show in the printed digits, one a line."""
    shown = surest(changes)
    if changes and not shown:
        return paragraph(words.say("chain-little"), indent)
    return [line for one in shown for line in _change(one, words, indent)]


def surest(changes: tuple[Change, ...]) -> list[Change]:
    """Return the changes that are told of a link."""
    shown = [one for one in changes if _visible(one)]
    return sorted(shown, key=lambda one: -_strength(one))[:_LARGEST]


def digits(name: str) -> int:
    """Return how many decimal places of an output are told."""
    return _DIGITS.get(name, 0)


def _visible(one: Change) -> bool:
    """Tell whether a change shows in the digits that are printed."""
    least = 0.5 * 10.0 ** -digits(one.name)
    return abs(one.value) >= least


def _strength(one: Change) -> float:
    """Return how far a change lies from nothing, in its own errors."""
    width = one.high - one.low
    return abs(one.value) / width if width > 0 else float("inf")


def _change(one: Change, words: Words, indent: str) -> list[str]:
    def signed(x: float) -> str:
        text = _number(one.name, abs(x), words)
        nothing = not any(c in text for c in "123456789∞")
        return text if nothing else ("−" if x < 0 else "+") + text

    return columns(
        (words.say("out-" + one.name.replace("_", "-")), 32),
        (_number(one.name, one.before, words), 8),
        (signed(one.value), 9),
        (f"{signed(one.low)} … {signed(one.high)}", 20),
        indent=indent,
    )
