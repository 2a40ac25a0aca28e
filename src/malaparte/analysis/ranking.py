"""Every declared option: alone, in pairs, and what it would take."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import pyarrow as pa

from malaparte.analysis.effects import Effect, Question
from malaparte.analysis.estimate import Estimate
from malaparte.analysis.joint import Joint, interaction, joint
from malaparte.analysis.need import Need, need, possible
from malaparte.analysis.race import race
from malaparte.analysis.table import rows
from malaparte.ensemble.trials import Change, Changes, together
from malaparte.errors import UsageError
from malaparte.results.share import Share, plain
from malaparte.said import said

PAIRS = 5
"""Pairs that a race is for."""
_FIRST = 256
"""Worlds on which every pair is tried."""
_SURE = 0.99
"""Confidence of the intervals that exclude a pair."""


@dataclass(frozen=True)
class Pairs:
    """The pairs that do more together than the sum of their parts, the most first.

    by: what they are ranked by, 'target' or, where the pairs tried leave the target as it is,
    'places'.  clashes: pairs that want the same value and cannot be made together.
    """

    by: str
    pairs: tuple[Joint, ...]
    entered: int
    excluded: int
    overtaken: int
    clashes: int


@dataclass(frozen=True)
class Singles:
    """Every option of a scenario alone, by what it changes.

    do, set: decisions taken and values set in every world.  label: the outcome asked for, None for
    the plot in power.  base: its share as things are.
    options: the largest effect first.
    """

    scenario: str
    worlds: int
    sets: int
    seed: int
    do: dict[str, str]
    set: dict[str, object]
    label: str | None
    base: Share
    options: tuple[Effect, ...]


@dataclass(frozen=True, repr=False)
class Ranking(Singles):
    """Every option of a scenario, alone, in pairs, and what it would take."""

    pairs: Pairs
    need: Need

    def as_dict(self) -> dict[str, Any]:
        """Return plain data for ``--json``."""
        return plain(self)

    @property
    def table(self) -> pa.Table:
        """Every option as an Arrow table, the largest effect first."""
        return rows(self.options)

    def __repr__(self) -> str:
        """Return what a line can hold."""
        lines = [f"{len(self.options)} options of {self.scenario}, {self.worlds:,} worlds"]
        for one in self.options:
            value = f"{100 * one.value.value:+6.1f} in 100"
            lines.append(f"  {one.changes[0]:32} {value}, {one.places.value:+6.1f} places")
        return "\n".join(lines)


Stage = Singles | Pairs | Need
"""What is found in turn; the later stages take as long as the first."""


def rank(
    asked: Question,
    changes: Sequence[Change],
    worlds: int,
    size: int = 4,
    found: Callable[[Stage], None] = lambda _: None,
) -> Ranking:
    """Rank changes: each alone, then pairs by successive refinement, then what it would take.

    Parameters
    ----------
    asked : Question
        The scenario and the end asked for.
    changes : sequence of Change
        Declared options, values set by hand, and groups of other scenarios.
    worlds : int
        For every single change, and for the best of the others.
    size : int
        Largest set of changes that is tried.
    found : callable
        Is given each stage as soon as it is there.

    Raises
    ------
    UsageError
        If there is nothing to change.
    """
    if not changes:
        words = said("there is no option to rank: the scenario declares no other decision")
        raise UsageError(words)
    singles = _singles(asked, changes, worlds)
    found(singles)
    pairs = _pairs(asked, changes, worlds)
    found(pairs)
    taken = need(asked, changes, size, _FIRST, worlds)
    found(taken)
    return Ranking(**vars(singles), pairs=pairs, need=taken)


def _singles(asked: Question, changes: Sequence[Change], worlds: int) -> Singles:
    design = asked.trials.design
    singles = [together(one) for one in changes]
    asked.trials.extend([(), *singles], worlds)
    effects = sorted((asked.effect(one, worlds) for one in singles), key=_size, reverse=True)
    return Singles(
        asked.trials.world().scenario.id,
        worlds,
        design.sets,
        design.seed,
        dict(asked.trials.do),
        dict(asked.trials.set),
        asked.target.label,
        asked.share((), worlds),
        tuple(effects),
    )


def _size(effect: Effect) -> tuple[float, float]:
    return abs(effect.value.value), abs(effect.places.value)


def _pairs(asked: Question, changes: Sequence[Change], worlds: int) -> Pairs:
    two = [pair for pair in combinations(changes, 2) if pair[0].what != pair[1].what]
    keys: dict[Changes, tuple[Change, Change]] = {together(*pair): pair for pair in two}
    able = [keys[key] for key in possible(asked, list(keys))]
    if not able:
        return Pairs("target", (), 0, 0, 0, len(two))
    first = min(_FIRST, worlds)
    asked.trials.extend([together(*pair) for pair in able], first)
    # An end that no pair brings about ranks none; places taken do, and the report says so.
    turned = (interaction(asked, *pair, first, _SURE)[0] for pair in able)
    which = 0 if any(one.value and not one.low <= 0.0 <= one.high for one in turned) else 1

    def score(some: Sequence[tuple[Change, Change]], number: int) -> list[Estimate]:
        asked.trials.extend([together(*pair) for pair in some], number)
        return [_surplus(asked, pair, number, which) for pair in some]

    raced = race(able, score, PAIRS, first, worlds)
    found = [
        joint(asked, *pair, worlds)
        for pair in raced.best
        if _surplus(asked, pair, worlds, which).low > 0.0
    ]
    by = ("target", "places")[which]
    left = raced.overtaken, len(two) - len(able)
    return Pairs(by, tuple(found), raced.entered, raced.excluded, *left)


def _surplus(asked: Question, pair: tuple[Change, Change], worlds: int, which: int) -> Estimate:
    """Return by how much a pair does more than the sum of its parts, and than each of them.

    In the direction in which the pair goes; the smallest of the three, because a part that undoes
    the other departs from the sum too, and is no joint effect.
    """
    read = (asked.hit, asked.places)[which]
    none, one, other, both = (
        read(key, worlds) for key in ((), together(pair[0]), together(pair[1]), together(*pair))
    )
    sign = 1 if both.mean() >= none.mean() else -1
    found = (both - one - other + none, both - one, both - other)
    return min((asked.estimate(sign * part, _SURE) for part in found), key=lambda one: one.value)
