"""One number of a scenario: what it is, who says so, what else was said."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from malaparte.errors import Problem, ScenarioError
from malaparte.quantity.spread import Spread
from malaparte.report.meaning import meaning, user
from malaparte.report.page import paragraph
from malaparte.report.words import Words
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
    "normal": ("mean", "deviation"),
    "lognormal": ("median", "factor"),
    "beta": ("a", "b"),
    "poisson": ("mean",),
}
"""What the arguments of a spread are called: the variants of the message `spread-arg`."""


def show_data(ref: str | Path, pattern: str, lang: str = "en") -> list[dict[str, Any]]:
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
    words = Words(lang)
    said = list(_carriers(ref, words))
    found: list[dict[str, Any]] = []
    for path in fits:
        if path in numbers:
            data = _number(numbers[path], document, words)
            data["meaning"] = meaning(user(path, numbers), words)
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


def _number(located: Located, document: Document, words: Words) -> dict[str, Any]:
    quantity = located.quantity
    sources: dict[str, Any] = document.data.get("sources", {})
    return {
        "path": located.path,
        "shared": located.canonical if located.canonical != located.path else None,
        "spread": quantity.spread.kind,
        "args": list(quantity.spread.args),
        "within": [limit if math.isfinite(limit) else None for limit in quantity.spread.within],
        "said": say_spread(quantity.spread, words),
        "unit": located.measure.unit,
        "basis": quantity.basis,
        "sources": [{"id": name, **sources[name]} for name in quantity.sources],
        "note": quantity.note,
    }


def say_spread(spread: Spread, words: Words) -> str:
    """Return a spread in words."""

    def number(value: float) -> str:
        return words.say("number-exact", n=value)

    if spread.kind == "categorical":
        pairs = zip(spread.args[::2], spread.args[1::2], strict=True)
        parts = [words.say("spread-weight", n=number(value), w=number(w)) for value, w in pairs]
    else:
        args = zip(_ARGS[spread.kind], spread.args, strict=True)
        parts = [words.say("spread-arg", arg=name, n=number(value)) for name, value in args]
    lo, hi = spread.within
    if math.isfinite(lo) and math.isfinite(hi):
        parts.append(words.say("spread-within", lo=number(lo), hi=number(hi)))
    elif math.isfinite(lo):
        parts.append(words.say("spread-from", n=number(lo)))
    elif math.isfinite(hi):
        parts.append(words.say("spread-to", n=number(hi)))
    return f"{words.say('spread-kind', kind=spread.kind)}: {', '.join(parts)}"


def show_text(ref: str | Path, pattern: str, lang: str) -> str:
    """Return `show_data` as text."""
    words = Words(lang)
    return "\n\n".join("\n".join(_lines(data, words)) for data in show_data(ref, pattern, lang))


def _lines(data: dict[str, Any], words: Words) -> Iterator[str]:
    def line(head: str, text: object) -> list[str]:
        label = words.say("show-head", head=head)
        return paragraph(str(text), f"  {label:{width}}  ", " " * (width + 4))

    heads = ("value", "unit", "shared", "basis", "source", "note", "where", "claim")
    width = max(len(words.say("show-head", head=head)) for head in heads)
    yield data["path"]
    if "said" in data:
        yield from paragraph(data["meaning"], "  ", "    ")
        yield from paragraph(data["said"], "  ", "    ")
        yield from line("unit", data["unit"])
        if data["shared"]:
            yield from line("shared", data["shared"])
        yield from line("basis", words.say("basis-name", basis=data["basis"]))
        for source in data["sources"]:
            year = f", {source['year']}" if source.get("year") else ""
            seen = words.say("source-seen", seen=source["seen"])
            said = f"{source['id']}: {source['author']}, {source['title']}{year} ({seen})"
            yield from line("source", said)
        if data["note"]:
            yield from line("note", data["note"])
    else:
        yield from line("value", data["value"])
    yield from line("where", data["where"])
    for claim in data["claims"]:
        yield from line("claim", f"{claim['id']}: {claim['says']}")


def _carriers(ref: str | Path, words: Words) -> Iterator[tuple[str, str, Carried]]:
    for name, claim in dossier(ref).claims.items():
        yield name, claim.says.say(words.lang), claim
    for number, sentence in enumerate(article(ref), 1):
        name = words.say("show-sentence", number=str(number))
        yield name, sentence.says.say(words.lang), sentence


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
