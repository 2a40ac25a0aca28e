"""How likely a record is under a reading, and how much more likely than under another."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from malaparte.results.share import TAIL

Floats = NDArray[np.float64]

_SURE = 1.959963984540054
"""Standard errors of a 95 % interval."""
LEAST = 1.1
"""A ratio nearer to one than this tells nobody anything."""


@dataclass(frozen=True)
class Evidence:
    """The mean chance of a record, or of one statement, over the worlds of a reading.

    error: standard error by sets of assumptions.  most: what it may be at most if no world fits.
    """

    value: float
    error: float
    most: float


@dataclass(frozen=True)
class Factor:
    """How many times likelier one reading makes a record than another (a Bayes factor).

    low, high: 95 % of what luck allows; high is infinite if the other reading has no world that
    fits, low is zero if this one has none.
    """

    value: float
    low: float
    high: float

    @property
    def discriminates(self) -> bool:
        """Whether luck cannot explain it, and it is worth saying."""
        apart = self.low > 1.0 or self.high < 1.0
        return apart and not 1.0 / LEAST < self.value < LEAST

    @property
    def turned(self) -> Factor:
        """How many times likelier the other reading makes it."""
        return Factor(*(_inverse(x) for x in (self.value, self.high, self.low)))


def evidence(chances: Floats, inner: int) -> Evidence:
    """Return the mean of chances, float64 [worlds], whose sets of ``inner`` worlds belong together.

    The error is that of a ratio of sums over sets (Cochran 1977, 6.4).  If no world fits at all,
    ``most`` is the exact bound for none of so many sets (Clopper and Pearson 1934).
    """
    value, misses = _parts(chances, inner)
    sets = len(misses)
    error = _spread(misses) if sets > 1 else math.nan
    most = value + _SURE * error if value > 0.0 else 1.0 - TAIL ** (1.0 / sets)
    return Evidence(value, error, most)


def factor(one: Floats, other: Floats, inner: int, *, paired: bool) -> Factor:
    """Return the Bayes factor of one reading over another.

    Parameters
    ----------
    one, other : array, float64 [worlds]
        The chance of the record in each world of either reading.
    inner : int
        Worlds of one set of assumptions.
    paired : bool
        Whether world k of both has the same luck; then what both owe to luck is taken out.

    Returns
    -------
    Factor
        The interval is symmetric on the scale of logarithms (delta method).
    """
    a, miss_a = _parts(one, inner)
    b, miss_b = _parts(other, inner)
    if a == 0.0 and b == 0.0:
        return Factor(math.nan, 0.0, math.inf)
    if a == 0.0 or b == 0.0:
        # Bounded only from the side whose worlds fit.
        least = evidence(one if b == 0.0 else other, inner)
        most = 1.0 - TAIL ** (1.0 / len(miss_b if b == 0.0 else miss_a))
        edge = max(least.value - _SURE * least.error, 0.0) / most
        if b == 0.0:
            return Factor(math.inf, edge, math.inf)
        return Factor(0.0, 0.0, 1.0 / edge if edge > 0.0 else math.inf)
    if paired and len(miss_a) == len(miss_b):
        error = _spread(miss_a / a - miss_b / b)
    else:
        error = math.hypot(_spread(miss_a / a), _spread(miss_b / b))
    value = a / b
    return Factor(value, value * math.exp(-_SURE * error), value * math.exp(_SURE * error))


def _inverse(x: float) -> float:
    return math.inf if x == 0.0 else 1.0 / x


def _parts(chances: Floats, inner: int) -> tuple[float, Floats]:
    """Return the mean, and how far each set misses it, as parts of the mean."""
    starts = np.arange(0, len(chances), inner)
    sums = np.add.reduceat(chances, starts)
    counts = np.add.reduceat(np.ones_like(chances), starts)
    mean = float(sums.sum() / counts.sum())
    return mean, (sums - mean * counts) / counts.sum()


def _spread(misses: Floats) -> float:
    """Return the standard error of a sum of independent parts."""
    sets = len(misses)
    if sets < 2:
        return math.nan
    return math.sqrt(sets / (sets - 1) * float((misses**2).sum()))
