"""Which assumptions carry the answer, as a part of the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from malaparte.report.explained import ranks
from malaparte.report.figures.shares import Bar, shares_figure
from malaparte.report.html import pictures, say, table, tag
from malaparte.report.meaning import mechanism, unit_name
from malaparte.report.names import short
from malaparte.report.words import Words
from malaparte.scenario.document import Scenario

if TYPE_CHECKING:
    from malaparte.analysis.explain import Carried, Explanation
    from malaparte.analysis.tree import Tree

_BARS = 10
"""Numbers that are drawn."""
LEAST = 0.01
"""Mechanisms below this are named, and numbers left out."""
_ASKED = 8
"""Numbers that the archive is asked for."""
_NODES = 6


def carried(found: Explanation, scenario: Scenario, words: Words) -> str:
    """Return shares, idle numbers, what to ask the archive, conditions and places as HTML."""
    seen = words.say("explain-by", by=found.by, seen=found.seen)
    how = words.say(
        "report-explained-how", points=found.points, design=found.design, worlds=found.worlds
    )
    return "".join(
        (
            say("h3", words.say("report-explained")),
            say("p", seen),
            say("p", how, class_="note"),
            _mechanisms(found.groups, words),
            say("h3", words.say("report-explained-numbers")),
            _numbers(found, words),
            _idle(found, words),
            _asked(found, words),
            _conditions(found, words),
            _places(found, scenario, words),
        )
    )


def _mechanisms(groups: Sequence[Carried], words: Words) -> str:
    drawn = [one for one in groups if one.index.total >= LEAST]
    rest = [mechanism(one.name, words) for one in groups if one.index.total < LEAST]
    bars = [mechanism_bar(one, words) for one in drawn]
    more = {"n": len(rest), "names": words.join(rest), "some": "yes" if bars else "no"}
    told = words.say("report-explained-rest", **more) if rest else ""
    return _figure("report-explained", bars, words) + say("p", told, class_="note")


def _numbers(found: Explanation, words: Words) -> str:
    shown = [one for one in found.numbers if one.index.total >= LEAST][:_BARS]
    if not shown:
        return say("p", words.say("report-explained-none", points=found.points))
    bars = [number_bar(one, found, words) for one in shown]
    return _figure("report-explained-numbers", bars, words)


def mechanism_bar(one: Carried, words: Words) -> Bar:
    """Return the bar of a mechanism, or of luck, with how many numbers it has."""
    count = words.say("report-explained-count", n=one.numbers) if one.numbers else ""
    return _bar(one, mechanism(one.name, words), count, words)


def number_bar(one: Carried, found: Explanation, words: Words) -> Bar:
    """Return the bar of a number, with its mechanism."""
    return _bar(one, one.name, mechanism(found.home[one.name], words), words)


def _bar(one: Carried, name: str, part: str, words: Words) -> Bar:
    index = one.index
    told = words.say("number-fine", n=round(max(0.0, index.total), 2))
    return Bar(name, part, index.first, index.total, index.total_low, index.total_high, told)


def _figure(title: str, bars: Sequence[Bar], words: Words) -> str:
    if not bars:
        return ""
    both = (shares_figure(words.say(title), bars, words, wide=wide) for wide in (True, False))
    return pictures(*both)


def _idle(found: Explanation, words: Words) -> str:
    """Return how many numbers of each mechanism do nothing, and which."""
    head = say("h3", words.say("report-explained-idle"))
    if not found.idle:
        return head + say("p", words.say("explain-idle-none"))
    of = Counter(found.home.values())
    idle = Counter(found.home[name] for name in found.idle)
    items = [
        tag(
            "li",
            say("b", mechanism(name, words)),
            escape(f" · {words.say('report-explained-idle-of', n=n, of=of[name])}"),
        )
        for name, n in idle.most_common()
    ]
    unseen = words.say("number", n=round(100 * found.unseen, 1))
    sizes = {"n": len(found.idle), "of": len(found.home), "unseen": unseen}
    names = say("code", ", ".join(found.idle))
    return "".join(
        (
            head,
            say("p", words.say("report-explained-idle-text", **sizes)),
            tag("ul", *items, class_="idle"),
            tag("details", say("summary", words.say("report-explained-names")), names),
        )
    )


def _asked(found: Explanation, words: Words) -> str:
    sure = [one for one in found.information if one.low > 0.0]
    told = {"n": len(sure), "of": len(found.information)}
    rows: list[list[str]] = []
    for one in (sure or found.information)[:_ASKED]:
        value, low, high = (
            words.say("percent", share=min(1.0, max(0.0, each)))
            for each in (one.share, one.low, one.high)
        )
        home = mechanism(found.home[one.path], words)
        rows.append([one.path, home, f"{value} ({low}–{high})"])
    heads = [words.say(f"report-column-{name}") for name in ("number", "mechanism", "gone")]
    return "".join(
        (
            say("h3", words.say("explain-information")),
            say("p", words.say("explain-information-how", **told)),
            tag("div", table(heads, rows, numbers=1), class_="cards") if rows else "",
        )
    )


def _conditions(found: Explanation, words: Words) -> str:
    head = say("h3", words.say("explain-tree"))
    if found.tree.yes is None:
        return head + say("p", words.say("explain-tree-none"))
    how = say("p", words.say("explain-tree-how", by=found.by))
    return head + how + tag("ul", *_branches(found.tree, found.by, words), class_="tree")


def _branches(here: Tree, by: str, words: Words) -> list[str]:
    """Return the two answers to a question, each with what follows from it."""
    assert here.yes is not None
    assert here.no is not None
    most = float(f"{here.limit:.3g}")
    limit, unit = words.say("number-fine", n=most), unit_name(here.unit, words, most)
    path = str(here.path)
    first = words.say("report-if-most", path=path, limit=limit, unit=unit)
    sides = (first, here.yes), (words.say("report-if-more"), here.no)
    return [tag("li", escape(text), _follows(side, by, words)) for text, side in sides]


def _follows(side: Tree, by: str, words: Words) -> str:
    if side.yes is not None:
        return ":" + tag("ul", *_branches(side, by, words))
    value = words.say("number", n=round(100 * side.value if by == "outcome" else side.value, 1))
    return ": " + say("b", words.say("explain-leaf", by=by, value=value, sets=side.sets))


def _places(found: Explanation, scenario: Scenario, words: Words) -> str:
    if not found.nodes:
        return ""
    rows: list[list[str]] = []
    for one in found.nodes[:_NODES]:
        loss, low, high = (
            words.say("number", n=round(each, 1)) for each in (one.loss, one.low, one.high)
        )
        name = short(scenario.places[one.place].name.say(words.lang))
        rows.append([name, f"{loss} ({low}–{high})", ", ".join(ranks(one, words))])
    heads = [words.say("report-column-place")]
    heads += [words.say("explain-nodes-loss"), words.say("explain-nodes-rank")]
    return "".join(
        (
            say("h3", words.say("explain-nodes")),
            say("p", words.say("explain-nodes-how")),
            tag("div", table(heads, rows, numbers=2), class_="cards"),
        )
    )
