"""Commands that look at folders of results: info, verify; and where all that do are listed."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from malaparte.cli.options import Folder, Json, Lang, On, put, put_json
from malaparte.cli.progress import progress
from malaparte.cli.queries import export, query
from malaparte.cli.replays import replay
from malaparte.errors import StoreError, UsageError
from malaparte.said import said, strung


def add(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(epilog="Example: malaparte info runs/article")(info)
    example = "select label, count(*) from outcomes group by 1"
    app.command(epilog=f'Example: malaparte query runs/article "{example}"')(query)
    app.command(epilog="Example: malaparte export runs/article outcomes.csv")(export)
    app.command(epilog="Example: malaparte replay runs/article --world 17")(replay)
    app.command(epilog="Example: malaparte verify runs/article --blocks 3")(verify)


def info(folder: Folder, lang: Lang = "en", json: Json = False) -> None:
    """Say what a folder holds, what it was made of, and what is missing.

    The exit code is 0 though files are missing or damaged; `malaparte verify` ends with 4 then.
    """
    from malaparte.api import reopen
    from malaparte.report.folder import info_text

    kept = reopen(folder)
    told, settings, found = kept.manifest, kept.manifest.settings, kept.survey()
    if not json:
        put(info_text(kept, found, folder, lang))
        return
    put_json(
        {
            "run": told.run,
            "scenario": told.name,
            "with": {group: one.model_dump() for group, one in told.transplants.items()},
            "do": settings.do,
            "set": settings.set,
            "seed": settings.seed,
            "worlds": settings.worlds,
            "blocks": len(kept.store.numbers),
            "blocks_whole": len(found.whole),
            "absent": found.absent,
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
    )


def verify(
    folder: Folder,
    blocks: Annotated[
        int | None, typer.Option(help="How many random blocks; all if left out.")
    ] = None,
    on: On = None,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Compute random blocks again and compare.

    All seals are looked at; exit code 4 if any block is damaged or missing, or one is other.
    """
    from malaparte.api import reopen
    from malaparte.ensemble.executors import executor
    from malaparte.report.words import Words

    if blocks is not None and blocks < 1:
        raise UsageError(said("--blocks {n}; expected at least 1", n=blocks))
    kept = reopen(folder)
    number = kept.store.count() if blocks is None else blocks
    with progress(number * kept.manifest.block, lang) as done:
        found = kept.verify(blocks, executor(on), done)
    of = len(kept.store.numbers)
    if json:
        put_json({"run": kept.manifest.run, "of": of, **asdict(found)})
    else:
        same = len(found.checked) - len(found.wrong)
        put(Words(lang).say("verify-same", same=same, of=of))
    if words := found.complaints(folder):
        raise StoreError(strung(words, "\n"))
