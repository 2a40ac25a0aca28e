"""A task that computes a block and writes it, unless it is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from malaparte.ensemble.design import Design
from malaparte.ensemble.selection import Selection
from malaparte.ensemble.simulation import Simulation
from malaparte.results import events
from malaparte.results.block import Block
from malaparte.results.store import Store
from malaparte.results.summarize import SAMPLE
from malaparte.results.tally import Tally, tally
from malaparte.world.build import World
from malaparte.world.trace import run_traced


@dataclass(frozen=True)
class Receipt:
    """A block that is in the folder.

    computed: False when it was there.  sample: its worlds, if they are among the first `SAMPLE`.
    """

    number: int
    worlds: int
    computed: bool
    tally: Tally
    sample: Block | None


@dataclass(frozen=True)
class Recorder:
    """A task: makes sure that a block is in the folder, and counts it."""

    world: World
    design: Design
    store: Store
    selection: Selection

    def __call__(self, number: int, stopped: Callable[[], bool]) -> Receipt:
        """Return the receipt of a block, read if it is whole, else computed and written."""
        first, worlds = self.store.span(number)
        chosen = self.selection.among(first, worlds)
        found = self.store.read(number)
        if found is not None and chosen and self.store.events(number) is None:
            found = None
        computed = found is None
        if found is None:
            found = self._simulation((first, worlds), stopped)
            self.store.write(number, found, self.events(chosen) if chosen else None)
        sample = found if first < SAMPLE else None
        return Receipt(number, worlds, computed, tally(found, self.design.inner), sample)

    @cached_property
    def _simulation(self) -> Simulation:
        return Simulation(self.world, self.design)

    def events(self, worlds: list[int]) -> Any:
        """Return the table of the events of some worlds."""
        logs = [run_traced(self.world, self.design.seed, world).events for world in worlds]
        return events.table(worlds, logs, self.world.names)
