"""Errors of pydantic in the words of this program."""

from __future__ import annotations

from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from malaparte.quantity.quantity import Quantity
from malaparte.scenario.document import Scenario
from malaparte.scenario.near import brief, near
from malaparte.scenario.renamed import renamed
from malaparte.scenario.walk import fields, hint_at, is_model


class Finding(NamedTuple):
    """A problem that does not yet know its file and line."""

    path: str
    found: str
    expected: str
    hint: str = ""


_EXPECTED = {
    "bool_type": "true or false",
    "date_from_datetime_parsing": "a date like 1927-11-07",
    "date_parsing": "a date like 1927-11-07",
    "date_type": "a date like 1927-11-07",
    "dict_type": "a mapping of keys",
    "float_type": "a number",
    "int_from_float": "a whole number",
    "int_type": "a whole number",
    "model_type": "a mapping of keys",
    "string_type": "text",
    "tuple_type": "a list",
    "list_type": "a list",
    "finite_number": "a number that has an end",
    "greater_than": "more than {gt:g}",
    "greater_than_equal": "{ge:g} or more",
    "less_than": "less than {lt:g}",
    "less_than_equal": "{le:g} or less",
    "string_too_short": "a text that is not empty",
    "too_long": "at most {max_length} items",
    "too_short": "at least {min_length} items",
}
_COUNTED = ("too_long", "too_short")


def findings(error: ValidationError) -> list[Finding]:
    """Translate the errors of one validation of a scenario."""
    return [_finding(detail) for detail in error.errors(include_url=False)]


def _finding(detail: ErrorDetails) -> Finding:
    loc = tuple(key for key in detail["loc"] if key != "[key]")
    path = ".".join(map(str, loc))
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    found = _found(value)
    if kind == "extra_forbidden":
        return Finding(path, f"unknown key `{loc[-1]}`", *_keys(loc))
    if kind == "missing":
        if isinstance(loc[-1], int):
            return Finding(path.rpartition(".")[0], "a list too short", "one number more")
        return Finding(path, "nothing", _meaning(loc))
    if kind == "value_error":
        found, _, expected = str(context.get("error", "")).partition("; expected ")
        return Finding(path, found, expected)
    if kind == "literal_error":
        expected = str(context["expected"]).replace("'", "")
        words = expected.replace(" or ", ", ").split(", ")
        hint = near(value, words) if isinstance(value, str) else ""
        return Finding(path, found, expected, hint if hint.startswith("did") else "")
    if kind == "string_pattern_mismatch":
        if context["pattern"].startswith("^[a-z]"):
            return Finding(path, found, "lower case letters, digits, - and _, a letter first")
        return Finding(path, found, "a clock time like 11:30")
    if kind == "string_type" and isinstance(value, int | float):
        return Finding(path, found, "text", f'quotes: "{value}"')
    if kind == "model_type" and hint_at(loc) is Quantity:
        hint = f"{{point: {value}, unit: ..., basis: ..., sources: [...]}}"
        return Finding(path, found, "a quantity: spread, unit, basis, sources", hint)
    if kind in _COUNTED:
        length = context["actual_length"]
        found = "1 item" if length == 1 else f"{length} items"
    if kind in _EXPECTED:
        return Finding(path, found, _EXPECTED[kind].format(**context))
    return Finding(path, found, detail["msg"].removeprefix("Input should be "))


def _found(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping of keys" if value else "an empty mapping"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    return brief(value)


def _keys(loc: tuple[str | int, ...]) -> tuple[str, str]:
    model = hint_at(loc[:-1], Scenario)
    known = list(fields(model)) if is_model(model) else []
    hint = near(str(loc[-1]), known)
    hint = renamed(".".join(map(str, loc))) or (hint if hint.startswith("did") else "")
    return f"one of the keys {', '.join(known)}", hint


def _meaning(loc: tuple[str | int, ...]) -> str:
    model = hint_at(loc[:-1], Scenario)
    meaning = model.model_fields[loc[-1]].description if is_model(model) else None
    return f"`{loc[-1]}`: {' '.join((meaning or 'a value').split())}"
