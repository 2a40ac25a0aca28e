"""Many variants of one scenario on the same worlds, a few bytes kept of each world."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from malaparte.ensemble.design import Design
from malaparte.ensemble.simulation import Simulation
from malaparte.kernel.outcome import COLUMNS
from malaparte.results.block import Block
from malaparte.world.build import World

_PLACES, _ARRESTED = COLUMNS.index("nodes_taken"), COLUMNS.index("arrested")
# Fowler, Noll and Vo: 64-bit FNV-1a, over whole values instead of bytes.
_FNV_BEGIN, _FNV_PRIME = np.uint64(14695981039346656037), np.uint64(1099511628211)


@dataclass(frozen=True)
class Marks:
    """What is kept of consecutive worlds: thirteen bytes each, however long the ensemble.

    first: number of the first world.  label int8[w]: codes of labels.  places, arrested int16[w]:
    how many places are ever taken, how many persons.  history uint64[w]: equal for two variants of
    a world, if and (but for a chance in 2^64) only if its outcome row, the falls of places and the
    arrests are equal.
    """

    first: int
    label: NDArray[np.int8]
    places: NDArray[np.int16]
    arrested: NDArray[np.int16]
    history: NDArray[np.uint64]

    def part(self, worlds: int) -> Marks:
        """Return the first so many worlds."""
        cut = slice(worlds)
        return Marks(
            self.first, self.label[cut], self.places[cut], self.arrested[cut], self.history[cut]
        )


def mark(block: Block) -> Marks:
    """Return what is kept of a block."""
    history = np.full(block.worlds, _FNV_BEGIN)
    for part in (block.rows, block.taken, block.arrested):
        for column in part.T:
            history = (history ^ column.astype(np.int64).view(np.uint64)) * _FNV_PRIME
    places, arrested = (block.rows[:, column].astype(np.int16) for column in (_PLACES, _ARRESTED))
    return Marks(block.first, block.rows[:, 0].astype(np.int8), places, arrested, history)


def joined(parts: Sequence[Marks]) -> Marks:
    """Return consecutive marks, in any order, as one."""
    found = sorted(parts, key=lambda part: part.first)
    return Marks(
        found[0].first,
        np.concatenate([part.label for part in found]),
        np.concatenate([part.places for part in found]),
        np.concatenate([part.arrested for part in found]),
        np.concatenate([part.history for part in found]),
    )


@dataclass(frozen=True)
class Marking:
    """A task: computes (variant, first world, worlds) and keeps marks, so nothing grows."""

    variants: tuple[World, ...]
    design: Design

    def __call__(
        self, item: tuple[int, int, int], stopped: Callable[[], bool]
    ) -> tuple[int, Marks]:
        """Return the variant's index, and the marks of a span that begins with a whole set."""
        variant, *span = item
        simulation = Simulation(self.variants[variant], self.design)
        return variant, mark(simulation((span[0], span[1]), stopped))
