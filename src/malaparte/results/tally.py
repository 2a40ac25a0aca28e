"""Counts of a block as integer sums, so that blocks add up the same in any order."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from malaparte.kernel.outcome import COLUMNS, LABELS
from malaparte.results.block import Block, Ints, Layout
from malaparte.results.share import Sums

Tally = NDArray[np.int64]
"""int64[2, events, 8]: of all worlds and of those with a plot; the fields of `Sums`."""

FLAGS = ("plot", "launched", "alarm", "seized")


def events(layout: Layout) -> list[str]:
    """Return the names of what is counted, in order."""
    names = [f"label:{label}" for label in LABELS] + list(FLAGS)
    names += [f"falls:{goal}" for goal in layout.goals]
    return names + [f"arrested:{leader}" for leader in layout.leaders]


def tally(block: Block, inner: int) -> Tally:
    """Return the sums of a block that begins with a whole set of assumptions.

    Parameters
    ----------
    block : Block
        Worlds; the first is the first of its set.
    inner : int
        Worlds that share one set of assumptions.
    """
    rows = block.rows
    plot = _column(rows, "plot_existed") != 0
    flags = [plot, *(_column(rows, f"{name}_at") >= 0 for name in FLAGS[1:])]
    labels = _column(rows, "label")[:, None] == np.arange(len(LABELS))
    cases = np.concatenate(
        [labels, np.stack(flags, axis=1), block.taken >= 0, block.arrested], axis=1, dtype=np.int32
    )
    single = cases.shape[1] - block.present.shape[1]
    chances = np.ones_like(cases)
    chances[:, single:] = block.present
    everywhere = sums(cases, chances, inner)
    if plot.all():
        return np.stack([everywhere, everywhere])
    # What happens happens in worlds with a plot, but the chances of the others must not count.
    given = np.where(plot[:, None], cases, 0)
    return np.stack([everywhere, sums(given, np.where(plot[:, None], chances, 0), inner)])


def sums(cases: Ints, chances: Ints, inner: int) -> NDArray[np.int64]:
    """Return int64[events, 8], the fields of `Sums`, from k and m of each world and event."""
    starts = np.arange(0, len(cases), inner)
    k: Any = np.add.reduceat(cases, starts, axis=0).astype(np.int64)
    m: Any = np.add.reduceat(chances, starts, axis=0).astype(np.int64)
    worlds: Any = [np.square(part).sum(axis=0, dtype=np.int64) for part in (cases, chances)]
    parts = [(m > 0), k, m, k * k, m * m, k * m]
    return np.stack([*(part.sum(axis=0) for part in parts), *worlds], axis=1).astype(np.int64)


def sums_at(tally: Tally, stratum: int, event: int) -> Sums:
    """Return the sums of one event as Python integers, which do not overflow."""
    return Sums(*map(int, tally[stratum, event]))


def _column(rows: Ints, name: str) -> Ints:
    return rows[:, COLUMNS.index(name)]
