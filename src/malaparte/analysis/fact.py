"""A stylised fact, the engine's value with its error, and what may be said of the two."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from malaparte.ensemble.design import INNER
from malaparte.results.share import nothing_seen, plain

Index = NDArray[np.intp]
Verdict = Literal["met", "missed", "open"]

GROUPS = 32
"""Groups of sets of assumptions that are left out in turn."""
WIDTH = 1.96
"""Standard errors on either side, 95 %."""


@dataclass(frozen=True)
class Fact:
    """A fact, the model's value with its standard error, the tolerance, and of how many worlds."""

    id: str
    says: str
    value: float
    error: float
    low: float
    high: float
    worlds: int

    @property
    def verdict(self) -> Verdict:
        """Met or missed; open where the error crosses an edge of the tolerance, or is unknown."""
        if math.isnan(self.value) or math.isnan(self.error):
            return "open"
        lowest, highest = self.value - WIDTH * self.error, self.value + WIDTH * self.error
        if any(lowest < edge < highest for edge in (self.low, self.high)):
            return "open"
        return "met" if self.low <= self.value <= self.high else "missed"


@dataclass(frozen=True)
class Facts:
    """All facts, and of which fixture they were asked."""

    scenario: str
    seed: int
    facts: tuple[Fact, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return plain data for ``--json``."""
        data: dict[str, Any] = plain(self)
        for fact, one in zip(data["facts"], self.facts, strict=True):
            fact["verdict"] = one.verdict
        return data


def left_out(
    statistic: Callable[[Index], float], worlds: int, inner: int = INNER, sets: int | None = None
) -> tuple[float, float]:
    """Return a statistic and its standard error, each group of sets left out in turn.

    The delete-a-group jackknife (Quenouille 1956; Tukey 1958): worlds of a set of assumptions are
    not independent, so whole sets are left out.

    Parameters
    ----------
    statistic : function of an index array
        Value of those worlds.
    worlds, inner : int
        How many there are, and how many of them make a set.
    sets : int, optional
        Of a share, or a difference of shares: how many sets it speaks of.  Where none of them
        differs, as with a share of nought, 95 % reach as far as so many sets without a case leave
        open (`malaparte.results.share.nothing_seen`).
    """
    everything = np.arange(worlds)
    groups = min(GROUPS, -(-worlds // inner))
    group = (everything // inner) % groups
    parts = np.array([statistic(np.flatnonzero(group != one)) for one in range(groups)])
    error = math.sqrt((groups - 1) / groups * float(((parts - parts.mean()) ** 2).sum()))
    if error == 0.0 and sets:
        error = nothing_seen(sets) / WIDTH
    return statistic(everything), error if groups > 1 else math.nan
