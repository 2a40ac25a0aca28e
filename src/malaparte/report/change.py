"""One change in words: a decision and its option, a value, a group of another scenario."""

from __future__ import annotations

from malaparte.report.words import Words
from malaparte.scenario.document import Scenario
from malaparte.scenario.transplant import GROUPS


def flag(change: str, scenario: Scenario) -> str:
    """Return the option of the command line that makes a change: do, set or with."""
    name, _, option = change.partition("=")
    if name in scenario.decisions and option in scenario.decisions[name].options:
        return "do"
    return "with" if name in GROUPS else "set"


def change_names(change: str, scenario: Scenario, words: Words) -> tuple[str, str]:
    """Return what a change is about, and how it is changed.

    A decision and its option by their titles; a value by its path, a group by its scenario.
    """
    name, _, option = change.partition("=")
    kind = flag(change, scenario)
    if kind != "do":
        return words.say(f"change-{kind}"), f"{name} = {option}"
    decision = scenario.decisions[name]
    return decision.title.say(words.lang), decision.options[option].title.say(words.lang)
