"""What a change would have done in worlds like ours.

Abduction, action, prediction (Pearl 2009, 7.1): the worlds as they were are weighed by the record,
each is changed with its luck and its assumptions kept, and the differences are summed up with the
weights of the worlds as they were.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from malaparte.analysis.compare import NUMBERS, OTHER_GOALS, Shift
from malaparte.analysis.given import chosen, enough
from malaparte.analysis.paired import Paired
from malaparte.analysis.weights import Weights, weigh
from malaparte.ensemble.ensemble import Ensemble
from malaparte.ensemble.executors import Executor
from malaparte.errors import UsageError
from malaparte.kernel.outcome import COLUMNS, LABELS
from malaparte.results.share import Share, plain
from malaparte.said import said


@dataclass(frozen=True)
class Apart:
    """How much more often something happens in the changed worlds, given the record.

    value: after - before; error: its standard error by sets of assumptions.
    """

    name: str
    before: Share
    after: Share
    value: float
    error: float


@dataclass(frozen=True, repr=False)
class Weighed(Paired):
    """A comparison given the record.

    unchanged: both sides are one scenario, to the last value, so that nothing can differ.
    told: statements that the worlds as they were are weighed by; left: those that were left out by
    name.  worth_worlds, worth_sets: how
    many equal ones these are worth.
    """

    scenario: str
    seed: int
    worlds: int
    sets: int
    do_before: dict[str, str]
    set_before: dict[str, object]
    do_after: dict[str, str]
    set_after: dict[str, object]
    reading_before: dict[str, str]
    reading_after: dict[str, str]
    unchanged: bool
    told: tuple[str, ...]
    left: tuple[str, ...]
    worth_worlds: float
    worth_sets: float
    seized: Apart
    outcomes: tuple[Apart, ...]
    places: tuple[Apart, ...]
    numbers: tuple[Shift, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return plain data for ``--json``."""
        return plain(self)

    def __repr__(self) -> str:
        """Return what a line can hold."""
        one = self.seized
        change = f"{100 * one.value:+.1f} ± {196 * one.error:.1f} in 100"
        worth = f"worth {self.worth_worlds:,.0f} worlds and {self.worth_sets:,.0f} sets"
        return (
            f"{self.worlds:,} worlds of {self.scenario} given the record, {worth}: power {change}"
        )


def weighed(
    before: Ensemble, after: Ensemble, where: Executor, without: Sequence[str] = ()
) -> Weighed:
    """Return what the second ensemble changed, given the record of the first.

    Raises
    ------
    UsageError
        If the ensembles are not of the same worlds and goals, or there is no record.
    RecordError
        If too few worlds fit.
    """
    a, b = before.design, after.design
    if (a.worlds, a.seed, a.inner) != (b.worlds, b.seed, b.inner):
        words = said("the ensembles have other worlds; expected the same number and seed")
        raise UsageError(words)
    if before.layout.goals != after.layout.goals:
        raise UsageError(OTHER_GOALS)
    used = chosen(before.world.scenario.record, without)
    weights = weigh(before, used, where)
    enough(weights, a.worlds)
    was, now = before.block, after.block

    def apart(name: str, one: NDArray[np.bool_], other: NDArray[np.bool_]) -> Apart:
        change = other.astype(np.float64) - one
        return Apart(name, weights.share(one), weights.share(other), *_mean(weights, change))

    outcomes = [
        apart(label, was.rows[:, 0] == code, now.rows[:, 0] == code)
        for code, label in enumerate(LABELS)
    ]
    places = [
        apart(goal, was.taken[:, at] >= 0, now.taken[:, at] >= 0)
        for at, goal in enumerate(before.layout.goals)
    ]
    seized = COLUMNS.index("seized_at")
    return Weighed(
        before.world.scenario.id,
        a.seed,
        a.worlds,
        a.sets,
        a.do,
        a.set,
        b.do,
        b.set,
        before.world.scenario.reading.model_dump(),
        after.world.scenario.reading.model_dump(),
        before.world.scenario == after.world.scenario,
        tuple(used),
        tuple(without),
        weights.worth_worlds,
        weights.worth_sets,
        apart("seized", was.rows[:, seized] >= 0, now.rows[:, seized] >= 0),
        _largest([one for one in outcomes if one.before.count or one.after.count]),
        _largest(places),
        tuple(_moved(weights, name, before, after) for name in NUMBERS),
    )


def _moved(weights: Weights, name: str, before: Ensemble, after: Ensemble) -> Shift:
    was, now = (
        one.block.rows[:, COLUMNS.index(name)].astype(np.float64) for one in (before, after)
    )
    means = _mean(weights, was)[0], _mean(weights, now)[0]
    return Shift(name, *means, *_mean(weights, now - was))


def _mean(weights: Weights, values: NDArray[np.float64]) -> tuple[float, float]:
    """Return a weighed mean and its standard error by sets, that of a ratio of sums."""
    sums = np.add.reduceat(weights.total * values, weights.starts)
    whole = weights.by_set.sum()
    mean = float(sums.sum() / whole)
    sets = len(sums)
    if sets < 2:
        return mean, math.nan
    misses = (sums - mean * weights.by_set) / whole
    return mean, math.sqrt(sets / (sets - 1) * float((misses**2).sum()))


def _largest(found: list[Apart]) -> tuple[Apart, ...]:
    return tuple(sorted(found, key=lambda one: -abs(one.value)))
