"""What a scenario is silent about, and is therefore not simulated."""

from __future__ import annotations

from malaparte.report.words import Words
from malaparte.scenario.document import Scenario

_LINKS = ("road", "army", "street", "holding")
_BESIDE = ("channels", "authorities", "fates")


def missing_text(scenario: Scenario, words: Words) -> str:
    """Return which parts the scenario is silent about."""
    silent = [part for part in (*_LINKS, *_BESIDE) if not getattr(scenario, part)]
    what = words.join(words.say(f"missing-{part}") for part in silent)
    holding = "yes" if scenario.holding else "no"
    told = words.say("run-missing-text", what=what, holding=holding).strip() if silent else ""
    # The links are the story's; who else could say no, or what became of whom, is none of them.
    whole = all(getattr(scenario, part) for part in _LINKS)
    return f"{words.say('run-missing-nothing') if whole else ''} {told}".strip()
