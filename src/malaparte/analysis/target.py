"""The end of a history that a question is about."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from malaparte.errors import UsageError
from malaparte.kernel.outcome import LABELS
from malaparte.results.block import Ints
from malaparte.scenario.near import near

POWER = ("lost", "held", "seized, holding not simulated")
"""The plot comes to power, whether it then holds it, loses it, or the scenario does not say."""


@dataclass(frozen=True)
class Target:
    """Worlds that a question counts: those with one of these labels."""

    labels: tuple[str, ...] = POWER

    @property
    def is_power(self) -> bool:
        """Whether it is the plot in power, the target of a question that names none."""
        return self.labels == POWER

    @property
    def label(self) -> str | None:
        """The label that is meant; None for the plot in power."""
        return None if self.is_power else self.labels[0]

    def hit(self, labels: Ints) -> NDArray[np.bool_]:
        """Tell of codes of labels whether they are meant."""
        return np.isin(labels, [LABELS.index(name) for name in self.labels])


def target(label: str | None = None) -> Target:
    """Return the target that a label names; the plot in power if none is named.

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
