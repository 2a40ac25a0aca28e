"""One number of a scenario: what it is, who says so, what else was said."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from malaparte.errors import Problem, ScenarioError
from malaparte.quantity.spread import Spread
from malaparte.report.page import paragraph
from malaparte.scenario.claim import Carried, article, dossier
from malaparte.scenario.load import ready
from malaparte.scenario.near import near_path
from malaparte.scenario.patch import settable
from malaparte.scenario.read import Document
from malaparte.scenario.walk import Located, quantities

_ARGS = {
    "point": ("value",),
    "uniform": ("lowest", "highest"),
    "triangular": ("lowest", "likeliest", "highest"),
    "pert": ("lowest", "likeliest", "highest"),
    "normal": ("mean", "standard deviation"),
    "lognormal": ("median", "geometric standard deviation"),
    "beta": ("a", "b"),
    "poisson": ("mean",),
}


def show_data(ref: str | Path, pattern: str) -> list[dict[str, Any]]:
    """Return what is known of every number, or other value, whose path fits a pattern.

    Raises
    ------
    ScenarioError
        If nothing has such a path.
    """
    scenario, document = ready(ref)
    numbers = quantities(scenario)
    form = re.compile(re.escape(pattern).replace(r"\*", r"[^.]+"))
    plain = {path: value for path, value in _leaves(document.data) if path not in numbers}
    fits = [path for path in (*numbers, *plain) if form.fullmatch(path)]
    if not fits:
        hint = near_path(pattern, settable(document))
        problem = Problem(document.file, 0, pattern, "no such value", "the path of a value", hint)
        raise ScenarioError([problem])
    said = list(_carriers(ref))
    found: list[dict[str, Any]] = []
    for path in fits:
        if path in numbers:
            data = _number(numbers[path], document)
        else:
            data = {"path": path, "value": plain[path]}
        data["where"] = ":".join(map(str, document.where(path)))
        data["claims"] = [
            {"id": name, "says": says}
            for name, says, carried in said
            if any(_names(one, path) for paths in carried.paths.values() for one in paths)
        ]
        found.append(data)
    return found


def _number(located: Located, document: Document) -> dict[str, Any]:
    quantity = located.quantity
    sources: dict[str, Any] = document.data.get("sources", {})
    return {
        "path": located.path,
        "shared": located.canonical if located.canonical != located.path else None,
        "spread": quantity.spread.kind,
        "args": list(quantity.spread.args),
        "within": [limit if math.isfinite(limit) else None for limit in quantity.spread.within],
        "said": say_spread(quantity.spread),
        "unit": located.measure.unit,
        "basis": quantity.basis,
        "sources": [{"id": name, **sources[name]} for name in quantity.sources],
        "note": quantity.note,
    }


def say_spread(spread: Spread) -> str:
    """Return a spread in words."""
    if spread.kind == "categorical":
        pairs = zip(spread.args[::2], spread.args[1::2], strict=True)
        return "categorical: " + ", ".join(f"{value:g} (weight {w:g})" for value, w in pairs)
    args = zip(_ARGS[spread.kind], spread.args, strict=True)
    words = f"{spread.kind}: " + ", ".join(f"{name} {value:g}" for name, value in args)
    lo, hi = spread.within
    return words + (f", within {lo:g} to {hi:g}" if math.isfinite(lo) or math.isfinite(hi) else "")


def show_text(ref: str | Path, pattern: str) -> str:
    """Return `show_data` as text."""
    return "\n\n".join("\n".join(_lines(data)) for data in show_data(ref, pattern))


def _lines(data: dict[str, Any]) -> Iterator[str]:
    yield data["path"]
    if "said" in data:
        yield f"  {data['said']}"
        yield f"  unit     {data['unit']}"
        if data["shared"]:
            yield f"  shared   {data['shared']}"
        yield f"  basis    {data['basis']}"
        for source in data["sources"]:
            year = f", {source['year']}" if source.get("year") else ""
            words = f"{source['id']}: {source['author']}, {source['title']}{year}"
            yield from paragraph(f"{words} (seen: {source['seen']})", "  source   ", " " * 11)
        if data["note"]:
            yield from paragraph(data["note"], "  note     ", " " * 11)
    else:
        yield f"  value    {data['value']}"
    yield f"  where    {data['where']}"
    for claim in data["claims"]:
        yield from paragraph(f"{claim['id']}: {claim['says']}", "  claim    ", " " * 11)


def _carriers(ref: str | Path) -> Iterator[tuple[str, str, Carried]]:
    for name, claim in dossier(ref).claims.items():
        yield name, claim.says.en, claim
    for number, sentence in enumerate(article(ref), 1):
        yield f"sentence {number}", sentence.says.en, sentence


def _names(pattern: str, path: str) -> bool:
    """Tell whether a pattern names a path, or something that the path is part of."""
    form = re.escape(pattern).replace(r"\*", r"[^.]+")
    return re.fullmatch(rf"{form}(\..+)?", path) is not None


def _leaves(data: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(data, dict):
        for key, value in cast("dict[str, Any]", data).items():
            yield from _leaves(value, f"{path}.{key}" if path else key)
    else:
        yield path, data
