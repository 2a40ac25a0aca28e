"""Positions on a local plane, in metres, by plain arithmetic that no C library can change."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

EARTH = 6_371_008.8
"""Mean radius of the earth in metres (IUGG)."""

Point = tuple[float, float]


def _cosine(x: float) -> float:
    """Return cos(x) for |x| <= pi/2 by its series: the same bits on every machine."""
    term = total = 1.0
    for n in range(1, 20):
        term *= -x * x / ((2 * n - 1) * (2 * n))
        total += term
    return total


def plane(points: Sequence[Point]) -> list[Point]:
    """Return (east, north) in metres of (latitude, longitude) in degrees, about the first point."""
    latitude, longitude = points[0]
    degree = EARTH * math.pi / 180.0
    east = degree * _cosine(latitude * math.pi / 180.0)
    return [((lon - longitude) * east, (lat - latitude) * degree) for lat, lon in points]


def distances(points: Sequence[Point]) -> NDArray[np.float64]:
    """Return the straight distances between all points, [n, n], metres."""
    x, y = np.array(points, dtype=np.float64).reshape(-1, 2).T
    return np.sqrt((x[:, None] - x) ** 2 + (y[:, None] - y) ** 2)


def distance_to_line(point: Point, line: Sequence[Point]) -> float:
    """Return the distance of a point from a polyline, metres."""
    px, py = point
    best = math.inf
    for (ax, ay), (bx, by) in zip(line, line[1:] or line, strict=False):
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        along = ((px - ax) * dx + (py - ay) * dy) / length if length > 0 else 0.0
        along = min(1.0, max(0.0, along))
        ex, ey = ax + along * dx - px, ay + along * dy - py
        best = min(best, math.sqrt(ex * ex + ey * ey))
    return best
