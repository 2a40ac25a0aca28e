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
from malaparte.said import both, said


def _language(lang: str) -> str:
    """Refuse a language before anything is computed."""
    if lang not in ("en", "ru"):
        raise UsageError(said("no language '{name}'; expected en or ru", name=lang))
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
With = Annotated[
    list[str] | None,
    typer.Option(
        "--with",
        metavar="GROUP=SCENARIO",
        help="Put army, authorities, mood or guards of another scenario in; may be repeated.",
    ),
]
On = Annotated[
    str | None,
    typer.Option(metavar="WHERE", help="threads:N, procs:N, sequential, dask://HOST:PORT."),
]
Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A folder that `run --out` filled.")]
Out = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR", help="Keep all worlds there; the same command goes on, more worlds too."
    ),
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
Ref = Annotated[
    str,
    typer.Argument(
        metavar="SCENARIO|DIR", help="Library scenario, file, or folder that `run --out` filled."
    ),
]
Against = Annotated[
    list[str] | None,
    typer.Option(metavar="SCENARIO", help="Another reading to set it against; may be repeated."),
]
Given = Annotated[
    str | None,
    typer.Option(metavar="record", help="Weigh worlds by the record of the scenario."),
]
Without = Annotated[
    list[str] | None,
    typer.Option(metavar="STATEMENT", help="Leave a statement out; may be repeated."),
]
Brief = Annotated[bool, typer.Option("--brief", help="Print only the answer in words.")]
Json = Annotated[bool, typer.Option("--json", help="Print plain data instead of text.")]


def decisions(given: Sequence[str] | None, option: str = "--do") -> dict[str, str]:
    """Return decision -> option from words like ``leaders=homes``."""
    return _pairs(option, said("name=option"), given)


def transplants(given: Sequence[str] | None) -> dict[str, str]:
    """Return group -> scenario from words like ``army=petrograd-1917``."""
    return _pairs("--with", said("group=scenario"), given)


def is_folder(
    ref: str,
    do: Sequence[str] | None,
    set: Sequence[str] | None,  # noqa: A002
    context: typer.Context,
) -> bool:
    """Tell whether words name a folder of results, which has taken its decisions already."""
    folder = (Path(ref) / "manifest.json").is_file()
    if folder and (do or set):
        words = said("{folder} is a folder of worlds; --do and --set need a scenario", folder=ref)
        raise UsageError(words)
    if folder:
        own_worlds(ref, context)
    return folder


def own_worlds(folder: str, context: typer.Context) -> None:
    """Refuse to choose worlds of a folder, which holds its own."""
    sources = {name: context.get_parameter_source(name) for name in ("worlds", "seed")}
    given = [f"--{name}" for name, one in sources.items() if one and one.name == "COMMANDLINE"]
    if given:
        names = {"folder": folder, "options": both(given)}
        raise UsageError(said("{folder} holds its own worlds; leave out {options}", **names))


def by_record(given: str | None) -> bool:
    """Tell whether worlds are to be weighed; the record is all that they can be weighed by yet."""
    if given not in (None, "record"):
        raise UsageError(said("--given {words}: expected record", words=given))
    return given is not None


def values(given: Sequence[str] | None) -> dict[str, object]:
    """Return path -> value from words like ``guards.*.size=5``; a value is read as YAML."""
    return {
        path: _value(path, text)
        for path, text in _pairs("--set", said("path=value"), given).items()
    }


def _pairs(option: str, form: str, given: Sequence[str] | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for words in given or ():
        name, equals, value = words.partition("=")
        if not (name and equals and value):
            found = {"option": option, "words": words, "form": form}
            raise UsageError(said("{option} {words}: expected {form}", **found))
        if name in found:
            raise UsageError(said("{option} {name} is given twice", option=option, name=name))
        found[name] = value
    return found


def _value(path: str, text: str) -> object:
    from malaparte.errors import ScenarioError
    from malaparte.scenario.tree import parse_value

    try:
        return parse_value(text)
    except ScenarioError:
        given = {"path": path, "text": text}
        raise UsageError(said("--set {path}={text}: the value is not YAML", **given)) from None


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
    """Write lines to stderr, long ones broken."""
    from malaparte.report.page import filled

    sys.stderr.write(f"{filled(text)}\n")


def say_written(file: Path, lang: str) -> None:
    """Say on stderr that a file was written."""
    from malaparte.report.words import Words

    say(Words(lang).say("written", file=str(file)))
