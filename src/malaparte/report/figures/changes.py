"""What single changes do, bars to both sides of nothing, the strongest first."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from malaparte.drawing.axis import ticks
from malaparte.drawing.palette import BLUE, GREY, INK, RED
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


@dataclass(frozen=True)
class Effect:
    """What one change does to one number.

    name, part: what is changed, and how.  value: the difference.  low, high: 95 % of what luck
    allows; what one set of assumptions cannot bound is infinite.  told: the difference in words.
    fill: a colour of its own; '' for that of the side that is helped.
    """

    name: str
    part: str
    value: float
    low: float
    high: float
    told: str
    fill: str = ""


def changes_figure(
    title: str, effects: Sequence[Effect], words: Words, *, wide: bool = True
) -> Figure:
    """Return the picture of effects: red what helps the plot, blue what helps the state.

    Parameters
    ----------
    title : str
        What the numbers are.
    effects : sequence of Effect
        In the order in which they are drawn.
    words : Words
        Language.
    wide : bool
        For a page, or for a telephone.
    """
    width = WIDE if wide else NARROW
    left, right = (430.0, 130.0) if wide else (2.0, 2.0)
    room, step, top = width - left - right, 44.0 if wide else 74.0, 30.0
    ends = [end for one in effects for end in (one.low, one.value, one.high) if math.isfinite(end)]
    low, high = min([0.0, *ends]), max([0.0, *ends])
    if high <= low:
        low, high = -1.0, 1.0
    span = high - low

    def x(value: float) -> float:
        return left + room * (min(max(value, low), high) - low) / span

    bottom = top + step * len(effects)
    parts: list[str] = []
    for tick in ticks(low, high, 5 if wide else 3):
        if wide:
            parts.append(line(x(tick), top - 6, x(tick), bottom, LINE))
        number = words.say("number-fine", n=abs(tick) + 0.0)
        sign = "+" if tick > 0 else "−" if tick < 0 else ""
        anchor = (
            "start" if x(tick) < left + 12 else "end" if x(tick) > left + room - 12 else "middle"
        )
        parts.append(text(x(tick), top - 12, f"{sign}{number}", 12, anchor=anchor, fill=GREY))
    for order, one in enumerate(effects):
        y = top + order * step
        middle = y + (22 if wide else 56)
        start, end = sorted((x(0), x(one.value)))
        if not wide:  # the words stand above the bar, so the axis leaves them alone
            parts.append(line(x(0), middle - 13, x(0), middle + 13, INK, 2))
        fill = one.fill or (RED if one.value > 0 else BLUE)
        parts.append(rect(start, middle - 9, max(end - start, 1.0), 18, fill))
        parts.append(whisker(x(one.low), x(one.high), middle, INK))
        if wide:
            parts.append(text(0, y + 18, fitted(one.name, left - 20, 14), 14, fill=GREY))
            parts.append(text(0, y + 36, fitted(one.part, left - 20, 15), 15, weight=600))
            parts.append(text(width - 2, middle + 5, one.told, 15, anchor="end"))
        else:
            parts.append(text(left, y + 20, fitted(one.name, room, 13), 13, fill=GREY))
            parts.append(text(left, y + 38, fitted(one.part, 0.68 * room, 14), 14, weight=600))
            parts.append(text(left + room, y + 38, one.told, 13, anchor="end"))
    if wide:
        parts.append(line(x(0), top - 6, x(0), bottom, INK, 2))
    return figure(title, width, bottom + 6, parts, words.lang)
