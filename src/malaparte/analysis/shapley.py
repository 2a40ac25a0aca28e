"""What each of several changes is worth, whatever the others do (Shapley 1953)."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from malaparte.analysis.effects import Effect, Question
from malaparte.analysis.estimate import Estimate
from malaparte.analysis.table import rows
from malaparte.ensemble.trials import Change, Changes, together
from malaparte.errors import UsageError
from malaparte.results.share import plain
from malaparte.said import said

MOST = 8
"""Changes among which a value is shared out: 256 ensembles."""


@dataclass(frozen=True)
class Worth:
    """What one change is worth.

    alone: its effect when no other is made; last: when all others are.  value: its Shapley value,
    the mean over all orders in which changes can be made; places: the same for places taken.
    """

    change: str
    alone: Estimate
    last: Estimate
    value: Estimate
    places: Estimate


@dataclass(frozen=True, repr=False)
class Worths:
    """What several changes are worth; the values of all add up to the effect of all."""

    scenario: str
    worlds: int
    sets: int
    seed: int
    label: str | None
    effect: Effect
    worths: tuple[Worth, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return plain data for ``--json``."""
        return plain(self)

    @property
    def table(self) -> pa.Table:
        """What each change is worth, as an Arrow table."""
        return rows(self.worths)

    def __repr__(self) -> str:
        """Return what a line can hold."""
        lines = [f"{len(self.worths)} changes of {self.scenario}, {self.worlds:,} worlds"]
        lines += [f"  {one.change:32} {100 * one.value.value:+6.1f} in 100" for one in self.worths]
        return "\n".join(lines)


def shapley(asked: Question, changes: Sequence[Change], worlds: int) -> Worths:
    """Return what each change is worth: world by world, on the same luck, every order.

    Raises
    ------
    UsageError
        If there are fewer than two changes or more than `MOST`.
    """
    if not 2 <= len(changes) <= MOST:
        raise UsageError(
            said(
                "a worth is shared out among 2 to {most} changes; found {n}",
                most=MOST,
                n=len(changes),
            )
        )
    everything = together(*changes)
    keys = [together(*some) for n in range(len(changes) + 1) for some in combinations(changes, n)]
    asked.trials.extend(keys, worlds)
    found: list[Worth] = []
    for change in changes:
        others = [one for one in changes if one != change]
        found.append(
            Worth(
                str(change),
                asked.estimate(_step(asked.hit, (), change, worlds)),
                asked.estimate(_step(asked.hit, together(*others), change, worlds)),
                asked.estimate(_value(asked.hit, others, change, worlds)),
                asked.estimate(_value(asked.places, others, change, worlds)),
            )
        )
    design = asked.trials.design
    return Worths(
        asked.trials.world().scenario.id,
        worlds,
        design.sets,
        design.seed,
        asked.target.label,
        asked.effect(everything, worlds),
        tuple(found),
    )


Read = Callable[[Changes, int], NDArray[np.int64]]


def _step(read: Read, before: Changes, change: Change, worlds: int) -> NDArray[np.int64]:
    """Return what a change adds in every world to those that are made before it."""
    return read(together(*before, change), worlds) - read(before, worlds)


def _value(
    read: Read, others: Sequence[Change], change: Change, worlds: int
) -> NDArray[np.float64]:
    total = np.zeros(worlds)
    for n in range(len(others) + 1):
        # The share of all orders in which just these n come before.
        weight = 1.0 / ((len(others) + 1) * math.comb(len(others), n))
        for before in combinations(others, n):
            total += weight * _step(read, together(*before), change, worlds)
    return total
