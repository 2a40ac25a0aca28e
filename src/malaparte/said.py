"""Texts that remember how they were made, so that they can be told in another language.

What goes wrong is said in English where it goes wrong, and the text is that English.  Whoever shows
it to a reader of another language asks `malaparte.report.telling` for the same in that one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import LiteralString


class Said(str):
    """A text in English.

    form: the text with names in braces where something stands for them; it names the text in the
    catalogues of other languages.  many: the form for other numbers than one, '' if nothing is
    counted.  args: name -> what stands for it; a text among them may remember how it was made.
    """

    form: str
    many: str
    args: Mapping[str, object]


class Meant(str):
    """What a field of a model means, in English; other languages have a file of such texts."""

    model: str
    name: str


def said(form: LiteralString, /, **args: object) -> Said:
    """Return a text: ``said("no node `{name}`", name="telegrph")``."""
    return _made(form, form, "", args)


def counted(one: LiteralString, many: LiteralString, /, *, n: int, **args: object) -> Said:
    """Return a text that counts: ``counted("{n} problem", "{n} problems", n=3)``."""
    return _made(one if n == 1 else many, one, many, {"n": n, **args})


def strung(parts: Iterable[str], between: str = ", ") -> str:
    """Return texts in a row; what stands between them is the same in every language."""
    args: dict[str, object] = {f"part{at}": part for at, part in enumerate(parts)}
    form = between.join(f"{{{name}}}" for name in args)
    return _made(form, form, "", args)


def both(parts: Iterable[str]) -> str:
    """Return 'a and b and c'."""
    first, *others = parts
    for other in others:
        first = said("{one} and {other}", one=first, other=other)
    return first


def either(parts: Iterable[str]) -> str:
    """Return 'a or b or c'."""
    first, *others = parts
    for other in others:
        first = said("{one} or {other}", one=first, other=other)
    return first


def meant(model: str, name: str, text: str) -> Meant:
    """Return what the field of a model means, of which ``text`` is the English."""
    field = Meant(text)
    field.model, field.name = model, name
    return field


def _made(form: str, one: str, many: str, args: dict[str, object]) -> Said:
    text = Said(form.format_map(args))
    text.form, text.many, text.args = one, many, args
    return text
