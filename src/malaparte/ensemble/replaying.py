"""One world again, with the proof that its events tell all of it."""

from __future__ import annotations

from dataclasses import dataclass

from malaparte.ensemble.simulation import run_one
from malaparte.kernel.state import DAY_END, DAY_START
from malaparte.results.replay import board, differences, replay
from malaparte.world.build import World
from malaparte.world.draw import INNER, columns, theta
from malaparte.world.trace import Trace, run_traced


@dataclass(frozen=True)
class Replayed:
    """A world again.

    trace: its events and its end.  differences: where the end that its events tell is another.
    """

    trace: Trace
    differences: list[str]


def replayed(world: World, seed: int, number: int) -> Replayed:
    """Run a world, and rebuild its end from its events alone."""
    trace = run_traced(world, seed, number)
    ints, floats = world.ints.copy(), world.floats.copy()
    # A day that ends before it starts stays as it begins.
    ints[ints[DAY_END]] = ints[ints[DAY_START]] - 1
    run_one(
        world, theta(world, columns(world, seed, number // INNER, 1)), ints, floats, seed, number
    )
    rebuilt = replay(board(ints), trace.events.tolist())
    return Replayed(trace, differences(rebuilt, board(trace.ints)))
