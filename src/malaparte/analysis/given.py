"""An ensemble given the record: what worlds like ours look like, and what was learned from it.

Abduction: each world keeps its luck and its assumptions and is weighed by the chance that it would
leave the record that there is (`malaparte.analysis.weights`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from malaparte.analysis.evidence import Evidence, Factor, evidence, factor
from malaparte.analysis.learned import Learned, learned
from malaparte.analysis.table import rows
from malaparte.analysis.weights import Weights, weigh
from malaparte.ensemble.ensemble import Ensemble
from malaparte.ensemble.executors import Executor
from malaparte.ensemble.observed import comparable
from malaparte.errors import RecordError, UsageError
from malaparte.kernel.outcome import COLUMNS, LABELS
from malaparte.results.share import Share, plain
from malaparte.said import said, strung
from malaparte.scenario.near import near, with_hint
from malaparte.scenario.record import Statement
from malaparte.world.build import World

LEAST_SETS = 20
"""Sets of assumptions that the weighed worlds must be worth, or nothing is said."""


@dataclass(frozen=True)
class Told:
    """One statement.

    fits: share of the worlds that agree with it before anything is weighed; of a number, the mean
    of exp(-z^2/2).  chance: how likely this reading makes it.  ratios: that, over how likely each
    other reading makes it.
    """

    name: str
    fits: float
    chance: Evidence
    ratios: tuple[Factor, ...]

    @property
    def discriminates(self) -> bool:
        """Whether it tells any two of the readings apart."""
        return any(one.discriminates for one in self.ratios)


@dataclass(frozen=True)
class Against:
    """Another reading: how likely it makes the record, and how many times likelier this one."""

    scenario: str
    evidence: Evidence
    factor: Factor


@dataclass(frozen=True)
class Turn:
    """A share of the worlds before and after weighing."""

    name: str
    before: Share
    after: Share


@dataclass(frozen=True)
class Given:
    """An ensemble given the record.

    told: statements that were weighed.  left: statements that were not, by choice or because they
    are no evidence.  worth_worlds, worth_sets: how many equal worlds and sets the weighed ones are
    worth.  armed, seized: chances of an armed plot and of power.  outcomes, places: the largest
    first.  learned: uncertain numbers, those that moved most first.
    """

    scenario: str
    seed: int
    worlds: int
    sets: int
    do: dict[str, str]
    set: dict[str, object]
    told: tuple[Told, ...]
    left: tuple[str, ...]
    worth_worlds: float
    worth_sets: float
    evidence: Evidence
    readings: tuple[Against, ...]
    armed: Turn
    seized: Turn
    outcomes: tuple[Turn, ...]
    places: tuple[Turn, ...]
    learned: tuple[Learned, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return plain data for ``--json``; infinite factors as null."""
        return plain(self)

    @property
    def table(self) -> pa.Table:
        """Outcomes, then places, before and after weighing, as an Arrow table."""
        return rows([*self.outcomes, *self.places])

    def __repr__(self) -> str:
        """Return the worth of the weighed worlds and the outcomes, a line each."""
        head = f"{self.worlds:,} worlds of {self.scenario} given {len(self.told)} statements"
        worth = f"worth {self.worth_worlds:,.0f} worlds and {self.worth_sets:,.0f} sets"
        lines = [
            f"  {one.name:32} {one.before.value:6.1%} -> {one.after.value:6.1%}"
            for one in self.outcomes
        ]
        return "\n".join([f"{head}: {worth}", *lines])


def chosen(record: Mapping[str, Statement], without: Sequence[str] = ()) -> dict[str, Statement]:
    """Return the statements that worlds are weighed by.

    Raises
    ------
    UsageError
        If there is none, or if one to be left out is not there.
    """
    for name in without:
        if name not in record:
            found = said("no statement `{name}` in the record", name=name)
            raise UsageError(with_hint(found, near(name, record)))
    found = {name: one for name, one in record.items() if one.evidence and name not in without}
    if not found:
        raise UsageError(said("the record is empty, so there is nothing to weigh worlds by"))
    return found


def readable(world: World, others: Iterable[World], without: Sequence[str] = ()) -> None:
    """Raise UsageError for readings that a record cannot weigh, before anything is computed."""
    comparable(world, others, chosen(world.scenario.record, without))


def given(
    ensemble: Ensemble,
    others: Sequence[Ensemble],
    where: Executor,
    without: Sequence[str] = (),
) -> Given:
    """Weigh an ensemble by the record of its scenario, and set it against other readings.

    Parameters
    ----------
    ensemble : Ensemble
        The reading that is asked; its record is used for the others too.
    others : sequence of Ensemble
        Other readings.
    where : Executor
        Where roads are walked.
    without : sequence of str
        Statements to leave out.

    Raises
    ------
    UsageError
        If there is no record, or it speaks of an output that a reading has not, or of another day.
    RecordError
        If too few worlds fit.
    """
    record = ensemble.world.scenario.record
    used = chosen(record, without)
    comparable(ensemble.world, (one.world for one in others), used)
    mine = weigh(ensemble, used, where)
    enough(mine, ensemble.design.worlds)
    theirs = [weigh(other, used, where) for other in others]
    pairs = [_paired(ensemble, other) for other in others]

    def ratios(at: int) -> tuple[Factor, ...]:
        return tuple(
            factor(mine.each[:, at], other.each[:, at], mine.inner, paired=paired)
            for other, paired in zip(theirs, pairs, strict=True)
        )

    told: list[Told] = []
    for at, name in enumerate(used):
        fits = float(mine.fits[:, at].mean())
        told.append(Told(name, fits, evidence(mine.each[:, at], mine.inner), ratios(at)))
    readings = tuple(
        Against(
            one.world.scenario.id,
            evidence(other.total, other.inner),
            factor(mine.total, other.total, mine.inner, paired=paired),
        )
        for other, one, paired in zip(theirs, others, pairs, strict=True)
    )
    design = ensemble.design
    return Given(
        scenario=ensemble.world.scenario.id,
        seed=design.seed,
        worlds=design.worlds,
        sets=design.sets,
        do=design.do,
        set=design.set,
        told=tuple(told),
        left=tuple(name for name in record if name not in used),
        worth_worlds=mine.worth_worlds,
        worth_sets=mine.worth_sets,
        evidence=evidence(mine.total, mine.inner),
        readings=readings,
        learned=learned(ensemble, mine),
        **_turns(ensemble, mine),
    )


def _paired(one: Ensemble, other: Ensemble) -> bool:
    a, b = one.design, other.design
    return (a.seed, a.worlds, a.inner) == (b.seed, b.worlds, b.inner)


def _turns(ensemble: Ensemble, weights: Weights) -> dict[str, Any]:
    rows, taken = ensemble.block.rows, ensemble.block.taken
    even = Weights(weights.names, weights.fits, np.ones_like(weights.each), weights.inner)

    def turn(name: str, happened: NDArray[np.bool_]) -> Turn:
        return Turn(name, even.share(happened), weights.share(happened))

    outcomes = [turn(label, rows[:, 0] == code) for code, label in enumerate(LABELS)]
    places = [turn(goal, taken[:, at] >= 0) for at, goal in enumerate(ensemble.layout.goals)]
    return {
        "armed": turn("plot", rows[:, COLUMNS.index("plot_existed")] != 0),
        "seized": turn("seized", rows[:, COLUMNS.index("seized_at")] >= 0),
        "outcomes": _largest([one for one in outcomes if one.before.count]),
        "places": _largest(places),
    }


def _largest(turns: list[Turn]) -> tuple[Turn, ...]:
    return tuple(sorted(turns, key=lambda one: -max(one.before.value, one.after.value)))


def enough(weights: Weights, worlds: int) -> None:
    """Refuse to speak of weighed worlds that are worth too few, and say what to try.

    Raises
    ------
    RecordError
        If no world fits, naming the statements that rule the worlds out; or if they are worth fewer
        than `LEAST_SETS` sets of assumptions.
    """
    sets = len(weights.starts)
    if not weights.total.any():
        none = said("none of {worlds:,} worlds fits the record", worlds=worlds)
        raise RecordError(strung([none, *_ruled(weights)], "\n"))
    there = weights.worth_sets
    if there >= LEAST_SETS:
        return
    found = said(
        "the worlds that fit the record are worth {there:,.1f} of {sets:,} sets of assumptions",
        there=there,
        sets=sets,
    )
    lines = [strung([found, said("expected {least} at least", least=LEAST_SETS)], "; ")]
    more = weights.inner * LEAST_SETS * 10
    if sets >= LEAST_SETS:
        more = int(np.ceil(1.5 * worlds * LEAST_SETS / there / 1000.0)) * 1000
    lines.append(said("  try       {hint}", hint=f"--worlds {more}"))
    gains = {name: weights.without(name).worth_sets for name in weights.names}
    name = max(gains, key=lambda one: gains[one])
    if len(gains) > 1 and gains[name] > 1.2 * there:
        words = said(
            "--without {name}, which alone costs the most ({sets:.0f} sets without it)",
            name=name,
            sets=gains[name],
        )
        lines.append(said("  or        {hint}", hint=words))
    raise RecordError(strung(lines, "\n"))


def _ruled(weights: Weights) -> list[str]:
    """Return which statements, or which two together, no world fits."""
    can = weights.each > 0.0
    alone = [name for at, name in enumerate(weights.names) if not can[:, at].any()]
    if alone:
        return [
            said("  found     {found}", found=said("no world that fits `{name}` alone", name=name))
            for name in alone
        ]
    lines: list[str] = []
    for at, name in enumerate(weights.names):
        for other in range(at + 1, len(weights.names)):
            if not (can[:, at] & can[:, other]).any():
                clash = said(
                    "  clash     `{one}` and `{other}`: {n:,} and {m:,} worlds fit one of them",
                    one=name,
                    other=weights.names[other],
                    n=int(can[:, at].sum()),
                    m=int(can[:, other].sum()),
                )
                lines.append(clash)
    none = said("no two statements clash; only all of them together do")
    return lines or [said("  found     {found}", found=none)]
