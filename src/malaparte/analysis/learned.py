"""What a record teaches about the uncertain numbers of a scenario."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from malaparte.analysis.weights import Weights
from malaparte.ensemble.ensemble import Ensemble
from malaparte.world.draw import columns

Floats = NDArray[np.float64]
_CUTS = (0.05, 0.5, 0.95)
_RISK = 0.05


@dataclass(frozen=True)
class Learned:
    """An uncertain number before and after the record.

    before, after: quantiles at 5, 50 and 95 %.  distance: the largest difference between the two
    distribution functions (Kolmogorov).  moved: whether that is more than the few weighed sets
    would show if nothing had been learned about any number.
    """

    path: str
    unit: str
    before: tuple[float, float, float]
    after: tuple[float, float, float]
    distance: float
    moved: bool


def learned(ensemble: Ensemble, weights: Weights) -> tuple[Learned, ...]:
    """Return every uncertain number before and after weighing, the one that moved most first.

    The bound for all numbers together is that of Dvoretzky, Kiefer and Wolfowitz with the constant
    of Massart (1990), for as many draws as the weighed sets are worth, shared out among the numbers
    (Bonferroni).
    """
    design = ensemble.design
    drawn = columns(ensemble.world, design.seed, 0, design.sets)
    known = [at for at in range(drawn.shape[1]) if np.ptp(drawn[:, at]) > 0]
    if not known:
        return ()
    bound = math.sqrt(math.log(2.0 * len(known) / _RISK) / (2.0 * weights.worth_sets))
    found: list[Learned] = []
    for at in known:
        column = ensemble.world.columns[at]
        before, after, distance = before_and_after(drawn[:, at], weights.by_set)
        moved = distance > bound
        found.append(Learned(column.path, column.unit, before, after, distance, moved))
    return tuple(sorted(found, key=lambda one: (-one.distance, one.path)))


def before_and_after(
    values: Floats, weights: Floats
) -> tuple[tuple[float, float, float], tuple[float, float, float], float]:
    """Return quantiles before and after weighing, and the distance of the two distributions.

    values, weights: float64 [sets].
    """
    order = np.argsort(values, kind="stable")
    values, weights = values[order], weights[order]
    even = np.arange(1, len(values) + 1) / len(values)
    after = np.cumsum(weights) / weights.sum()
    last = np.append(values[1:] != values[:-1], True)  # ties step together
    distance = float(np.abs(even - after)[last].max())
    return _at(values, even), _at(values, after), distance


def _at(values: Floats, below: Floats) -> tuple[float, float, float]:
    low, middle, high = (
        float(values[min(int(np.searchsorted(below, cut - 1e-12)), len(values) - 1)])
        for cut in _CUTS
    )
    return low, middle, high
