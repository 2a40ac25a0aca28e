"""What a number means, its unit, and the mechanism that reads it, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from malaparte.report.words import Words
from malaparte.scenario.walk import Located, field_at


def meaning(path: str, words: Words) -> str:
    """Return what the number at a path means.

    Parameters
    ----------
    path : str
        Where a field names the number; for a shared one, one of the places that use it.
    words : Words
        The language.

    Raises
    ------
    KeyError
        If there is no such field, or no text for it in this language.
    """
    model, name = field_at(path)
    if words.lang != "en":
        return words.field(model.__name__, name)
    return " ".join((model.model_fields[name].description or "").split()).replace("``", "`")


_COUNTED = ("hour", "minute", "metre", "day")
"""Units whose word depends on the number before it."""


def unit_name(unit: str, words: Words, number: float | None = None) -> str:
    """Return a unit in words: alone, or after a number, of a range after the last one."""
    if number is not None and unit in _COUNTED:
        return words.say(f"counted-{unit}", n=number)
    return words.say("unit-" + unit.replace("/", "-per-").replace(" ", "-"))


def mechanism(name: str, words: Words) -> str:
    """Return a mechanism, or luck, in words."""
    if name == "luck":
        return words.sentence("explain-luck")
    return words.say("mechanism-" + name.replace(".", "-"))


def user(path: str, numbers: dict[str, Located]) -> str:
    """Return where a field names a number: its own path, or the first of the most that share it."""
    return common(one.path for one in numbers.values() if one.canonical == path != one.path) or path


def common(paths: Iterable[str]) -> str | None:
    """Return the first path of the field that most of them are of: it says best what they share."""
    fields = {path: field_at(path) for path in paths}
    count = Counter(fields.values())
    return max(fields, key=lambda path: count[fields[path]], default=None)
