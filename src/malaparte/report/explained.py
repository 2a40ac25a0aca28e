"""Which assumptions carry an answer, as text for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from malaparte.report.basis import basis_text
from malaparte.report.comparison import horizon
from malaparte.report.meaning import mechanism, unit_name
from malaparte.report.names import short
from malaparte.report.page import bar, columns, head, paragraph
from malaparte.report.ranking import asked_lines
from malaparte.report.words import Words
from malaparte.scenario.document import Scenario

if TYPE_CHECKING:
    from malaparte.analysis.explain import Carried, Explanation
    from malaparte.analysis.information import Information
    from malaparte.analysis.nodes import Node
    from malaparte.analysis.tree import Tree

_ROWS = 12
_IDLE = 12
_NODES = 6
_RANKS = 3
_SEEN = 0.005
"""Chance of a rank below which it is printed as nothing."""
_TOLD = (1, 6, 23, 36, 72)
"""Hours of the curves that a table has room for."""


def explained_text(found: Explanation, scenario: Scenario, lang: str) -> str:
    """Return the report of an explanation, in 80 columns.

    Parameters
    ----------
    found : Explanation
        What was found.
    scenario : Scenario
        Changes included.
    lang : str
        'en' or 'ru'.
    """
    words = Words(lang)
    size = words.say("run-size", worlds=found.worlds, sets=found.sets, seed=str(found.seed))
    lines = [
        *paragraph(f"{scenario.title.say(lang)} [{scenario.id}]", ""),
        *paragraph(words.say("reading-line", reading=scenario.reading.say(lang)), ""),
        *paragraph(basis_text(scenario, words), ""),
        *head(words.say("explain-head")),
        *asked_lines(found, found.share, scenario, words),
        *paragraph(words.say("explain-by", by=found.by, seen=found.seen)),
        *paragraph(f"{size} {words.say('rank-horizon', horizon=horizon(scenario, words))}"),
        *head(words.say("explain-groups")),
        *_carried(found.groups, words),
        *head(words.say("explain-numbers")),
        *_carried(found.numbers[:_ROWS], words),
        *_idle(found, words),
        *head(words.say("explain-information")),
        *_information(found.information, words, found.by),
        *head(words.say("explain-tree")),
        *_tree(found.tree, words, found.by),
        *_nodes(found.nodes, scenario, words),
    ]
    return "\n".join(lines) + "\n"


def _carried(found: Sequence[Carried], words: Words) -> list[str]:
    titles = ("explain-first", 7), ("explain-total", 22), ("explain-moved", 10)
    lines = columns(("", 33), *((words.say(title), wide) for title, wide in titles))
    for one in found:
        total = _share(one.index.total, words)
        low, high = (_share(each, words) for each in (one.index.total_low, one.index.total_high))
        name = mechanism(one.name, words) if one.mechanism is None else one.name
        lines += columns(
            (name, 33),
            (_share(one.index.first, words), 7),
            (f"{bar(min(1.0, one.index.total), 5)} {total} ({low}–{high})", 22),
            (words.say("percent", share=one.moved), 10),
        )
    return lines


def _share(value: float, words: Words) -> str:
    """Return an index; below nothing it says no more than nothing does."""
    return words.say("number", n=round(max(0.0, value), 2))


def _idle(found: Explanation, words: Words) -> list[str]:
    if not found.idle:
        return paragraph(words.say("explain-idle-none"))
    names = ", ".join(found.idle[:_IDLE])
    more = len(found.idle) - _IDLE
    unseen = words.say("number", n=round(100 * found.unseen, 1))
    told = {"n": len(found.idle), "names": names, "more": max(0, more), "unseen": unseen}
    return ["", *paragraph(words.say("explain-idle", **told))]


def _information(found: Sequence[Information], words: Words, by: str) -> list[str]:
    sure = [one for one in found if one.low > 0.0]
    lines = paragraph(words.say("explain-information-how", n=len(sure), of=len(found)))
    for rank, one in enumerate((sure or found)[:8], 1):
        share = words.say("percent", share=max(0.0, one.share))
        low, high = (words.say("percent", share=max(0.0, each)) for each in (one.low, one.high))
        cells = (f"{rank}.", 3), (one.path, 44), (f"{share} ({low}–{high})", 24)
        lines += columns(*cells)
    return lines


def _tree(found: Tree, words: Words, by: str) -> list[str]:
    if found.yes is None:
        return paragraph(words.say("explain-tree-none"))
    return [*paragraph(words.say("explain-tree-how", by=by)), *_branch(found, words, by, "  ")]


def _branch(here: Tree, words: Words, by: str, indent: str) -> list[str]:
    if here.yes is None or here.no is None:
        value = words.say("number", n=round(100 * here.value if by == "outcome" else here.value, 1))
        return [f"{indent}→ {words.say('explain-leaf', by=by, value=value, sets=here.sets)}"]
    most = float(f"{here.limit:.3g}")
    limit, unit = words.say("number", n=most), unit_name(here.unit, words, most)
    lines: list[str] = []
    for sign, side in (("≤", here.yes), (">", here.no)):
        lines += paragraph(f"{here.path} {sign} {limit} {unit}", indent, f"{indent}  ")
        lines += _branch(side, words, by, f"{indent}   ")
    return lines


def _nodes(found: Sequence[Node], scenario: Scenario, words: Words) -> list[str]:
    lines = head(words.say("explain-nodes"))
    if not found:
        return lines + paragraph(words.say("explain-nodes-none"))
    lines += paragraph(words.say("explain-nodes-how"))
    titles = [words.say("explain-nodes-loss"), words.say("explain-nodes-rank")]
    lines += columns(("", 30), (titles[0], 18), (titles[1], 26))
    for one in found[:_NODES]:
        loss, low, high = (
            words.say("number", n=round(each, 1)) for each in (one.loss, one.low, one.high)
        )
        name = short(scenario.places[one.place].name.say(words.lang))
        lines += columns(
            (name, 30), (f"{loss} ({low}–{high})", 18), ("  ".join(ranks(one, words)), 26)
        )
    return [*lines, "", *_curves(found[:_NODES], scenario, words)]


def ranks(one: Node, words: Words) -> list[str]:
    """Return the chances of the first ranks, those that are worth naming; or that it has none."""
    found = [(rank, share) for rank, share in enumerate(one.ranks[:_RANKS], 1) if share >= _SEEN]
    told = [f"{rank}: {words.say('percent', share=share)}" for rank, share in found]
    return told or [words.say("explain-nodes-lower", n=_RANKS)]


def _curves(found: Sequence[Node], scenario: Scenario, words: Words) -> list[str]:
    from malaparte.analysis.nodes import HOURS

    lines = paragraph(words.say("explain-curves"))
    titles = ((words.say("explain-hour", n=hour), 8) for hour in _TOLD)
    lines += columns(("", 30), *titles)
    for one in found:
        cells = [
            (words.say("number", n=round(one.curve[HOURS.index(hour)][0], 1)), 8) for hour in _TOLD
        ]
        name = short(scenario.places[one.place].name.say(words.lang))
        lines += columns((name, 30), *cells)
    return lines
