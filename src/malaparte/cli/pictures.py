"""Commands that draw."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from malaparte.cli.options import (
    Against,
    Do,
    Json,
    Lang,
    On,
    Ref,
    Scenario,
    Seed,
    Set,
    World,
    Worlds,
    decisions,
    is_folder,
    put,
    put_json,
    say_written,
    values,
)
from malaparte.cli.progress import progress
from malaparte.errors import StoreError, UsageError, ends_in, reason
from malaparte.said import said, strung

At = Annotated[str, typer.Option(metavar="HH:MM", help="Hour of the day, after 24:00 the next.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="SVG file; left out, it goes to stdout.")
]

Picture = Annotated[
    Path | None, typer.Option("--output", "-o", help="SVG or PNG; left out, SVG goes to stdout.")
]


def add(app: typer.Typer) -> None:
    """Add the commands of this module."""
    example = "Example: malaparte map moscow-1927-article --world 17 --at 11:30 -o map.svg"
    app.command(name="map", epilog=example)(map_)
    app.command(epilog="Example: malaparte plot moscow-1927-article road -o road.svg")(plot)
    example = "Example: malaparte report moscow-1927-article -o moscow.html --lang ru"
    app.command(epilog=example)(report)


def map_(
    scenario: Scenario,
    world: World = 0,
    at: At = "12:00",
    seed: Seed = 1,
    do: Do = None,
    set: Set = None,  # noqa: A002 - the word of the language
    lang: Lang = "en",
    output: Output = None,
) -> None:
    """Draw the map of one world at one moment, from its events, as SVG."""
    from malaparte.api import load
    from malaparte.scenario.base import clock_seconds

    moment = clock_seconds(at)
    if moment is None:
        raise UsageError(said("--at {at}; expected hours and minutes, like 11:30", at=at))
    lab = load(scenario, decisions(do), values(set))
    svg = lab.map(world, moment, seed, lang)
    if output is None:
        put(svg)
        return
    try:
        output.write_text(svg, encoding="utf-8")
    except OSError as error:
        raise StoreError(strung([str(output), reason(error)], ": ")) from None
    say_written(output, lang)


def plot(
    context: typer.Context,
    scenario: Ref,
    what: Annotated[str, typer.Argument(metavar="outcomes|road|nodes", help="What to draw.")],
    worlds: Worlds = 10_000,
    seed: Seed = 1,
    do: Do = None,
    set: Set = None,  # noqa: A002
    on: On = None,
    lang: Lang = "en",
    output: Picture = None,
    json: Json = False,
) -> None:
    """Draw how worlds end, the road with its record, or the places: SVG, or PNG."""
    from malaparte.api import load, reopen
    from malaparte.report.figures import KINDS

    if what not in KINDS:
        names = {"name": what, "names": ", ".join(KINDS)}
        raise UsageError(said("no picture `{name}`; expected one of {names}", **names))
    if output is not None:
        _checked(output, ".svg", ".png")
    if is_folder(scenario, do, set, context):
        from malaparte.report.drawn import drawn_ensemble

        found = drawn_ensemble(reopen(Path(scenario)).ensemble())
    else:
        with progress(worlds, lang) as done:
            found = load(scenario, decisions(do), values(set)).run(worlds, seed, on, done)
    picture = found.plot(what, lang)
    if json:
        put_json({"title": picture.title, "svg": picture.svg})
    elif output is None:
        put(picture.svg)
    else:
        say_written(picture.save(output), lang)


def report(
    context: typer.Context,
    scenario: Ref,
    output: Annotated[Path, typer.Option("--output", "-o", help="HTML file.")],
    against: Against = None,
    worlds: Worlds = 10_000,
    seed: Seed = 1,
    do: Do = None,
    set: Set = None,  # noqa: A002
    on: On = None,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Tell everything in one file that opens from disk, prints, and asks for nothing."""
    from malaparte.api import load

    _checked(output, ".html")
    if is_folder(scenario, do, set, context):
        from malaparte.cli import folders

        with progress(worlds, lang) as done:
            found = folders.report(Path(scenario), against or (), on, lang, done)
    else:
        lab = load(scenario, decisions(do), values(set))
        with progress(worlds, lang) as done:
            found = lab.report(worlds, seed, on, lang=lang, against=against or (), progress=done)
    path = found.save(output)
    if json:
        put_json({"file": str(path), "bytes": path.stat().st_size})
    else:
        say_written(path, lang)


def _checked(output: Path, *suffixes: str) -> None:
    """Refuse a file that cannot be written before anything is simulated for it."""
    if output.suffix not in suffixes:
        raise UsageError(strung(["-o", ends_in(output, *suffixes)], " "))
    if not output.parent.is_dir():
        folders = {"file": output, "folder": output.parent}
        raise UsageError(said("-o {file}: no folder {folder}", **folders))
