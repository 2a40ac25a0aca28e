"""Commands that look at folders of results: info, verify; and where all that do are listed."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from malaparte.cli.options import Folder, Json, On, put, put_json
from malaparte.cli.progress import progress
from malaparte.cli.queries import export, query
from malaparte.cli.replays import replay
from malaparte.errors import StoreError, UsageError

if TYPE_CHECKING:
    from malaparte.results.manifest import Manifest


def add(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(epilog="Example: malaparte info runs/article")(info)
    example = "select label, count(*) from outcomes group by 1"
    app.command(epilog=f'Example: malaparte query runs/article "{example}"')(query)
    app.command(epilog="Example: malaparte export runs/article outcomes.csv")(export)
    app.command(epilog="Example: malaparte replay runs/article --world 17")(replay)
    app.command(epilog="Example: malaparte verify runs/article --blocks 3")(verify)


def info(folder: Folder, json: Json = False) -> None:
    """Say what a folder holds, what it was made of, and what is missing.

    The exit code is 0 though files are missing or damaged; `malaparte verify` ends with 4 then.
    """
    from malaparte.api import reopen
    from malaparte.report.page import command, filled
    from malaparte.results.store import few
    from malaparte.scenario.tree import written

    kept = reopen(folder)
    told, settings, store = kept.manifest, kept.manifest.settings, kept.store
    found = kept.survey()
    data: dict[str, Any] = {
        "run": told.run,
        "scenario": told.name,
        "with": {group: one.model_dump() for group, one in told.transplants.items()},
        "do": settings.do,
        "set": settings.set,
        "seed": settings.seed,
        "worlds": settings.worlds,
        "blocks": len(store.numbers),
        "blocks_whole": len(found.whole),
        "missing": found.missing,
        "damaged": found.damaged,
        "stray": found.stray,
        "events": told.events,
        "bytes": found.size,
        "rules": settings.rules.model_dump(),
        "origin": told.origin.model_dump(),
        "digest": found.digest,
        "labels": found.labels,
    }
    if json:
        put_json(data)
        return
    in_python = told.origin.command == "Python"
    done = f"{len(found.whole):,} of {len(store.numbers):,} blocks of {told.block:,} worlds"
    lines = [
        f"run       {told.run}",
        f"scenario  {told.name} ({settings.scenario[:16]})",
        *(
            f"with      {group}={one.scenario} ({one.digest[:16]})"
            for group, one in told.transplants.items()
        ),
        *(f"do        {name}={option}" for name, option in settings.do.items()),
        *(f"set       {path}={written(value)}" for path, value in settings.set.items()),
        f"worlds    {settings.worlds:,}, seed {settings.seed}",
        f"whole     {done}, {found.size:,} bytes, events {told.events}",
        *(
            f"{word:9} {few(names)}"
            for word, names in (
                ("missing", found.missing),
                ("damaged", found.damaged),
                ("stray", found.stray),
            )
            if names
        ),
        *([f"digest    {found.digest}"] if found.digest else []),
        f"rules     {settings.rules.sources}, chance {settings.rules.chance}",
        f"made      {told.origin.started} on {told.origin.host}, malaparte {told.origin.version}",
        f"python    {_call(told, folder)}"
        if in_python
        else command(told.origin.command, "command   "),
        *(
            f"{'' if number else 'ended':9} {count:>12,}  {label}"
            for number, (label, count) in enumerate(found.labels.items())
        ),
    ]
    if found.missing or found.damaged or found.stray:
        again = "call" if in_python else "command"
        lines.append(f"The {again} above, given again, computes what is missing or damaged anew,")
        lines.append("and moves to the folder `stray` what belongs to no block.")
    put(filled("\n".join(lines)))


def _call(told: Manifest, folder: Path) -> str:
    """Return the call that fills a folder from Python; FILE is where the scenario stands."""
    from malaparte.scenario.read import library

    asked, scenario = told.settings, repr(told.name) if told.name in library() else "FILE"
    with_ = {group: one.scenario for group, one in told.transplants.items()}
    changes = (("do", asked.do), ("set", asked.set), ("transplant", with_))
    given = "".join(f", {name}={values}" for name, values in changes if values)
    words = "" if told.events == "none" else f", events={told.events!r}"
    keep = f"keep({str(folder)!r}, {asked.worlds}, {asked.seed}{words})"
    return f"lab = malaparte.load({scenario}{given})\n          lab.{keep}"


def verify(
    folder: Folder,
    blocks: Annotated[
        int | None, typer.Option(help="How many random blocks; all if left out.")
    ] = None,
    on: On = None,
    json: Json = False,
) -> None:
    """Compute random blocks again and compare.

    All seals are looked at; exit code 4 if any block is damaged or missing, or one is other.
    """
    from malaparte.api import reopen
    from malaparte.ensemble.executors import executor

    if blocks is not None and blocks < 1:
        raise UsageError(f"--blocks {blocks}; expected at least 1")
    kept = reopen(folder)
    number = kept.store.count() if blocks is None else blocks
    with progress(number * kept.manifest.block) as done:
        found = kept.verify(blocks, executor(on), done)
    of = len(kept.store.numbers)
    if json:
        put_json({"run": kept.manifest.run, "of": of, **asdict(found)})
    else:
        same = len(found.checked) - len(found.wrong)
        put(f"{same:,} of {of:,} blocks computed again: the same.")
    if words := found.complaints(folder):
        raise StoreError("\n".join(words))
