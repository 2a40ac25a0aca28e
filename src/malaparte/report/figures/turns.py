"""Outcomes before and after the record, two bars each."""

from __future__ import annotations

from malaparte.analysis.given import Given
from malaparte.report.figures.svg import (
    LINE,
    NARROW,
    WIDE,
    Figure,
    colour_of,
    figure,
    mark,
    rect,
    text,
    whisker,
)
from malaparte.report.marks import GREY, INK
from malaparte.report.share import label, said
from malaparte.report.words import Words
from malaparte.results.share import say_share


def turns_figure(found: Given, words: Words, *, wide: bool = True) -> Figure:
    """Return the picture of an ensemble given the record: pale before, full after."""
    width = WIDE if wide else NARROW
    bar = width - (260.0 if wide else 110.0)
    parts: list[str] = []
    y = 8.0
    for one in found.outcomes:
        parts.append(mark(one.name, 9, y + 9, 8.0))
        parts.append(text(24, y + 14, label(one.name, words), 16, weight=600))
        for at, (share, title) in enumerate(
            ((one.before, "given-column-before"), (one.after, "given-column-after"))
        ):
            top = y + 24 + at * 30
            told = say_share(share)
            fill = colour_of(one.name) if at else GREY
            parts.append(rect(0, top, bar, 12, "none", LINE))
            parts.append(rect(0, top, bar * share.value, 12, fill))
            parts.append(
                whisker(bar * told.low / told.of, bar * told.high / told.of, top + 19, INK)
            )
            note = f"{said(share, words, 'short')}" + (f" · {words.say(title)}" if wide else "")
            parts.append(text(bar + 10, top + 11, note, 13 if wide else 11))
        y += 96.0
    return figure(words.say("given-outcomes"), width, y, parts, words.lang)
