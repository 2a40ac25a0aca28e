"""Distances in metres by plain arithmetic that no C library can change.

Each distance depends on its two places alone, so a place more moves no other.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

EARTH = 6_371_008.8
"""Mean radius of the earth in metres (IUGG)."""
DEGREE = EARTH * math.pi / 180.0
"""Metres of one degree of latitude."""

Point = tuple[float, float]


def cosine(degrees: Any) -> Any:
    """Return the cosine of -90..90 degrees, a float or an array, by its series."""
    square = (degrees * (math.pi / 180.0)) * (degrees * (math.pi / 180.0))
    term = total = 1.0
    for n in range(1, 15):
        term = term * -square / ((2 * n - 1) * (2 * n))
        total = total + term
    return total


def distances(points: Sequence[Point]) -> NDArray[np.float64]:
    """Return the straight distances between (latitude, longitude) in degrees, [n, n], metres.

    On the scale of a city a degree of longitude has the length that it has half-way.
    """
    latitude, longitude = np.array(points, dtype=np.float64).reshape(-1, 2).T
    half_way = (latitude[:, None] + latitude) * 0.5
    north = (latitude[:, None] - latitude) * DEGREE
    east = (longitude[:, None] - longitude) * DEGREE * cosine(half_way)
    return np.sqrt(north * north + east * east)


def distance_to_line(point: Point, line: Sequence[Point]) -> float:
    """Return the distance of a point from a polyline, all in degrees, in metres."""
    east = DEGREE * cosine(point[0])
    flat = [((lon - point[1]) * east, (lat - point[0]) * DEGREE) for lat, lon in line]
    best = math.inf
    for (ax, ay), (bx, by) in zip(flat, flat[1:] or flat, strict=False):
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        along = -(ax * dx + ay * dy) / length if length > 0 else 0.0
        along = min(1.0, max(0.0, along))
        ex, ey = ax + along * dx, ay + along * dy
        best = min(best, math.sqrt(ex * ex + ey * ey))
    return best
