"""One number of a scenario: what it is, who says so, what else was said."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from malaparte.errors import Problem, ScenarioError
from malaparte.quantity.source import Source
from malaparte.quantity.spread import Spread
from malaparte.quantity.text import Text
from malaparte.report.meaning import meaning, unit_name, user
from malaparte.report.page import paragraph
from malaparte.report.words import Words
from malaparte.scenario.claim import Carried, article, dossier
from malaparte.scenario.document import Scenario
from malaparte.scenario.load import ready
from malaparte.scenario.near import near_path
from malaparte.scenario.patch import NO_VALUE, settable
from malaparte.scenario.renamed import renamed
from malaparte.scenario.tree import written
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

    Where only parts fit, or for the empty pattern, which fits the whole scenario, what lies in
    them: path, and how many values it has, or the value itself.

    Raises
    ------
    ScenarioError
        If nothing has such a path.
    """
    scenario, document = ready(ref)
    numbers = quantities(scenario)
    form = re.compile(_form(pattern))
    plain = {path: value for path, value in _leaves(document.data, lang) if path not in numbers}
    fits = [path for path in (*numbers, *plain) if form.fullmatch(path)]
    words = Words(lang)
    if not fits:
        parts = _below(pattern, numbers, plain, words)
        if parts:
            return parts
        hint = renamed(pattern) or near_path(pattern, settable(document))
        raise ScenarioError([Problem(document.file, 0, pattern, *NO_VALUE, hint)])
    said = list(_carriers(ref, words))
    found: list[dict[str, Any]] = []
    for path in fits:
        if path in numbers:
            data = _number(numbers[path], scenario, words)
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


def _below(
    pattern: str, numbers: Mapping[str, Located], plain: Mapping[str, object], words: Words
) -> list[dict[str, Any]]:
    """Return what lies directly below the parts that a pattern fits."""
    form = re.compile(f"{_form(pattern)}\\." if pattern else "")
    values: dict[str, set[str]] = {}
    for leaf in plain:
        if leaf.rpartition(".")[0] in plain:
            continue  # one language of a text, which is one value
        above = itertools.accumulate(leaf.split("."), "{}.{}".format)
        value = next((one for one in above if one in numbers), leaf)  # a number is one value
        listed = [one for one in numbers if one.startswith(f"{leaf}.")]  # and a list may hold some
        for path in listed or [value]:
            part = form.match(path)
            if part:
                child = path[: part.end()] + path[part.end() :].partition(".")[0]
                values.setdefault(child, set()).add(path)
    found: list[dict[str, Any]] = []
    for child, paths in values.items():
        if child in numbers:
            quantity = numbers[child].quantity
            unit = _unit(numbers[child].measure.unit, words)
            found.append({"path": child, "below": f"{say_spread(quantity.spread, words)} {unit}"})
        elif paths == {child}:
            found.append({"path": child, "below": plain[child]})
        else:
            found.append({"path": child, "values": len(paths)})
    return found


def _unit(unit: str, words: Words) -> str:
    """Return a unit as a file names it, and in other languages than English what it means."""
    return unit if words.lang == "en" else f"{unit_name(unit, words)} ({unit})"


def _number(located: Located, scenario: Scenario, words: Words) -> dict[str, Any]:
    quantity = located.quantity
    return {
        "path": located.path,
        "shared": located.canonical if located.canonical != located.path else None,
        "spread": quantity.spread.kind,
        "args": list(quantity.spread.args),
        "within": [limit if math.isfinite(limit) else None for limit in quantity.spread.within],
        "said": say_spread(quantity.spread, words),
        "unit": located.measure.unit,
        "basis": quantity.basis,
        "sources": [_source(name, scenario.sources[name], words) for name in quantity.sources],
        "note": _remark(quantity.note, words),
    }


def _source(name: str, source: Source, words: Words) -> dict[str, Any]:
    author, title = source.cited(words.lang)
    told = source.model_dump(exclude_unset=True, exclude={"author_ru", "title_ru"})
    note = _remark(source.note, words)
    return {"id": name, **told, "author": author, "title": title, "note": note}


def _remark(remark: Text | None, words: Words) -> str:
    return "" if remark is None else remark.say(words.lang)


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
    told = show_data(ref, pattern, lang)
    space = "\n\n" if "where" in told[0] else "\n"
    return space.join("\n".join(_lines(data, words)) for data in told)


def _lines(data: dict[str, Any], words: Words) -> Iterator[str]:
    def line(head: str, text: object) -> list[str]:
        label = words.say("show-head", head=head)
        return paragraph(str(text), f"  {label:{width}}  ", " " * (width + 4))

    heads = ("value", "unit", "shared", "basis", "source", "note", "where", "claim")
    width = max(len(words.say("show-head", head=head)) for head in heads)
    if "values" in data:
        text = words.say("show-below", n=data["values"])
        yield from paragraph(f"{data['path']}  {text}", "", "    ")
        return
    if "below" in data:
        yield from paragraph(f"{data['path']}  {written(data['below'])}", "", "    ")
        return
    yield data["path"]
    if "said" in data:
        yield from paragraph(data["meaning"], "  ", "    ")
        yield from paragraph(data["said"], "  ", "    ")
        yield from line("unit", _unit(data["unit"], words))
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
        yield from line("value", written(data["value"]))
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
    return re.fullmatch(rf"{_form(pattern)}(\..+)?", path) is not None


def _form(pattern: str) -> str:
    return re.escape(pattern).replace(r"\*", r"[^.]+")


def _leaves(data: Any, lang: str, path: str = "") -> Iterator[tuple[str, Any]]:
    """Return every value, and of a text in two languages also the words in the reader's."""
    if isinstance(data, dict):
        here = cast("dict[str, Any]", data)
        if here.keys() == {"en", "ru"}:
            yield path, here[lang]
        for key, value in here.items():
            yield from _leaves(value, lang, f"{path}.{key}" if path else key)
    else:
        yield path, data
