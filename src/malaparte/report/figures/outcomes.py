"""How histories end: a bar for each outcome with its range, and fifty worlds as marks."""

from __future__ import annotations

from malaparte.drawing.palette import GREY, INK
from malaparte.drawing.svg import (
    LINE,
    NARROW,
    WIDE,
    Figure,
    colour_of,
    figure,
    mark,
    rect,
    text,
    whisker,
)
from malaparte.report.page import dealt
from malaparte.report.share import label, percent, said
from malaparte.report.words import Words
from malaparte.results.share import Share, say_share
from malaparte.results.summary import Summary

_DOTS = 50
"""Worlds that are shown as marks."""


def outcomes_figure(
    summary: Summary,
    words: Words,
    *,
    wide: bool = True,
    given_plot: bool = False,
    dots: bool = True,
) -> Figure:
    """Return the picture of outcomes.

    Parameters
    ----------
    summary : Summary
        What was counted.
    words : Words
        Language.
    wide : bool
        For a page, or for a telephone.
    given_plot : bool
        Only worlds with a plot.
    dots : bool
        Whether fifty worlds follow the bars.
    """
    shares = [
        (one.label, one.chance.given_plot if given_plot else one.chance.share)
        for one in summary.outcomes
    ]
    rows = [(name, share) for name, share in shares if share is not None]
    width = WIDE if wide else NARROW
    left, step = 2.0, 62.0
    bar = width - 2 * left - (300.0 if wide else 0.0)
    parts: list[str] = []
    for order, (name, share) in enumerate(rows):
        parts += _row(name, share, left, 8 + order * step, bar, words, wide=wide)
    y = 8 + len(rows) * step
    if dots:
        parts.append(text(left, y + 22, words.say("run-dots"), 14, fill=GREY))
        marks, high = _marks(rows, left, y + 42, *((25, 24.0) if wide else (10, 26.0)))
        parts += marks
        y = high
    title = words.say("run-outcomes-plot" if given_plot else "run-outcomes")
    told = "; ".join(f"{label(name, words)}: {said(share, words)}" for name, share in rows)
    return figure(f"{title}. {told}", width, y, parts, words.lang)


def marks_figure(summary: Summary, words: Words) -> Figure:
    """Return fifty worlds as marks, five rows of ten."""
    rows = [(one.label, one.chance.share) for one in summary.outcomes]
    marks, high = _marks(rows, 0.0, 15.0, 10, 30.0)
    told = "; ".join(f"{label(name, words)}: {said(share, words)}" for name, share in rows)
    return figure(f"{words.say('run-dots')} {told}", 300, high, marks, words.lang)


def _marks(
    rows: list[tuple[str, Share]], left: float, top: float, columns: int, cell: float
) -> tuple[list[str], float]:
    """Return the marks of fifty worlds, and where they end."""
    names = dealt([(name, share.count) for name, share in rows], _DOTS)
    marks = [
        mark(
            name,
            left + (order % columns + 0.5) * cell,
            top + order // columns * cell,
            0.37 * cell,
        )
        for order, name in enumerate(names)
    ]
    return marks, top + (len(names) - 1) // columns * cell + 0.6 * cell


def _row(
    name: str, share: Share, left: float, y: float, bar: float, words: Words, *, wide: bool
) -> list[str]:
    low, high = share.low, share.high
    if share.of:
        told = say_share(share)  # what the words say and what the line shows are one range
        low, high = told.low / told.of, told.high / told.of
    filled = max(bar * share.value, 2.0 if share.count else 0.0)
    parts = [
        mark(name, left + 9, y + 9, 8.0),
        text(left + 24, y + 14, label(name, words), 16, weight=600),
        rect(left, y + 22, bar, 20, "none", LINE),
        rect(left, y + 22, filled, 20, colour_of(name)),
        whisker(left + bar * low, left + bar * high, y + 49, INK),
    ]
    figures = f"{percent(share.value, words)} · {said(share, words, 'short')}"
    if wide:
        parts.append(text(left + bar + 18, y + 38, percent(share.value, words), 22, head=True))
        parts.append(text(left + bar + 100, y + 37, said(share, words, "short"), 15))
    else:
        parts.append(text(left + bar, y + 14, figures, 13, anchor="end"))
    return parts
