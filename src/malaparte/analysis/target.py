"""The end of a history that a question is about."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from malaparte.errors import UsageError
from malaparte.kernel.outcome import LABELS
from malaparte.results.block import Ints
from malaparte.scenario.near import near

WORST = ("held", "seized, holding not simulated")
"""What is worst for the state.  A scenario can reach one of the two: the first if it simulates
whether power is held, the second if it does not."""


@dataclass(frozen=True)
class Target:
    """Worlds that a question counts: those with one of these labels."""

    labels: tuple[str, ...] = WORST

    @property
    def is_power(self) -> bool:
        """Whether it is what is worst for the state, the target of a question that names none."""
        return self.labels == WORST

    def hit(self, labels: Ints) -> NDArray[np.bool_]:
        """Tell of codes of labels whether they are meant."""
        return np.isin(labels, [LABELS.index(name) for name in self.labels])


def target(label: str | None = None) -> Target:
    """Return the target that a label names; what is worst for the state if none is named.

    Raises
    ------
    UsageError
        If there is no such label.
    """
    if label is None:
        return Target()
    if label not in LABELS:
        hint = near(label, LABELS)
        raise UsageError(f"no outcome '{label}'" + (f"; {hint}" if hint else ""))
    return Target((label,))
