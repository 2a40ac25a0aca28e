"""Labels that do not lie on each other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from malaparte.drawing.svg import text_width

_NEAR = 8
"""Candidates that touch their mark; what stands farther off needs a line to it."""


class Box(NamedTuple):
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Tell whether two rectangles share a point."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: Box) -> bool:
        """Tell whether this rectangle lies wholly inside another."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


class Label(NamedTuple):
    """A text that wants to stand beside a mark of a given radius; first: it must be read."""

    text: str
    x: float
    y: float
    radius: float
    first: bool = False


class Placed(NamedTuple):
    """A text, the left end of its base line, and the mark that it names if it stands far off."""

    text: str
    x: float
    y: float
    mark: tuple[float, float] | None = None


def place_labels(
    labels: Iterable[Label],
    obstacles: Iterable[Box],
    sheet: Box,
    size: float,
    walls: Iterable[Box] = (),
) -> list[Placed]:
    """Place labels one by one, the first in the order first; one without room is left out.

    One that must be read may lie over obstacles, but not over walls or another label.

    Greedy placement over eight positions at two distances (Christensen, Marks and Shieber 1995):
    the same marks always give the same picture.  Its twin in `frontend/src/model/labels.ts` knows
    one distance: a map that moves and zooms has no lines from names to marks.
    """
    fixed = list(walls)
    taken = [*obstacles, *fixed]
    placed: list[Placed] = []
    for label in labels:
        wide = text_width(label.text, size)
        found = _free(label, wide, sheet, size, taken)
        if found is None and label.first:
            found = _free(label, wide, sheet, size, fixed)
        if found is not None:
            one, box = found
            taken.append(box)
            fixed.append(box)
            placed.append(one)
    return placed


def _free(
    label: Label, wide: float, sheet: Box, size: float, taken: list[Box]
) -> tuple[Placed, Box] | None:
    """Return the first room beside a mark that meets nothing, if there is any."""
    for order, (left, top) in enumerate(_candidates(label, wide, size)):
        box = Box(left - 1, top, left + wide + 1, top + size)
        if box.within(sheet) and not any(box.meets(other) for other in taken):
            mark = (label.x, label.y) if order >= _NEAR else None
            return Placed(label.text, left, top + 0.8 * size, mark), box
    return None


def _candidates(label: Label, wide: float, size: float) -> list[tuple[float, float]]:
    """Left upper corners: right, left, above, below, the diagonals; then the same farther out."""
    found: list[tuple[float, float]] = []
    for gap in (label.radius + 3, label.radius + 14):
        middle, over, under = label.y - size / 2, label.y - gap - size, label.y + gap
        right, left = label.x + gap, label.x - gap - wide
        found += [(right, middle), (left, middle)]
        found += [(label.x - wide / 2, over), (label.x - wide / 2, under)]
        near = 0.3 * gap
        found += [
            (right - near, over + size * 0.4),
            (right - near, under - size * 0.4),
            (left + near, over + size * 0.4),
            (left + near, under - size * 0.4),
        ]
    return found
