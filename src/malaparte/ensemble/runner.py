"""A design, computed."""

from __future__ import annotations

from collections.abc import Callable

from malaparte.ensemble.design import Design
from malaparte.ensemble.ensemble import Ensemble, total
from malaparte.ensemble.executors import Executor
from malaparte.ensemble.simulation import Simulation
from malaparte.results.block import Block, joined
from malaparte.results.tally import Tally, tally
from malaparte.world.build import World

Progress = Callable[[int], None]
"""Called with the number of worlds that were done since the last call."""

_SPAN = 512
"""Worlds a worker takes at once when nothing is written: a third of a second."""


def run(world: World, design: Design, executor: Executor, progress: Progress | None) -> Ensemble:
    """Return the worlds of a design, kept in memory.

    Parameters
    ----------
    world : World
        The scenario as numbers.
    design : Design
        Which worlds.
    executor : Executor
        Where; it changes nothing in the result.
    progress : function of int, optional
        Is told how many worlds were done.
    """
    span = max(_SPAN // design.inner, 1) * design.inner
    blocks: list[Block] = []
    tallies: list[Tally] = []
    spans = (design.span(number, span) for number in design.spans(span))
    for block in executor.map(Simulation(world, design), spans):
        blocks.append(block)
        tallies.append(tally(block, design.inner))
        if progress is not None:
            progress(block.worlds)
    return Ensemble(world, design, joined(blocks), total(tallies))
