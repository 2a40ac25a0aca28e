"""Commands that draw."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from malaparte.cli.options import (
    Do,
    Lang,
    Scenario,
    Seed,
    Set,
    World,
    decisions,
    put,
    say,
    values,
)
from malaparte.cli.progress import announce
from malaparte.errors import StoreError, UsageError

At = Annotated[str, typer.Option(metavar="HH:MM", help="Hour of the day, after 24:00 the next.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="SVG file; left out, it goes to stdout.")
]


def add(app: typer.Typer) -> None:
    """Add the commands of this module."""
    example = "Example: malaparte map moscow-1927-article --world 17 --at 11:30 -o map.svg"
    app.command(name="map", epilog=example)(map_)


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
        raise UsageError(f"--at {at}; expected hours and minutes, like 11:30")
    lab = load(scenario, decisions(do), values(set))
    announce()
    svg = lab.map(world, moment, seed, lang)
    if output is None:
        put(svg)
        return
    try:
        output.write_text(svg, encoding="utf-8")
    except OSError as error:
        raise StoreError(f"{output}: {error.strerror}") from None
    say(f"Written: {output}")
