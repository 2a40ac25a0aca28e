"""A folder of results, opened again: queried, checked, summed up.

What simulates is imported where it is used, so that looking at a folder does not wait for Numba.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pyarrow as pa
from pyarrow import compute

from malaparte.ensemble.selection import selection
from malaparte.ensemble.verified import Verified
from malaparte.errors import StoreError
from malaparte.results.block import Block, joined, numbers
from malaparte.results.manifest import Manifest
from malaparte.results.store import Store, opened
from malaparte.results.survey import Survey
from malaparte.results.survey import survey as look
from malaparte.said import said

if TYPE_CHECKING:
    from malaparte.ensemble.design import Design
    from malaparte.ensemble.ensemble import Ensemble
    from malaparte.ensemble.executors import Executor
    from malaparte.world.build import World


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
            words = said(
                "{folder} was made by other rules ({there}, version {version}) "
                "than those installed here ({here})",
                folder=self.store.folder,
                there=there.sources,
                version=self.manifest.origin.version,
                here=here.sources,
            )
            raise StoreError(words)

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
        there = {*self.store.there("events")}
        return [
            self.store.path(number, "events")
            for number in self.store.there()
            if number not in there and chosen.among(*self.store.span(number))
        ]

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

    def compare_row(self, world: int, row: dict[str, int]) -> tuple[bool, list[str]]:
        """Return whether the row of a world can be read, and what in it is other.

        ``row``: column -> number, as it was computed again.
        """
        from malaparte.ensemble.replaying import other_numbers

        block = self.store.read(world // self.manifest.block)
        if block is None:
            return False, []
        alone = world - block.first
        kept = numbers(self.store.layout, block.part(alone, alone + 1))
        return True, other_numbers(said("the folder says"), kept, row)

    def compare_events(
        self, world: int, told: list[dict[str, Any]]
    ) -> tuple[bool | None, list[str]]:
        """Return whether the events of a world can be read, and what is other in them.

        None if they were not to be kept.  ``told``: the events as they were computed again
        (`malaparte.results.events.as_dicts`).
        """
        if not selection(self.manifest.events, self.store.worlds).among(world, 1):
            return None, []
        table = self.store.events(world // self.manifest.block)
        if table is None:
            return False, []
        mine = table.filter(cast(Any, compute).field("world") == world)
        kept: list[dict[str, Any]] = mine.drop_columns(["world"]).to_pylist()
        if kept == told:
            return True, []
        pairs = enumerate(zip_longest(kept, told))
        first = next(number for number, (one, other) in pairs if one != other)
        words = said(
            "events: the folder keeps {kept:,}, the rules make {made:,}; "
            "the first other is number {first}",
            kept=len(kept),
            made=len(told),
            first=first,
        )
        return True, [words]

    def verify(
        self, blocks: int | None, executor: Executor, progress: Callable[[int], None] | None = None
    ) -> Verified:
        """Look at the seals of all files, and compute random blocks again.

        Parameters
        ----------
        blocks : int, optional
            How many of those that are whole; all if left out.

        Raises
        ------
        StoreError
            If other rules made the folder.
        """
        from malaparte.ensemble.checking import Check

        self.same_rules()
        found = self.survey()
        chosen = found.whole
        if blocks is not None:
            chosen = random.SystemRandom().sample(chosen, min(blocks, len(chosen)))
        check = Check(self.world, self.design, self.store, self.manifest.events)
        wrong: dict[int, str] = {}
        for number, words in executor.map(check, sorted(chosen)):
            if words:
                wrong[number] = words
            if progress is not None:
                progress(self.store.span(number)[1])
        return Verified(sorted(chosen), wrong, found.damaged, found.absent, found.missing)


def reopen(folder: Path) -> Kept:
    """Open a folder of results; StoreError if it is none."""
    return Kept(*opened(folder))
