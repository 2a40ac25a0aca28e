"""Options that several commands share, and what their words mean."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import typer

from malaparte.errors import UsageError


def _language(lang: str) -> str:
    """Refuse a language before anything is computed."""
    if lang not in ("en", "ru"):
        raise UsageError(f"no language '{lang}'; expected en or ru")
    return lang


Scenario = Annotated[str, typer.Argument(help="Id of a library scenario, or path of a file.")]
Worlds = Annotated[int, typer.Option(help="How many worlds.")]
Seed = Annotated[int, typer.Option(help="Names the luck; the same seed gives the same worlds.")]
World = Annotated[int, typer.Option("--world", help="Number of the world.")]
Do = Annotated[
    list[str] | None,
    typer.Option("--do", metavar="NAME=OPTION", help="Take a decision; may be repeated."),
]
Set = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="PATH=VALUE", help="Set a value; may be repeated."),
]
On = Annotated[
    str | None,
    typer.Option(metavar="WHERE", help="threads:N, procs:N, sequential, dask://HOST:PORT."),
]
Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A folder that `run --out` filled.")]
Out = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="Keep all worlds there; the same command goes on with it."),
]
Events = Annotated[
    str,
    typer.Option(metavar="WORLDS", help="Keep events of: all, none, every:1000, worlds:17,23."),
]
Shard = Annotated[
    str | None, typer.Option(metavar="I/K", help="Compute only part I of K of a shared folder.")
]
Lang = Annotated[
    str, typer.Option(metavar="en|ru", help="Language of the text.", callback=_language)
]
Brief = Annotated[bool, typer.Option("--brief", help="Print only the answer in words.")]
Json = Annotated[bool, typer.Option("--json", help="Print plain data instead of text.")]


def decisions(given: Sequence[str] | None) -> dict[str, str]:
    """Return decision -> option from words like ``leaders=homes``."""
    return _pairs("--do", "name=option", given)


def values(given: Sequence[str] | None) -> dict[str, object]:
    """Return path -> value from words like ``guards.*.size=5``; a value is read as YAML."""
    return {path: _value(path, text) for path, text in _pairs("--set", "path=value", given).items()}


def _pairs(option: str, form: str, given: Sequence[str] | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for words in given or ():
        name, equals, value = words.partition("=")
        if not (name and equals and value):
            raise UsageError(f"{option} {words}: expected {form}")
        if name in found:
            raise UsageError(f"{option} {name} is given twice")
        found[name] = value
    return found


def _value(path: str, text: str) -> object:
    from malaparte.errors import ScenarioError
    from malaparte.scenario.tree import parse_value

    try:
        return parse_value(text)
    except ScenarioError:
        raise UsageError(f"--set {path}={text}: the value is not YAML") from None


def put(text: str) -> None:
    """Write a text to stdout, with a line end."""
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")


def put_json(data: Any) -> None:
    """Write plain data to stdout."""
    put(json.dumps(data, ensure_ascii=False, indent=2, default=_plain, allow_nan=False))


def _plain(value: object) -> object:
    if isinstance(value, Decimal):  # sums of DuckDB
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)


def say(text: str) -> None:
    """Write a line to stderr."""
    sys.stderr.write(f"{text}\n")
