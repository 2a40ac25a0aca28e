"""Which worlds stand for all of them: fifty dots, and the few worth opening."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from malaparte.ensemble.ensemble import Ensemble
from malaparte.kernel.outcome import COLUMNS, LABELS
from malaparte.results.block import Block

DOTS = 50


def dots(sample: Block, other: Block | None = None, most: int = DOTS) -> list[dict[str, int]]:
    """Return some worlds in proportion to how they end, each with its number.

    Parameters
    ----------
    sample : Block
        The first worlds of an ensemble.
    other : Block, optional
        The same worlds after a change; then the pairs of outcomes are in proportion, so that a
        dot stands for a world that flips in as many cases as worlds flip.
    most : int
        How many instead of fifty.
    """
    was = sample.rows[:, 0].astype(np.int64)
    now = was if other is None else other.rows[:, 0].astype(np.int64)
    pairs = was * 100 + now
    codes, counts = np.unique(pairs, return_counts=True)
    found: list[dict[str, int]] = []
    for code, many in zip(codes, _rounded(counts, min(most, len(was))), strict=True):
        for position in np.flatnonzero(pairs == code)[:many]:
            world = sample.first + int(position)
            found.append({"world": world, "was": int(code) // 100, "now": int(code) % 100})
    return found


def _rounded(counts: NDArray[np.int64], total: int) -> list[int]:
    """Return whole numbers in proportion to counts that add up (largest remainders)."""
    exact = counts * total / counts.sum()
    whole = np.floor(exact).astype(int)
    order = np.argsort(whole - exact, kind="stable")
    whole[order[: total - int(whole.sum())]] += 1
    return [int(one) for one in whole]


def landmarks(ensemble: Ensemble) -> dict[str, Any]:
    """Return worlds worth opening: typical, nearest miss, first that succeeds, or None.

    A world succeeds if the plot comes to power and, as far as that is simulated, keeps it; ``lost``
    is the first in which it comes to power and loses it.

    Nearest miss: of the worlds that never come to power, the one in which the plot takes most
    places; among these the one with most arrests.
    """
    rows = ensemble.sample.rows
    power = rows[:, COLUMNS.index("seized_at")] >= 0
    score = rows[:, COLUMNS.index("nodes_taken")].astype(np.int64) * 1_000
    score += rows[:, COLUMNS.index("arrested")]
    score[power | (rows[:, COLUMNS.index("plot_existed")] == 0)] = -1
    lost = rows[:, 0] == LABELS.index("lost")
    kept = power & ~lost
    first = ensemble.sample.first
    return {
        "typical": ensemble.summary.typical,
        "nearest": first + int(score.argmax()) if score.max() > 0 else None,
        "power": first + int(kept.argmax()) if kept.any() else None,
        "lost": first + int(lost.argmax()) if lost.any() else None,
        "asked": len(rows),
    }
