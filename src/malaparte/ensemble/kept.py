"""A folder of results, opened again: queried, checked, summed up."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, cast

import numpy as np
import pyarrow as pa
from pyarrow import parquet

from malaparte.ensemble import provenance
from malaparte.ensemble.design import Design
from malaparte.ensemble.ensemble import Ensemble, total
from malaparte.ensemble.executors import Executor
from malaparte.ensemble.recorder import Recorder
from malaparte.ensemble.selection import selection
from malaparte.errors import StoreError
from malaparte.kernel.outcome import LABELS
from malaparte.results.block import Block, joined
from malaparte.results.manifest import Manifest
from malaparte.results.schema import digest
from malaparte.results.store import Store, opened
from malaparte.results.summarize import SAMPLE
from malaparte.results.tally import Tally, tally
from malaparte.scenario.check import validated
from malaparte.scenario.read import Document
from malaparte.world.build import World, build
from malaparte.world.draw import columns


@dataclass(frozen=True)
class Kept:
    """A folder of results: what was run, and the files."""

    manifest: Manifest
    store: Store

    @cached_property
    def world(self) -> World:
        """The world of the manifest's own scenario, whatever became of the file since."""
        name = f"{self.manifest.name} (manifest)"
        return build(validated(Document(self.manifest.scenario, {}, name, (name,))))

    @property
    def design(self) -> Design:
        """Which worlds."""
        told = self.manifest.settings
        return Design(told.worlds, told.seed, told.inner, told.do, told.set)

    def same_rules(self) -> None:
        """Refuse to compute worlds of a folder that other rules made.

        Raises
        ------
        StoreError
            If what computes a world has changed since.
        """
        here, there = provenance.rules(), self.manifest.settings.rules
        if here != there:
            made = self.manifest.origin.version
            words = f"{self.store.folder} was made by other rules ({there.sources}, version {made})"
            raise StoreError(f"{words} than those installed here ({here.sources})")

    def ensemble(self) -> Ensemble:
        """Return the ensemble; StoreError if blocks are missing."""
        samples: list[Block] = []
        tallies: list[Tally] = []
        for block in self.store.blocks():
            tallies.append(tally(block, self.design.inner))
            if block.first < SAMPLE:
                samples.append(block)
        return Ensemble(self.world, self.design, total(tallies), joined(samples), self.store)

    def labels(self) -> dict[str, int]:
        """Return how often each label stands in the blocks that are there, from their footers."""
        counts = np.zeros(len(LABELS), np.int64)
        for number in self.store.there():
            try:
                facts: dict[bytes, bytes] = (
                    parquet.read_metadata(self.store.path(number)).metadata or {}
                )
                counts += np.array(json.loads(facts[b"malaparte.labels"]))
            except (pa.ArrowException, OSError, KeyError, ValueError):
                continue  # damaged; the same run command mends it
        return {label: int(n) for label, n in zip(LABELS, counts, strict=True) if n}

    def inputs(self) -> Any:
        """Return a reader of the drawn numbers of all sets, a few thousand at a time."""
        paths = [column.path for column in self.world.columns]
        kinds: list[Any] = [("set_id", pa.int64()), *((path, pa.float64()) for path in paths)]
        shape = pa.schema(kinds)
        step, sets = 4096, self.design.sets

        def batches() -> Any:
            for first in range(0, sets, step):
                drawn = columns(self.world, self.design.seed, first, min(step, sets - first))
                arrays: list[Any] = [np.arange(first, first + len(drawn)), *drawn.T]
                yield cast(Any, pa).record_batch([*map(pa.array, arrays)], schema=shape)

        return pa.RecordBatchReader.from_batches(shape, batches())

    def verify(
        self, blocks: int | None, executor: Executor, progress: Callable[[int], None] | None = None
    ) -> list[int]:
        """Compute random blocks again, and return the numbers that were compared.

        Parameters
        ----------
        blocks : int, optional
            How many; all if left out.

        Raises
        ------
        StoreError
            If a block is missing, or its worlds are not those that are computed now.
        """
        self.same_rules()
        there = self.store.there()
        chosen = there
        if blocks is not None:
            chosen = random.SystemRandom().sample(there, min(blocks, len(there)))
        check = Check(self.world, self.design, self.store, self.manifest.events)
        wrong: list[str] = []
        for number, words in executor.map(check, sorted(chosen)):
            wrong += [f"block {number}: {words}"] if words else []
            if progress is not None:
                progress(self.store.span(number)[1])
        if wrong:
            raise StoreError("\n".join([f"{self.store.folder} does not hold what it says", *wrong]))
        return sorted(chosen)


@dataclass(frozen=True)
class Check:
    """A task: computes a block again and compares."""

    world: World
    design: Design
    store: Store
    chosen: str

    def __call__(self, number: int, stopped: Callable[[], bool]) -> tuple[int, str]:
        """Return a block's number and what is wrong with it, '' if nothing."""
        recorder = Recorder(
            self.world, self.design, self.store, selection(self.chosen, self.design.worlds)
        )
        kept = self.store.read(number)
        if kept is None:
            return number, "missing or damaged"
        again = recorder.compute(number, stopped)
        if digest(self.store.layout, again) != digest(self.store.layout, kept):
            return number, f"other worlds, the first is {_first_other(again.rows, kept.rows, kept)}"
        events = recorder.events_of(number)
        if events is not None:
            told = self.store.events(number)
            if told is None or not _same(told, events):
                return number, "other events"
        return number, ""


def _first_other(again: Any, kept: Any, block: Any) -> int:
    other = np.flatnonzero((again != kept).any(axis=1))
    return int(block.first + (other[0] if len(other) else 0))


def _same(told: Any, again: Any) -> bool:
    names: Sequence[str] = again.column_names
    return told.column_names == names and all(
        told[name].to_pylist() == again[name].to_pylist() for name in names
    )


def reopen(folder: Path) -> Kept:
    """Open a folder of results; StoreError if it is none."""
    return Kept(*opened(folder))
