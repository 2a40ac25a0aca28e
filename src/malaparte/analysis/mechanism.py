"""The mechanism that a number belongs to."""

from __future__ import annotations

from collections import Counter

from malaparte.scenario.document import Scenario
from malaparte.scenario.walk import quantities

_DEEP = ("road",)
"""Sections with mechanisms of their own inside."""


def mechanisms(scenario: Scenario) -> dict[str, str]:
    """Return the mechanism of every number, by canonical path.

    A mechanism is the section of the scenario that a rule reads (``guards``, ``clash``), of the
    road its part (``road.rumour``).  A number that sections share goes with most of its uses.
    """
    uses: dict[str, Counter[str]] = {}
    for located in quantities(scenario).values():
        if not located.path.startswith("numbers."):
            uses.setdefault(located.canonical, Counter())[_section(located.path)] += 1
    # Of equally frequent sections the first in the alphabet, so that no order matters.
    return {
        path: min(counts, key=lambda section: (-counts[section], section))
        for path, counts in uses.items()
    }


def _section(path: str) -> str:
    first, second, *_ = [*path.split("."), ""]
    return f"{first}.{second}" if first in _DEEP and second else first
