"""What it is worth to know one number: how much ignorance would go.

If a share is to be told and the loss is its squared error, the expected value of partial perfect
information on a number is the variance of the share's mean given that number.  It is estimated
from the sets of assumptions that an ensemble has anyway, sorted by the number and cut into bins
(the single-loop estimator of Strong and Oakley 2013, Medical Decision Making 33:755), the noise
inside bins taken out as in an analysis of variance, so that a number without influence has none.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from malaparte.analysis.estimate import student

_BINS = 16
_LEFT_OUT = 20
"""Parts of the sets that the jackknife leaves out in turn."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Information:
    """What knowing a number is worth.

    share: part of the variance across assumptions that would go; low, high: 95 %.  spread: standard
    deviation of the answer across assumptions that would be left.
    """

    path: str
    share: float
    low: float
    high: float
    spread: float


def by_set(values: NDArray[np.int64], inner: int) -> tuple[Floats, float]:
    """Return the mean of each whole set, and the variance across sets without the luck inside."""
    sets = len(values) // inner
    worlds = values[: sets * inner].reshape(sets, inner).astype(np.float64)
    means = worlds.mean(axis=1)
    if sets < 2 or inner < 2:
        return means, 0.0
    inside = float(worlds.var(axis=1, ddof=1).mean()) / inner
    return means, max(0.0, float(means.var(ddof=1)) - inside)


def information(
    inputs: Floats, means: Floats, variance: float, names: list[str]
) -> tuple[Information, ...]:
    """Return what each number is worth, the most first.

    Parameters
    ----------
    inputs : float64 [sets, numbers]
        Drawn numbers.
    means : float64 [sets]
        The answer in each set.
    variance : float
        Across sets, the luck inside them taken out (`by_set`).
    names : list of str
        Of the numbers.
    """
    if variance <= 0.0:
        return ()
    found: list[Information] = []
    parts = np.arange(len(means)) * _LEFT_OUT // len(means)
    n = len(np.unique(parts))
    for column, name in enumerate(names):
        order = np.argsort(inputs[:, column], kind="stable")
        whole, *left = _jackknifed(inputs[order, column], means[order], parts[order], n)
        error = float(np.sqrt((n - 1) / n * np.square(np.array(left) - np.mean(left)).sum()))
        wide = student(0.95, max(1, n - 1)) * error
        share = whole / variance
        low, high = share - wide / variance, share + wide / variance
        gone = min(max(share, 0.0), 1.0)
        found.append(Information(name, share, low, high, float(np.sqrt(variance * (1 - gone)))))
    return tuple(sorted(found, key=lambda one: -one.share))


def _jackknifed(x: Floats, y: Floats, parts: NDArray[np.int64], n: int) -> list[float]:
    return [_explained(x, y), *(_explained(x[parts != i], y[parts != i]) for i in range(n))]


def _explained(x: Floats, y: Floats) -> float:
    """Return the variance of the mean of y given x; x is sorted."""
    sets = len(y)
    bins = np.arange(sets) * min(_BINS, max(2, sets // 8)) // sets
    # Equal values belong to one bin: that of the first of them.
    first = np.searchsorted(x, x, side="left")
    _, bins = np.unique(bins[first], return_inverse=True)
    sizes = np.bincount(bins)
    if len(sizes) < 2 or sets <= len(sizes):
        return 0.0
    means = np.bincount(bins, y) / sizes
    between = float((sizes * np.square(means - y.mean())).sum())
    within = float(np.square(y - means[bins]).sum()) / (sets - len(sizes))
    return (between - (len(sizes) - 1) * within) / sets
