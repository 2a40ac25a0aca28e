"""A folder of results: fixed blocks of 4,096 worlds, each written whole or not at all.

manifest.json           what was run (`malaparte.results.manifest`)
outcomes-00000017.parquet  worlds 17 * 4096 to 18 * 4096 - 1 (`malaparte.results.packing`)
events-00000017.parquet    events of the chosen ones among them, if there are any
stray/                  what was found here and belongs to no block
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from pyarrow import parquet

from malaparte.errors import StoreError, reason
from malaparte.kernel.outcome import LABELS
from malaparte.results import events, schema
from malaparte.results.block import Block, Layout
from malaparte.results.differences import OTHERWISE, differences
from malaparte.results.files import is_temporary, sweep, write_whole
from malaparte.results.manifest import NAME, Manifest, load_manifest
from malaparte.results.packing import pack, packed_names, unpack
from malaparte.results.seal import is_whole, sealed, unsealed
from malaparte.said import said, strung

MENDS = said(
    "the command that filled the folder (`malaparte info` prints it), given again, computes"
    " what is missing or damaged"
)
"""What to try when a block is not there, or not what was written."""

NAMED = 3
"""Files that a sentence names, of many."""
MOST_BLOCKS = 10**8
"""Names of files have eight digits."""

_FILE = re.compile(r"(outcomes|events)-(\d{8})\.parquet")


@dataclass(frozen=True)
class Store:
    """The files of one run.

    folder: where.  series: id of the run but for how many worlds it has (`Settings.series`); every
    file carries it.  layout: what columns stand for.  worlds: how many there will be.  tag: who
    writes.
    """

    folder: Path
    series: str
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
        if told is not None:
            self._put(self.path(number, "events"), told, {})
        facts = {"malaparte.digest": schema.digest(self.layout, block), **_counts(block)}
        rows = pack(self.layout, schema.table(self.layout, block))
        self._put(self.path(number), rows, facts)

    def _put(self, path: Path, table: Any, facts: dict[str, str]) -> None:
        name = self._seal(path)
        facts = {"malaparte.series": self.series, **facts, "malaparte.seal": unsealed(name)}
        write_whole(path, sealed(schema.encode(table, facts), name), self.tag)

    def _seal(self, path: Path) -> str:
        return f"{path.stem} of {self.series}"

    def is_whole(self, path: Path) -> bool:
        """Tell whether a file is the one that was written under its name: the bytes, not a look."""
        try:
            return is_whole(path.read_bytes(), self._seal(path))
        except OSError:
            return False

    def read(self, number: int) -> Block | None:
        """Return a block, or None if its file is missing, short, damaged or of another run."""
        found = self._table(self.path(number))
        if found is None or not self._fits(found, number):
            return None
        block = schema.untable(self.layout, unpack(self.layout, found))
        told = found.schema.metadata[b"malaparte.digest"].decode()
        return block if schema.digest(self.layout, block) == told else None

    def _fits(self, found: Any, number: int) -> bool:
        first, worlds = self.span(number)
        expected = packed_names(self.layout)
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
            data = path.read_bytes()
            return schema.decode(data) if is_whole(data, self._seal(path)) else None
        except (pa.ArrowException, OSError, ValueError):
            return None

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
                found = said("{path} is missing or damaged", path=self.path(number))
                raise StoreError(strung([found, MENDS], "; "))
            yield block

    def there(self, kind: str = "outcomes") -> list[int]:
        """Return the numbers of blocks whose files are there, looked at or not."""
        return sorted(self._there(kind))

    def count(self) -> int:
        """Return how many blocks have a file, looked at or not."""
        return sum(1 for _ in self._there("outcomes"))

    def _there(self, kind: str) -> Iterator[int]:
        return (number for number in lying(self.folder, kind) if number in self.numbers)

    def sound(self, kind: str = "outcomes") -> list[Path]:
        """Return the files of a kind that are there; StoreError if one of them is damaged."""
        found = [self.path(number, kind) for number in self.there(kind)]
        damaged = [path for path in found if not self.is_whole(path)]
        if damaged:
            words = said("{path} is damaged", path=damaged[0])
            if len(damaged) > 1:
                many = {"path": damaged[0], "n": len(damaged)}
                words = said("{path} is damaged ({n} files are)", **many)
            raise StoreError(strung([words, MENDS], "; "))
        return found

    def strays(self) -> list[Path]:
        """Return files that look like blocks and belong to none."""
        found: list[Path] = []
        for path in sorted(self.folder.iterdir()):
            match = _FILE.fullmatch(path.name)
            known = match and int(match[2]) in self.numbers and path.is_file()
            if match and not (known and stamp(path) in (self.series, None)):
                found.append(path)
        return found  # a damaged one is none: it is written anew


def lying(folder: Path, kind: str = "outcomes") -> Iterator[int]:
    """Yield the numbers of blocks whose files lie in a folder, whatever run they are of."""
    # The folder is read, not asked for every block of the design: most may be still to come.
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            match = _FILE.fullmatch(entry.name)
            if match and match[1] == kind and entry.is_file():
                yield int(match[2])


def few(names: Sequence[str], of: int | None = None) -> str:
    """Return the first names of many; ``of``: how many there are, if not all are named."""
    rest = (of or len(names)) - NAMED
    first = ", ".join(names[:NAMED])
    return said("{names} and {n:,} more files", names=first, n=rest) if rest > 0 else first


def opened(folder: Path) -> tuple[Manifest, Store]:
    """Return manifest and store of a folder of results that is there."""
    manifest = load_manifest(folder)
    return manifest, _store(folder, manifest, "all")


def _store(folder: Path, manifest: Manifest, tag: str) -> Store:
    settings = manifest.settings
    return Store(folder, settings.series, manifest.layout, settings.worlds, tag)


def prepare(folder: Path, manifest: Manifest, tag: str) -> Store:
    """Make a folder fit for a run: a new one, or one in which the same run goes on, or grows.

    The locks are held (`malaparte.results.lock`).  What killed runs left half written is removed;
    files that look like blocks and belong to none are moved to ``stray``.

    Raises
    ------
    StoreError
        If the folder holds something else, or results of other settings: nothing is overwritten.
    """
    store = _store(folder, manifest, tag)
    refuse_others(folder, manifest)
    sweep(folder, tag)
    there = _known(folder)
    if there is None:
        manifest.save(folder, tag)
    elif manifest.settings.worlds > there.settings.worlds:
        manifest.save(folder, tag)
        _drop_short(_store(folder, there, tag))
    for path in store.strays():
        _put_aside(path)
    return store


def _put_aside(path: Path) -> None:
    """Move a file to the folder ``stray`` beside it, where nothing is overwritten."""
    try:
        room = path.parent / "stray"
        room.mkdir(exist_ok=True)
        place, number = room / path.name, 1
        while place.exists():
            number += 1
            place = room / f"{path.name}.{number}"
        path.rename(place)
    except OSError as error:
        why = reason(error)
        raise StoreError(
            said("cannot move {path} to the folder `stray`: {why}", path=path, why=why)
        ) from None


def _known(folder: Path) -> Manifest | None:
    """Return the manifest of a folder, None if there is none, or a damaged one."""
    try:
        return load_manifest(folder)
    except StoreError:
        return None


def _drop_short(store: Store) -> None:
    """Remove the last block of a run that grows, if it is short: the same block will be longer."""
    last = store.numbers[-1]
    if store.span(last)[1] < schema.BLOCK:
        for kind in ("outcomes", "events"):
            store.path(last, kind).unlink(missing_ok=True)


def _counts(block: Block) -> dict[str, str]:
    """Return the labels of a block, counted, for `malaparte info`."""
    counts = np.bincount(block.rows[:, 0], minlength=len(LABELS))
    return {"malaparte.labels": json.dumps(counts.tolist(), separators=(",", ":"))}


def refuse_others(folder: Path, manifest: Manifest) -> None:
    """Refuse a folder of something else before anything is written there, be it a lock.

    Raises
    ------
    StoreError
        If the folder holds results of other settings; or if there is no manifest that can be read,
        but blocks of another run, or other files and no block whose seal is of this run.
    """
    there = _known(folder)
    if there is not None:
        if differ := differences(manifest, there):
            head = said("{folder} holds the results of another run:", folder=folder)
            lines = [strung(["  ", line], "") for line in differ]
            raise StoreError(strung([head, *lines, OTHERWISE], "\n"))
        return
    store, paths = _store(folder, manifest, "all"), sorted(folder.iterdir())
    blocks = [path for path in paths if _FILE.fullmatch(path.name)]
    others = [path for path in blocks if stamp(path) not in (store.series, None)]
    if not others and not any(store.is_whole(path) for path in blocks):
        others = [path for path in paths if path not in blocks and not _is_ours(path)]
    if others:
        words = said(
            "{folder} is not empty, and {name} is not of this run; "
            "move it away, or choose another folder",
            folder=folder,
            name=others[0].name,
        )
        raise StoreError(words)


def _is_ours(path: Path) -> bool:
    own = path.name.startswith(".lock-") or path.name in (NAME, "stray")
    return own or is_temporary(path)


def stamp(path: Path) -> str | None:
    """Return the series that a file carries, or None if it cannot be read."""
    try:
        found = parquet.read_metadata(path).metadata or {}
    except (pa.ArrowException, OSError, ValueError):
        return None
    return found.get(b"malaparte.series", b"").decode()
