"""One world again, with the proof that its events tell all that they can tell of it."""

from __future__ import annotations

from dataclasses import dataclass

from malaparte.ensemble.design import INNER, Design
from malaparte.ensemble.simulation import Simulation, layout, run_one
from malaparte.kernel.state import DAY_END, DAY_START
from malaparte.results.block import numbers
from malaparte.results.replay import Ints, board, differences, replay
from malaparte.results.told import Telling
from malaparte.said import said
from malaparte.world.build import World
from malaparte.world.draw import columns, theta
from malaparte.world.trace import Trace, run_traced


@dataclass(frozen=True)
class Replayed:
    """A world again.

    trace: its events and its end.  begin: int64 array, the kernel's state before the first event.
    row: column -> number, as ensembles compute it.  told: columns that the beginning and the events
    tell.  differences: where the end or the row that they tell is another.
    """

    trace: Trace
    begin: Ints
    row: dict[str, int]
    told: list[str]
    differences: list[str]

    @property
    def untold(self) -> list[str]:
        """Columns that events do not tell of this world."""
        return [name for name in self.row if name not in self.told]


def replayed(world: World, seed: int, number: int) -> Replayed:
    """Run a world, and rebuild its end and its row from its beginning and its events alone."""
    trace, shape = run_traced(world, seed, number), layout(world)
    ints, floats = world.ints.copy(), world.floats.copy()
    # A day that ends before it starts stays as it begins.
    ints[ints[DAY_END]] = ints[ints[DAY_START]] - 1
    run_one(
        world, theta(world, columns(world, seed, number // INNER, 1)), ints, floats, seed, number
    )
    events = trace.events.tolist()
    rebuilt = replay(board(ints), events)
    told = Telling(shape, ints, rebuilt, events).row()
    alone = number % INNER
    whole = Simulation(world, Design(number + 1, seed))((number - alone, alone + 1), lambda: False)
    row = numbers(shape, whole.part(alone, alone + 1))
    found = differences(rebuilt, board(trace.ints))
    found += other_numbers("events say", told, row)
    return Replayed(trace, ints, row, list(told), found)


def other_numbers(who: str, mine: dict[str, int], row: dict[str, int]) -> list[str]:
    """Return in words which numbers of a row are not those that the rules compute."""
    return [
        said(
            "{name}: {who} {value}, the rules {true}",
            name=name,
            who=who,
            value=value,
            true=row[name],
        )
        for name, value in mine.items()
        if value != row[name]
    ]
