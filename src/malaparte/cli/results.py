"""Commands that read folders of results: info, query, export, replay, verify."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from malaparte.cli.options import Folder, Json, On, World, put, put_json, say
from malaparte.cli.progress import progress
from malaparte.errors import StoreError, UsageError

if TYPE_CHECKING:
    from malaparte.ensemble.kept import Kept

_FEW = 3


def add(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(epilog="Example: malaparte info runs/article")(info)
    example = "select label, count(*) from outcomes group by 1"
    app.command(epilog=f'Example: malaparte query runs/article "{example}"')(query)
    app.command(epilog="Example: malaparte export runs/article outcomes.csv")(export)
    app.command(epilog="Example: malaparte replay runs/article --world 17")(replay)
    app.command(epilog="Example: malaparte verify runs/article --blocks 3")(verify)


def info(folder: Folder, json: Json = False) -> None:
    """Say what a folder holds, what it was made of, and what is missing."""
    from malaparte.api import reopen
    from malaparte.report.page import command, filled

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
    done = f"{len(found.whole):,} of {len(store.numbers):,} blocks of {told.block:,} worlds"
    lines = [
        f"run       {told.run}",
        f"scenario  {told.name} ({settings.scenario[:16]})",
        *(
            f"with      {group}={one.scenario} ({one.digest[:16]})"
            for group, one in told.transplants.items()
        ),
        *(f"do        {name}={option}" for name, option in settings.do.items()),
        *(f"set       {path}={value}" for path, value in settings.set.items()),
        f"worlds    {settings.worlds:,}, seed {settings.seed}",
        f"whole     {done}, {found.size:,} bytes, events {told.events}",
        *(
            f"{word:9} {_few(names)}"
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
        command(told.origin.command, "command   "),
        *(f"  {count:>12,}  {label}" for label, count in data["labels"].items()),
    ]
    if found.missing or found.damaged or found.stray:
        lines.append("The command above, given again, computes what is missing or damaged anew,")
        lines.append("and moves to the folder `stray` what belongs to no block.")
    put(filled("\n".join(lines)))


def _few(names: list[str]) -> str:
    """Return the first names of many."""
    more = f" and {len(names) - _FEW:,} more files" if len(names) > _FEW else ""
    return f"{', '.join(names[:_FEW])}{more}"


def query(
    folder: Folder,
    sql: Annotated[str, typer.Argument(help="Tables: outcomes, nodes, persons, events, inputs.")],
    json: Json = False,
) -> None:
    """Ask a folder in SQL (DuckDB)."""
    from malaparte.report.page import WIDTH, filled
    from malaparte.results.query import answer

    kept = _kept(folder)
    with answer(kept.manifest, kept.store, sql, lambda: kept.inputs()) as reader:
        if json:
            put_json([row for batch in reader for row in batch.to_pylist()])
            return
        names, rows = (
            list(reader.schema.names),
            [
                [_cell(value) for value in row.values()]
                for batch in reader
                for row in batch.to_pylist()
            ],
        )
    widths = [max(map(len, column)) for column in zip(names, *rows, strict=True)]
    if sum(widths) + 2 * (len(widths) - 1) <= WIDTH:
        for row in (names, *rows):
            put("  ".join(map(str.ljust, row, widths)).rstrip())
        return
    for number, row in enumerate(rows, 1):  # too wide for a table: a row after the other
        put(f"{'' if number == 1 else chr(10)}row {number}")
        for name, cell in zip(names, row, strict=True):
            put(filled(f"  {name:{max(map(len, names))}}  {cell}".rstrip()))


def _cell(value: object) -> str:
    return "" if value is None else f"{value:.6g}" if isinstance(value, float) else str(value)


def export(
    folder: Folder,
    file: Annotated[Path, typer.Argument(help="Its suffix says how: .csv, .parquet, .arrow.")],
    table: Annotated[str, typer.Option(help="outcomes, nodes, persons, events or inputs.")] = (
        "outcomes"
    ),
    json: Json = False,
) -> None:
    """Write a table of a folder into one file."""
    from malaparte.results.query import VIEWS, answer
    from malaparte.results.query import export as write

    if table not in VIEWS:
        raise UsageError(f"no table '{table}'; expected {', '.join(VIEWS)}")
    if file.resolve().parent == Path(folder).resolve():
        raise UsageError(f"{file} would lie among the results; expected a file elsewhere")
    kept = _kept(folder)
    with answer(kept.manifest, kept.store, f"select * from {table}", lambda: kept.inputs()) as rows:
        number = write(rows, file)
    if json:
        put_json({"file": str(file), "rows": number})
    else:
        put(f"{number:,} rows in {file}")


def replay(folder: Folder, world: World = 0, json: Json = False) -> None:
    """Compute one world again, and prove that its events tell its end and its row."""
    from malaparte.api import reopen
    from malaparte.ensemble.replaying import other_numbers, replayed
    from malaparte.report.page import filled
    from malaparte.results.block import numbers
    from malaparte.results.events import as_dicts
    from malaparte.results.told import untold

    kept = reopen(folder)
    kept.same_rules()
    if not 0 <= world < kept.store.worlds:
        raise UsageError(f"world {world}; the folder's are 0 to {kept.store.worlds - 1}")
    found = replayed(kept.world, kept.design.seed, world)
    block = kept.store.read(world // kept.manifest.block)
    wrong, layout = list(found.differences), kept.store.layout
    if block is not None:
        alone = world - block.first
        row = numbers(layout, block.part(alone, alone + 1))
        wrong += other_numbers("the folder says", row, found.row)
    if wrong:
        raise StoreError("\n".join([f"world {world} does not hold together", *wrong]))
    told = as_dicts(found.trace.events.tolist(), kept.world.names)
    silent = {"columns": found.untold, "beside": list(untold(layout))}
    if json:
        there = block is not None
        proof = {"columns_told": found.told, "untold": silent, "folder_row_compared": there}
        put_json({"run": kept.manifest.run, "world": world, "events": told, **proof})
        return
    for event in told:
        names = " ".join(str(event[key]) for key in ("actor", "place", "target") if event[key])
        value = "" if event["value"] is None else f" {event['value']}"
        put(filled(f"{_clock(event['t'])}  {event['kind']:20} {names}{value}"))
    ends = "places, squads, guards, persons and units at the end"
    columns = f"{len(found.told)} of {len(found.row)} columns of the row"
    row = "block is missing or damaged" if block is None else "row is the same"
    put(
        filled(
            f"World {world}: {len(told):,} events; {ends}, and {columns}, rebuilt from them, are"
            f" those of the rules; the folder's {row}."
        )
    )
    put(filled(f"Not told by events: {', '.join([*found.untold, *silent['beside']])}."))


def _clock(t: int) -> str:
    return f"{t // 3600:02}:{t % 3600 // 60:02}:{t % 60:02}"


def verify(
    folder: Folder,
    blocks: Annotated[
        int | None, typer.Option(help="How many random blocks; all if left out.")
    ] = None,
    on: On = None,
    json: Json = False,
) -> None:
    """Compute random blocks again and compare; exit code 4 if one is other, damaged or missing."""
    from malaparte.api import reopen
    from malaparte.ensemble.executors import executor
    from malaparte.results.store import MENDS

    if blocks is not None and blocks < 1:
        raise UsageError(f"--blocks {blocks}; expected at least 1")
    kept = reopen(folder)
    number = len(kept.store.there()) if blocks is None else blocks
    with progress(number * kept.manifest.block) as done:
        checked = kept.verify(blocks, executor(on), done)
    numbers = kept.store.numbers
    missing = sorted({*numbers} - {*kept.store.there()})
    if json:
        told = {"checked": checked, "of": len(numbers), "missing": missing}
        put_json({"run": kept.manifest.run, **told})
    else:
        put(f"{len(checked):,} of {len(numbers):,} blocks computed again: the same.")
    if missing:
        names = [kept.store.path(number).name for number in missing]
        raise StoreError(f"missing in {folder}: {_few(names)}; {MENDS}")


def _kept(folder: Path) -> Kept:
    """Return a folder, and say on stderr what is missing in it."""
    from malaparte.api import reopen
    from malaparte.results.store import MENDS

    kept = reopen(folder)
    there, of = len(kept.store.there()), len(kept.store.numbers)
    if there < of:
        say(f"{there:,} of {of:,} blocks are there.")
    if silent := kept.silent():
        say(f"missing: {_few([path.name for path in silent])}; {MENDS}")
    return kept
