"""What was changed and what that did, row by row, for comparisons with a record and without."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from malaparte.report.page import columns, paragraph
from malaparte.report.share import few, said
from malaparte.report.words import Words
from malaparte.scenario.document import Scenario
from malaparte.scenario.tree import written

if TYPE_CHECKING:
    from malaparte.analysis.compare import Comparison, Difference, Shift
    from malaparte.analysis.weighed import Apart, Weighed

    Changed = Comparison | Weighed
    Row = Difference | Apart


def change_lines(found: Changed, scenario: Scenario, words: Words) -> list[str]:
    """Return what was changed: decisions, values, and what was put in from another scenario."""
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
            value = words.say("compare-told") if now is None else written(now)
            lines += paragraph(words.say("compare-set", path=path, value=value))
    if found.reading_before != found.reading_after:
        was, now = found.reading_before[words.lang], found.reading_after[words.lang]
        lines += paragraph(words.say("compare-reading", before=was, after=now))
    return lines


def unseen(bound: float, words: Words) -> str:
    """Return in how many of 100 worlds a change may be that no set of assumptions showed.

    Whole worlds, rounded up: ignorance supports no more digits.
    """
    return words.say("number", n=math.ceil(100 * bound))


def points(value: float, words: Words) -> str:
    """Return a difference of shares in hundredths, with its sign."""
    hundredths = round(100 * value, 1)
    sign = "+" if hundredths > 0 else "−" if hundredths < 0 else ""
    return sign + words.say("number", n=abs(hundredths))


def share_table(rows: Sequence[tuple[str, Row]], words: Words) -> list[str]:
    """Return shares before and after, and their differences, as a table; nothing of nothing."""
    if not rows:
        return []
    titles = ("compare-before", 18), ("compare-after", 18), ("compare-column", 13)
    lines = columns(("", 23), *((words.say(title), wide) for title, wide in titles))
    for name, one in rows:
        lines += columns(
            (name, 23),
            (said(one.before, words, "short"), 18),
            (said(one.after, words, "short"), 18),
            (points(one.value, words) + give_or_take(100 * one.error, words), 13),
        )
    return lines


def give_or_take(error: float, words: Words) -> str:
    """Return ' ± ' and two standard errors, nothing where one set of worlds tells of none."""
    return "" if math.isnan(error) else f" ± {words.say('number', n=few(1.96 * error, 1))}"


def number_table(numbers: Sequence[Shift], words: Words) -> list[str]:
    """Return means before and after, and their differences, as a table."""
    titles = ("compare-before", 10), ("compare-after", 10), ("compare-mean-change", 20)
    lines = columns(("", 34), *((words.say(title), wide) for title, wide in titles))
    for one in numbers:
        cells = [words.say("number", n=few(mean, 1)) for mean in (one.before, one.after)]
        change = words.say("number", n=few(abs(one.value), 1))
        if round(one.value, 1):
            change = ("+" if one.value > 0 else "−") + change
        change += give_or_take(one.error, words)
        name = words.say("compare-number-" + one.name.replace("_", "-"))
        lines += columns((name, 34), (cells[0], 10), (cells[1], 10), (change, 20))
    return lines
