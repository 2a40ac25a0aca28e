"""The reference of the scenario language, written from the models.

python -m malaparte.scenario.reference > docs/reference/scenario.md
"""

from __future__ import annotations

import datetime
import math
import sys
from typing import Any, Literal, get_args, get_origin

from annotated_types import BaseMetadata, Ge, Gt, Le, Lt, MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from malaparte.quantity.quantity import Measure
from malaparte.quantity.text import Remark
from malaparte.scenario.base import ClockTime, Id
from malaparte.scenario.document import Scenario
from malaparte.scenario.walk import bare, fields, is_model

HEAD = """# The scenario language

<!-- Written by `python -m malaparte.scenario.reference`; edit the models, not this page. -->

A scenario is one file of YAML 1.2.
Every key of every part is listed here; other keys are refused.
A key in **bold** must be given, in the file itself or in the one that it `extends`.
Where a unit stands for the type, the value is a [quantity](#quantity).

Mappings of a file that `extends` another are merged key by key;
lists and quantities are replaced whole; `null` deletes a key, and numbers and sources of the base
that nothing names any more go with it.
`malaparte check` tells all problems of a file at once.
"""


def reference() -> str:
    """Return the page: one table for each model, in the order in which they are met."""
    models: list[type[BaseModel]] = [Scenario]
    for model in models:  # grows while it is read
        for hint in fields(model).values():
            models += [found for found in _models(hint) if found not in models]
    return "\n".join([HEAD, *map(_section, models)])


def _models(hint: Any) -> list[type[BaseModel]]:
    kind = bare(hint)[0]
    if is_model(kind):
        return [kind]
    return [found for part in get_args(kind) for found in _models(part)]


def _section(model: type[BaseModel]) -> str:
    doc = (model.__doc__ or "").strip().split("\n\n")
    text = "\n\n".join("\n".join(map(str.strip, part.splitlines())) for part in doc)
    rows = ["| key | type or unit | bounds | meaning |", "|---|---|---|---|"]
    for name, hint in fields(model).items():
        field = model.model_fields[name]
        key = f"**`{name}`**" if field.is_required() else f"`{name}`"
        meaning = " ".join((field.description or "").split()).replace("``", "`")
        kind, bounds = _type(hint), _bounds(hint)
        rows.append(f"| {key} | {kind} | {bounds} | {meaning}{_default(field)} |")
    return "\n".join([f"## {model.__name__}", "", text.replace("``", "`"), "", *rows, ""])


def _type(hint: Any) -> str:
    kind, marks = bare(hint)
    measures = [mark.unit for mark in marks if isinstance(mark, Measure)]
    if measures:
        return measures[0]
    references = [mark for mark in marks if isinstance(mark, str)]
    if references:
        return f"id of `{references[0]}`"
    if bare(Remark)[1] == marks:
        return "text, or [Text](#text)"
    if is_model(kind):
        return f"[{kind.__name__}](#{kind.__name__.lower()})"
    if get_origin(kind) is Literal:
        return ", ".join(f"`{word}`" for word in get_args(kind))
    if get_origin(kind) is dict:
        key, value = get_args(kind)
        keys = _type(key) if any(isinstance(mark, str) for mark in bare(key)[1]) else "id"
        return f"mapping: {keys if kind != dict[str, Any] else 'path'} to {_type(value)}"
    if get_origin(kind) is tuple:
        parts = get_args(kind)
        if parts[-1] is Ellipsis:
            return f"list: {_type(parts[0])}"
        return f"{len(parts)} numbers"
    if bare(ClockTime)[1] == marks:
        return "clock time"
    if bare(Id)[1] == marks:
        return "id"
    names = {str: "text", float: "number", int: "whole number", bool: "true or false"}
    return names.get(kind, "date" if kind is datetime.date else "value")


def _bounds(hint: Any) -> str:
    kind, marks = bare(hint)
    if get_origin(kind) is tuple and Ellipsis not in get_args(kind):
        return "; ".join(filter(None, map(_bounds, get_args(kind))))
    said: list[str] = []
    for mark in marks:
        if isinstance(mark, Measure) and math.isfinite(mark.lo):
            said.append(f"{mark.lo:g} to {mark.hi:,g}")
        limits = mark.metadata if isinstance(mark, FieldInfo) else [mark]
        said += [_limit(limit) for limit in limits if isinstance(limit, BaseMetadata)]
    return ", ".join(said)


def _limit(limit: BaseMetadata) -> str:
    if isinstance(limit, Ge):
        return f"from {limit.ge}"
    if isinstance(limit, Le):
        return f"to {limit.le}"
    if isinstance(limit, Gt):
        return f"above {limit.gt}"
    if isinstance(limit, Lt):
        return f"below {limit.lt}"
    return f"at least {limit.min_length}" if isinstance(limit, MinLen) else ""


def _default(field: FieldInfo) -> str:
    value = field.default
    if field.is_required() or value in (None, "", (), {}):
        return ""
    words = str(value).lower() if isinstance(value, bool) else str(value)
    return f" If left out: `{words}`."


if __name__ == "__main__":
    sys.stdout.write(reference())
