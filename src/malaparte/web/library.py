"""The scenarios on the shelf."""

from __future__ import annotations

from functools import cache
from typing import Any

from malaparte.scenario.load import readings
from malaparte.scenario.read import read


@cache
def shelf() -> list[dict[str, Any]]:
    """Return the library scenarios that can run, with title and reading in both languages."""
    found: list[dict[str, Any]] = []
    for name in readings():
        data = read(name).data
        found.append({"id": name, "title": data["title"], "reading": data["reading"]})
    return found
