"""What a changed decision did, as text for a terminal."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from malaparte.analysis.compare import Comparison, Difference
from malaparte.ensemble.roads import MOST
from malaparte.report.basis import basis_text
from malaparte.report.names import short
from malaparte.report.page import columns, head, paragraph
from malaparte.report.road import change_lines
from malaparte.report.share import label, said
from malaparte.report.words import Words
from malaparte.results.share import nothing_seen
from malaparte.scenario.document import Scenario

if TYPE_CHECKING:
    from malaparte.world.build import World

_WORTH_SAYING = 1.5
"""Gain of pairing from which on it is told."""
_PLACES = 8
"""Rows of places."""
_WORLDS = 3
"""Worlds of a flip that are named."""


def answer_text(found: Comparison, world: World, lang: str) -> str:
    """Return only what was changed and the sentences that a historian would quote."""
    words = Words(lang)
    scenario = world.scenario
    lines = [*_changes(found, scenario, words), *_answer(found, scenario, words)]
    return "\n".join(lines) + "\n"


def compare_text(found: Comparison, world: World, lang: str) -> str:
    """Return the report of a comparison, in 80 columns.

    Parameters
    ----------
    found : Comparison
        Two ensembles on the same luck.
    world : World
        The scenario as its reading tells it.
    lang : str
        'en' or 'ru'.
    """
    words, scenario = Words(lang), world.scenario
    outcomes = [(label(one.name, words), one) for one in found.outcomes]
    places = [
        (short(scenario.places[one.name].name.say(lang)), one)
        for one in found.places[:_PLACES]
        if one.value
    ]
    lines = [
        *paragraph(f"{scenario.title.say(lang)} [{scenario.id}]", ""),
        *paragraph(words.say("reading-line", reading=scenario.reading.say(lang)), ""),
        *paragraph(basis_text(scenario, words), ""),
        *head(words.say("compare-head")),
        *_changes(found, scenario, words),
        *_answer(found, scenario, words),
        *head(words.say("compare-outcomes")),
        *_table(outcomes, words),
        *_flips(found, words),
        *head(words.say("compare-numbers")),
        *_numbers(found, words),
        *(head(words.say("compare-places")) if places else []),
        *(_table(places, words) if places else []),
        *_road(found, scenario, words),
        *head(words.say("compare-covers")),
        *paragraph(covers(scenario, words)),
    ]
    return "\n".join(lines) + "\n"


def _changes(found: Comparison, scenario: Scenario, words: Words) -> list[str]:
    lines: list[str] = []
    for name, decision in scenario.decisions.items():
        before = found.do_before.get(name, decision.default)
        option = found.do_after.get(name, decision.default)
        if option != before:
            text = words.say(
                "compare-change",
                decision=decision.title.say(words.lang),
                default=decision.options[before].title.say(words.lang),
                option=decision.options[option].title.say(words.lang),
            )
            lines += paragraph(text)
    for path in dict.fromkeys((*found.set_before, *found.set_after)):
        was, now = found.set_before.get(path), found.set_after.get(path)
        if was != now:
            value = words.say("compare-told") if now is None else str(now)
            lines += paragraph(words.say("compare-set", path=path, value=value))
    return lines


def _answer(found: Comparison, scenario: Scenario, words: Words) -> list[str]:
    """The sentences that a historian would quote, with the reading and the horizon in them."""
    size = words.say("run-size", worlds=found.worlds, sets=found.sets, seed=str(found.seed))
    asked, quoted = found.target, "power" if found.label is None else label(found.label, words)
    where = {
        "reading": scenario.reading.say(words.lang),
        "horizon": horizon(scenario, words),
        "label": quoted,
        "kind": "power" if found.label is None else "other",
    }
    if not (asked.gained or asked.lost):
        # Nowhere or everywhere alike; the share says which.
        never = words.say("compare-never", kind=where["kind"], label=quoted)
        text = said(asked.after, words) if asked.after.count else never
        text = words.say("compare-none", said=text, **where)
        most = words.say("number", n=round(100 * nothing_seen(found.sets), 1))
        unseen = words.say("compare-unseen", most=most)
        return ["", *paragraph(text), *paragraph(unseen), *paragraph(size)]
    counts = {"gained": asked.gained, "lost": asked.lost, "worlds": found.worlds}
    lines = paragraph(words.say("compare-sentence", **counts, **where))
    shares = {"before": said(asked.before, words), "after": said(asked.after, words)}
    lines += paragraph(words.say("compare-shares", **shares, **where))
    lines += paragraph(
        words.say(
            "compare-difference",
            value=points(asked.value, words),
            low=points(asked.luck[0], words),
            high=points(asked.luck[1], words),
            lowest=points(asked.low, words),
            highest=points(asked.high, words),
        )
    )
    if asked.gain is not None and asked.gain >= _WORTH_SAYING:
        gain = round(asked.gain, 1) if asked.gain < 10 else round(asked.gain)
        lines += paragraph(words.say("compare-gain", gain=gain))
    return ["", *lines, *paragraph(size)]


def covers(scenario: Scenario, words: Words) -> str:
    """Return what a comparison covers, and that all else stays as it was."""
    parts = {
        "road": "yes" if scenario.road else "no",
        "holding": "yes" if scenario.holding else "no",
    }
    return words.say("compare-horizon", horizon=horizon(scenario, words), **parts)


def horizon(scenario: Scenario, words: Words) -> str:
    """Return how far an answer reaches: no report claims anything beyond."""
    day, holding = scenario.day, "yes" if scenario.holding else "no"
    return words.say("horizon", hours=day.hours, start=day.start, holding=holding)


def points(value: float, words: Words) -> str:
    """Return a difference of shares in hundredths, with its sign."""
    hundredths = round(100 * value, 1)
    sign = "+" if hundredths > 0 else "−" if hundredths < 0 else ""
    return sign + words.say("number", n=abs(hundredths))


def _table(rows: list[tuple[str, Difference]], words: Words) -> list[str]:
    titles = ("compare-before", 18), ("compare-after", 18), ("compare-column", 13)
    lines = columns(("", 23), *((words.say(title), wide) for title, wide in titles))
    for name, one in rows:
        lines += columns(
            (name, 23),
            (said(one.before, words, "short"), 18),
            (said(one.after, words, "short"), 18),
            (points(one.value, words) + _give_or_take(100 * one.error, words), 13),
        )
    return lines


def _give_or_take(error: float, words: Words) -> str:
    """Return ' ± ' and two standard errors, nothing where one set of worlds tells of none."""
    return "" if math.isnan(error) else f" ± {words.say('number', n=round(1.96 * error, 1))}"


def _numbers(found: Comparison, words: Words) -> list[str]:
    titles = ("compare-before", 10), ("compare-after", 10), ("compare-mean-change", 20)
    lines = columns(("", 34), *((words.say(title), wide) for title, wide in titles))
    for one in found.numbers:
        cells = [words.say("number", n=round(mean, 1)) for mean in (one.before, one.after)]
        change = words.say("number", n=round(abs(one.value), 1))
        if round(one.value, 1):
            change = ("+" if one.value > 0 else "−") + change
        change += _give_or_take(one.error, words)
        name = words.say("compare-number-" + one.name.replace("_", "-"))
        lines += columns((name, 34), (cells[0], 10), (cells[1], 10), (change, 20))
    return lines


def _road(found: Comparison, scenario: Scenario, words: Words) -> list[str]:
    """What changes before the day, in the columns of the chain."""
    if scenario.road is None:
        return []
    lines = head(words.say("compare-road"))
    if not found.road:
        return lines + paragraph(words.say("compare-road-same"))
    lines += paragraph(words.say("compare-road-columns", n=min(MOST, found.worlds)))
    return [*lines, *change_lines(found.road, words, "  ")]


def _flips(found: Comparison, words: Words) -> list[str]:
    lines = ["", *paragraph(words.say("compare-same", same=found.same, worlds=found.worlds))]
    for flip in found.flips:
        text = words.say(
            "compare-flip",
            n=flip.count,
            before=label(flip.before, words),
            after=label(flip.after, words),
            worlds=", ".join(map(str, flip.worlds[:_WORLDS])),
            more=max(0, flip.count - _WORLDS),
        )
        lines += paragraph(text, "  ", "    ")
    return lines
