"""A stretch of worlds, computed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from malaparte.ensemble.design import INNER, Design
from malaparte.ensemble.executors import Stopped
from malaparte.errors import KernelError
from malaparte.kernel import cpu
from malaparte.kernel.state import LEADER_NUMBER, LEADER_SLOTS
from malaparte.results.block import Block, Layout, block, joined
from malaparte.said import said
from malaparte.world import draw
from malaparte.world.build import World

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_SLICE = 256
"""Worlds between two looks at whether to stop: a fifth of a second."""


def layout(world: World) -> Layout:
    """Return what the columns of a world's blocks stand for."""
    places = world.names["place"]
    return Layout(
        tuple(places[goal] for goal in world.goals),
        tuple(world.goals),
        tuple(world.names["leader"]),
        tuple(world.person_leader),
        world.columns_of_rows,
    )


@dataclass(frozen=True)
class Simulation:
    """A task: computes the worlds of a span (first world, worlds)."""

    world: World
    design: Design

    def __call__(self, span: tuple[int, int], stopped: Callable[[], bool]) -> Block:
        """Return the block of a span that begins with a whole set of assumptions."""
        first, worlds = span
        inner = self.design.inner
        # A slice, too, begins with a whole set.
        size = max(_SLICE // inner, 1) * inner
        parts: list[Block] = []
        for start in range(first, first + worlds, size):
            if stopped():
                raise Stopped
            parts.append(self._slice(start, min(size, first + worlds - start)))
        return joined(parts)

    def _slice(self, first: int, worlds: int) -> Block:
        world, design = self.world, self.design
        sets = -(-worlds // design.inner)
        columns = draw.columns(world, design.seed, first // design.inner, sets)
        thetas = draw.theta(world, columns)
        rows, taken, persons = _room(world, worlds)
        ints, floats = world.ints.copy(), world.floats.copy()  # the kernel works in them
        luck = design.seed, first, worlds, design.inner
        if cpu.run(thetas, ints, floats, *luck, rows, taken, persons):
            span = {"first": first, "last": first + worlds - 1}
            raise KernelError(said("a world of {first} to {last} could not be computed", **span))
        present = np.repeat(self._numbers(thetas), design.inner, axis=0)[:worlds]
        return block(layout(world), first, rows, taken, persons, present)

    def _numbers(self, thetas: Floats) -> NDArray[np.int16]:
        """Return how many persons each group has, by set; worlds without a plot place nobody."""
        ints, groups = self.world.ints, len(self.world.names["leader"])
        first, slots = int(ints[LEADER_NUMBER]), int(ints[LEADER_SLOTS])
        numbers = np.floor(thetas[:, first : first + groups] + 0.5)
        return np.minimum(numbers, ints[slots : slots + groups]).astype(np.int16)


def run_one(
    world: World, thetas: Floats, ints: Ints, floats: Floats, seed: int, number: int
) -> int:
    """Run a world in the arrays given and return 0, or its error; thetas has one row."""
    error: int = cpu.run(thetas, ints, floats, seed, number, 1, INNER, *_room(world, 1))
    return error


def _room(world: World, worlds: int) -> tuple[Ints, NDArray[np.int32], NDArray[np.int8]]:
    """Return arrays for outcome rows, times of falling and states of persons."""
    return (
        np.empty((worlds, len(world.columns_of_rows)), np.int64),
        np.empty((worlds, len(world.names["place"])), np.int32),
        np.empty((worlds, len(world.names["person"])), np.int8),
    )
