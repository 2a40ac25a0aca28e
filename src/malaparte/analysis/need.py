"""What would it take: the smallest sets of changes that bring an end in half the worlds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from malaparte.analysis.effects import Effect, Question
from malaparte.analysis.target import Target
from malaparte.ensemble.trials import Change, Changes, together
from malaparte.errors import ScenarioError

HALF = 0.5
_BEAM = 6
"""Sets of one size from which those of the next are made."""


@dataclass(frozen=True)
class Need:
    """What it would take.

    label: the outcome asked for, None for the plot in power.  size: of the smallest sets that were
    found, 0 if nothing need be changed; None if there are none up to ``most``.  sets: what they do,
    the best first; if there are none, the best that were found.  tried: how many sets of each size,
    of how many there are.
    """

    label: str | None
    size: int | None
    most: int
    sets: tuple[Effect, ...]
    tried: tuple[tuple[int, int], ...]

    @property
    def missed(self) -> bool:
        """Whether sets larger than two were left out; of the smaller ones none is."""
        return any(n < of for n, of in self.tried[2:])


def need(
    asked: Question, changes: Sequence[Change], most: int, first: int, worlds: int, keep: int = 3
) -> Need:
    """Search by size: all single changes, all pairs, then larger sets from the best smaller ones.

    Parameters
    ----------
    asked : Question
        What is asked for.
    changes : sequence of Change
        What may be changed; of one decision, one option at a time.
    most : int
        Largest size.
    first, worlds : int
        Worlds on which sets are tried, and on which the best are looked at again.
    keep : int
        How many sets are told of.
    """
    first, label = min(first, worlds), asked.target.label
    if asked.hit((), worlds).mean() >= HALF:
        return Need(label, 0, most, (), ())
    tried: list[tuple[int, int]] = []
    beam: list[Changes] = [()]
    best: list[Changes] = []
    for size in range(1, most + 1):
        # Every pair is tried, whatever its parts do: what is redundant hides its effect alone.
        smaller = [together(one) for one in changes] if size == 2 else beam
        sets = possible(asked, dict.fromkeys(_larger(smaller, changes)))
        if not sets:
            break
        asked.trials.extend(sets, first)
        order = sorted(sets, key=lambda one: _merit(asked, one, first), reverse=True)
        tried.append((len(sets), _number(changes, size)))
        # Who might reach a half is looked at again, with all worlds.
        able = [one for one in order if asked.estimate(asked.hit(one, first)).high >= HALF]
        able = able[: 2 * keep]
        asked.trials.extend(able, worlds)
        enough = [one for one in able if asked.hit(one, worlds).mean() >= HALF]
        if enough:
            enough.sort(key=lambda one: _merit(asked, one, worlds), reverse=True)
            effects = tuple(asked.effect(one, worlds) for one in enough[:keep])
            return Need(label, size, most, effects, tuple(tried))
        beam = order[:_BEAM]
        best = sorted([*best, *order[:keep]], key=lambda one: _merit(asked, one, first))[-keep:]
    asked.trials.extend(best, worlds)
    best.sort(key=lambda one: _merit(asked, one, worlds), reverse=True)
    return Need(label, None, most, tuple(asked.effect(one, worlds) for one in best), tuple(tried))


def possible(asked: Question, sets: Sequence[Changes] | dict[Changes, None]) -> list[Changes]:
    """Return the sets whose changes go together; two may want the same value."""
    found: list[Changes] = []
    for one in sets:
        try:
            asked.trials.world(one)
        except ScenarioError:
            continue
        found.append(one)
    return found


def _larger(sets: Sequence[Changes], changes: Sequence[Change]) -> list[Changes]:
    return [
        together(*some, one)
        for some in sets
        for one in changes
        if one.what not in {each.what for each in some}
    ]


def _merit(asked: Question, changes: Changes, worlds: int) -> tuple[float, ...]:
    """Return how near a set comes; where none arrives, how far the plot gets shows the way.

    To hold power the plot must first have it, and to have it must take places and persons.
    """
    hit = float(asked.hit(changes, worlds).mean())
    if not asked.target.needs_power:
        return (hit,)
    power = Target().hit(asked.trials.marks(changes, worlds).label).mean()
    return hit, float(power), asked.way(changes, worlds)


def _number(changes: Sequence[Change], size: int) -> int:
    """Return how many sets of a size there are: coefficients of the product over what changes."""
    counts = [1]
    for what in dict.fromkeys(one.what for one in changes):
        options = sum(one.what == what for one in changes)
        shifted = [0, *(options * count for count in counts)]
        counts = [a + b for a, b in zip([*counts, 0], shifted, strict=True)]
    return counts[size] if size < len(counts) else 0
