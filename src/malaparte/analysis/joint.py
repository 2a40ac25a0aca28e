"""Two changes together: what each hides of the other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from malaparte.analysis.effects import FIRST, Effect, Question
from malaparte.analysis.estimate import Estimate
from malaparte.ensemble.trials import Change, together


@dataclass(frozen=True)
class Preemption:
    """Worlds in which a change would have decided, had another thing not been there.

    Neither change alone turns the world, both together do (no but-for cause).  Where leaving out
    ``idle`` changes nothing in the history, to the bit, and leaving out ``acts`` does, ``acts`` is
    what made the end that happened, and ``idle`` would have made it too: pre-emption (Halpern and
    Pearl 2005; the history is what their definition holds fixed).
    """

    acts: str
    idle: str
    worlds: int
    firsts: tuple[int, ...]


@dataclass(frozen=True)
class Joint:
    """Two changes made together.

    value: the share of worlds that both turn, over what each does alone (the interaction); places:
    the same for places taken.  redundant: worlds that only both together turn.  both: those among
    them in which each alone changes the history.  preemptions: those in which one alone does.
    """

    effect: Effect
    value: Estimate
    places: Estimate
    redundant: int
    both: int
    preemptions: tuple[Preemption, ...]


def joint(asked: Question, one: Change, other: Change, worlds: int) -> Joint:
    """Return what two changes do together, over what each does alone."""
    first, second, both = together(one), together(other), together(one, other)
    value, places = interaction(asked, one, other, worlds)
    none, a, b, ab = (asked.hit(key, worlds) for key in ((), first, second, both))
    only = (a == none) & (b == none) & (ab != none)
    history = [asked.trials.marks(key, worlds).history for key in ((), first, second)]
    acts = [history[0] != after for after in history[1:]]
    found: list[Preemption] = []
    for actor, idler, mine, others in (
        (one, other, *acts),
        (other, one, *reversed(acts)),
    ):
        cases = np.flatnonzero(only & mine & ~others)
        if len(cases):
            firsts = tuple(map(int, cases[:FIRST]))
            found.append(Preemption(str(actor), str(idler), len(cases), firsts))
    return Joint(
        asked.effect(both, worlds),
        value,
        places,
        int(only.sum()),
        int((only & acts[0] & acts[1]).sum()),
        tuple(found),
    )


def interaction(
    asked: Question, one: Change, other: Change, worlds: int, confidence: float = 0.95
) -> tuple[Estimate, Estimate]:
    """Return by how much two changes do more, or less, than the sum of both: share, places."""
    keys = (), together(one), together(other), together(one, other)
    both: list[Estimate] = []
    for read in (asked.hit, asked.places):
        none, a, b, ab = (read(key, worlds) for key in keys)
        both.append(asked.estimate(ab - a - b + none, confidence))
    return both[0], both[1]
