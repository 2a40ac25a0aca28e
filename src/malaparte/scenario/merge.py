"""How a scenario changes the one that it extends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeGuard

from malaparte.quantity.spread import KINDS
from malaparte.scenario.tree import Tree, join

Data = dict[str, Any]


def is_mapping(value: object) -> TypeGuard[Mapping[str, Any]]:
    """Tell whether a value of a tree is a mapping."""
    return isinstance(value, Mapping)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Tell whether a value of a tree is a list."""
    return isinstance(value, list)


def mapping_at(data: object, path: str) -> Mapping[str, Any]:
    """Return the mapping at a path of plain data, an empty one if there is none."""
    here = data
    for key in path.split("."):
        here = here.get(key) if is_mapping(here) else None
    return here if is_mapping(here) else {}


def is_quantity(value: object) -> TypeGuard[Mapping[str, Any]]:
    """Tell whether a value is a number with its spread.

    A key like `normal` may also be the id of an entity; an entity is a mapping, a spread is not.
    """
    return is_mapping(value) and any(
        key in value and not is_mapping(value[key]) for key in (*KINDS, "same")
    )


def merge(base: Tree, over: Tree) -> Tree:
    """Return the base with the changes of ``over``.

    Mappings merge key by key, so an empty one changes nothing (see `idle`); ``null`` deletes a key;
    everything else replaces what was there.  A
    quantity is replaced whole, because half of an old number under a new source would be a lie.
    Every value keeps the file and line where it was written.
    """
    data, lines = _merge(base, over, base.data, over.data, "")
    lines[""] = over.lines[""]
    return Tree(data, lines)


def lost(base: Tree, over: Tree) -> list[str]:
    """Return the paths that ``over`` deletes although the base does not have them."""
    return [path for path in deleted(over) if path not in base.lines]


def deleted(over: Tree) -> list[str]:
    """Return the paths that ``over`` takes away from what it extends."""
    return _deleted(over.data, "")


def idle(base: Tree, over: Tree) -> list[str]:
    """Return the paths at which ``over`` has an empty mapping that would change nothing."""
    return _idle(base.data, over.data, "")


def _idle(old: Mapping[str, Any], new: Mapping[str, Any], path: str) -> list[str]:
    found: list[str] = []
    for key, value in new.items():
        before = old.get(key)
        if not is_mapping(before) or not is_mapping(value):
            continue
        if is_quantity(before) or is_quantity(value):
            continue
        here = join(path, key)
        found += _idle(before, value, here) if value or not before else [here]
    return found


def _deleted(data: Mapping[str, Any], path: str) -> list[str]:
    found: list[str] = []
    for key, value in data.items():
        here = join(path, key)
        if value is None:
            found.append(here)
        elif is_mapping(value) and not is_quantity(value):
            found += _deleted(value, here)
    return found


def _merge(
    base: Tree, over: Tree, old: Mapping[str, Any], new: Mapping[str, Any], path: str
) -> tuple[Data, dict[str, tuple[str, int]]]:
    data: Data = {}
    lines: dict[str, tuple[str, int]] = {}
    for key in (*old, *(key for key in new if key not in old)):
        here = join(path, key)
        if key not in new:
            data[key] = old[key]
            lines.update(_below(base, old[key], here))
        elif new[key] is None:
            continue
        elif is_mapping(new[key]) and not is_quantity(new[key]):
            before = old.get(key)
            merged: Mapping[str, Any] = {}
            if is_mapping(before) and not is_quantity(before):
                merged = before
            data[key], inside = _merge(base, over, merged, new[key], here)
            lines[here] = over.lines[here]
            lines.update(inside)
        else:
            data[key] = new[key]
            lines.update(_below(over, new[key], here))
    return data, lines


def _below(tree: Tree, value: object, path: str) -> dict[str, tuple[str, int]]:
    lines = {path: tree.lines[path]}
    if is_mapping(value):
        for key, child in value.items():
            lines.update(_below(tree, child, join(path, key)))
    elif is_list(value):
        for index, child in enumerate(value):
            lines.update(_below(tree, child, join(path, index)))
    return lines
