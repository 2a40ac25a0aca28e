"""A task that computes a block and writes it, unless it is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from malaparte.ensemble.design import Design
from malaparte.ensemble.executors import Stopped
from malaparte.ensemble.selection import Selection
from malaparte.ensemble.simulation import Simulation, run_one
from malaparte.kernel import state
from malaparte.results import events
from malaparte.results.block import Block
from malaparte.results.store import Store
from malaparte.results.summarize import SAMPLE
from malaparte.results.tally import Tally, tally
from malaparte.world.build import World, build
from malaparte.world.draw import columns, theta
from malaparte.world.trace import SLOTS, run_traced


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
        found = self.store.read(number)
        if self.selection.among(first, worlds) and self.store.events(number) is None:
            found = None
        computed = found is None
        if found is None:
            found = self.compute(number, stopped)
            self.store.write(number, found, self.events_of(number, stopped))
        sample = found if first < SAMPLE else None
        return Receipt(number, worlds, computed, tally(found, self.design.inner), sample)

    @cached_property
    def _simulation(self) -> Simulation:
        return Simulation(self.world, self.design)

    def compute(self, number: int, stopped: Callable[[], bool]) -> Block:
        """Return a block, computed."""
        return self._simulation(self.store.span(number), stopped)

    def events_of(self, number: int, stopped: Callable[[], bool]) -> Any | None:
        """Return the table of the events of a block's chosen worlds, None if there are none."""
        worlds = self.selection.among(*self.store.span(number))
        if not worlds:
            return None
        logs: list[NDArray[np.int64]] = []
        for world in worlds:
            if stopped():
                raise Stopped
            logs.append(self._log(world))
        return events.table(worlds, logs, self.world.names)

    @cached_property
    def _told(self) -> World:
        """The same world with room for events."""
        return build(self.world.scenario, log_slots=SLOTS)

    def _log(self, number: int) -> NDArray[np.int64]:
        """Return the events of a world; `run_traced`, without building the world anew."""
        seed, told = self.design.seed, self._told
        inputs = theta(told, columns(told, seed, number // self.design.inner, 1))
        ints, floats = told.ints.copy(), told.floats.copy()
        ints[ints[state.LOG_SLOTS]] = SLOTS
        if run_one(told, inputs, ints, floats, seed, number):  # more events than fit
            return run_traced(told, seed, number).events
        log = ints[ints[state.LOG] :][: int(ints[ints[state.LOG_COUNT]]) * state.LOG_WIDTH]
        return log.reshape(-1, state.LOG_WIDTH).copy()
