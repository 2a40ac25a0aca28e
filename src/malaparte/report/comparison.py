"""What a changed decision did, as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from malaparte.analysis.compare import Comparison
from malaparte.ensemble.roads import MOST
from malaparte.report.basis import basis_text
from malaparte.report.changed import change_lines, number_table, points, share_table, unseen
from malaparte.report.names import amid, short
from malaparte.report.page import head, paragraph
from malaparte.report.road import change_lines as road_lines
from malaparte.report.road import guess_text
from malaparte.report.share import label, said
from malaparte.report.words import Words
from malaparte.results.share import nothing_seen
from malaparte.scenario.document import Scenario

if TYPE_CHECKING:
    from malaparte.world.build import World

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
        *share_table(outcomes, words),
        *_flips(found, words),
        *head(words.say("compare-numbers")),
        *number_table(found.numbers, words),
        *(head(words.say("compare-places")) if places else []),
        *share_table(places, words),
        *_road(found, scenario, words),
        *head(words.say("compare-covers")),
        *paragraph(covers(scenario, words)),
    ]
    return "\n".join(lines) + "\n"


def _changes(found: Comparison, scenario: Scenario, words: Words) -> list[str]:
    """Return what was changed, and where units stand that were put in or moved."""
    lines = change_lines(found, scenario, words)
    units = [
        words.say(
            "compare-stand",
            unit=short(one.name[words.lang]),
            place=short(one.place[words.lang]) if one.place else "",
            outside="no" if not one.outside else "rail" if one.place else "yes",
        )
        for one in found.stands
    ]
    if units:
        lines += paragraph(words.say("compare-stands", units="; ".join(units)))
    for put in found.put:
        names = [amid(short(name[words.lang])) for name in put.names]
        few = names[:_PLACES]
        if len(names) > _PLACES:
            few.append(words.say("places-more", n=len(names) - _PLACES))
        counts = {"n": len(names), "of": put.of, "names": words.join(few) or "none"}
        lines += paragraph(words.say(f"compare-{put.group}", **counts))
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
    if found.unchanged:
        same = {"kind": where["kind"], "label": quoted, "said": said(asked.after, words)}
        return [*paragraph(words.say("compare-unchanged", **same)), *paragraph(size)]
    if not (asked.gained or asked.lost):
        # Nowhere or everywhere alike; the share says which.
        never = words.say("compare-never", kind=where["kind"], label=quoted)
        still = words.say("compare-still", kind=where["kind"], said=said(asked.after, words))
        text = still if asked.after.count else never
        text = words.say("compare-none", said=text, **where)
        room = words.say("compare-unseen", most=unseen(nothing_seen(found.sets), words))
        return ["", *paragraph(text), *paragraph(room), *paragraph(size)]
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
    if asked.gain is not None:
        gain = round(asked.gain, 1) if asked.gain < 10 else round(asked.gain)
        helped = "yes" if gain > 1 else "no"
        lines += paragraph(words.say("compare-gain", gain=gain, helped=helped))
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


def _road(found: Comparison, scenario: Scenario, words: Words) -> list[str]:
    """What changes before the day, in the columns of the chain."""
    if scenario.road is None:
        return []
    lines = head(words.say("compare-road"))
    if not found.road:
        return lines + paragraph(words.say("compare-road-same"))
    lines += paragraph(words.say("compare-road-columns", n=min(MOST, found.worlds)))
    lines += guess_text(found.sets, words)
    return [*lines, *road_lines(found.road, words, "  ")]


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
