"""The scenarios on the shelf."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from malaparte.scenario.read import library, read
from malaparte.scenario.tree import read_tree


@cache
def shelf() -> list[dict[str, Any]]:
    """Return the library scenarios that can run, with title and reading in both languages."""
    found: list[dict[str, Any]] = []
    for name in library():
        # A reading says its own title; what it extends is long, and needed only if it does not.
        path = Path(str(files("malaparte"))) / "library" / name / "scenario.yaml"
        data = read_tree(path, name).data
        if not {"title", "reading"} <= set(data):
            data = read(name).data
        if data.get("abstract") is not True:
            found.append({"id": name, "title": data["title"], "reading": data["reading"]})
    return found
