"""The end of a history that a question is about."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from malaparte.errors import UsageError
from malaparte.kernel.outcome import LABELS
from malaparte.results.block import Ints
from malaparte.said import said
from malaparte.scenario.document import Scenario
from malaparte.scenario.near import near, with_hint

POWER = ("lost", "held", "seized, holding not simulated")
"""The plot comes to power, whether it then holds it, loses it, or the scenario does not say."""
IN_POWER = "power"
"""The word that asks for the plot in power."""


@dataclass(frozen=True)
class Target:
    """Worlds that a question counts: those with one of these labels."""

    labels: tuple[str, ...] = POWER

    @property
    def is_power(self) -> bool:
        """Whether it is the plot in power, the target of a question that names none."""
        return self.labels == POWER

    @property
    def needs_power(self) -> bool:
        """Whether no world ends so unless the plot comes to power in it."""
        return set(self.labels) <= set(POWER)

    @property
    def label(self) -> str | None:
        """The label that is meant; None for the plot in power."""
        return None if self.is_power else self.labels[0]

    def hit(self, labels: Ints) -> NDArray[np.bool_]:
        """Tell of codes of labels whether they are meant."""
        return np.isin(labels, [LABELS.index(name) for name in self.labels])


def target(label: str | None = None, scenario: Scenario | None = None) -> Target:
    """Return the target that a label names; the plot in power if none is named, or 'power'.

    scenario: whose worlds are asked, if it is known.

    Raises
    ------
    UsageError
        If there is no such label, or if no world of the scenario can end so.
    """
    if label is None or label == IN_POWER:
        return Target()
    if label not in LABELS:
        found = said("no outcome '{name}'", name=label)
        raise UsageError(with_hint(found, near(label, (IN_POWER, *LABELS))))
    if scenario is not None and label not in (left := ends(scenario)):
        part = next(part for part, names in _NEEDS.items() if label in names)
        words = said(
            "{name} {part}, so none of its worlds ends as '{label}'; "
            "outcomes it can end in: {names}",
            name=scenario.id,
            part=part,
            label=label,
            names=", ".join(left),
        )
        raise UsageError(words)
    return Target((label,))


_UNHELD, _HELD = said("does not simulate holding"), said("simulates holding")
_NO_ROAD, _NO_STREET = said("has no road"), said("has no street")
_NEEDS = {
    _UNHELD: ("lost", "held"),
    _HELD: ("seized, holding not simulated",),
    _NO_ROAD: ("prevented",),
    _NO_STREET: ("street contained", "rising crushed"),
}
"""Labels that do not occur, by what rules them out."""


def ends(scenario: Scenario) -> tuple[str, ...]:
    """Return the labels that worlds of a scenario can have."""
    out = {
        _UNHELD: scenario.holding is None,
        _HELD: scenario.holding is not None,
        _NO_ROAD: scenario.road is None,
        _NO_STREET: scenario.street is None,
    }
    never = {name for part, is_so in out.items() if is_so for name in _NEEDS[part]}
    return tuple(name for name in LABELS if name not in never)
