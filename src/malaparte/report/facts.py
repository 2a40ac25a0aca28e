"""Stylised facts and what the engine says of each, as text for a terminal."""

from __future__ import annotations

import math

from malaparte.analysis.fact import WIDTH, Fact, Facts
from malaparte.report.page import columns, head, paragraph
from malaparte.report.words import Words

VERDICTS = ("met", "missed", "open")


def facts_text(found: Facts, words: Words) -> str:
    """Return a line a fact: what it says, the model's value, the tolerance, the verdict."""
    titles = ("value", 7), ("width", 7), ("tolerance", 12), ("worlds", 6), ("verdict", 7)
    cells = ((words.say(f"facts-{title}"), wide) for title, wide in titles)
    lines = [*head(words.say("facts-head")), *columns(("", 30), *cells, indent="")]
    for fact in found.facts:
        lines += _row(fact, words)
    counts = {name: sum(fact.verdict == name for fact in found.facts) for name in VERDICTS}
    size = words.say("facts-size", seed=str(found.seed), scenario=found.scenario)
    count = words.say("facts-count", of=len(found.facts), **counts)
    return "\n".join([*lines, "", *paragraph(count), *paragraph(size)]) + "\n"


def _row(fact: Fact, words: Words) -> list[str]:
    value = "—" if math.isnan(fact.value) else _number(round(fact.value, 3), words)
    width = (
        "" if math.isnan(fact.error) else words.say("number-fine", n=round(WIDTH * fact.error, 3))
    )
    return columns(
        (f"{fact.id:5}{words.say('fact-' + fact.id.lower())}", 30),
        (value, 7),
        (f"±{width}" if width else "", 7),
        (_tolerance(fact, words), 12),
        (words.say("number", n=fact.worlds), 6),
        (words.say(f"facts-{fact.verdict}"), 7),
        indent="",
    )


def _tolerance(fact: Fact, words: Words) -> str:
    low, high = (_number(edge, words) for edge in (fact.low, fact.high))
    if fact.high > 1e6:
        return words.say("facts-least", low=low)
    return words.say("facts-between", low=low, high=high, negative="yes" if fact.low < 0 else "no")


def _number(value: float, words: Words) -> str:
    # A true minus: a hyphen beside a dash is no sign.
    return ("−" if value < 0 else "") + words.say("number-fine", n=abs(value))
