"""The road by date, a panel for each output, with the record laid over it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from babel.dates import format_date

from malaparte.drawing.axis import quarters, ticks
from malaparte.drawing.palette import BLUE, GREY, INK, PAPER, RED
from malaparte.drawing.svg import (
    LINE,
    NARROW,
    WIDE,
    Figure,
    figure,
    hatch,
    line,
    path,
    rect,
    text,
    text_width,
)
from malaparte.ensemble.road_bands import Band
from malaparte.report.words import Words
from malaparte.scenario.document import Scenario
from malaparte.scenario.record import ROAD_OUTPUTS, Statement

SHOWN = tuple(output for output in ROAD_OUTPUTS if output != "home")
"""Outputs that are drawn, in this order."""
_TO_THE_EVE = ("plotters", "belief")
"""Outputs that nothing moves after the eve: their lines end there."""
_GAP, _HIGH, _LOW = 24.0, 212.0, 40.0
_MARKS = "median", "half", "most", "counted", "given", "later", "day"
_DAY, _JULY = datetime.timedelta(1), 7
_HALF, _MOST = "#8FA6C2", "#C9D0D6"
"""Fills of the 50 % and the 90 % band: blue on paper, opaque, so that they print alike."""


def road_figure(
    bands: Sequence[Band], scenario: Scenario, words: Words, *, wide: bool = True
) -> Figure:
    """Return the picture of the road.

    Parameters
    ----------
    bands : sequence of Band
        Outputs by date.
    scenario : Scenario
        Its record is laid over them: a point with its range; what was reckoned afterwards hatched.
    words : Words
        Language.
    wide : bool
        Two panels in a row, for a page, or one, for a telephone.
    """
    known = {band.output: band for band in bands}
    shown = [known[output] for output in SHOWN if output in known]
    width, across = (WIDE, 2) if wide else (NARROW, 1)
    room = (width - (across - 1) * _GAP) / across
    pattern = "later-wide" if wide else "later-narrow"
    parts = [hatch(pattern)]
    for order, band in enumerate(shown):
        x, y = (order % across) * (room + _GAP), (order // across) * (_HIGH + _GAP)
        parts.append(f'<g transform="translate({x:.1f} {y:.1f})">')
        parts += _panel(band, scenario, room, words, pattern)
        parts.append("</g>")
    bottom = -(-len(shown) // across) * (_HIGH + _GAP)
    legend, height = _legend(bottom, width, words, pattern)
    title = words.say("report-road-figure")
    return figure(title, width, height, [*parts, *legend], words.lang)


def _legend(top: float, width: float, words: Words, pattern: str) -> tuple[list[str], float]:
    """Return what the marks mean, in as many lines as they need, and where it ends."""
    parts: list[str] = []
    x, y = 0.0, top + 8.0
    for name in _MARKS:
        said = words.say(f"road-legend-{name}")
        room = 26.0 + text_width(said, 13)
        if x > 0.0 and x + room > width:
            x, y = 0.0, y + 22.0
        parts += [_mark(name, x, y, pattern), text(x + 26, y + 4, said, 13)]
        x += room + 20.0
    return parts, y + 20.0


def _mark(name: str, x: float, y: float, pattern: str) -> str:
    """Return a mark, 18 wide, about a line."""
    match name:
        case "median":
            return line(x, y, x + 18, y, BLUE, 2.0)
        case "half" | "most":
            return rect(x, y - 6, 18, 12, _HALF if name == "half" else _MOST)
        case "counted":
            return _dot(x + 9, y, INK, PAPER)
        case "given":
            return _dot(x + 9, y, PAPER, INK)
        case "later":
            return rect(x + 4, y - 7, 10, 14, f"url(#{pattern})", INK)
        case _:
            return line(x + 9, y - 8, x + 9, y + 8, RED, 1.6, "4 3")


def _dot(x: float, y: float, fill: str, edge: str) -> str:
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.6" fill="{fill}" stroke="{edge}" '
        'stroke-width="1.4"/>'
    )


def _panel(band: Band, scenario: Scenario, room: float, words: Words, pattern: str) -> list[str]:
    record = [
        one
        for one in scenario.record.values()
        if one.output == band.output and one.date and one.value is not None
    ]
    first, last = band.dates[0], band.dates[-1]
    if band.output not in ("procured", "shortfall") and scenario.road is not None:
        first = scenario.road.since
    until = scenario.day.date if band.output in _TO_THE_EVE else last
    inside = [at for at, date in enumerate(band.dates) if first <= date <= until]
    lows = [band.cuts[at][0] for at in inside] + [one.lo or 0.0 for one in record]
    highs = [band.cuts[at][4] for at in inside] + [one.hi or 0.0 for one in record]
    low, high = min(*lows, 0.0), max(highs) * 1.05 or 1.0
    left, right, top, bottom = _LOW + 6.0, room - 8.0, 34.0, _HIGH - 24.0

    def x(date: datetime.date) -> float:
        return left + (right - left) * (date - first).days / max((last - first).days, 1)

    def y(value: float) -> float:
        return bottom - (bottom - top) * (value - low) / (high - low)

    name = words.say("out-" + band.output.replace("_", "-"))
    parts = [text(0, 17, name, 15, weight=600)]
    for tick in ticks(low, high):
        parts.append(line(left, y(tick), right, y(tick), LINE))
        parts.append(text(left - 6, y(tick) + 4, _number(tick, words), 12, anchor="end", fill=GREY))
    for date in quarters(first, last):
        short = format_date(date, "LLL yy" if date.month == 1 else "LLL", words.locale)
        parts.append(line(x(date), bottom, x(date), bottom + 4, GREY))
        if x(date) - left > 10 and right - x(date) > 8:
            parts.append(text(x(date), bottom + 17, short, 12, anchor="middle", fill=GREY))
    for part in _stretches(band, inside):
        parts += _ribbon(band, part, x, y)
    day = scenario.day.date
    parts.append(line(x(day), top - 4, x(day), bottom, RED, 1.6, "4 3"))
    parts.append(line(left, bottom, right, bottom, INK, 1.4))
    for one in record:
        assert one.date is not None
        parts += _beside(one, x(one.date), y, pattern)
        if one.kind == "record" and one.value is not None:
            beside, anchor = (8.0, "start") if x(one.date) < right - 40 else (-9.0, "end")
            number = _number(one.value, words)
            where = x(one.date) + beside, y(one.value) + 4
            parts.append(text(*where, number, 12, anchor=anchor, weight=600, halo=True))
    return parts


def _stretches(band: Band, inside: list[int]) -> list[list[int]]:
    """Return stretches without a new beginning: purchases are counted anew from each July."""
    found: list[list[int]] = [[]]
    for at in inside:
        if found[-1] and band.output == "procured":
            before, now = (band.dates[each] - _DAY for each in (found[-1][-1], at))
            if now.month >= _JULY and (before.month < _JULY or before.year < now.year):
                found.append([])
        found[-1].append(at)
    return [part for part in found if len(part) > 1]


def _ribbon(
    band: Band,
    part: list[int],
    x: Callable[[datetime.date], float],
    y: Callable[[float], float],
) -> list[str]:
    """Return the bands and the median of a stretch."""
    parts: list[str] = []
    for under, over, fill in ((0, 4, _MOST), (1, 3, _HALF)):
        up = [(x(band.dates[at]), y(band.cuts[at][over])) for at in part]
        down = [(x(band.dates[at]), y(band.cuts[at][under])) for at in reversed(part)]
        parts.append(path([*up, *down], fill=fill))
    return [*parts, path([(x(band.dates[at]), y(band.cuts[at][2])) for at in part], stroke=BLUE)]


def _beside(one: Statement, x: float, y: Callable[[float], float], pattern: str) -> list[str]:
    assert one.value is not None
    assert one.lo is not None
    assert one.hi is not None
    at, top, bottom = (y(value) for value in (one.value, one.hi, one.lo))
    if one.kind == "reconstruction":
        return [rect(x - 5, top, 10, max(bottom - top, 3.0), f"url(#{pattern})", INK)]
    fill, edge = (PAPER, INK) if one.input else (INK, PAPER)
    return [line(x, top, x, bottom, INK, 2.2), _dot(x, at, fill, edge)]


def _number(value: float, words: Words) -> str:
    return words.say("number-fine", n=value + 0.0)
