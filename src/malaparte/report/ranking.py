"""Every option by what it changes, and what several are worth, as text for a terminal."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from malaparte.analysis.effects import Effect
from malaparte.analysis.estimate import Estimate
from malaparte.analysis.need import Need
from malaparte.analysis.ranking import Pairs, Singles
from malaparte.report.basis import basis_text
from malaparte.report.change import change_names, flag
from malaparte.report.changed import points, unseen
from malaparte.report.comparison import horizon
from malaparte.report.page import columns, head, paragraph
from malaparte.report.share import label, said
from malaparte.report.taken import taken
from malaparte.report.words import Words
from malaparte.results.share import Share, nothing_seen
from malaparte.scenario.document import Scenario

if TYPE_CHECKING:
    from malaparte.analysis.explain import Explanation
    from malaparte.analysis.ranking import Ranking, Stage
    from malaparte.analysis.shapley import Worths


def stage_text(found: Stage, scenario: Scenario, lang: str, *, brief: bool = False) -> str:
    """Return one part of the report of a ranking, in 80 columns; the parts in turn are the whole.

    Parameters
    ----------
    found : Singles, Pairs or Need
        What was found.
    scenario : Scenario
        As its reading tells it.
    lang : str
        'en' or 'ru'.
    brief : bool
        Leave out the cards.
    """
    words = Words(lang)
    match found:
        case Singles():
            lines = _singles(found, scenario, words, brief)
        case Pairs():
            lines = _pairs(found, words)
        case Need():
            lines = _need(found, scenario, words)
    return "\n".join(lines) + "\n"


def ranking_text(found: Ranking, scenario: Scenario, lang: str, *, brief: bool = False) -> str:
    """Return the report of a ranking, in 80 columns; parameters as `stage_text` has them."""
    parts = found, found.pairs, found.need
    return "".join(stage_text(one, scenario, lang, brief=brief) for one in parts)


def _singles(found: Singles, scenario: Scenario, words: Words, brief: bool) -> list[str]:
    size = words.say("run-size", worlds=found.worlds, sets=found.sets, seed=str(found.seed))
    lines = [
        *paragraph(f"{scenario.title.say(words.lang)} [{scenario.id}]", ""),
        *paragraph(words.say("reading-line", reading=scenario.reading.say(words.lang)), ""),
        *paragraph(basis_text(scenario, words), ""),
        *head(words.say("rank-head")),
        *asked_lines(found, found.base, scenario, words),
        *paragraph(f"{size} {words.say('rank-horizon', horizon=horizon(scenario, words))}"),
    ]
    seen = [one for one in found.options if _shows(one)]
    lines += ["", *_titles(words)] if seen else []
    for one in seen:
        change = one.changes[0]
        lines += [*_row(change, one, words), *_option(change, scenario, words, brief)]
    return [*lines, *_unseen(found, scenario, words), "", *paragraph(words.say("rank-note"))]


def _shows(one: Effect) -> bool:
    """Tell whether a change shows in the digits that are printed."""
    return bool(one.gained or one.lost or round(one.places.value, 1))


def _unseen(found: Singles, scenario: Scenario, words: Words) -> list[str]:
    """Return what does nothing that shows, in a sentence instead of rows that are all the same."""
    hidden = [one for one in found.options if not _shows(one)]
    most = unseen(nothing_seen(found.sets), words)
    lines: list[str] = []
    for id, some in (  # noqa: A001 - Fluent's word
        ("rank-unseen", [one for one in hidden if one.moved]),
        ("rank-unmoved", [one for one in hidden if not one.moved]),
    ):
        names = words.join(_named(one.changes[0], scenario, words) for one in some)
        if some:
            lines += ["", *paragraph(words.say(id, names=names, n=len(some), most=most))]
    return lines


def _named(change: str, scenario: Scenario, words: Words) -> str:
    if flag(change, scenario) != "do":
        return change
    return words.say("rank-named", option=change_names(change, scenario, words)[1], change=change)


def worths_text(found: Worths, scenario: Scenario, lang: str) -> str:
    """Return the report on what several changes are worth, in 80 columns."""
    words = Words(lang)
    whole = found.effect
    lines = [
        *paragraph(f"{scenario.title.say(lang)} [{scenario.id}]", ""),
        *paragraph(words.say("reading-line", reading=scenario.reading.say(lang)), ""),
        *head(words.say("worth-head")),
        *paragraph(
            words.say(
                "worth-whole",
                label=asked_for(found.label, words),
                change=points(whole.value.value, words),
                places=_signed(whole.places, words),
                worlds=found.worlds,
                seed=str(found.seed),
                horizon=horizon(scenario, words),
            )
        ),
        "",
    ]
    titles = ("worth-alone", 12), ("worth-last", 12), ("worth-value", 13), ("worth-places", 14)
    lines += columns(("", 19), *((words.say(title), wide) for title, wide in titles))
    for one in sorted(found.worths, key=lambda each: -each.value.value):
        cells = [hundredths(each, words) for each in (one.alone, one.last, one.value)]
        wide = zip(cells, (12, 12, 13), strict=True)
        lines += columns((one.change, 19), *wide, (_signed(one.places, words), 14))
        lines += _option(one.change, scenario, words, brief=True)
    return "\n".join([*lines, "", *paragraph(words.say("worth-note"))]) + "\n"


def asked_for(name: str | None, words: Words) -> str:
    """Return the outcome that is asked for, in words."""
    if name is None:
        return words.say("rank-power")
    return words.say("rank-label", label=label(name, words))


def asked_lines(
    found: Singles | Explanation, share: Share, scenario: Scenario, words: Words
) -> list[str]:
    """Return what is asked for, how often it is so, and what was decided otherwise, if anything."""
    changed = bool(found.do or found.set)
    asked = words.say(
        "rank-asked",
        label=asked_for(found.label, words),
        told=_yes(not changed),
        said=said(share, words),
    )
    told = paragraph(taken(scenario, found.do, found.set, words)) if changed else []
    return [*told, *paragraph(asked)]


def _titles(words: Words) -> list[str]:
    titles = ("rank-column-target", 13), ("rank-column-places", 14), ("rank-column-moved", 13)
    return columns(("", 32), *((words.say(title), wide) for title, wide in titles))


def _row(name: str, one: Effect, words: Words) -> list[str]:
    moved = words.say("number", n=round(100 * one.moved, 1 if one.moved < 0.1 else 0))
    cells = (hundredths(one.value, words), 13), (_signed(one.places, words), 14), (moved, 13)
    return columns((name, 32), *cells)


def hundredths(one: Estimate, words: Words) -> str:
    """Return a difference of shares in hundredths; nothing seen is bounded, not nothing."""
    if not one.error:
        if one.value:
            return points(one.value, words)
        return f"0 < {unseen(one.high, words)}" if one.high else "0"
    if math.isnan(one.error):
        return points(one.value, words)
    return f"{points(one.value, words)} ± {words.say('number', n=_half(one, 100))}"


def _signed(one: Estimate, words: Words) -> str:
    number = words.say("number", n=round(abs(one.value), 1))
    sign = "" if not round(one.value, 1) else "+" if one.value > 0 else "−"
    if math.isnan(one.error):
        return sign + number
    return f"{sign}{number} ± {words.say('number', n=0 if not one.error else _half(one, 1))}"


def _half(one: Estimate, scale: int) -> float:
    return round(scale * (one.high - one.low) / 2, 1)


def _option(change: str, scenario: Scenario, words: Words, brief: bool) -> list[str]:
    """Return what an option is, and why it may be asked about at all."""
    name, _, option = change.partition("=")
    kind = flag(change, scenario)
    if kind == "with":
        return paragraph(words.say("rank-lent", group=name, scenario=option), "      ")
    if kind == "set":
        return paragraph(words.say("rank-by-hand"), "      ")
    question, title = change_names(change, scenario, words)
    lines = paragraph(words.say("rank-option", decision=question, option=title), "      ")
    chosen = scenario.decisions[name].options[option]
    if chosen.card is None:  # only the default has none
        return [*lines, *([] if brief else paragraph(words.say("rank-told"), "      "))]
    if not brief:
        card = {
            "evidence": chosen.card.evidence.say(words.lang),
            "differs": chosen.card.differs.say(words.lang),
            "theory": chosen.card.theory.say(words.lang),
        }
        lines += paragraph(words.say("rank-card", **card), "      ")
    return lines


def _pairs(found: Pairs, words: Words) -> list[str]:
    counts = {
        "entered": found.entered,
        "excluded": found.excluded,
        "overtaken": found.overtaken,
        "clashes": found.clashes,
    }
    lines = [
        *head(words.say("rank-pairs-head")),
        *paragraph(words.say("rank-pairs-how", by=found.by, **counts)),
    ]
    if not found.entered:
        return head(words.say("rank-pairs-head")) + paragraph(words.say("rank-pairs-nobody"))
    if not found.pairs:
        return lines + paragraph(words.say("rank-pairs-none"))
    lines += ["", *_titles(words)]
    for one in found.pairs:
        more = {"value": hundredths(one.value, words), "places": _signed(one.places, words)}
        lines += [
            *_names(one.effect, words),
            *paragraph(words.say("rank-pair-more", **more), "      "),
        ]
        if one.redundant:
            lines += paragraph(
                words.say("rank-pair-redundant", n=one.redundant, both=one.both), "      "
            )
        for each in one.preemptions:
            worlds = ", ".join(map(str, each.firsts))
            parts = {"acts": each.acts, "idle": each.idle, "n": each.worlds, "worlds": worlds}
            lines += paragraph(words.say("rank-pair-preempted", **parts), "      ")
    return lines


def _names(one: Effect, words: Words) -> list[str]:
    """Return a row of several changes, one to a line."""
    first, *rest = one.changes
    return [*_row(first, one, words), *(f"  {name}" for name in rest)]


def _need(found: Need, scenario: Scenario, words: Words) -> list[str]:
    lines = head(words.say("need-head", label=asked_for(found.label, words)))
    tried = words.join(
        words.say("need-tried", n=n, of=of, size=size)
        for size, (n, of) in enumerate(found.tried, 1)
    )
    if found.size == 0:
        return lines + paragraph(words.say("need-nothing"))
    best = found.sets
    if found.size is None:
        best = [one for one in found.sets if _shows(one)]
        counts = {"most": len(found.tried), "best": len(best)}
        missed = _yes(found.missed)
        lines += paragraph(words.say("need-none", tried=tried, missed=missed, **counts))
    else:
        lines += paragraph(words.say("need-found", size=found.size, tried=tried))
    return lines + [line for one in best for line in _need_set(one, scenario, words)]


def _need_set(one: Effect, scenario: Scenario, words: Words) -> list[str]:
    text = words.say(
        "need-set",
        changes=" ".join(f"--{flag(each, scenario)} {each}" for each in one.changes),
        said=said(one.target, words),
        places=_signed(one.places, words),
    )
    return paragraph(text, "  ", "    ")


def _yes(so: bool) -> str:
    return "yes" if so else "no"
