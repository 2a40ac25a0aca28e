"""Two ensembles on the same luck: what a changed decision did.

World k of both meets the same draws wherever it asks the same question, so the difference of two
shares is known far better than the shares themselves, and a change of nothing is exactly nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from malaparte.results.share import Share, plain


@dataclass(frozen=True)
class Difference:
    """How much more often something happens in the second ensemble.

    name: an outcome, or a place that falls.  before, after: the shares.  value: after - before.
    error: standard error of the paired difference, by sets of assumptions.  low, high: the middle
    90 % of the difference across assumptions.  gained, lost: worlds in which it happens only after,
    only before.  gain: how many times more worlds two ensembles without common luck would need for
    the same error; None where nothing differs.
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
    the largest difference first.  flips: changes of label, the commonest first.  same: worlds
    whose label did not change.
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
    flips: tuple[Flip, ...]
    same: int

    def as_dict(self) -> dict[str, Any]:
        """Return plain data for ``--json``."""
        return plain(self)
