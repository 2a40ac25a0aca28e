"""SQL over a folder of results.

outcomes  one row a world (`malaparte.results.schema`), and set_id, its set of assumptions
nodes     world, place, taken_minute (null for never)
persons   world, leaders, present, arrested
events    of the worlds whose events are kept (`malaparte.results.events`)
inputs    set_id, and every uncertain number by its path; recomputed when a query names it

What the query reads is looked at first, every byte of it (`malaparte.results.seal`), so that a
damaged file is told and not counted.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, cast

import pyarrow as pa

from malaparte.errors import StoreError, UsageError, ends_in, unwritten
from malaparte.results import events
from malaparte.results.manifest import Manifest
from malaparte.results.packing import select
from malaparte.results.store import Store
from malaparte.said import said, strung

VIEWS = ("outcomes", "nodes", "persons", "events", "inputs")

_EXPLAIN = re.compile(r"\s*explain\b(\s*\([^)]*\)|\s+analyze\b)?", re.IGNORECASE)
_PRAGMA = re.compile(r"\s*pragma\s+(table_info|show_tables|show|version)\b", re.IGNORECASE)

Inputs = Callable[[], Any]
"""Makes a reader of record batches with the inputs of all sets."""


@contextmanager
def answer(
    manifest: Manifest, store: Store, sql: str, inputs: Inputs
) -> Generator[pa.RecordBatchReader]:
    """Give the rows of a query, batch by batch.

    Parameters
    ----------
    manifest, store
        The folder, as `malaparte.results.store.opened` returns it.
    sql : str
        One statement in DuckDB's dialect.
    inputs : function
        Called if the statement names ``inputs``.

    Raises
    ------
    UsageError
        If DuckDB does not understand the statement.
    StoreError
        If no block is there yet, or one is damaged.
    """
    import duckdb  # a tenth of a second, only for those who ask

    blocks = store.sound()
    if not blocks:
        raise StoreError(said("{folder} has no block yet", folder=store.folder))
    connection: Any = duckdb.connect()
    try:
        rows = select(store.layout, _files(blocks))
        inner = manifest.settings.inner
        text = f"create view outcomes as select *, world // {inner} as set_id from ({rows})"
        connection.execute(text)
        connection.execute(f"create view nodes as {_nodes(store)}")
        connection.execute(f"create view persons as {_persons(store)}")
        _add_events(connection, store.sound("events") if names(sql, "events") else [])
        _add_inputs(connection, inputs if names(sql, "inputs") else None)
        if not _only_reads(connection, sql):
            words = said("expected one statement that gives rows, like: {sql}", sql="select ...")
            raise UsageError(words)
        yield cast(Any, pa).RecordBatchReader.from_stream(connection.sql(sql))
    except duckdb.Error as error:
        tables = said("Tables: {names}", names=", ".join(VIEWS))
        raise UsageError(strung([str(error), tables], "\n")) from None
    finally:
        connection.close()


def _only_reads(connection: Any, sql: str) -> bool:
    """Tell whether this is one statement that gives rows and changes nothing, on disk or here."""
    kinds = [statement.type.name for statement in connection.extract_statements(sql)]
    if kinds == ["EXPLAIN"]:  # of a statement that writes it would write, with analyze
        inner = _EXPLAIN.match(sql)
        return inner is not None and _only_reads(connection, sql[inner.end() :])
    return kinds == ["SELECT"] or (kinds == ["PRAGMA"] and _PRAGMA.match(sql) is not None)


def names(sql: str, view: str) -> bool:
    """Tell whether a statement may mean a view that stays empty unless somebody asks."""
    wanted = rf"\b({view}|information_schema|duckdb_columns)\b"
    return re.search(wanted, sql, re.IGNORECASE) is not None


def _files(paths: Sequence[Path]) -> str:
    quoted = ", ".join(_quoted(path.as_posix()) for path in paths)
    return f"read_parquet([{quoted}])"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _nodes(store: Store) -> str:
    if not store.layout.goals:
        return "select 0::bigint as world, '' as place, 0 as taken_minute where false"
    named = ", ".join(f'"taken.{goal}" as "{goal}"' for goal in store.layout.goals)
    pairs = ", ".join(f'"{goal}"' for goal in store.layout.goals)
    return (
        f"select world, place, taken_minute from (select world, {named} from outcomes) "
        f"unpivot include nulls (taken_minute for place in ({pairs}))"
    )


def _persons(store: Store) -> str:
    parts = [
        f"select world, {_quoted(leader)} as leaders, "
        f'"present.{leader}" as present, "arrested.{leader}" as arrested from outcomes'
        for leader in store.layout.leaders
    ]
    empty = "select 0::bigint as world, '' as leaders, 0 as present, 0 as arrested where false"
    return " union all ".join(parts) if parts else empty


def _add_events(connection: Any, paths: Sequence[Path]) -> None:
    if paths:
        connection.execute(f"create view events as select * from {_files(paths)}")
    else:
        connection.register("no_events", events.SCHEMA.empty_table())
        connection.execute("create table events as select * from no_events")
        connection.unregister("no_events")


def _add_inputs(connection: Any, inputs: Inputs | None) -> None:
    if inputs is None:
        connection.execute("create table inputs (set_id bigint)")
        return
    connection.register("drawn", inputs())
    connection.execute("create table inputs as select * from drawn")
    connection.unregister("drawn")


def export(reader: pa.RecordBatchReader, path: Path) -> int:
    """Write rows to a file, whose suffix says how, and return how many they are.

    Raises
    ------
    UsageError
        If the suffix is not .csv, .parquet or .arrow.
    StoreError
        If the file cannot be written.
    """
    from pyarrow import csv, ipc, parquet

    makers: dict[str, Any] = {
        ".csv": csv.CSVWriter,
        ".parquet": parquet.ParquetWriter,
        ".arrow": ipc.new_file,
    }
    if path.suffix not in makers:
        raise UsageError(ends_in(path, *makers))
    temporary = path.with_name(f".part-{path.name}")
    rows = 0
    try:
        with makers[path.suffix](str(temporary), reader.schema) as writer:
            for batch in reader:
                writer.write_batch(batch)
                rows += int(batch.num_rows)
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):  # a disk that takes nothing lets nothing go either
            temporary.unlink(missing_ok=True)
        # pyarrow's errors have a number and sentences of their own.
        plain = OSError(error.errno, os.strerror(error.errno)) if error.errno else error
        raise StoreError(unwritten(path, plain)) from None
    return rows
