"""The laboratory's words: Fluent messages, the same ids in English and Russian.

The page formats the same files with ``@fluent/bundle``, so a message uses nothing that only Python
knows.  Rules of a language (cases, plurals) live in its messages, never in Python.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Context, localcontext
from functools import cache
from importlib import resources
from typing import Any

from babel.dates import format_date
from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource

from malaparte.errors import UsageError
from malaparte.said import both, said

LANGUAGES = ("en", "ru")
"""Languages in which everything can be said."""
_LOCALES = {"en": "en_GB", "ru": "ru"}
_DAY = 86_400


class Words:
    """Says messages in one language.

    Parameters
    ----------
    lang : str
        One of `LANGUAGES`; another one raises UsageError.
    """

    def __init__(self, lang: str) -> None:
        if lang not in LANGUAGES:
            names = both(LANGUAGES)
            raise UsageError(
                said("no language `{name}`; there are {names}", name=lang, names=names)
            )
        self.lang = lang
        self.locale = _LOCALES[lang]
        self._bundle = _bundle(f"{lang}.ftl", lang)

    def say(self, id: str, **args: str | int | float) -> str:  # noqa: A002 - Fluent's word
        """Return a message with its arguments in place.

        Raises
        ------
        KeyError
            If there is no such message.
        ValueError
            If an argument is missing or does not fit.
        """
        message = self._bundle.get_message(id) if self._bundle.has_message(id) else None
        if message is None or message.value is None:
            raise KeyError(f"no message `{id}` in {self.lang}.ftl")
        # Half away from zero, as the page's browser rounds: one number is one text everywhere.
        with localcontext(Context(rounding=ROUND_HALF_UP)):
            text, errors = self._bundle.format_pattern(message.value, args)
        if errors:
            raise ValueError(f"message `{id}` in {self.lang}.ftl: {errors[0]}")
        return str(text)

    def field(self, model: str, name: str) -> str:
        """Return what a field of a model means, from a file that is read when first asked.

        There is none for English, which the docstrings of the fields say.

        Raises
        ------
        KeyError
            If there is no such text.
        """
        bundle = _bundle(f"{self.lang}.fields.ftl", self.lang)
        fields = bundle.get_message(model).attributes if bundle.has_message(model) else {}
        if name not in fields:
            raise KeyError(f"no text `{model}.{name}` in {self.lang}.fields.ftl")
        return str(bundle.format_pattern(fields[name])[0])

    def sentence(self, id: str, **args: str | int | float) -> str:  # noqa: A002
        """Return a message with a capital letter in front."""
        text = self.say(id, **args)
        return text[:1].upper() + text[1:]

    def clock(self, t: float) -> str:
        """Return a time of the day, given in seconds after 00:00, as '07:40'."""
        day, rest = divmod(int(t), _DAY)
        clock = f"{rest // 3600:02}:{rest % 3600 // 60:02}"
        return self.say("clock-later", clock=clock, n=day) if day else clock

    def when(self, first: float, last: float) -> str:
        """Return 'between 07:40 and 08:10', or 'at 07:40' where it is one minute."""
        since, until = self.clock(first), self.clock(last)
        return self.say("when", first=since, last=until, same="yes" if since == until else "no")

    def span(self, seconds: float) -> str:
        """Return a length of time, 'nine minutes', as it stands after 'took'."""
        return self._time("span", seconds)

    def after(self, seconds: float) -> str:
        """Return a length of time as 'nine minutes later'."""
        return self._time("after", seconds)

    def _time(self, form: str, seconds: float) -> str:
        minutes = max(0, round(seconds / 60))
        if minutes < 1:
            return self.say(f"{form}-moment")
        if minutes < 90:
            return self.say(f"{form}-minutes", minutes=minutes)
        return self.say(f"{form}-hours", hours=minutes // 60, minutes=minutes % 60)

    def date(self, day: date) -> str:
        """Return a date in words."""
        return self.say("date", day=format_date(day, "d MMMM y", self.locale))

    def day(self, day: date) -> str:
        """Return a date without its year."""
        return format_date(day, "d MMMM", self.locale)

    def join(self, items: Iterable[str]) -> str:
        """Return 'a, b and c'."""
        return format_list(list(items), locale=self.locale)


@cache
def _bundle(name: str, lang: str) -> FluentBundle:
    def count(n: int) -> str:
        pattern = bundle.get_message("count").value
        assert pattern is not None
        return str(bundle.format_pattern(pattern, {"n": n})[0])

    functions: dict[str, Callable[[Any], Any]] = {"COUNT": count}
    locales = [_LOCALES[lang].replace("_", "-")]
    # Isolation marks are for mixed directions of writing; in a terminal they show as boxes.
    bundle = FluentBundle(locales, use_isolating=False, functions=functions)
    text = resources.files("malaparte.report").joinpath("messages", name)
    bundle.add_resource(FluentResource(text.read_text(encoding="utf-8")))
    return bundle
