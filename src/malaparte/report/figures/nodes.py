"""Places by the chance that the plot ever takes them, each with its range and its hour."""

from __future__ import annotations

from malaparte.drawing.palette import GREY, INK, PAPER, RED
from malaparte.drawing.svg import (
    LINE,
    NARROW,
    WIDE,
    Figure,
    figure,
    fitted,
    line,
    rect,
    text,
    whisker,
)
from malaparte.report.names import short
from malaparte.report.share import said
from malaparte.report.words import Words
from malaparte.results.share import say_share
from malaparte.results.summary import PlaceFate, Summary
from malaparte.scenario.document import Scenario

_FEW = 20
"""Worlds below which no hour is given."""


def nodes_figure(
    summary: Summary, scenario: Scenario, words: Words, *, wide: bool = True, most: int = 16
) -> Figure:
    """Return the picture of places, the likeliest to fall first.

    Parameters
    ----------
    summary : Summary
        What was counted.
    scenario : Scenario
        Names of places.
    words : Words
        Language.
    wide : bool
        For a page, or for a telephone.
    most : int
        Rows.
    """
    fates = summary.places[:most]
    width = WIDE if wide else NARROW
    left, right = (300.0, 250.0) if wide else (2.0, 2.0)
    bar, step = width - left - right, 28.0 if wide else 46.0
    top = 26.0
    bottom = top + len(fates) * step
    parts: list[str] = []
    for tick in range(0, 101, 25):
        x = left + bar * tick / 100
        parts.append(line(x, top - 6, x, bottom, LINE))
        anchor = "end" if tick == 100 else "middle" if tick else "start"
        parts.append(text(x, top - 10, f"{tick}", 12, anchor=anchor, fill=GREY))
    for order, fate in enumerate(fates):
        parts += _row(fate, scenario, top + order * step, left, bar, words, wide=wide)
    title = words.say("run-places-plot" if summary.stratified else "run-places")
    return figure(title, width, bottom + 6, parts, words.lang)


def _row(
    fate: PlaceFate,
    scenario: Scenario,
    y: float,
    left: float,
    bar: float,
    words: Words,
    *,
    wide: bool,
) -> list[str]:
    share = fate.falls.given_plot or fate.falls.share
    name = short(scenario.places[fate.place].name.say(words.lang))
    told = say_share(share)
    middle = y + (14 if wide else 32)
    hour = ""
    if fate.hour.median is not None and fate.hour.of >= _FEW:
        hour = words.clock(3600 * fate.hour.median)
    parts = [
        whisker(left + bar * told.low / told.of, left + bar * told.high / told.of, middle, INK),
        rect(left + bar * share.value - 5, middle - 5, 10, 10, RED if share.count else PAPER, INK),
    ]
    words_of = said(share, words, "short")
    if wide:
        parts.append(text(left - 12, middle + 5, fitted(name, left - 20, 15), 15, anchor="end"))
        parts.append(text(left + bar + 14, middle + 5, words_of, 14))
        parts.append(text(left + bar + 246, middle + 5, hour, 14, anchor="end", fill=GREY))
    else:
        note = " · ".join(filter(None, (words_of, hour)))
        parts.append(text(left, y + 16, fitted(name, 0.54 * bar, 14), 14))
        parts.append(text(left + bar, y + 16, note, 13, anchor="end"))
    return parts
