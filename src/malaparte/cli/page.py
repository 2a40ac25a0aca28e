"""Commands that make the page: serve, lesson."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from malaparte.cli.options import Json, Lang, Seed, put_json, say, say_written
from malaparte.cli.progress import progress
from malaparte.errors import StoreError, reason
from malaparte.said import said, strung

_Ref = Annotated[
    str, typer.Argument(metavar="SCENARIO", help="Id of a library scenario, or path of a file.")
]
Port = Annotated[
    int, typer.Option(help="Port on this machine; 0 takes a free one.", min=0, max=65_535)
]
Open = Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")]
Output = Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The HTML file.")]
Each = Annotated[
    int, typer.Option(metavar="N", help="Playable worlds of each answer.", min=1, max=200)
]
Counted = Annotated[
    int, typer.Option("--worlds", help="Worlds behind each answer.", min=16, max=100_000)
]


def add(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(epilog="Example: malaparte serve moscow-1927-article")(serve)
    example = "Example: malaparte lesson moscow-1927-article -o lesson.html"
    app.command(epilog=example)(lesson)


def serve(
    scenario: _Ref = "moscow-1927-article",
    port: Port = 1927,
    open_page: Open = True,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Open the page: worlds on a map, decisions, assumptions; only this machine is served."""
    from malaparte.report.words import Words
    from malaparte.web.serve import serve as run

    def told(address: str) -> None:
        if json:
            put_json({"address": address})
            sys.stdout.flush()  # the command goes on
        say(Words(lang).say("serve-at", address=address))

    run(scenario, port, open_page=open_page, told=told)


def lesson(
    scenario: _Ref = "moscow-1927-article",
    output: Output = Path("lesson.html"),
    worlds: Counted = 1_000,
    each: Each = 50,
    seed: Seed = 1,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Write a lesson for a class as one HTML file that needs no network and no installation."""
    from malaparte.web.lesson import lesson_html, lesson_plan

    if not output.parent.is_dir():
        raise StoreError(said("{folder}: no such folder", folder=output.parent))
    plan = lesson_plan(scenario)
    with progress(plan.combinations * (worlds + each), lang) as done:
        text = lesson_html(plan, worlds=worlds, each=each, seed=seed, progress=done)
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise StoreError(strung([str(output), reason(error)], ": ")) from None
    if json:
        put_json({"file": str(output), "bytes": len(text.encode()), "steps": plan.steps})
    say_written(output, lang)
