"""Commands that read tables of a folder: query, export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from malaparte.cli.options import Folder, Json, Lang, put, put_json, say
from malaparte.errors import UsageError
from malaparte.said import said

if TYPE_CHECKING:
    from malaparte.ensemble.kept import Kept

_MOST = 40
"""Rows that are printed."""
_MOST_TALL = 5
"""Rows that are printed of a table too wide for a line."""


def query(
    folder: Folder,
    sql: Annotated[str, typer.Argument(help="Tables: outcomes, nodes, persons, events, inputs.")],
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Ask a folder in SQL (DuckDB).

    Text shows the first 40 rows, 5 if they are too wide for a line; --json gives all.
    """
    from malaparte.report.words import Words
    from malaparte.results.query import answer, names

    kept = _kept(folder, lang, events=names(sql, "events"))
    with answer(kept.manifest, kept.store, sql, lambda: kept.inputs()) as reader:
        if json:
            put_json([row for batch in reader for row in batch.to_pylist()])
            return
        rows: list[list[str]] = []
        number = 0
        for batch in reader:
            few = batch.slice(0, _MOST - len(rows)).to_pylist()
            rows += [[_cell(value) for value in row.values()] for row in few]
            number += batch.num_rows
        shown = _show(list(reader.schema.names), rows)
    if number > shown:
        say(Words(lang).say("query-more", n=number - shown))


def _show(names: list[str], rows: list[list[str]]) -> int:
    """Print rows, and return how many were printed."""
    from malaparte.report.page import WIDTH, filled

    widths = [max(map(len, column)) for column in zip(names, *rows, strict=True)]
    if sum(widths) + 2 * (len(widths) - 1) <= WIDTH:
        for row in (names, *rows):
            put("  ".join(map(str.ljust, row, widths)).rstrip())
        return len(rows)
    for number, row in enumerate(rows[:_MOST_TALL], 1):  # a row after the other
        put(f"{'' if number == 1 else chr(10)}row {number}")
        for name, cell in zip(names, row, strict=True):
            put(filled(f"  {name:{max(map(len, names))}}  {cell}".rstrip()))
    return min(len(rows), _MOST_TALL)


def _cell(value: object) -> str:
    return "" if value is None else f"{value:.6g}" if isinstance(value, float) else str(value)


def export(
    folder: Folder,
    file: Annotated[Path, typer.Argument(help="Its suffix says how: .csv, .parquet, .arrow.")],
    table: Annotated[str, typer.Option(help="outcomes, nodes, persons, events or inputs.")] = (
        "outcomes"
    ),
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Write a table of a folder into one file."""
    from malaparte.report.words import Words
    from malaparte.results.query import VIEWS, answer
    from malaparte.results.query import export as write

    if table not in VIEWS:
        names = {"name": table, "names": ", ".join(VIEWS)}
        raise UsageError(said("no table '{name}'; expected {names}", **names))
    if file.resolve().parent == Path(folder).resolve():
        words = said("{file} would lie among the results; expected a file elsewhere", file=file)
        raise UsageError(words)
    kept = _kept(folder, lang, events=table == "events")
    with answer(kept.manifest, kept.store, f"select * from {table}", lambda: kept.inputs()) as rows:
        number = write(rows, file)
    if json:
        put_json({"file": str(file), "rows": number})
    else:
        put(Words(lang).say("export-rows", n=number, file=str(file)))


def _kept(folder: Path, lang: str, *, events: bool) -> Kept:
    """Return a folder, and say on stderr what is missing in it; ``events``: if they are asked."""
    from malaparte.api import reopen
    from malaparte.report.folder import few_text
    from malaparte.report.words import Words

    kept, words = reopen(folder), Words(lang)
    there, of = kept.store.count(), len(kept.store.numbers)
    if there < of:
        say(words.say("query-blocks", there=there, of=of))
    if silent := kept.silent():
        names = few_text([path.name for path in silent], len(silent), words)
        say(words.say("query-silent", names=names))
    if events and kept.manifest.events == "none":
        say(words.say("query-no-events"))
    return kept
