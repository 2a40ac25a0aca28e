"""What a changed decision did, as text for a terminal."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from malaparte.analysis.compare import Comparison, Difference
from malaparte.ensemble.roads import MOST
from malaparte.kernel.outcome import LABELS, SEIZED_ONLY
from malaparte.report.basis import basis_text
from malaparte.report.names import short
from malaparte.report.page import columns, head, paragraph
from malaparte.report.road import change_lines
from malaparte.report.share import label, said
from malaparte.report.words import Words
from malaparte.scenario.document import Scenario

if TYPE_CHECKING:
    from malaparte.world.build import World

_WORTH_SAYING = 1.5
"""Gain of pairing from which on it is told."""
_PLACES = 8
"""Rows of places."""


def answer_text(found: Comparison, world: World, lang: str) -> str:
    """Return only what was changed and the sentences that a historian would quote."""
    words = Words(lang)
    return "\n".join([*_changes(found, world.scenario, words), *_answer(found, words)]) + "\n"


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
        *_answer(found, words),
        *head(words.say("compare-outcomes")),
        *_table(outcomes, words),
        *_flips(found, words),
        *head(words.say("compare-numbers")),
        *_numbers(found, words),
        *(head(words.say("compare-places")) if places else []),
        *(_table(places, words) if places else []),
        *_road(found, scenario, words),
        *head(words.say("compare-covers")),
        *paragraph(
            words.say(
                "compare-horizon",
                hours=scenario.day.hours,
                start=scenario.day.start,
                road="no" if scenario.road is None else "yes",
            )
        ),
    ]
    return "\n".join(lines) + "\n"


def _changes(found: Comparison, scenario: Scenario, words: Words) -> list[str]:
    lines: list[str] = []
    for name, option in found.do_after.items():
        decision = scenario.decisions[name]
        before = found.do_before.get(name, decision.default)
        if option != before:
            text = words.say(
                "compare-change",
                decision=decision.title.say(words.lang),
                default=decision.options[before].title.say(words.lang),
                option=decision.options[option].title.say(words.lang),
            )
            lines += paragraph(text)
    for path, value in found.set_after.items():
        if found.set_before.get(path) != value:
            lines += paragraph(words.say("compare-set", path=path, value=str(value)))
    return lines


def _answer(found: Comparison, words: Words) -> list[str]:
    """The sentences that a historian would quote."""
    size = words.say("run-size", worlds=found.worlds, sets=found.sets, seed=str(found.seed))
    seized = next((one for one in found.outcomes if one.name == LABELS[SEIZED_ONLY]), None)
    if seized is None or not (seized.gained or seized.lost):
        # Nowhere or everywhere alike; the share says which.
        share = seized.after if seized else None
        nobody = words.say("compare-never")
        text = words.say("compare-none", said=said(share, words) if share else nobody)
        return ["", *paragraph(text), *paragraph(size)]
    lines = paragraph(
        words.say("compare-sentence", gained=seized.gained, lost=seized.lost, worlds=found.worlds)
    )
    lines += paragraph(
        words.say(
            "compare-shares", before=said(seized.before, words), after=said(seized.after, words)
        )
    )
    lines += paragraph(
        words.say(
            "compare-difference",
            value=points(seized.value, words),
            low=points(seized.value - 1.96 * seized.error, words),
            high=points(seized.value + 1.96 * seized.error, words),
            lowest=points(seized.low, words),
            highest=points(seized.high, words),
        )
    )
    if seized.gain is not None and seized.gain >= _WORTH_SAYING:
        gain = round(seized.gain, 1) if seized.gain < 10 else round(seized.gain)
        lines += paragraph(words.say("compare-gain", gain=gain))
    return ["", *lines, *paragraph(size)]


def points(value: float, words: Words) -> str:
    """Return a difference of shares in hundredths, with its sign."""
    hundredths = round(100 * value, 1)
    sign = "+" if hundredths > 0 else "−" if hundredths < 0 else ""
    return sign + words.say("number", n=abs(hundredths))


def _table(rows: list[tuple[str, Difference]], words: Words) -> list[str]:
    titles = ("compare-before", 18), ("compare-after", 18), ("compare-column", 13)
    lines = ["  " + columns(("", 23), *((words.say(title), wide) for title, wide in titles))]
    for name, one in rows:
        error = words.say("number", n=round(196 * one.error, 1))
        lines.append(
            "  "
            + columns(
                (name, 23),
                (said(one.before, words, "short"), 18),
                (said(one.after, words, "short"), 18),
                (f"{points(one.value, words)} ± {error}", 13),
            )
        )
    return lines


def _numbers(found: Comparison, words: Words) -> list[str]:
    titles = ("compare-before", 10), ("compare-after", 10), ("compare-mean-change", 20)
    lines = ["  " + columns(("", 34), *((words.say(title), wide) for title, wide in titles))]
    for one in found.numbers:
        cells = [words.say("number", n=round(mean, 1)) for mean in (one.before, one.after)]
        change = words.say("number", n=round(abs(one.value), 1))
        if round(one.value, 1):
            change = ("+" if one.value > 0 else "−") + change
        if not math.isnan(one.error):
            change += f" ± {words.say('number', n=round(1.96 * one.error, 1))}"
        name = words.say("compare-number-" + one.name.replace("_", "-"))
        lines.append("  " + columns((name, 34), (cells[0], 10), (cells[1], 10), (change, 20)))
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
            worlds=", ".join(map(str, flip.worlds[:3])),
        )
        lines += paragraph(text, "  ", "    ")
    return lines
