"""Blocks as Arrow tables, one column a name.

world                  int64
label, cause           dictionary of words
plot_existed, leaked   bool
launched_at ... lost_at  int32, seconds after 00:00 of the day, null for never
nodes_taken ...        int32
decided_at ... leader  of a scenario with army, street or holding: int32, words
unit.<id>              words, the last choice of a unit
taken.<place>          int32, minutes after 00:00 of the day, null for never
arrested.<leaders>, present.<leaders>   int32

Parquet knows no shorter numbers: to say that one is short would only cost room.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any, cast

import numpy as np
import pyarrow as pa
from pyarrow import parquet

from malaparte.kernel.outcome import CAUSES, CHOICES, FATES, LABELS
from malaparte.results.block import Block, Ints, Layout

BLOCK = 4096
"""Worlds in a file, always; a digest is taken over parts of this size."""

_WORDS = {"label": LABELS, "cause": CAUSES, "leader": FATES, "unit": CHOICES}
_FLAGS = ("plot_existed", "leaked")
_SPREAD = ("world", "launched_at", "gave_up_at")


def names(layout: Layout) -> list[str]:
    """Return the names of all columns, in order."""
    found = ["world", *layout.columns, *(f"taken.{goal}" for goal in layout.goals)]
    for leader in layout.leaders:
        found += [f"arrested.{leader}", f"present.{leader}"]
    return found


def table(layout: Layout, block: Block) -> pa.Table:
    """Return a block as an Arrow table."""
    columns: dict[str, Any] = {
        "world": pa.array(np.arange(block.first, block.first + block.worlds, dtype=np.int64))
    }
    for index, name in enumerate(layout.columns):
        columns[name] = _outcome(name, block.rows[:, index])
    for index, goal in enumerate(layout.goals):
        columns[f"taken.{goal}"] = _time(block.taken[:, index])
    for index, leader in enumerate(layout.leaders):
        columns[f"arrested.{leader}"] = _array(block.arrested[:, index])
        columns[f"present.{leader}"] = _array(block.present[:, index])
    return pa.table(columns)


def _outcome(name: str, values: Ints) -> Any:
    said = _words(name)
    if said:
        codes: Any = pa.array(values.astype(np.int8))
        words: Any = pa.array(said)
        return cast(Any, pa.DictionaryArray).from_arrays(codes, words)
    if name in _FLAGS:
        return cast(Any, pa).array(values != 0)
    if name.endswith("_at"):
        return _time(values)
    return _array(values)


def _words(name: str) -> tuple[str, ...]:
    """Return the words of a column's codes; a unit's are all alike."""
    return _WORDS.get(name.partition(".")[0], ())


def _array(values: Ints) -> Any:
    return cast(Any, pa).array(values.astype(np.int32))


def _time(values: Ints) -> Any:
    return cast(Any, pa).array(values.astype(np.int32), mask=values < 0)


def encode(data: Any, facts: dict[str, str]) -> bytes:
    """Return a table as a Parquet file, as small as is quick.

    The bytes of a number lie apart, so that those that vary little compress; of numbers that vary
    all over a day only the bits between the least and the greatest are kept.  Pages bear no
    checksum, because the file bears one (`malaparte.results.seal`).

    Parameters
    ----------
    data : Table
        Its dictionaries become words, which every reader understands.
    facts : mapping
        Goes into the footer.
    """
    words = [field.name for field in data.schema if pa.types.is_dictionary(field.type)]
    encodings = {
        field.name: "DELTA_BINARY_PACKED" if field.name in _SPREAD else "BYTE_STREAM_SPLIT"
        for field in data.schema
        if pa.types.is_integer(field.type)
    }
    sink = pa.BufferOutputStream()
    writer = cast(Any, parquet.ParquetWriter)(
        sink,
        data.schema,
        compression="zstd",
        compression_level=12,
        use_dictionary=words,
        column_encoding=encodings,
        write_statistics=False,
        store_schema=False,
        data_page_version="2.0",
    )
    with writer:
        writer.write_table(data)
        writer.add_key_value_metadata(facts)
    return sink.getvalue().to_pybytes()


def decode(data: bytes) -> Any:
    """Return the table of a Parquet file; raise pyarrow's errors if it is damaged."""
    read_table = cast(Any, parquet).read_table
    return read_table(pa.BufferReader(data))


def untable(layout: Layout, data: Any) -> Block:
    """Return the block that a table was made of."""

    def numbers(name: str) -> Any:
        column: Any = data.column(name).combine_chunks()
        if _words(name):
            found = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
            codes = np.array([_words(name).index(word) for word in found.dictionary.to_pylist()])
            return codes[found.indices.to_numpy()]
        if name in _FLAGS:
            return column.to_numpy(zero_copy_only=False)
        if column.null_count:
            return column.fill_null(-1).to_numpy()
        return column.to_numpy()

    def matrix(names: list[str], kind: Any) -> Ints:
        found: Any = np.empty((data.num_rows, len(names)), kind)
        for index, name in enumerate(names):
            found[:, index] = numbers(name)
        return found

    return Block(
        int(data.column("world")[0].as_py()),
        matrix(list(layout.columns), np.int32),
        matrix([f"taken.{goal}" for goal in layout.goals], np.int16),
        matrix([f"arrested.{leader}" for leader in layout.leaders], np.int16),
        matrix([f"present.{leader}" for leader in layout.leaders], np.int16),
    )


def digest(layout: Layout, block: Block) -> str:
    """Return the hash of what the columns of a block say, whatever the file or the machine."""
    total = hashlib.sha256()
    names = [*layout.columns, *layout.goals, *layout.leaders, *layout.leaders]
    total.update("\n".join([str(block.first), str(block.worlds), *names]).encode())
    for part in (block.rows, block.taken, block.arrested, block.present):
        total.update(np.ascontiguousarray(part, "<i8").tobytes())
    return total.hexdigest()


def total_digest(digests: Iterable[str]) -> str:
    """Return the digest of an ensemble from those of its blocks of 4,096 worlds, in order."""
    total = hashlib.sha256()
    for number, digest in enumerate(digests):
        total.update(f"{'' if number == 0 else chr(10)}{digest}".encode())
    return total.hexdigest()
