"""What the plot lacked where it did not come into power, from outcome rows alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from malaparte.kernel import state
from malaparte.kernel.outcome import COLUMNS
from malaparte.results.block import Block
from malaparte.results.share import plain
from malaparte.world.draw import columns, theta

if TYPE_CHECKING:
    from malaparte.ensemble.design import Design
    from malaparte.world.build import World


@dataclass(frozen=True)
class Missed:
    """Worlds with an attempt that did not come into power, and which conditions they missed.

    of: such worlds.  nodes: of them, those in which all places ever taken together would not have
    been enough of the command nodes.  leaders: those in which too few leaders were taken.
    length: those in which both were reached, but not together or not for long enough.
    """

    of: int
    nodes: int
    leaders: int
    length: int

    def as_dict(self) -> dict[str, Any]:
        """Return plain data for ``--json``."""
        return plain(self)


def missed(world: World, design: Design, sample: Block) -> Missed:
    """Count what the plot lacked in the worlds of a block that begins with a whole set.

    Nobody who is taken is freed, so the count of leaders is exact; a place may be lost again, so
    that of nodes is the least that can be said (`malaparte.kernel.day.power` has the rule).
    """
    sets = -(-sample.worlds // design.inner)
    thetas = theta(world, columns(world, design.seed, sample.first // design.inner, sets))

    def given(field: int, many: int) -> Any:
        start = int(world.ints[field])
        return np.repeat(thetas[:, start : start + many], design.inner, axis=0)[: sample.worlds]

    weights = given(state.POWER_NODES, len(world.names["place"]))
    held = np.where(sample.taken >= 0, weights[:, list(world.goals)], 0.0).sum(axis=1)
    nodes = held < given(state.POWER_SHARE_NODES, 1)[:, 0] * weights.sum(axis=1)
    worth = given(state.LEADER_WEIGHT, len(world.names["leader"]))
    taken = (sample.arrested * worth).sum(axis=1)
    leaders = taken < given(state.POWER_SHARE_LEADERS, 1)[:, 0] * (sample.present * worth).sum(
        axis=1
    )

    def column(name: str) -> Any:
        return sample.rows[:, COLUMNS.index(name)]

    out = (column("launched_at") >= 0) & (column("seized_at") < 0)
    counts = (out, out & nodes, out & leaders, out & ~nodes & ~leaders)
    return Missed(*(int(which.sum()) for which in counts))
