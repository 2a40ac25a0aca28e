"""Axes: round numbers, and months."""

from __future__ import annotations

import datetime
import math


def ticks(low: float, high: float, about: int = 3) -> list[float]:
    """Return round numbers between two values, steps of 1, 2 or 5 times a power of ten."""
    if high <= low:
        return [low]
    raw = (high - low) / about
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(power * each for each in (1, 2, 5, 10) if raw <= power * each * 1.0001)
    first = math.ceil(low / step - 1e-9)
    return [round(k * step, 12) for k in range(first, math.floor(high / step + 1e-9) + 1)]


def quarters(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    """Return the first days of January, April, July and October from one date to another."""
    days = [
        datetime.date(year, month, 1)
        for year in range(first.year, last.year + 1)
        for month in (1, 4, 7, 10)
    ]
    return [day for day in days if first <= day <= last]
