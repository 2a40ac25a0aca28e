"""Many candidates, few of which deserve many worlds: successive refinement.

Every candidate gets a few worlds.  Then, round after round, the worlds are doubled, and who cannot
be among the best any more leaves: first those whose interval lies below that of enough others
(Maron and Moore 1997, Hoeffding races), and of the rest at most half stay (Jamieson and Talwalkar
2016, successive halving).  Who left in the second way was overtaken, not excluded, and is counted
apart.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from malaparte.analysis.estimate import Estimate

Candidate = TypeVar("Candidate")


@dataclass(frozen=True)
class Raced(Generic[Candidate]):
    """How a race ended.

    best: the survivors, the largest first.  excluded: left because their interval lay below.
    overtaken: left because half had to.
    """

    best: tuple[Candidate, ...]
    entered: int
    excluded: int
    overtaken: int


def race(
    candidates: Sequence[Candidate],
    score: Callable[[Sequence[Candidate], int], Sequence[Estimate]],
    keep: int,
    first: int,
    most: int,
) -> Raced[Candidate]:
    """Run a race.

    Parameters
    ----------
    candidates : sequence
        Who enters.
    score : function of (candidates, worlds) to estimates
        How large each is after so many worlds, with an interval; never negative.
    keep : int
        How many the race is for.
    first, most : int
        Worlds of the first round and of the last.
    """
    left, worlds, excluded, overtaken = list(candidates), min(first, most), 0, 0
    while True:
        found = dict(zip(range(len(left)), score(left, worlds), strict=True))
        order = sorted(found, key=lambda one: -found[one].value)
        if worlds >= most:
            best = tuple(left[one] for one in order[:keep])
            rest = len(order) - len(best)
            return Raced(best, len(candidates), excluded, overtaken + rest)
        if len(order) > keep:
            bar = sorted((one.low for one in found.values()), reverse=True)[keep - 1]
            able = [one for one in order if found[one].high >= bar]
            stay = able[: max(keep, len(order) // 2)]
            excluded += len(order) - len(able)
            overtaken += len(able) - len(stay)
            left = [left[one] for one in stay]
        worlds = min(2 * worlds, most)
