"""Stylised facts and what the engine says of each, as text for a terminal."""

from __future__ import annotations

import math

from malaparte.analysis.facts import Fact, Facts
from malaparte.report.page import columns, head, paragraph
from malaparte.report.words import Words


def facts_text(found: Facts, words: Words) -> str:
    """Return a line a fact: what it says, the model's value, the tolerance, the verdict."""
    titles = ("facts-value", 8), ("facts-tolerance", 12), ("facts-verdict", 8)
    cells = ((words.say(title), wide) for title, wide in titles)
    lines = [*head(words.say("facts-head")), *columns(("", 42), *cells)]
    for fact in found.facts:
        lines += _row(fact, words)
    met = sum(fact.met for fact in found.facts)
    size = words.say("facts-size", n=found.worlds, seed=str(found.seed), scenario=found.scenario)
    count = words.say("facts-met", met=met, of=len(found.facts))
    return "\n".join([*lines, "", *paragraph(count), *paragraph(size)]) + "\n"


def _row(fact: Fact, words: Words) -> list[str]:
    value = "—" if math.isnan(fact.value) else words.say("number-fine", n=round(fact.value, 3))
    high = "" if fact.high > 1e6 else words.say("number-fine", n=fact.high)
    tolerance = f"{words.say('number-fine', n=fact.low)}–{high}"
    verdict = words.say("facts-pass" if fact.met else "facts-miss")
    says = words.say("fact-" + fact.id.lower())
    return columns((f"{fact.id:5}{says}", 42), (value, 8), (tolerance, 12), (verdict, 8))
