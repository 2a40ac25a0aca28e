"""Commands that weigh worlds by the record."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from malaparte.cli.options import (
    Against,
    Do,
    Json,
    Lang,
    On,
    Ref,
    Seed,
    Set,
    Without,
    Worlds,
    decisions,
    is_folder,
    put,
    put_json,
    values,
)
from malaparte.cli.progress import progress

if TYPE_CHECKING:
    from malaparte.api import Laboratory


def add(app: typer.Typer) -> None:
    """Add the commands of this module."""
    example = "malaparte given moscow-1927-record --against moscow-1927-article"
    app.command(epilog=f"Example: {example}")(given)


def given(
    context: typer.Context,
    scenario: Ref,
    against: Against = None,
    without: Without = None,
    worlds: Worlds = 10_000,
    seed: Seed = 1,
    do: Do = None,
    set: Set = None,  # noqa: A002 - the word of the language
    on: On = None,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Weigh worlds by the record: which fit, which reading it speaks for, what it teaches."""
    from malaparte.api import load

    if is_folder(scenario, do, set, context):
        from malaparte.cli import folders

        with progress(worlds, lang) as done:
            found, world = folders.given(Path(scenario), against or (), on, without or (), done)
    else:
        lab = load(scenario, decisions(do), values(set))
        with progress(worlds * (1 + len(against or ())), lang) as done:
            found = lab.given(against or (), worlds, seed, on, without=without or (), progress=done)
        world = lab.world
    if json:
        put_json(found.as_dict())
    else:
        from malaparte.report.given import given_text

        put(given_text(found, world, lang))


def compare_given(
    lab: Laboratory,
    changes: tuple[dict[str, str], dict[str, object], int, int, str | None],
    against: dict[str, str],
    without: Sequence[str] | None,
    lang: str,
    *,
    brief: bool,
    json: bool,
) -> None:
    """Print what changes would have done in worlds that fit the record.

    changes: decisions, values, worlds, seed and where to run, as `Laboratory.compare` takes them.
    """
    with progress(2 * changes[2], lang) as done:
        found = lab.compare_given(*changes, against=against, without=without or (), progress=done)
    if json:
        put_json(found.as_dict())
    else:
        from malaparte.report.given import weighed_text

        put(weighed_text(found, lab.world, lang, brief=brief))
