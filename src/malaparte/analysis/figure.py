"""Values with their intervals, drawn: what a result shows of itself."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from malaparte.drawing.axis import ticks
from malaparte.drawing.palette import GREY, INK, RED
from malaparte.drawing.svg import LINE, Figure, figure, fitted, line, text, whisker

_WIDE, _NAMES, _ROW, _HEAD = 760, 300, 22, 8


class Mark(NamedTuple):
    """A name, a value, and how far it could be off."""

    name: str
    value: float
    low: float
    high: float


def intervals(groups: Mapping[str, Sequence[Mark]], title: str, note: str) -> Figure:
    """Draw values with their intervals, one to a line, on one scale.

    Parameters
    ----------
    groups : mapping of str to sequence of Mark
        Heading -> marks, from above; '' is no heading, and a group of nothing is left out.
    title : str
        What is shown.
    note : str
        What it is of: scenario, worlds, seed; a picture that is copied keeps it.
    """
    lines = [
        (heading, one)
        for heading, marks in groups.items()
        for one in ([None, *marks] if heading and marks else marks)
    ]
    ends = [end for _, one in lines if one for end in one[1:] if math.isfinite(end)]
    low, high = min([0.0, *ends]), max([0.0, *ends])
    if low == high:
        high = 1.0
    bottom = _HEAD + _ROW * len(lines)

    def x(value: float) -> float:
        share = (min(max(value, low), high) - low) / (high - low)
        return _NAMES + share * (_WIDE - _NAMES - 24)

    parts: list[str] = []
    for tick in ticks(low, high, 6):
        number = f"{tick:g}".replace("-", "−")
        parts.append(line(x(tick), 0, x(tick), bottom, LINE if tick else INK))
        parts.append(text(x(tick), bottom + 16, number, 11, anchor="middle", fill=GREY))
    for row, (heading, one) in enumerate(lines):
        y = _HEAD + _ROW * row + 8
        if one is None:
            parts.append(text(0, y + 5, fitted(heading, _NAMES - 10, 14), 14, weight=600))
            continue
        name = fitted(one.name, _NAMES - 10, 12)
        parts.append(text(_NAMES - 10, y + 4, name, 12, anchor="end"))
        # What one set of assumptions cannot bound reaches as far as the picture.
        begin = x(one.low if math.isfinite(one.low) else low)
        end = x(one.high if math.isfinite(one.high) else high)
        parts.append(whisker(begin, end, y, RED))
        parts.append(f'<circle cx="{x(one.value):.1f}" cy="{y}" r="4" fill="{RED}"/>')
    return figure(title, _WIDE, bottom + 24, parts, "en").framed(note)
