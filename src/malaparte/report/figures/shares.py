"""What factors carry of an answer, bars from nothing to all, the largest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from malaparte.drawing.palette import GREY, INK
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
from malaparte.report.words import Words

PALE = "#B3A88F"
"""What is carried together with others."""


@dataclass(frozen=True)
class Bar:
    """What one factor carries.

    name, part: what it is, and more of it.  alone, all: by itself, and with others; low, high:
    95 % of the latter.  told: the latter in words.
    """

    name: str
    part: str
    alone: float
    all: float
    low: float
    high: float
    told: str


def shares_figure(title: str, bars: Sequence[Bar], words: Words, *, wide: bool = True) -> Figure:
    """Return the picture of shares: dark by itself, pale with others.

    Parameters
    ----------
    title : str
        What the shares are of.
    bars : sequence of Bar
        In the order in which they are drawn.
    words : Words
        Language.
    wide : bool
        For a page, or for a telephone.
    """
    width = WIDE if wide else NARROW
    left, right = (430.0, 150.0) if wide else (2.0, 2.0)
    room, step, top = width - left - right, 44.0 if wide else 66.0, 30.0
    bottom = top + step * len(bars)

    def x(value: float) -> float:
        return left + room * min(max(value, 0.0), 1.0)

    parts: list[str] = []
    for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
        if wide:
            parts.append(line(x(tick), top - 6, x(tick), bottom, LINE))
        anchor = "start" if tick == 0 else "end" if tick == 1 and not wide else "middle"
        number = words.say("number-fine", n=tick)
        parts.append(text(x(tick), top - 12, number, 12, anchor=anchor, fill=GREY))
    for order, one in enumerate(bars):
        y = top + order * step
        middle = y + (22 if wide else 48)
        parts.append(rect(left, middle - 9, room, 18, LINE) if not wide else "")
        parts.append(rect(left, middle - 9, max(x(one.all) - left, 1.0), 18, PALE))
        parts.append(rect(left, middle - 9, x(min(one.alone, one.all)) - left, 18, INK))
        parts.append(whisker(x(one.low), x(one.high), middle, GREY if one.alone > 0.02 else INK))
        if wide:
            parts.append(text(0, y + 18, fitted(one.name, left - 20, 15), 15, weight=600))
            parts.append(text(0, y + 36, fitted(one.part, left - 20, 14), 14, fill=GREY))
            parts.append(text(width - 2, middle + 5, one.told, 15, anchor="end"))
        else:
            parts.append(text(left, y + 16, fitted(one.name, room - 90, 14), 14, weight=600))
            parts.append(text(left, y + 33, fitted(one.part, room, 13), 13, fill=GREY))
            parts.append(text(left + room, y + 16, one.told, 13, anchor="end"))
    if wide:
        parts.append(line(x(0), top - 6, x(0), bottom, INK, 2))
    return figure(title, width, bottom + 6, parts, words.lang)
