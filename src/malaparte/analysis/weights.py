"""How well each world fits a record: a weight a world, and how many worlds that is worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from malaparte.ensemble.ensemble import Ensemble
from malaparte.ensemble.executors import Executor
from malaparte.ensemble.observed import observed
from malaparte.results.share import Share, Sums, share
from malaparte.scenario.record import WORDS, Statement
from malaparte.scenario.walk import quantities
from malaparte.world.draw import columns

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

NINE_IN_TEN = 1.6448536269514722
"""Standard deviations of a normal between its mean and the end of its middle 90 %."""
_ONE = 1 << 16
"""The largest weight, as an integer: sums of integers are exact in any order."""


@dataclass(frozen=True)
class Weights:
    """Worlds weighed by a record.

    names: ids of the statements.  fits: float64 [worlds, statements], 1 where a world agrees and 0
    where not, for numbers exp(-z^2/2).  each: float64 [worlds, statements], the chance of the
    statement, or of the silence, in that world.  inner: worlds of one set of assumptions.
    """

    names: tuple[str, ...]
    fits: Floats
    each: Floats
    inner: int

    @cached_property
    def total(self) -> Floats:
        """The weight of each world, float64 [worlds]: what it gives to the record as a whole."""
        return self.each.prod(axis=1)

    @property
    def starts(self) -> NDArray[np.int64]:
        """First world of each set of assumptions."""
        return np.arange(0, len(self.each), self.inner)

    @cached_property
    def by_set(self) -> Floats:
        """Sum of the weights of each set of assumptions, float64 [sets]."""
        return np.add.reduceat(self.total, self.starts)

    def _sums(self, values: Ints) -> Ints:
        return np.add.reduceat(values, self.starts)

    @property
    def worth_worlds(self) -> float:
        """How many equal worlds are worth as much (Kish 1965)."""
        return worth(self.total)

    @property
    def worth_sets(self) -> float:
        """How many equal sets of assumptions are worth as much."""
        return worth(self.by_set)

    def without(self, name: str) -> Weights:
        """Return the weights without one statement."""
        keep = [at for at, other in enumerate(self.names) if other != name]
        names = tuple(self.names[at] for at in keep)
        return Weights(names, self.fits[:, keep], self.each[:, keep], self.inner)

    def share(self, happened: NDArray[np.bool_]) -> Share:
        """Return how often something happened in the weighed worlds, bool [worlds].

        Its range and bounds are those of as many sets as the weighed ones are worth, and its
        counts those of as many worlds.
        """
        m: Ints = np.round(self.total * (_ONE / float(self.total.max()))).astype(np.int64)
        k: Ints = m * happened
        sets_k, sets_m = self._sums(k), self._sums(m)
        sums = Sums(
            max(2, int(self.worth_sets)),
            *(int(each.sum()) for each in (k, m, sets_k**2, sets_m**2, sets_k * sets_m)),
            *(int((each**2).sum()) for each in (k, m)),
        )
        found, of = share(sums), round(self.worth_worlds)
        return replace(found, count=round(found.value * of), of=of)


def worth(weights: Floats) -> float:
    """Return the effective number of weights; 0 if all are zero."""
    squares = float((weights**2).sum())
    return float(weights.sum()) ** 2 / squares if squares else 0.0


def weigh(ensemble: Ensemble, record: Mapping[str, Statement], where: Executor) -> Weights:
    """Return the worlds of an ensemble weighed by statements.

    The chances of reports are drawn with the other numbers of each set of assumptions; if the
    scenario does not say them itself, those of ``record`` must be points.
    """
    values = observed(ensemble, record, where)
    design = ensemble.design
    drawn = columns(ensemble.world, design.seed, 0, design.sets)
    position = {column.path: at for at, column in enumerate(ensemble.world.columns)}
    located = quantities(ensemble.world.scenario)

    def chance(path: str) -> Floats:
        if path not in located:
            return np.ones(design.worlds)
        by_set = drawn[:, position[located[path].canonical]]
        return np.repeat(by_set, design.inner)[: design.worlds]

    fits = np.empty_like(values)
    each = np.empty_like(values)
    for at, (name, one) in enumerate(record.items()):
        fits[:, at] = agreement(one, values[:, at])
        said, right = (chance(f"record.{name}.{key}") for key in ("reported", "reliability"))
        each[:, at] = likelihood(one, fits[:, at], said, right)
        if one.absent:
            fits[:, at] = 1.0 - fits[:, at]
    return Weights(tuple(record), fits, each, design.inner)


def agreement(one: Statement, values: Floats) -> Floats:
    """Return 1 where the form of a statement holds, 0 where not; for a number exp(-z^2/2).

    The standard deviation is that of source and model together; the source's is told apart above
    and below its value.
    """
    if one.value is not None:
        assert one.lo is not None
        assert one.hi is not None
        side = np.where(values > one.value, one.hi - one.value, one.value - one.lo)
        sd = np.hypot(side / NINE_IN_TEN, one.tolerance)
        miss = values - one.value
        z = np.divide(miss, sd, out=np.zeros_like(miss), where=miss != 0)
        return np.exp(-0.5 * z**2)
    if one.one_of:
        words = WORDS[one.output]
        return np.isin(values, [words.index(word) for word in one.one_of]).astype(np.float64)
    least = -np.inf if one.least is None else one.least
    most = np.inf if one.most is None else one.most
    return ((values >= least) & (values <= most)).astype(np.float64)


def likelihood(one: Statement, so: Floats, reported: Floats, reliability: Floats) -> Floats:
    """Return the chance of a statement, or of the silence, in each world.

    Parameters
    ----------
    one : Statement
        Which form it has.
    so : array, float64 [worlds]
        What `agreement` returns.
    reported, reliability : array, float64 [worlds]
        Chance that it is said if it is so; that it is not said if it is not so.
    """
    if one.value is not None:
        # A source that may say nothing about the world is given the widest doubt: a background as
        # high as the peak, so that it never speaks more strongly than it can.
        return reliability * so + 1.0 - reliability
    said = np.where(so > 0, reported, 1.0 - reliability)
    return 1.0 - said if one.absent else said
