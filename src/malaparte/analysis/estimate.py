"""Means over worlds, with the error that sets of assumptions leave."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from malaparte.results.beta import beta_quantile


@dataclass(frozen=True)
class Estimate:
    """A mean over worlds.

    error: standard error by sets of assumptions; nan if there is one set only.  low, high: what
    luck leaves open.
    """

    value: float
    error: float
    low: float
    high: float


def estimate(
    values: NDArray[Any], inner: int, confidence: float = 0.95, bound: float = 0.0
) -> Estimate:
    """Return the mean of a number over worlds with an interval of Student's t over sets.

    Parameters
    ----------
    values : float or int [worlds]
        Of worlds in order, the first being the first of its set.
    inner : int
        Worlds that share a set of assumptions; the last set may have fewer.
    confidence : float
        Of the interval.
    bound : float
        Half width if all sets have the same mean: what so many sets can overlook.
    """
    starts = np.arange(0, len(values), inner)
    sums = np.add.reduceat(values.astype(np.float64), starts)
    sizes = np.diff(np.append(starts, len(values)))
    sets, value = len(starts), float(sums.sum() / len(values))
    if sets < 2:
        return Estimate(value, math.nan, -math.inf, math.inf)
    # A ratio of sums over sets (Cochran 1977, 6.4), as shares have it.
    squares = float(np.square(sums - value * sizes).sum())
    error = math.sqrt(sets / (sets - 1) * squares) / len(values)
    # Sums of equal fractions may differ in their last bit.
    wide = student(confidence, sets - 1) * error if error > 1e-12 else bound
    return Estimate(value, error, value - wide, value + wide)


def student(confidence: float, freedom: int) -> float:
    """Return the half width of Student's t in standard errors, from the beta distribution."""
    x = beta_quantile(1.0 - confidence, freedom / 2, 0.5)
    return math.sqrt(freedom * (1.0 / x - 1.0))
