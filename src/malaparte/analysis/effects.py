"""What changes do to a scenario, alone and together, on the same luck."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from malaparte.analysis.estimate import Estimate, estimate
from malaparte.analysis.target import Target
from malaparte.ensemble.trials import Change, Changes, Trials
from malaparte.results.share import Share, Sums, nothing_seen, share
from malaparte.results.tally import sums
from malaparte.scenario.document import Scenario

FIRST = 3
"""Worlds that are named, so that they can be read."""


@dataclass(frozen=True)
class Effect:
    """What changes do, made together.

    changes: as the command line takes them.  target: share of worlds that end as asked for.
    value: how much more often.  places: how many more places are taken, in the mean world.
    gained, lost: worlds that end so only with the changes, only without.  firsts: the first of
    those gained.  moved: share of worlds whose history is not the same to the bit.
    """

    changes: tuple[str, ...]
    target: Share
    value: Estimate
    places: Estimate
    gained: int
    lost: int
    firsts: tuple[int, ...]
    moved: float


@dataclass(frozen=True)
class Question:
    """Trials and what is asked of them."""

    trials: Trials
    target: Target

    @property
    def inner(self) -> int:
        """Worlds of a set of assumptions."""
        return self.trials.design.inner

    def hit(self, changes: Changes, worlds: int) -> NDArray[np.int64]:
        """Return 1 for every world that ends as asked for, with these changes."""
        return self.target.hit(self.trials.marks(changes, worlds).label).astype(np.int64)

    def places(self, changes: Changes, worlds: int) -> NDArray[np.int64]:
        """Return how many places the plot takes in every world, with these changes."""
        return self.trials.marks(changes, worlds).places.astype(np.int64)

    def output(self, name: str, changes: Changes, worlds: int) -> NDArray[np.int64]:
        """Return 'outcome', 'places' or 'arrested' of every world, with these changes."""
        if name == "outcome":
            return self.hit(changes, worlds)
        marks = self.trials.marks(changes, worlds)
        return (marks.places if name == "places" else marks.arrested).astype(np.int64)

    def way(self, changes: Changes, worlds: int) -> float:
        """Return how far the plot gets in the mean world: share of places, and of persons taken.

        It shows the way where the end itself is too rare to be seen.
        """
        marks, world = self.trials.marks(changes, worlds), self.trials.world()
        places = float(marks.places.mean()) / max(1, len(world.names["place"]))
        return places + float(marks.arrested.mean()) / max(1, len(world.names["person"]))

    def effect(self, changes: Changes, worlds: int) -> Effect:
        """Return what changes do, compared with none."""
        before, after = self.trials.marks((), worlds), self.trials.marks(changes, worlds)
        was, now = self.hit((), worlds), self.hit(changes, worlds)
        gained = np.flatnonzero(now > was)
        return Effect(
            tuple(map(str, changes)),
            self.share(changes, worlds),
            self.estimate(now - was),
            self.estimate(self.places(changes, worlds) - self.places((), worlds)),
            len(gained),
            int((now < was).sum()),
            tuple(map(int, gained[:FIRST])),
            float((before.history != after.history).mean()),
        )

    def share(self, changes: Changes, worlds: int) -> Share:
        """Return the share of worlds that end as asked for, across assumptions too."""
        cases = self.hit(changes, worlds)[:, None]
        return share(Sums(*map(int, sums(cases, np.ones_like(cases), self.inner)[0])))

    def estimate(self, values: NDArray[Any], confidence: float = 0.95) -> Estimate:
        """Return a mean over worlds; a share that nothing was seen of is bounded, not nothing."""
        sets = -(-len(values) // self.inner)
        return estimate(values, self.inner, confidence, nothing_seen(sets))


def declared(scenario: Scenario, do: Mapping[str, str]) -> list[Change]:
    """Return every declared option that is not taken, in the order of the scenario."""
    return [
        Change(name, option)
        for name, decision in scenario.decisions.items()
        for option in decision.options
        if option != do.get(name, decision.default)
    ]
