"""What was said in English where it went wrong, told in the reader's language.

A language has a catalogue of forms in gettext's format, read when its first mistake is told.
"""

from __future__ import annotations

import gettext
import io
import string
from functools import cache
from importlib import resources
from typing import Any

from malaparte.said import Meant, Said


def tell(text: str, lang: str) -> str:
    """Return a text in a language; what nobody said so that it can be told stays as it is."""
    return text if lang == "en" else _Teller(lang).tell(text)


class _Teller(string.Formatter):
    """Puts what stands for the names into a form, each part in the same language."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._forms = _catalogue(lang)

    def tell(self, text: str) -> str:
        if isinstance(text, Meant):
            from malaparte.report.words import Words

            return Words(self._lang).field(text.model, text.name)
        if not isinstance(text, Said):
            return text
        form = self._forms.gettext(text.form)
        if text.many:
            number: Any = text.args["n"]
            form = self._forms.ngettext(text.form, text.many, number)
        return self.vformat(form, (), text.args)

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, str):
            return self.tell(value)
        told = format(value, format_spec)
        # Numbers with a comma are for reading; others are written as files take them.
        return told.translate(_NUMBERS[self._lang]) if "," in format_spec else told


_NUMBERS = {"ru": str.maketrans(",.", "\N{NO-BREAK SPACE},")}


@cache
def _catalogue(lang: str) -> gettext.NullTranslations:
    # A fifteenth of a second, only for those who make a mistake in another language.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    file = resources.files("malaparte.report").joinpath("messages", f"{lang}.errors.po")
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(file.read_bytes()), locale=lang))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
