"""One world with all its events."""

from __future__ import annotations

import dataclasses

import numpy as np
from numpy.typing import NDArray

from malaparte.errors import KernelError
from malaparte.kernel import cpu, state
from malaparte.world.build import World, build
from malaparte.world.draw import INNER, columns, theta

SLOTS = 16_384
"""Rows of the log at first; it grows until the world fits."""
MOST_SLOTS = SLOTS * 256


@dataclasses.dataclass(frozen=True)
class Trace:
    """A world that was told: its events, its outcome row, its state at the end.

    events int64 [n, 8], sorted by time; row int64, columns as `World.columns_of_rows`; ints,
    floats: the kernel's arrays.
    """

    events: NDArray[np.int64]
    row: NDArray[np.int64]
    ints: NDArray[np.int64]
    floats: NDArray[np.float64]


def run_traced(
    world: World, seed: int, number: int, inputs: NDArray[np.float64] | None = None
) -> Trace:
    """Run world ``number`` and keep its events.

    Parameters
    ----------
    world : World
        As built.
    seed, number : int
        Address of the world's luck, and of its assumptions unless ``inputs`` is given.
    inputs : float64 [cells]
        Theta of the world, for inputs that are no prior draws.

    Raises
    ------
    KernelError
        If the world makes more events than the largest log holds.
    """
    thetas = theta(world, columns(world, seed, number // INNER, 1))
    if inputs is not None:
        thetas = np.ascontiguousarray(inputs.reshape(1, -1))
    places, persons = len(world.names["place"]), len(world.names["person"])
    rows = np.empty((1, len(world.columns_of_rows)), dtype=np.int64)
    taken = np.empty((1, places), dtype=np.int32)
    states = np.empty((1, persons), dtype=np.int8)
    slots = SLOTS
    while slots <= MOST_SLOTS:
        told = build(world.scenario, log_slots=slots)
        ints, floats = told.ints, told.floats
        ints[ints[state.LOG_SLOTS]] = slots
        if not cpu.run(thetas, ints, floats, seed, number, 1, INNER, rows, taken, states):
            count = int(ints[ints[state.LOG_COUNT]])
            log = ints[ints[state.LOG] :][: count * state.LOG_WIDTH]
            return Trace(log.reshape(count, state.LOG_WIDTH).copy(), rows[0], ints, floats)
        slots *= 4
    raise KernelError(f"world {number} makes more than {MOST_SLOTS:,} events")


def events(
    world: World, seed: int, number: int, inputs: NDArray[np.float64] | None = None
) -> NDArray[np.int64]:
    """Return the events of a world, int64 [n, 8], columns as in `malaparte.kernel.events`."""
    return run_traced(world, seed, number, inputs).events
