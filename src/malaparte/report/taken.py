"""Which decisions were taken otherwise than in the reading: said wherever worlds are told."""

from __future__ import annotations

from collections.abc import Mapping

from malaparte.report.words import Words
from malaparte.scenario.document import Scenario
from malaparte.scenario.tree import written


def taken(
    scenario: Scenario,
    do: Mapping[str, str],
    set: Mapping[str, object],  # noqa: A002 - the word of the language
    words: Words,
) -> str:
    """Return 'Changed: ...', or nothing where all is as the reading tells it.

    Parameters
    ----------
    scenario : Scenario
        The reading; it names decisions and options.
    do : mapping of str to str
        Decision -> option; the default of a decision changes nothing.
    set : mapping of str to object
        Path -> value.
    words : Words
        The language.
    """
    asked = {name: scenario.decisions[name] for name in do}
    changed = [
        f"{decision.title.say(words.lang)} {decision.options[do[name]].title.say(words.lang)}"
        for name, decision in asked.items()
        if do[name] != decision.default
    ]
    changed += [f"{path} = {written(value)}" for path, value in set.items()]
    return words.say("run-changed", what="; ".join(changed)) if changed else ""
