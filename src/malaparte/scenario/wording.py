"""Errors of pydantic in the words of this program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from malaparte.errors import Unfit
from malaparte.quantity.quantity import Quantity
from malaparte.said import counted, either, meant, said, strung
from malaparte.scenario.document import Scenario
from malaparte.scenario.near import NOTHING, brief, near
from malaparte.scenario.renamed import renamed
from malaparte.scenario.walk import fields, hint_at, is_model


class Finding(NamedTuple):
    """A problem that does not yet know its file and line."""

    path: str
    found: str
    expected: str
    hint: str = ""


EMPTY_LIST = said("an empty list")
_MAPPING = said("a mapping of keys")
_DATE = said("a date like {date}", date="1927-11-07")
_WHOLE = said("a whole number")
_LIST = said("a list")

_EXPECTED = {
    "bool_type": said("true or false"),
    "date_from_datetime_parsing": _DATE,
    "date_parsing": _DATE,
    "date_type": _DATE,
    "dict_type": _MAPPING,
    "float_type": said("a number"),
    "int_from_float": _WHOLE,
    "int_type": _WHOLE,
    "model_type": _MAPPING,
    "string_type": said("text"),
    "tuple_type": _LIST,
    "list_type": _LIST,
    "finite_number": said("a number that has an end"),
    "string_too_short": said("a text that is not empty"),
}
"""Kind of error -> what was expected."""
_BOUNDED: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "greater_than": lambda its: said("more than {n:g}", n=its["gt"]),
    "greater_than_equal": lambda its: said("{n:g} or more", n=its["ge"]),
    "less_than": lambda its: said("less than {n:g}", n=its["lt"]),
    "less_than_equal": lambda its: said("{n:g} or less", n=its["le"]),
    "too_long": lambda its: said("at most {n} items", n=its["max_length"]),
    "too_short": lambda its: said("at least {n} items", n=its["min_length"]),
}
"""Kind of error -> what was expected, as its context says."""
_COUNTED = ("too_long", "too_short")


def id_of(part: str) -> str:
    """Return what is expected where an id of a part of the scenario should stand."""
    return said("an id of `{part}`", part=part)


def no_category(word: object) -> tuple[str, str]:
    """Return what was found and expected where no place has a category."""
    found = said("no place of the category `{name}`", name=word)
    return found, said("a category of a place")


def findings(error: ValidationError) -> list[Finding]:
    """Translate the errors of one validation of a scenario."""
    return [_finding(detail) for detail in error.errors(include_url=False)]


def _finding(detail: ErrorDetails) -> Finding:
    loc = tuple(key for key in detail["loc"] if key != "[key]")
    path = ".".join(map(str, loc))
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    found = _found(value)
    if kind == "extra_forbidden":
        return Finding(path, said("unknown key `{key}`", key=loc[-1]), *_keys(loc))
    if kind == "missing":
        if isinstance(loc[-1], int):
            found, expected = said("a list too short"), said("one number more")
            return Finding(path.rpartition(".")[0], found, expected)
        return Finding(path, NOTHING, _meaning(loc))
    if kind == "value_error":
        fault: Unfit = context["error"]  # the models raise no other
        return Finding(path, fault.found, fault.expected)
    if kind == "literal_error":
        words = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
        hint = near(value, words) if isinstance(value, str) else ""
        *most, last = words
        expected = either([", ".join(most), last] if most else [last])
        return Finding(path, found, expected, hint if hint.startswith("did") else "")
    if kind == "string_pattern_mismatch":
        if context["pattern"].startswith("^[a-z]"):
            expected = said("lower case letters, digits, - and _, a letter first")
            return Finding(path, found, expected)
        return Finding(path, found, said("a clock time like {time}", time="11:30"))
    if kind == "string_type" and isinstance(value, int | float):
        return Finding(path, found, said("text"), said('quotes: "{value}"', value=value))
    if kind == "model_type" and hint_at(loc) is Quantity:
        hint = f"{{point: {value}, unit: ..., basis: ..., sources: [...]}}"
        return Finding(path, found, said("a quantity: spread, unit, basis, sources"), hint)
    if kind in _COUNTED:
        found = counted("{n} item", "{n} items", n=context["actual_length"])
    if kind in _BOUNDED:
        return Finding(path, found, _BOUNDED[kind](context))
    if kind in _EXPECTED:
        return Finding(path, found, _EXPECTED[kind])
    return Finding(path, found, detail["msg"].removeprefix("Input should be "))


def _found(value: Any) -> str:
    if isinstance(value, dict):
        return _MAPPING if value else said("an empty mapping")
    if isinstance(value, list):
        return _LIST if value else EMPTY_LIST
    return brief(value)


def _keys(loc: tuple[str | int, ...]) -> tuple[str, str]:
    model = hint_at(loc[:-1], Scenario)
    known = list(fields(model)) if is_model(model) else []
    hint = near(str(loc[-1]), known)
    hint = renamed(".".join(map(str, loc))) or (hint if hint.startswith("did") else "")
    return said("one of the keys {names}", names=", ".join(known)), hint


def _meaning(loc: tuple[str | int, ...]) -> str:
    model = hint_at(loc[:-1], Scenario)
    key = str(loc[-1])
    text = model.model_fields[key].description if is_model(model) else None
    meaning = meant(model.__name__, key, " ".join(text.split())) if text else said("a value")
    return strung([f"`{key}`", meaning], ": ")
