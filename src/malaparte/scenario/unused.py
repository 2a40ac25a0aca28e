"""Numbers and sources that nothing names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from malaparte.scenario.merge import is_mapping
from malaparte.scenario.numbers import quantity_of
from malaparte.scenario.rules import section, texts
from malaparte.scenario.tree import Tree
from malaparte.scenario.walk import nodes


def unused(data: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return section and key of every number and every source that nothing names."""
    sources: set[str] = set()
    numbers: set[str] = set()
    values = [node.value for node in nodes(data) if not node.key]
    for decision in section(data, "decisions").values():
        for option in section(decision, "options").values():
            values += section(option, "set").values()
    for value in values:
        if not is_mapping(value):
            continue
        sources.update(texts(value.get("sources")))
        if isinstance(value.get("same"), str) and quantity_of(value):
            numbers.add(value["same"])
    return [("numbers", key) for key in section(data, "numbers") if key not in numbers] + [
        ("sources", key) for key in section(data, "sources") if key not in sources
    ]


def forget(tree: Tree, file: str) -> None:
    """Drop what a scenario inherits and no longer uses; what it writes itself in ``file`` stays.

    Who takes the road away need not name the fifty numbers that belonged to it.
    """
    while gone := [pair for pair in unused(tree.data) if tree.lines[".".join(pair)][0] != file]:
        for part, key in gone:
            tree.data[part] = {name: one for name, one in tree.data[part].items() if name != key}
