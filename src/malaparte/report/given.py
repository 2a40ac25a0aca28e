"""Worlds given the record, as text for a terminal."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from malaparte.analysis.evidence import Factor
from malaparte.analysis.given import Given, Told, Turn
from malaparte.analysis.learned import Learned
from malaparte.analysis.weighed import Weighed
from malaparte.report.basis import basis_text
from malaparte.report.changed import change_lines, number_table, points, share_table, unseen
from malaparte.report.comparison import covers, horizon
from malaparte.report.meaning import unit_name
from malaparte.report.names import short
from malaparte.report.page import columns, head, paragraph
from malaparte.report.share import label, percent, said
from malaparte.report.words import Words
from malaparte.results.share import nothing_seen
from malaparte.scenario.document import Scenario

if TYPE_CHECKING:
    from malaparte.world.build import World

_PLACES = 5
"""Rows of places."""
_NUMBERS = 8
"""Rows of numbers that moved."""
_NEAR = 3
"""Rows of numbers if none moved."""


def given_text(found: Given, world: World, lang: str) -> str:
    """Return the report of an ensemble given its record, in 80 columns.

    Parameters
    ----------
    found : Given
        What was weighed.
    world : World
        The scenario that was run.
    lang : str
        'en' or 'ru'.
    """
    words, scenario = Words(lang), world.scenario
    places = [one for one in found.places if one.before.value or one.after.value][:_PLACES]
    lines = [
        *_opening(scenario, words),
        *head(words.say("given-head")),
        *_answer(found, words),
        *head(words.say("given-statements")),
        *(line for one in found.told for line in _told(one, found, scenario, words)),
        *_readings(found, words),
        *head(words.say("given-outcomes")),
        *_table([(label(one.name, words), one) for one in found.outcomes], words),
        *(head(words.say("given-places")) if places else []),
        *_table([(short(scenario.places[p.name].name.say(lang)), p) for p in places], words),
        *_learned(found, words),
        *_left(found, words),
    ]
    return "\n".join(lines) + "\n"


def _opening(scenario: Scenario, words: Words) -> list[str]:
    return [
        *paragraph(f"{scenario.title.say(words.lang)} [{scenario.id}]", ""),
        *paragraph(words.say("reading-line", reading=scenario.reading.say(words.lang)), ""),
        *paragraph(basis_text(scenario, words), ""),
    ]


def _answer(found: Given, words: Words) -> list[str]:
    lines = paragraph(
        words.say(
            "given-how",
            worlds=found.worlds,
            n=len(found.told),
            worthworlds=round(found.worth_worlds),
            worthsets=round(found.worth_sets),
            sets=found.sets,
        )
    )
    turns = [("given-answer", found.seized)]
    if 0 < found.armed.before.value < 1:
        turns.append(("given-plot", found.armed))
    for name, turn in turns:
        before, after = (said(share, words) for share in (turn.before, turn.after))
        lines += paragraph(words.say(name, before=before, after=after))
        if not turn.after.value:
            lines += paragraph(words.say("given-unseen"))
    return lines


def _told(one: Told, found: Given, scenario: Scenario, words: Words) -> list[str]:
    statement = scenario.record[one.name]
    kind = f"{words.say('record-absent')}, " if statement.absent else ""
    tail = f"({kind}{words.say('record-grade', grade=statement.grade)})"
    lines = paragraph(f"{statement.says.say(words.lang)} {tail}", "  ", "  ")
    chance = small(one.chance.value, words)
    if statement.value is None:
        lines += paragraph(
            words.say("given-fits", share=percent(one.fits, words), chance=chance), "    "
        )
    else:
        lines += paragraph(words.say("given-fits-number", chance=chance), "    ")
    for ratio, other in zip(one.ratios, found.readings, strict=True):
        lines += paragraph(ratio_text("given", ratio, words, other=other.scenario), "    ")
    return lines


def ratio_text(stem: str, one: Factor, words: Words, **names: str) -> str:
    """Return which reading something speaks for, and how strongly; a factor is never below one."""
    if not one.discriminates:
        return words.say(f"{stem}-same", factor=factor_text(one, words), **names)
    if one.value > 1.0:
        return words.say(f"{stem}-more", factor=factor_text(one, words), **names)
    return words.say(f"{stem}-less", factor=factor_text(one.turned, words), **names)


def small(value: float, words: Words) -> str:
    """Return a chance with two digits that count, however small it is."""
    digits = 2 if value >= 0.1 else 1 - math.floor(math.log10(value)) if value > 0 else 0
    rounded = round(value, digits)
    return words.say("number-fine", n=rounded) if rounded >= 1e-4 else f"{value:.1e}"


def factor_text(one: Factor, words: Words) -> str:
    """Return a Bayes factor with its interval, or the bound that it has."""
    low, high = _figure(one.low), _figure(one.high)
    if math.isinf(one.value):
        return words.say("given-factor-least", low=_said(low, words), n=low)
    value = _figure(one.value)
    return words.say(
        "given-factor",
        value=_said(value, words),
        n=value,
        low=_said(low, words),
        high=_said(high, words),
    )


def _figure(value: float) -> int | float:
    """Return a positive number with two digits that count."""
    if value <= 0.0 or math.isinf(value):
        return value
    digits = 1 - math.floor(math.log10(value))
    return round(value) if digits <= 0 else round(value, digits)


def _said(value: float, words: Words) -> str:
    return f"{value:.1e}" if 0.0 < value < 1e-4 else words.say("number-fine", n=value)


def _readings(found: Given, words: Words) -> list[str]:
    lines = head(words.say("given-readings"))
    if not found.readings:
        return lines + paragraph(words.say("given-alone", other="SCENARIO"))
    for one in found.readings:
        names = {"mine": found.scenario, "other": one.scenario}
        lines += paragraph(ratio_text("given-reading", one.factor, words, **names))
    dull = sum(not one.discriminates for one in found.told)
    lines += paragraph(words.say("given-dull", n=dull))
    return lines + paragraph(words.say("given-reading-means"))


def _table(rows: list[tuple[str, Turn]], words: Words) -> list[str]:
    if not rows:
        return []
    titles = ("given-column-before", 18), ("given-column-after", 18)
    lines = columns(("", 36), *((words.say(title), wide) for title, wide in titles))
    for name, one in rows:
        cells = ((said(share, words, "short"), 18) for share in (one.before, one.after))
        lines += columns((name, 36), *cells)
    return lines


def _learned(found: Given, words: Words) -> list[str]:
    if not found.learned:
        return []
    moved = [one for one in found.learned if one.moved]
    rows = moved[:_NUMBERS] or list(found.learned[:_NEAR])
    of = len(found.learned)
    how = (
        words.say("given-learned-how", n=len(rows), of=of)
        if moved
        else words.say("given-learned-none", of=of)
    )
    lines = [*head(words.say("given-learned")), *paragraph(how)]
    for one in rows:
        before, after = spans(one, words)
        cells = (before, 33), (f"→ {after}", 36)
        lines += [f"  {one.path}", *columns(*cells, indent="    ")]
    return lines


def spans(one: Learned, words: Words) -> tuple[str, str]:
    """Return a number before and after the record: median, nine in ten, and unit."""

    def span(cuts: tuple[float, float, float]) -> str:
        few = [float(f"{cut:.3g}") for cut in cuts]
        low, middle, high = (words.say("number-fine", n=cut) for cut in few)
        return f"{middle} ({low}–{high}) {unit_name(one.unit, words, few[-1])}"

    return span(one.before), span(one.after)


def _left(found: Given, words: Words) -> list[str]:
    if not found.left:
        return []
    names = ", ".join(found.left)
    return [*head(words.say("given-left")), *paragraph(words.say("given-left-text", names=names))]


def weighed_text(found: Weighed, world: World, lang: str, *, brief: bool = False) -> str:
    """Return the report of a comparison given the record, in 80 columns; brief: the answer."""
    words, scenario = Words(lang), world.scenario
    answer = [*change_lines(found, scenario, words), *_changed(found, scenario, words)]
    if brief:
        return "\n".join(answer) + "\n"
    places = [
        (short(scenario.places[one.name].name.say(lang)), one)
        for one in found.places[:_PLACES]
        if one.value
    ]
    lines = [
        *_opening(scenario, words),
        *head(words.say("given-changed")),
        *answer,
        *head(words.say("compare-outcomes")),
        *share_table([(label(one.name, words), one) for one in found.outcomes], words),
        *head(words.say("compare-numbers")),
        *number_table(found.numbers, words),
        *(head(words.say("compare-places")) if places else []),
        *share_table(places, words),
        *head(words.say("compare-covers")),
        *paragraph(covers(scenario, words)),
    ]
    return "\n".join(lines) + "\n"


def _changed(found: Weighed, scenario: Scenario, words: Words) -> list[str]:
    """The sentences that a historian would quote, with the reading and the horizon in them."""
    how = words.say(
        "given-changed-how",
        n=len(found.told),
        worthworlds=round(found.worth_worlds),
        worthsets=round(found.worth_sets),
        sets=found.sets,
        left=len(found.left),
        names=", ".join(found.left),
    )
    one = found.seized
    if found.unchanged:
        same = words.say("compare-unchanged", kind="power", label="", said=said(one.after, words))
        return [*paragraph(how), "", *paragraph(same)]
    where = {"reading": scenario.reading.say(words.lang), "horizon": horizon(scenario, words)}
    shares = {"before": said(one.before, words), "after": said(one.after, words)}
    # Where all sets agree, their luck is bounded by how few they are, not said to be nothing.
    bound = 0.0 if one.error else nothing_seen(max(2, int(found.worth_sets)))
    if not one.value and not one.error:  # no world that fits is flipped
        none = words.say("given-changed-none", said=shares["after"], **where)
        room = words.say("compare-unseen", most=unseen(bound, words))
        return [*paragraph(how), "", *paragraph(none), *paragraph(room)]
    answer = words.say(
        "given-changed-answer",
        value=points(one.value, words),
        low=points(max(-1.0, one.value - 1.96 * one.error - bound), words),
        high=points(min(1.0, one.value + 1.96 * one.error + bound), words),
        **shares,
        **where,
    )
    return [*paragraph(how), "", *paragraph(answer)]
