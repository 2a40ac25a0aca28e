"""A folder of results: fixed blocks of 4,096 worlds, each written whole or not at all.

manifest.json           what was run (`malaparte.results.manifest`)
outcomes-00000017.parquet  worlds 17 * 4096 to 18 * 4096 - 1 (`malaparte.results.schema`)
events-00000017.parquet    events of the chosen ones among them, if there are any
stray/                  what was found here and belongs to no block
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from pyarrow import parquet

from malaparte.errors import StoreError
from malaparte.kernel.outcome import LABELS
from malaparte.results import events, schema
from malaparte.results.block import Block, Layout
from malaparte.results.files import is_temporary, sweep, write_whole
from malaparte.results.manifest import NAME, Manifest, differences, load_manifest

_FILE = re.compile(r"(outcomes|events)-(\d{8})\.parquet")


@dataclass(frozen=True)
class Store:
    """The files of one run.

    folder: where.  run: id of the run; every file carries it.  layout: what columns stand for.
    worlds: how many there will be.  tag: who writes.
    """

    folder: Path
    run: str
    layout: Layout
    worlds: int
    tag: str = "all"

    @property
    def numbers(self) -> range:
        """Numbers of all blocks."""
        return range(-(-self.worlds // schema.BLOCK))

    def path(self, number: int, kind: str = "outcomes") -> Path:
        """Return the file of a block."""
        return self.folder / f"{kind}-{number:08}.parquet"

    def span(self, number: int) -> tuple[int, int]:
        """Return (first world, worlds) of a block."""
        first = number * schema.BLOCK
        return first, min(schema.BLOCK, self.worlds - first)

    def write(self, number: int, block: Block, told: Any | None) -> None:
        """Write a block and, before it, the table of its events: a block that is there has them."""
        facts = {"malaparte.run": self.run}
        if told is not None:
            write_whole(self.path(number, "events"), schema.encode(told, facts), self.tag)
        facts |= {"malaparte.digest": schema.digest(self.layout, block), **_counts(block)}
        data = schema.encode(schema.table(self.layout, block), facts)
        write_whole(self.path(number), data, self.tag)

    def read(self, number: int) -> Block | None:
        """Return a block, or None if its file is missing, damaged or of another run."""
        found = self._table(self.path(number))
        if found is None or not self._fits(found, number):
            return None
        block = schema.untable(self.layout, found)
        told = found.schema.metadata[b"malaparte.digest"].decode()
        return block if schema.digest(self.layout, block) == told else None

    def _fits(self, found: Any, number: int) -> bool:
        first, worlds = self.span(number)
        expected = schema.names(self.layout)
        return (
            found.column_names == expected
            and found.num_rows == worlds
            and found["world"][0].as_py() == first
        )

    def events(self, number: int) -> Any | None:
        """Return the table of the events of a block, or None if it is missing or damaged."""
        found = self._table(self.path(number, "events"))
        if found is None or tuple(found.column_names) != events.COLUMNS:
            return None
        first, worlds = self.span(number)
        own = range(first, first + worlds)
        return found if all(world in own for world in found["world"].unique().to_pylist()) else None

    def _table(self, path: Path) -> Any | None:
        try:
            found = schema.decode(path.read_bytes())
        except (FileNotFoundError, pa.ArrowException, OSError, ValueError):
            return None
        facts: dict[bytes, bytes] = found.schema.metadata or {}
        return found if facts.get(b"malaparte.run") == self.run.encode() else None

    def blocks(self) -> Iterator[Block]:
        """Yield all blocks.

        Raises
        ------
        StoreError
            If one is missing or damaged.
        """
        for number in self.numbers:
            block = self.read(number)
            if block is None:
                raise StoreError(
                    f"{self.path(number)} is missing or damaged; run the command again"
                )
            yield block

    def there(self) -> list[int]:
        """Return the numbers of blocks whose files are there, looked at or not."""
        return [number for number in self.numbers if self.path(number).exists()]


def opened(folder: Path) -> tuple[Manifest, Store]:
    """Return manifest and store of a folder of results that is there."""
    manifest = load_manifest(folder)
    return manifest, Store(folder, manifest.run, manifest.layout, manifest.settings.worlds)


def prepare(folder: Path, manifest: Manifest, tag: str) -> Store:
    """Make a folder fit for a run: a new one, or one in which the same run goes on.

    The lock is held (`malaparte.results.lock`).  What killed runs left half written is removed;
    files that look like blocks and belong to none are moved to ``stray``.

    Raises
    ------
    StoreError
        If the folder holds something else, or results of other settings: nothing is overwritten.
    """
    store = Store(folder, manifest.run, manifest.layout, manifest.settings.worlds, tag)
    sweep(folder, tag)
    if (folder / NAME).exists():
        try:
            there = load_manifest(folder)
        except StoreError:
            _refuse_others(store)
            manifest.save(folder, tag)
        else:
            differ = differences(manifest, there)
            if differ:
                lines = "\n".join(f"  {line}" for line in differ)
                words = f"{folder} holds the results of another run:\n{lines}"
                raise StoreError(f"{words}\nChoose another folder.")
    else:
        _refuse_others(store)
        manifest.save(folder, tag)
    _move_strays(store)
    return store


def _counts(block: Block) -> dict[str, str]:
    """Return the labels of a block, counted, for `malaparte info`."""
    counts = np.bincount(block.rows[:, 0], minlength=len(LABELS))
    return {"malaparte.labels": json.dumps(counts.tolist(), separators=(",", ":"))}


def _refuse_others(store: Store) -> None:
    """Without a manifest, only blocks of this very run may be here."""
    for path in sorted(store.folder.iterdir()):
        if path.name.startswith(".lock-") or path.name in (NAME, "stray") or is_temporary(path):
            continue
        if not (_FILE.fullmatch(path.name) and stamp(path) in (store.run, None)):
            words = f"{store.folder} is not empty, and {path.name} is not of this run"
            raise StoreError(f"{words}; choose another folder")


def stamp(path: Path) -> str | None:
    """Return the run id that a file carries, or None if it cannot be read."""
    try:
        found = parquet.read_metadata(path).metadata or {}
    except (pa.ArrowException, OSError, ValueError):
        return None
    return found.get(b"malaparte.run", b"").decode()


def _move_strays(store: Store) -> None:
    for path in sorted(store.folder.iterdir()):
        match = _FILE.fullmatch(path.name)
        if match is None:
            continue
        run = stamp(path)
        if int(match[2]) in store.numbers and run in (store.run, None):
            continue  # a damaged one is written anew
        (store.folder / "stray").mkdir(exist_ok=True)
        path.replace(store.folder / "stray" / path.name)
