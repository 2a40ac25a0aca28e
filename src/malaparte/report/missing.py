"""What a scenario is silent about, and is therefore not simulated."""

from __future__ import annotations

from malaparte.report.words import Words
from malaparte.scenario.document import Scenario


def missing_text(scenario: Scenario, words: Words) -> str:
    """Return which parts the scenario is silent about."""
    parts = ("road", "army", "street", "holding")
    silent = [part for part in parts if getattr(scenario, part) is None]
    if not silent:
        return words.say("run-missing-nothing")
    what = words.join(words.say(f"missing-{part}") for part in silent)
    return words.say("run-missing-text", what=what, holding="yes" if scenario.holding else "no")
