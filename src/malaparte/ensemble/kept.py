"""A folder of results, opened again: queried, checked, summed up.

What simulates is imported where it is used, so that looking at a folder does not wait for Numba.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pyarrow as pa

from malaparte.ensemble.selection import selection
from malaparte.errors import StoreError
from malaparte.results.block import Block, joined
from malaparte.results.manifest import Manifest
from malaparte.results.store import Store, opened
from malaparte.results.survey import Survey
from malaparte.results.survey import survey as look

if TYPE_CHECKING:
    from malaparte.ensemble.design import Design
    from malaparte.ensemble.ensemble import Ensemble
    from malaparte.ensemble.executors import Executor
    from malaparte.world.build import World

_ANEW = (
    "Remove the files of these blocks and give the command that filled the folder again"
    " (`malaparte info` prints it)."
)


@dataclass(frozen=True)
class Kept:
    """A folder of results: what was run, and the files."""

    manifest: Manifest
    store: Store

    @cached_property
    def world(self) -> World:
        """The world of the manifest's own scenario, whatever became of the file since."""
        from malaparte.scenario.check import validated
        from malaparte.scenario.read import Document
        from malaparte.world.build import build

        name = f"{self.manifest.name} (manifest)"
        return build(validated(Document(self.manifest.scenario, {}, name, (name,))))

    @property
    def design(self) -> Design:
        """Which worlds."""
        from malaparte.ensemble.design import Design

        told = self.manifest.settings
        return Design(told.worlds, told.seed, told.inner, told.do, told.set)

    def same_rules(self) -> None:
        """Refuse to compute worlds of a folder that other rules made.

        Raises
        ------
        StoreError
            If what computes a world has changed since.
        """
        from malaparte.ensemble import provenance

        here, there = provenance.rules(), self.manifest.settings.rules
        if here != there:
            made = self.manifest.origin.version
            words = f"{self.store.folder} was made by other rules ({there.sources}, version {made})"
            raise StoreError(f"{words} than those installed here ({here.sources})")

    def ensemble(self) -> Ensemble:
        """Return the ensemble; StoreError if blocks are missing."""
        from malaparte.ensemble.ensemble import Ensemble
        from malaparte.results.summarize import SAMPLE
        from malaparte.results.tally import tally

        samples: list[Block] = []
        counts: Any = 0
        for block in self.store.blocks():
            counts = counts + tally(block, self.design.inner)
            if block.first < SAMPLE:
                samples.append(block)
        return Ensemble(self.world, self.design, counts, joined(samples), self.store)

    def survey(self) -> Survey:
        """Return what is there, missing, damaged or out of place."""
        chosen = selection(self.manifest.events, self.store.worlds)
        return look(self.store, lambda number: bool(chosen.among(*self.store.span(number))))

    def silent(self) -> list[Path]:
        """Return files of events that should stand beside a block and are not there."""
        chosen = selection(self.manifest.events, self.store.worlds)
        paths = [
            self.store.path(number, "events")
            for number in self.store.there()
            if chosen.among(*self.store.span(number))
        ]
        return [path for path in paths if not path.exists()]

    def inputs(self) -> Any:
        """Return a reader of the drawn numbers of all sets, a few thousand at a time."""
        from malaparte.world.draw import columns

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
            How many of those that are there; all if left out.

        Raises
        ------
        StoreError
            If the worlds of a block are not those that are computed now.
        """
        from malaparte.ensemble.checking import Check

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
            head = f"{self.store.folder} does not hold what it says"
            raise StoreError("\n".join([head, *wrong, _ANEW]))
        return sorted(chosen)


def reopen(folder: Path) -> Kept:
    """Open a folder of results; StoreError if it is none."""
    return Kept(*opened(folder))
