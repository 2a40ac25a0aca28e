"""How well the numbers of a scenario are supported."""

from __future__ import annotations

from dataclasses import dataclass

from malaparte.report.words import Words
from malaparte.scenario.document import Scenario
from malaparte.scenario.walk import quantities


@dataclass(frozen=True)
class BasisCount:
    """Numbers by basis; a number that several places share counts once.

    unseen: numbers that name sources, none of which was seen for the scenario.
    """

    total: int
    documented: int
    claimed: int
    estimated: int
    assumed: int
    unseen: int


def basis_count(scenario: Scenario) -> BasisCount:
    """Count the numbers of a scenario by who says so."""
    numbers = {one.canonical: one.quantity for one in quantities(scenario).values()}.values()
    bases = [number.basis for number in numbers]
    unseen = sum(
        bool(number.sources) and all(scenario.sources[name].seen == "no" for name in number.sources)
        for number in numbers
    )
    return BasisCount(
        len(bases),
        bases.count("documented"),
        bases.count("claimed"),
        bases.count("estimated"),
        bases.count("assumed"),
        unseen,
    )


def basis_text(scenario: Scenario, words: Words) -> str:
    """Return the sentences with which every report opens."""
    count = basis_count(scenario)
    line = words.say(
        "basis-line",
        total=count.total,
        documented=count.documented,
        claimed=count.claimed,
        estimated=count.estimated,
        assumed=count.assumed,
    )
    return f"{line} {words.say('basis-unseen', n=count.unseen)}"
