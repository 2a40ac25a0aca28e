"""Outcomes before and after: two bars each, pale before, full after."""

from __future__ import annotations

from collections.abc import Sequence

from malaparte.drawing.palette import GREY, INK
from malaparte.drawing.svg import (
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
from malaparte.report.share import label, said
from malaparte.report.words import Words
from malaparte.results.share import Share, say_share

Turned = tuple[str, Share, Share]
"""An outcome, its share before and after."""


def turns_figure(
    title: str, after: str, turns: Sequence[Turned], words: Words, *, wide: bool = True
) -> Figure:
    """Return the picture of outcomes before and after something.

    Parameters
    ----------
    title : str
        What is drawn.
    after : str
        What the second bar of each pair is.
    turns : sequence of Turned
        Outcomes in the order in which they are drawn.
    words : Words
        Language.
    wide : bool
        For a page, or for a telephone.
    """
    width = WIDE if wide else NARROW
    bar = width - (270.0 if wide else 110.0)
    parts: list[str] = []
    y = 8.0
    for name, *shares in turns:
        parts.append(mark(name, 9, y + 9, 8.0))
        parts.append(text(24, y + 14, label(name, words), 16, weight=600))
        for at, (share, when) in enumerate(
            zip(shares, (words.say("compare-before"), after), strict=True)
        ):
            top = y + 24 + at * 30
            told = say_share(share)
            parts.append(rect(0, top, bar, 12, "none", LINE))
            parts.append(rect(0, top, bar * share.value, 12, colour_of(name) if at else GREY))
            low, high = bar * told.low / told.of, bar * told.high / told.of
            parts.append(whisker(low, high, top + 19, INK))
            note = f"{said(share, words, 'short')}" + (f" · {when}" if wide else "")
            parts.append(text(bar + 10, top + 11, note, 13 if wide else 11))
        y += 96.0
    return figure(title, width, y, parts, words.lang)
