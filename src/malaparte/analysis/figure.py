"""Values with their intervals, drawn: what a result shows of itself."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

_PAPER, _INK, _RED, _GREY = "#F3ECDD", "#1B1815", "#C1272D", "#736A5C"
_WIDE, _NAMES, _ROW, _HEAD = 760, 300, 22, 62
_NICE = (1, 2, 2.5, 5, 10)


class Mark(NamedTuple):
    """A name, a value, and how far it could be off."""

    name: str
    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Figure:
    """A picture as SVG, which opens in every browser."""

    svg: str

    def save(self, path: str | Path) -> None:
        """Write the picture to a file."""
        Path(path).write_text(self.svg, encoding="utf-8")

    def _repr_html_(self) -> str:
        return self.svg


def intervals(marks: Sequence[Mark], title: str, note: str) -> Figure:
    """Draw values with their intervals, one to a line, on one scale.

    Parameters
    ----------
    marks : sequence of Mark
        From above.
    title : str
        What is shown.
    note : str
        What it is of: scenario, worlds, seed; a picture that is copied keeps it.
    """
    ends = [end for one in marks for end in one[1:] if math.isfinite(end)]
    low, high = min([0.0, *ends]), max([0.0, *ends])
    if low == high:
        high = 1.0
    step = _step(high - low)
    low, high = math.floor(low / step) * step, math.ceil(high / step) * step
    tall = _HEAD + _ROW * len(marks) + 40

    def x(value: float) -> float:
        share = (min(max(value, low), high) - low) / (high - low)
        return _NAMES + share * (_WIDE - _NAMES - 24)

    parts = [_text(12, 24, title, size=15), _text(12, 42, note, size=11, colour=_GREY)]
    for i in range(round((high - low) / step) + 1):
        tick = low + i * step
        colour = _INK if abs(tick) < step / 2 else "#d9d0bd"
        parts.append(
            f'<path d="M{x(tick):.1f} {_HEAD - 8}V{tall - 30}" stroke="{colour}" fill="none"/>'
        )
        parts.append(_text(x(tick), tall - 14, f"{tick:g}", size=11, anchor="middle"))
    for row, one in enumerate(marks):
        y = _HEAD + _ROW * row + 4
        parts.append(_text(_NAMES - 10, y + 4, one.name, size=12, anchor="end"))
        begin, end = (x(each if math.isfinite(each) else low) for each in (one.low, one.high))
        parts.append(
            f'<path d="M{begin:.1f} {y}H{end:.1f}" stroke="{_RED}" stroke-width="2" fill="none"/>'
        )
        parts.append(f'<circle cx="{x(one.value):.1f}" cy="{y}" r="4" fill="{_RED}"/>')
    size = f'width="{_WIDE}" height="{tall}" viewBox="0 0 {_WIDE} {tall}"'
    back = f'<rect width="{_WIDE}" height="{tall}" fill="{_PAPER}"/>'
    face = 'font-family="Jost, sans-serif"'
    return Figure(
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {face}>{back}{"".join(parts)}</svg>'
    )


def _step(span: float) -> float:
    """Return a round distance of ticks, so that there are about six."""
    rough = span / 6
    ten = 10.0 ** math.floor(math.log10(rough))
    return next(ten * nice for nice in _NICE if ten * nice >= rough * 0.999)


def _text(
    x: float, y: float, words: str, *, size: int, colour: str = _INK, anchor: str = "start"
) -> str:
    where = f'x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{colour}"'
    return f'<text {where} text-anchor="{anchor}">{html.escape(words)}</text>'
