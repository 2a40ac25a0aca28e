"""Plain text for a terminal of eighty columns."""

from __future__ import annotations

import itertools
import re
import shlex
import textwrap
from collections.abc import Iterable

WIDTH = 80

_LABEL = re.compile(r" *(\S+ {2,})?")
"""What stands before the words of a line: spaces, or a word of a table and the spaces after it."""


def head(text: str) -> list[str]:
    """Return a heading in capitals with a line under it, after an empty line."""
    return ["", text.upper(), "─" * WIDTH]


def paragraph(text: str, indent: str = "  ", hang: str | None = None) -> list[str]:
    """Return a text broken at the width of the page."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent if hang is None else hang,
        break_on_hyphens=False,
        break_long_words=False,
    )


def filled(text: str) -> str:
    """Return a text whose long lines go on below the beginning of their words."""
    lines: list[str] = []
    for line in text.splitlines():
        label = _LABEL.match(line)
        hang = " " * (label.end() if label else 0)
        lines += paragraph(line, indent="", hang=hang) if len(line) > WIDTH else [line]
    return "\n".join(lines)


def command(words: str, label: str = "") -> str:
    """Return a command after a label, broken so that a shell still takes it."""
    whole = " ".join(shlex.quote(word).replace(" ", "\0") for word in shlex.split(words))
    lines = textwrap.wrap(
        whole,
        WIDTH - 2,
        initial_indent=label,
        subsequent_indent=" " * (len(label) + 2),
        break_on_hyphens=False,
        break_long_words=False,
    )
    return " \\\n".join(lines).replace("\0", " ")


def bar(share: float, width: int) -> str:
    """Return a share as a bar; what is possible never looks like nothing."""
    eighths = round(share * width * 8)
    if share > 0:
        eighths = max(1, eighths)
    full, rest = divmod(eighths, 8)
    return ("█" * full + (" ▏▎▍▌▋▊▉"[rest] if rest else "")).ljust(width)


def columns(*cells: tuple[str, int], indent: str = "  ") -> list[str]:
    """Return cells padded to their widths, two spaces apart; a long text goes on below.

    A first cell with a word that does not fit has a line of its own.
    """
    (first, room), *rest = cells
    if any(len(word) > room for word in first.split()):
        return [*paragraph(first, indent), *columns(("", room), *rest, indent=indent)]
    wrapped = [
        textwrap.wrap(text, width, subsequent_indent=hang, break_on_hyphens=False) or [""]
        for (text, width), hang in zip(cells, ("  ", *[""] * len(cells)), strict=False)
    ]
    widths = [width for _, width in cells]
    return [
        indent
        + "  ".join(part.ljust(wide) for part, wide in zip(row, widths, strict=True)).rstrip()
        for row in itertools.zip_longest(*wrapped, fillvalue="")
    ]


def dots(counts: Iterable[tuple[str, int]], number: int = 50) -> str:
    """Return a row of marks, each standing for the same number of worlds."""
    return "".join(dealt(counts, number))


def dealt(counts: Iterable[tuple[str, int]], number: int = 50) -> list[str]:
    """Return what each of a number of worlds shows, in proportion (largest remainders)."""
    marks = list(counts)
    total = sum(count for _, count in marks) or 1
    exact = [number * count / total for _, count in marks]
    given = [int(share) for share in exact]
    order = sorted(range(len(marks)), key=lambda i: given[i] - exact[i])
    for index in order[: number - sum(given)]:
        given[index] += 1
    return [mark for (mark, _), many in zip(marks, given, strict=True) for _ in range(many)]
