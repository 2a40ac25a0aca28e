"""Sobol indices, summed up point by point: first order and total, with intervals.

First order as Saltelli and others (2010), total as Jansen (1999), outputs centred at their mean:
what SALib computes from all points at once, and the same to rounding.  Sums of a few dozen batches
are kept, whatever the number of points; intervals are those of a jackknife over batches.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from malaparte.analysis.estimate import student

BATCHES = 32
"""Parts of a design that are left out in turn."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Index:
    """How much of the variance of an output a factor carries.

    first: by itself.  total: with all that it does together with others.  low, high: 95 %.
    """

    first: float
    first_low: float
    first_high: float
    total: float
    total_low: float
    total_high: float


class Sums:
    """Sums over the points of a design, for several outputs at once.

    Parameters
    ----------
    points, factors, outputs : int
        Size of the design.  Memory is `BATCHES` * factors * outputs numbers, however many points.
    """

    def __init__(self, points: int, factors: int, outputs: int) -> None:
        self.points, self.batches = points, min(BATCHES, points)
        # Of each batch: numbers of points; a, b, a^2, b^2, ab; then by factor ab_j, b ab_j, its
        # squared distance from a.
        self._ends = np.zeros((self.batches, 5, outputs))
        self._mixed = np.zeros((self.batches, 3, factors, outputs))
        self._count = np.zeros(self.batches)
        self._shift: Floats | None = None

    def add(self, first: int, outputs: ArrayLike) -> None:
        """Add some points.

        Parameters
        ----------
        first : int
            Number of the first.
        outputs : float [n, factors + 2, outputs]
            Of A, of one mixture a factor, of B.
        """
        y = np.asarray(outputs, np.float64)
        if self._shift is None:
            # Sums of squares about a point among the values lose no digits; any point will do.
            self._shift = np.asarray(y.mean(axis=(0, 1)))
        y = np.subtract(y, self._shift)
        batch = (first + np.arange(len(y))) * self.batches // self.points
        a, b, mixed = y[:, 0], y[:, -1], y[:, 1:-1]
        ends = np.stack([a, b, a * a, b * b, a * b], axis=1)
        for one in np.unique(batch):
            here = batch == one
            self._count[one] += here.sum()
            self._ends[one] += ends[here].sum(axis=0)
            m = mixed[here]
            self._mixed[one, 0] += m.sum(axis=0)
            self._mixed[one, 1] += np.einsum("nk,njk->jk", b[here], m)
            apart = m - a[here, None, :]
            self._mixed[one, 2] += np.einsum("njk,njk->jk", apart, apart)

    def means(self) -> Floats:
        """Return the mean of each output over A and B."""
        assert self._shift is not None
        ends = self._ends.sum(axis=0)
        return self._shift + (ends[0] + ends[1]) / (2 * self._count.sum())

    def variance(self) -> Floats:
        """Return the variance of each output."""
        return _variance(self._count.sum(), self._ends.sum(axis=0))

    def indices(self) -> list[list[Index]]:
        """Return the indices, by output and factor; of an output that never varies, zeros."""
        whole = _both(self._count.sum(), self._ends.sum(axis=0), self._mixed.sum(axis=0))
        left = np.stack(
            [
                _both(
                    self._count.sum() - self._count[one],
                    self._ends.sum(axis=0) - self._ends[one],
                    self._mixed.sum(axis=0) - self._mixed[one],
                )
                for one in range(self.batches)
            ]
        )
        n = self.batches
        error = np.sqrt((n - 1) / n * np.square(left - left.mean(axis=0)).sum(axis=0))
        wide = error * (student(0.95, n - 1) if n > 1 else math.inf)
        low, high = whole - wide, whole + wide
        _, factors, outputs = whole.shape
        return [
            [
                Index(*(float(part[o, f, k]) for o in (0, 1) for part in (whole, low, high)))
                for f in range(factors)
            ]
            for k in range(outputs)
        ]


def _variance(n: float, ends: Floats) -> Floats:
    a, b, aa, bb, _ = ends
    mean = (a + b) / (2 * n)
    return (aa + bb) / (2 * n) - mean * mean


def _both(n: float, ends: Floats, mixed: Floats) -> Floats:
    """Return first and total indices, float64 [2, factors, outputs]."""
    a, b, _, _, ab = ends
    each, with_b, apart = mixed
    # SALib centres by the mean over every world of the design, mixtures included.
    centre = (a + b + each.sum(axis=0)) / (n * (2 + len(each)))
    first = (with_b - ab - centre * (each - a)) / n
    total = 0.5 * apart / n
    variance = _variance(n, ends)
    # What varies by no more than rounding does not vary.
    flat = variance <= 1e-14
    found = np.stack([first, total]) / np.where(flat, 1.0, variance)
    return np.where(flat, 0.0, found)
