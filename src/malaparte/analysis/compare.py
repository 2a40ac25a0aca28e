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
from malaparte.analysis.paired import Paired
from malaparte.analysis.target import Target
from malaparte.ensemble.ensemble import Ensemble
from malaparte.errors import UsageError
from malaparte.kernel.outcome import LABELS
from malaparte.results.block import Block, Ints, Layout
from malaparte.results.share import Share, Sums, luck, plain, share
from malaparte.results.tally import sums
from malaparte.said import said, strung
from malaparte.scenario.army import Unit
from malaparte.scenario.document import Scenario

OTHER_GOALS = said("the ensembles have other goals of the plot, so they cannot be paired")
NUMBERS = ("nodes_taken", "arrested", "loss_plot", "loss_regime")
"""Columns of the outcome row whose means are compared."""
_OF_UNITS = ("dead_units_plot", "dead_units_state")
"""The same, where one side has an army; the other has no such column, and none of these dead."""


@dataclass(frozen=True)
class Difference:
    """How much more often something happens in the second ensemble.

    name: an outcome, or a place that falls.  before, after: the shares.  value: after - before.
    error: standard error of the paired difference, by sets of assumptions.  luck: its 95 %
    interval if only luck is in doubt.  low, high: the
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
    luck: tuple[float, float]
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
class Stand:
    """Where a unit stands that the second ensemble has and the first has not, or elsewhere.

    unit: its id.  name, place: in words, by language.  outside: it stands nowhere in the city, and
    place is where the railway would bring it, None if the scenario names none.
    """

    unit: str
    name: dict[str, str]
    place: dict[str, str] | None
    outside: bool


@dataclass(frozen=True)
class Put:
    """A group put in from another scenario.

    group: guards or authorities.  names: what is otherwise, in words, by language: places of
    guards, of which ``of`` are guarded; authorities.
    """

    group: str
    names: tuple[dict[str, str], ...]
    of: int


@dataclass(frozen=True, repr=False)
class Comparison(Paired):
    """What the second ensemble changed.

    reading_before, reading_after: the readings in words, which differ where a part of another
    scenario was put in. stands: units that stand otherwise, in the order of ids. put: guards and
    authorities of another scenario. unchanged: both
    sides are one scenario, to the last value, so that nothing can differ.  label: the label that
    was asked for; None for the plot in power. target: worlds that end so. outcomes: every label
    that occurs, the largest difference first. places: goals of the plot, the largest difference
    first. numbers: places taken, persons arrested, men lost. flips: changes of label, the commonest
    first. same: worlds whose label did not change. road: what changes before the day, in the first
    worlds (`ensemble.roads.MOST`).
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
    stands: tuple[Stand, ...]
    put: tuple[Put, ...]
    unchanged: bool
    label: str | None
    target: Difference
    outcomes: tuple[Difference, ...]
    places: tuple[Difference, ...]
    numbers: tuple[Shift, ...]
    flips: tuple[Flip, ...]
    same: int
    road: tuple[Change, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return plain data for ``--json``."""
        return plain(self)

    def __repr__(self) -> str:
        """Return what a line can hold."""
        asked = self.target
        change = f"{100 * asked.value:+.1f} ± {196 * asked.error:.1f} in 100"
        return (
            f"{self.worlds:,} worlds of {self.scenario}, {self.label or 'power'}: {change}, "
            f"{asked.gained:,} gained, {asked.lost:,} lost"
        )


def two_scenarios(one: str, other: str) -> str:
    """Return that worlds of two scenarios cannot be set side by side."""
    return said("{one} and {other} are two scenarios, which share no luck", one=one, other=other)


def compare(before: Ensemble, after: Ensemble, target: Target | None = None) -> Comparison:
    """Return what the second ensemble changed, world by world.

    Parameters
    ----------
    before, after : Ensemble
        The same worlds of one scenario, with other decisions or values.
    target : Target, optional
        The end that is asked for; the plot in power if left out.

    Raises
    ------
    UsageError
        If the ensembles are not of the same worlds of one scenario, or have other goals.
    """
    a, b = before.design, after.design
    names = before.world.scenario.id, after.world.scenario.id
    if names[0] != names[1]:
        words = two_scenarios(*names), said("compare decisions of one of them")
        raise UsageError(strung(words, "; "))
    if (a.worlds, a.seed, a.inner) != (b.worlds, b.seed, b.inner):
        pair = [said("{n:,} of seed {seed}", n=one.worlds, seed=one.seed) for one in (a, b)]
        words = said(
            "the ensembles have other worlds ({worlds}); expected the same number and seed",
            worlds=strung(pair),
        )
        raise UsageError(words)
    goals, asked = before.layout.goals, target or Target()
    if goals != after.layout.goals:
        raise UsageError(OTHER_GOALS)
    counts = np.zeros((len(LABELS), len(LABELS)), np.int64)
    firsts: dict[tuple[int, int], list[int]] = {}
    shape = len(LABELS) + 1 + len(goals), 8
    pairs = [np.zeros(shape, np.int64) for _ in range(5)]
    layouts = before.layout, after.layout
    told = (*NUMBERS, *(name for name in _OF_UNITS if any(name in x.columns for x in layouts)))
    amounts = [np.zeros((len(told), 8), np.int64) for _ in range(3)]
    for one, other in zip(before.blocks(), after.blocks(), strict=True):
        was, now = _events(one, asked), _events(other, asked)
        flips = (now > was).astype(np.int64), (now < was).astype(np.int64)
        for total, cases in zip(pairs, (was, now, now - was, *flips), strict=True):
            total += sums(cases, np.ones_like(cases), a.inner)
        was, now = _amounts(one, layouts[0], told), _amounts(other, layouts[1], told)
        for total, cases in zip(amounts, (was, now, now - was), strict=True):
            total += sums(cases, np.ones_like(cases), a.inner)
        _count(one, other, counts, firsts)
    found = [
        _difference(name, *(Sums(*map(int, total[event])) for total in pairs))
        for event, name in enumerate([*LABELS, "target", *goals])
    ]
    outcomes, places = found[: len(LABELS)], found[len(LABELS) + 1 :]
    return Comparison(
        names[0],
        a.seed,
        a.worlds,
        a.sets,
        a.do,
        a.set,
        b.do,
        b.set,
        before.world.scenario.reading.model_dump(),
        after.world.scenario.reading.model_dump(),
        _stands(before.world.scenario, after.world.scenario),
        _put(before.world.scenario, after.world.scenario),
        before.world.scenario == after.world.scenario,
        asked.label,
        found[len(LABELS)],
        _largest([one for one in outcomes if one.before.count or one.after.count]),
        _largest(places),
        tuple(
            _shift(name, *(Sums(*map(int, total[i])) for total in amounts))
            for i, name in enumerate(told)
        ),
        _flips(counts, firsts),
        int(np.trace(counts)),
        road_changes(before.world, after.world, a),
    )


def _stands(before: Scenario, after: Scenario) -> tuple[Stand, ...]:
    old = before.army.units if before.army else {}
    rail = after.holding.rail if after.holding else None

    def where(unit: Unit) -> dict[str, str] | None:
        place = rail if unit.outside else unit.place
        return after.places[place].name.model_dump() if place else None

    return tuple(
        Stand(name, unit.name.model_dump(), where(unit), unit.outside)
        for name, unit in sorted((after.army.units if after.army else {}).items())
        if name not in old or old[name].place != unit.place
    )


def _put(before: Scenario, after: Scenario) -> tuple[Put, ...]:
    """Return guards and authorities that differ, where a part of another scenario was put in."""
    found: list[Put] = []
    if before.reading == after.reading:
        return ()
    guards = [guard for name, guard in after.guards.items() if before.guards.get(name) != guard]
    if guards:
        names = tuple(after.places[guard.place].name.model_dump() for guard in guards)
        found.append(Put("guards", names, len(after.guards)))
    if before.authorities != after.authorities:
        names = tuple(one.name.model_dump() for one in after.authorities.values())
        found.append(Put("authorities", names, len(names)))
    return tuple(found)


def _events(block: Block, target: Target) -> NDArray[np.int64]:
    labels = block.rows[:, :1] == np.arange(len(LABELS))
    asked = target.hit(block.rows[:, :1])
    return np.concatenate([labels, asked, block.taken >= 0], axis=1, dtype=np.int64)


def _amounts(block: Block, layout: Layout, names: tuple[str, ...]) -> NDArray[np.int64]:
    """Return columns of a block by name, [worlds, names]; nothing of those that it has not."""
    found = np.zeros((len(block.rows), len(names)), np.int64)
    for i, name in enumerate(names):
        if name in layout.columns:
            found[:, i] = block.rows[:, layout.columns.index(name)]
    return found


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
        return Difference(name, before, after, 0.0, 0.0, (0.0, 0.0), 0.0, 0.0, 0, 0, None)
    # A change that only ever helps one side is not said to hurt it: by luck, or under other
    # assumptions, it can do no more than the worlds that it gained, or lost, allow.
    up = share(gained) if gained.k else None
    down = share(lost) if lost.k else None
    low = (up.low if up else 0.0) - (down.high if down else 0.0)
    high = (up.high if up else 0.0) - (down.low if down else 0.0)
    if sets < 2:
        error, gain = math.nan, None
    else:
        error = change.error()
        apart = was.error() ** 2 + now.error() ** 2
        gain = apart / error**2 if error > 0 else None
    chance = _luck(value, error, up, down)
    return Difference(name, before, after, value, error, chance, low, high, gained.k, lost.k, gain)


def _luck(value: float, error: float, up: Share | None, down: Share | None) -> tuple[float, float]:
    """Return the 95 % interval of a difference: of a share where only one kind of flip occurs."""
    if up is not None and down is None:
        return luck(up)
    if down is not None and up is None:
        low, high = luck(down)
        return -high, -low
    if math.isnan(error):
        return -1.0, 1.0
    return value - 1.96 * error, value + 1.96 * error
