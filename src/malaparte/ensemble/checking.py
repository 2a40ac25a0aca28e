"""Blocks of a folder, computed again and compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from malaparte.ensemble.design import Design
from malaparte.ensemble.recorder import Recorder
from malaparte.ensemble.selection import selection
from malaparte.results.schema import digest
from malaparte.results.store import Store
from malaparte.said import said
from malaparte.world.build import World


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
            return number, said("damaged")
        again = recorder.compute(number, stopped)
        if digest(self.store.layout, again) != digest(self.store.layout, kept):
            world = _first_other(again.rows, kept.rows, kept)
            return number, said("other worlds, the first is {world}", world=world)
        events = recorder.events_of(number, stopped)
        if events is not None:
            told = self.store.events(number)
            if told is None:
                return number, said("events missing or damaged")
            if not _same(told, events):
                return number, said("other events")
        return number, ""


def _first_other(again: Any, kept: Any, block: Any) -> int:
    other = np.flatnonzero((again != kept).any(axis=1))
    return int(block.first + (other[0] if len(other) else 0))


def _same(told: Any, again: Any) -> bool:
    names: Sequence[str] = again.column_names
    return told.column_names == names and all(
        told[name].to_pylist() == again[name].to_pylist() for name in names
    )
