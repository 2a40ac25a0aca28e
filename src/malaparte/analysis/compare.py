"""Two ensembles on the same luck: what a changed decision did.

World k of both meets the same draws wherever it asks the same question, so the difference of two
shares is known far better than the shares themselves, and a change of nothing is exactly nothing.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from malaparte.analysis.chain import Change, road_changes
from malaparte.ensemble.ensemble import Ensemble
from malaparte.errors import UsageError
from malaparte.kernel.outcome import COLUMNS, LABELS
from malaparte.results.block import Block, Ints
from malaparte.results.share import Share, Sums, plain, share
from malaparte.results.tally import sums

NUMBERS = ("nodes_taken", "arrested", "loss_plot", "loss_regime")
"""Columns of the outcome row whose means are compared."""
_AT = [COLUMNS.index(name) for name in NUMBERS]


@dataclass(frozen=True)
class Difference:
    """How much more often something happens in the second ensemble.

    name: an outcome, or a place that falls.  before, after: the shares.  value: after - before.
    error: standard error of the paired difference, by sets of assumptions.  low, high: the
    difference across assumptions, from the middle 90 % of the shares of worlds gained and lost.
    gained, lost: worlds in which it happens only after, only before.  gain: how many times more
    worlds two ensembles without common luck would need for the same error; None where nothing
    differs.
    """

    name: str
    before: Share
    after: Share
    value: float
    error: float
    low: float
    high: float
    gained: int
    lost: int
    gain: float | None


@dataclass(frozen=True)
class Shift:
    """How much larger a number is, in the mean of all worlds, in the second ensemble.

    name: a column of the outcome row (`malaparte.kernel.outcome`).  error: standard error of the
    paired difference, by sets of assumptions; nan if there is one set only.
    """

    name: str
    before: float
    after: float
    value: float
    error: float


@dataclass(frozen=True)
class Flip:
    """Worlds whose label changed, and the first ten of their numbers."""

    before: str
    after: str
    count: int
    worlds: tuple[int, ...]


@dataclass(frozen=True)
class Comparison:
    """What the second ensemble changed.

    outcomes: every label that occurs, the largest difference first.  places: goals of the plot,
    the largest difference first.  numbers: places taken, persons arrested, men lost.  flips:
    changes of label, the commonest first.  same: worlds whose label did not change.  road: what
    changes before the day, in the first worlds (`ensemble.roads.MOST`).
    """

    scenario: str
    seed: int
    worlds: int
    sets: int
    do_before: dict[str, str]
    set_before: dict[str, object]
    do_after: dict[str, str]
    set_after: dict[str, object]
    outcomes: tuple[Difference, ...]
    places: tuple[Difference, ...]
    numbers: tuple[Shift, ...]
    flips: tuple[Flip, ...]
    same: int
    road: tuple[Change, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return plain data for ``--json``."""
        return plain(self)


def compare(before: Ensemble, after: Ensemble) -> Comparison:
    """Return what the second ensemble changed, world by world.

    Raises
    ------
    UsageError
        If the ensembles are not of the same worlds, or of scenarios with other goals.
    """
    a, b = before.design, after.design
    if (a.worlds, a.seed, a.inner) != (b.worlds, b.seed, b.inner):
        raise UsageError("the ensembles have other worlds; expected the same number and seed")
    goals = before.layout.goals
    if goals != after.layout.goals:
        raise UsageError("the ensembles have other goals of the plot, so they cannot be paired")
    counts = np.zeros((len(LABELS), len(LABELS)), np.int64)
    firsts: dict[tuple[int, int], list[int]] = {}
    shape = len(LABELS) + len(goals), 8
    pairs = [np.zeros(shape, np.int64) for _ in range(5)]
    amounts = [np.zeros((len(NUMBERS), 8), np.int64) for _ in range(3)]
    for one, other in zip(before.blocks(), after.blocks(), strict=True):
        was, now = _events(one), _events(other)
        flips = (now > was).astype(np.int64), (now < was).astype(np.int64)
        for total, cases in zip(pairs, (was, now, now - was, *flips), strict=True):
            total += sums(cases, np.ones_like(cases), a.inner)
        was, now = one.rows[:, _AT], other.rows[:, _AT]
        for total, cases in zip(amounts, (was, now, now - was), strict=True):
            total += sums(cases, np.ones_like(cases), a.inner)
        _count(one, other, counts, firsts)
    names = [*LABELS, *goals]
    found: list[Difference] = []
    for event, name in enumerate(names):
        found.append(_difference(name, *(Sums(*map(int, total[event])) for total in pairs)))
    outcomes, places = found[: len(LABELS)], found[len(LABELS) :]
    return Comparison(
        before.world.scenario.id,
        a.seed,
        a.worlds,
        a.sets,
        a.do,
        a.set,
        b.do,
        b.set,
        _largest([one for one in outcomes if one.before.count or one.after.count]),
        _largest(places),
        tuple(
            _shift(name, *(Sums(*map(int, total[i])) for total in amounts))
            for i, name in enumerate(NUMBERS)
        ),
        _flips(counts, firsts),
        int(np.trace(counts)),
        road_changes(before.world, after.world, a),
    )


def _events(block: Block) -> NDArray[np.int64]:
    labels = block.rows[:, :1] == np.arange(len(LABELS))
    return np.concatenate([labels, block.taken >= 0], axis=1, dtype=np.int64)


def _count(
    one: Block, other: Block, counts: Ints, firsts: dict[tuple[int, int], list[int]]
) -> None:
    was, now = one.rows[:, 0], other.rows[:, 0]
    np.add.at(counts, (was, now), 1)
    for position in np.flatnonzero(was != now):
        worlds = firsts.setdefault((int(was[position]), int(now[position])), [])
        if len(worlds) < 10:
            worlds.append(one.first + int(position))


def _flips(counts: Ints, firsts: dict[tuple[int, int], list[int]]) -> tuple[Flip, ...]:
    found = [
        Flip(LABELS[was], LABELS[now], int(counts[was, now]), tuple(worlds))
        for (was, now), worlds in firsts.items()
    ]
    return tuple(sorted(found, key=lambda flip: -flip.count))


def _shift(name: str, was: Sums, now: Sums, change: Sums) -> Shift:
    error = change.error() if change.sets > 1 else math.nan
    return Shift(name, was.k / was.m, now.k / now.m, change.k / change.m, error)


def _largest(found: list[Difference]) -> tuple[Difference, ...]:
    return tuple(sorted(found, key=lambda one: -abs(one.value)))


def _difference(
    name: str, was: Sums, now: Sums, change: Sums, gained: Sums, lost: Sums
) -> Difference:
    before, after = share(was), share(now)
    value, sets = change.k / change.m, change.sets
    if not gained.k and not lost.k:
        return Difference(name, before, after, 0.0, 0.0, 0.0, 0.0, 0, 0, None)
    if sets < 2:
        unknown = math.nan
        return Difference(name, before, after, value, unknown, -1.0, 1.0, gained.k, lost.k, None)
    error = change.error()
    # The ranges of both kinds of flips together: never wider than the flips allow, so a change
    # that only ever helps one side is not said to hurt it under other assumptions.
    up = share(gained) if gained.k else None
    down = share(lost) if lost.k else None
    low = (up.low if up else 0.0) - (down.high if down else 0.0)
    high = (up.high if up else 0.0) - (down.low if down else 0.0)
    apart = was.error() ** 2 + now.error() ** 2
    gain = apart / error**2 if error > 0 else None
    return Difference(name, before, after, value, error, low, high, gained.k, lost.k, gain)
