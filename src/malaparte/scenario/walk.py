"""A walk through a scenario, guided by the annotations of its models.

What a field accepts is said once, in the model; checks, changes and the columns of a world all
find it here.  The order is fixed: fields as declared, entities by id.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from malaparte.quantity.quantity import Measure, Quantity
from malaparte.scenario.document import Scenario
from malaparte.scenario.merge import is_mapping
from malaparte.scenario.tree import join


class Absent:
    """The value of a field that is left out."""


ABSENT = Absent()


@dataclass(frozen=True)
class Node:
    """One value: its path, what is there, what type is expected, what the annotation adds.

    key: True when it is the key of a mapping (which then is a reference), not the value.
    """

    path: str
    value: Any
    kind: Any
    marks: tuple[Any, ...]
    key: bool = False

    @property
    def measure(self) -> Measure | None:
        """Unit and bounds, for a quantity of a field; a shared number has none."""
        return next((mark for mark in self.marks if isinstance(mark, Measure)), None)


@dataclass(frozen=True)
class Located:
    """A quantity of a scenario.

    path: where a field names it.  canonical: where its value stands, ``numbers.x`` if it is
    shared; fields with the same canonical path have the same value in every world.
    """

    path: str
    canonical: str
    quantity: Quantity
    measure: Measure


def quantities(scenario: Scenario) -> dict[str, Located]:
    """Return every quantity of a checked scenario by its path, in a fixed order.

    Parameters
    ----------
    scenario : Scenario
        As `malaparte.scenario.load.load` returns it.

    Returns
    -------
    dict of str to Located
        Shared numbers are there too, under ``numbers.x``.
    """
    found: dict[str, Located] = {}
    for node in nodes(scenario):
        if node.kind is Quantity and not node.key and node.value is not None:
            quantity: Quantity = node.value
            canonical = node.path
            if quantity.same is not None:
                canonical = f"numbers.{quantity.same}"
                quantity = scenario.numbers[quantity.same]
            measure = node.measure or Measure(quantity.unit or "")
            found[node.path] = Located(node.path, canonical, quantity, measure)
    return found


def nodes(
    value: object, hint: Any = Scenario, path: str = "", absent: bool = False
) -> Iterator[Node]:
    """Walk through a scenario, or through plain data that should become one.

    Parameters
    ----------
    value : Scenario or plain data
        Parts that do not have the expected form are returned, but not entered.
    hint : type
        The annotation that the value should fit.
    path : str
        Where the value stands.
    absent : bool
        Also return fields that are left out, with the value `ABSENT`.
    """
    kind, marks = bare(hint)
    yield Node(path, value, kind, marks)
    if is_model(kind) and kind is not Quantity:
        for name, child in fields(kind).items():
            if isinstance(value, BaseModel):
                yield from nodes(getattr(value, name), child, join(path, name), absent)
            elif is_mapping(value) and (absent or name in value):
                yield from nodes(value.get(name, ABSENT), child, join(path, name), absent)
    elif get_origin(kind) is dict and is_mapping(value):
        key_hint, child = get_args(kind)
        for key in sorted(value, key=str):
            here = join(path, key)
            key_kind, key_marks = bare(key_hint)
            yield Node(here, key, key_kind, key_marks, key=True)
            yield from nodes(value[key], child, here, absent)
    elif get_origin(kind) is tuple and isinstance(value, list | tuple):
        hints = get_args(kind)
        items: list[object] = list(value)  # pyright: ignore[reportUnknownArgumentType] - of YAML
        for index, item in enumerate(items):
            child = hints[0] if hints[-1] is Ellipsis else hints[min(index, len(hints) - 1)]
            yield from nodes(item, child, join(path, index), absent)


def bare(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """Return a type without ``Annotated`` and ``| None``, and what ``Annotated`` adds."""
    marks: tuple[Any, ...] = ()
    while True:
        if get_origin(hint) is Annotated:
            hint, *more = get_args(hint)
            marks += tuple(more)
        elif get_origin(hint) in (Union, UnionType):
            rest = [kind for kind in get_args(hint) if kind is not NoneType]
            if len(rest) != 1:
                return hint, marks
            hint = rest[0]
        else:
            return hint, marks


def is_model(kind: Any) -> bool:
    """Tell whether a type is a model of the scenario language."""
    return isinstance(kind, type) and issubclass(kind, BaseModel)


@cache
def fields(model: type[BaseModel]) -> dict[str, Any]:
    """Return the annotations of a model's fields, in the order of declaration."""
    hints = get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields}


def hint_at(loc: tuple[str | int, ...], hint: Any = Scenario) -> Any:
    """Return the bare type that is expected at a place, or None if the place is unknown."""
    kind = bare(hint)[0]
    for key in loc:
        if is_model(kind):
            child = fields(kind).get(str(key))
        elif get_origin(kind) in (dict, tuple):
            child = get_args(kind)[-1 if get_origin(kind) is dict else 0]
        else:
            child = None
        if child is None:
            return None
        kind = bare(child)[0]
    return kind


def removable(path: str) -> str:
    """Return the nearest part, at a path or around it, that may be left out; '' if there is none.

    An entity may, and a field with a default; a field without one goes with what it belongs to.
    """
    keys = path.split(".")
    for last in reversed(range(len(keys))):
        above = hint_at(tuple(keys[:last]))
        field = above.model_fields.get(keys[last]) if is_model(above) else None
        if get_origin(above) is dict or (field is not None and not field.is_required()):
            return ".".join(keys[: last + 1])
    return ""


def taken_away(path: str) -> str:
    """Return the lines that take a part away from what a file extends, in one: `a: {b: null}`."""
    *above, last = path.split(".")
    text = f"{last}: null"
    for key in reversed(above):
        text = f"{key}: {{{text}}}"
    return text


def field_at(path: str) -> tuple[type[BaseModel], str]:
    """Return the innermost model on the way to a value, and the name of its field there.

    Raises
    ------
    KeyError
        If the scenario language has no such path.
    """
    keys = path.split(".")
    for last in reversed(range(len(keys))):
        model = hint_at(tuple(keys[:last]))
        if is_model(model) and keys[last] in model.model_fields:
            return model, keys[last]
    raise KeyError(path)
