"""Army, street and holding as text for a terminal."""

from __future__ import annotations

from collections.abc import Mapping

from malaparte.report.names import short
from malaparte.report.page import columns, head, paragraph
from malaparte.report.share import few, label, percent
from malaparte.report.words import Words
from malaparte.results.public import OutcomeDetail, PublicSummary
from malaparte.scenario.document import Scenario


def public_text(found: PublicSummary, scenario: Scenario, words: Words) -> list[str]:
    """Return what units, people and persons did, outcome by outcome, in 80 columns."""
    lines = head(words.say("public-head"))
    for one in found.outcomes:
        lines += _outcome(one, found.called > 0.0, words)
    if scenario.army and found.units:
        lines += ["", *_row(words.say("public-units"), *_titles(words))]
        for unit in found.units:
            there = scenario.army.units[unit.unit]
            where = short(scenario.places[there.place].name.say(words.lang))
            where = words.say("public-outside") if there.outside else where
            name = f"{short(there.name.say(words.lang))} · {where}"
            lines += _row(name, *(percent(share, words) for share in unit.shares))
    if scenario.street:
        rising = percent(found.rising, words)
        text = words.say("public-rising", share=rising, jailed=few(found.jailed))
        lines += ["", *paragraph(text if found.called else words.say("public-uncalled"))]
    return [*lines, *paragraph(words.say("public-size", n=found.worlds))]


def _titles(words: Words) -> tuple[str, ...]:
    return tuple(words.say(f"choice-{name}") for name in ("obeyed", "waited", "over", "beaten"))


def _row(name: str, *cells: str) -> list[str]:
    return columns((name, 32), *((cell, 9) for cell in cells))


def _outcome(one: OutcomeDetail, street: bool, words: Words) -> list[str]:
    low, middle, high = one.deaths
    early, hour, late = one.hour
    known = hour == hour
    text = words.say(
        "public-outcome",
        label=label(one.label, words),
        n=one.worlds,
        hour=words.clock(3600 * hour) if known else "",
        early=words.clock(3600 * early) if known else "",
        late=words.clock(3600 * late) if known else "",
        known="yes" if known else "no",
        deaths=few(middle),
        low=few(low),
        high=few(high),
        calm="yes" if one.bloodless else "no",
        bloodless=percent(one.bloodless, words),
        street="yes" if street else "no",
        crowd=few(one.people[1]),
        nodes=round(one.nodes),
    )
    causes = words.join(
        words.say("public-cause-none", n=n)
        if cause == "none"
        else words.say("public-cause", cause=words.say("cause-" + cause.replace(" ", "-")), n=n)
        for cause, n in sorted(one.causes.items(), key=lambda item: -item[1])
        if n and one.causes.keys() != {"none"}
    )
    dead = [
        words.say(f"dead-{side}", parts=parts)
        for side, causes_of in one.dead.items()
        if (parts := _some(causes_of, "dead", words))
    ]
    arrests = words.join(
        parts for of in one.arrests.values() if (parts := _some(of, "arrest", words))
    )
    units = _some(one.units, "part", words)
    persons = _some(one.persons, "part", words)
    fates = words.join(
        words.say("public-fate", fate=fate.replace(" ", "-"), n=n)
        for fate, n in sorted(one.leader.items(), key=lambda item: -item[1])
    )
    parts = [
        text,
        words.say("public-causes", causes=causes) if causes else "",
        _still_out(one, words),
        words.say("public-dead", dead="; ".join(dead)) if dead else "",
        words.say("public-arrests", arrests=arrests) if arrests else "",
        words.say("public-chosen", parts=units) if units else "",
        words.say("public-persons", parts=persons) if persons else "",
        words.say("public-leader", fates=fates),
    ]
    return paragraph(" ".join(filter(None, parts)), "  ", "    ")


def _some(means: Mapping[str, float], kind: str, words: Words) -> str:
    """Return those means that do not round to nothing, as 'a, b and c'."""
    return words.join(
        words.say(f"{kind}-{name.replace('_', '-')}", n=few(mean, 1))
        for name, mean in means.items()
        if round(mean, 1)
    )


def _still_out(one: OutcomeDetail, words: Words) -> str:
    """Return how many were in the street when the hours ran out, if anybody was."""
    low, people, high = one.out
    if not high > 0.0:  # not a number where the hours never ran out
        return ""
    return words.say("public-out", people=few(people), low=few(low), high=few(high))
