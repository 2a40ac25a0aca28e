"""Some consecutive worlds as numbers: what the kernel filled, cut down to what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from malaparte.kernel.outcome import COLUMNS
from malaparte.kernel.state import TAKEN

Ints = NDArray[np.signedinteger[Any]]


@dataclass(frozen=True)
class Layout:
    """What the columns of a scenario's worlds stand for.

    goals: ids of the places that can be fought over.  goal_places: their indices among all places.
    leaders: ids of the groups of persons.  person_leader: index of the group of each person.
    columns: names of the columns of the outcome rows.
    """

    goals: tuple[str, ...]
    goal_places: tuple[int, ...]
    leaders: tuple[str, ...]
    person_leader: tuple[int, ...]
    columns: tuple[str, ...] = COLUMNS


@dataclass(frozen=True)
class Block:
    """Consecutive worlds.

    first: number of the first.  rows: int32[worlds, columns], outcome rows.
    taken: int16[worlds, goals], minute at which a goal was first taken, -1 for never; the second is
    in the events, and would double the size of what is stored.
    arrested, present: int16[worlds, leaders], persons of a group: taken, and all.
    """

    first: int
    rows: Ints
    taken: Ints
    arrested: Ints
    present: Ints

    @property
    def worlds(self) -> int:
        """How many worlds there are."""
        return len(self.rows)

    def part(self, start: int, stop: int) -> Block:
        """Return the worlds from position start to position stop."""
        cut = slice(start, stop)
        columns = (self.rows[cut], self.taken[cut], self.arrested[cut], self.present[cut])
        return Block(self.first + start, *columns)


def block(
    layout: Layout, first: int, rows: Ints, taken: Ints, persons: Ints, present: Ints
) -> Block:
    """Return what is kept of the arrays that the kernel fills (`kernel.cpu.run`)."""
    member = np.asarray(layout.person_leader, np.int64)
    caught = persons == TAKEN
    arrested = np.zeros(present.shape, np.int16)
    for group in range(len(layout.leaders)):
        arrested[:, group] = caught[:, member == group].sum(axis=1)
    minutes = taken[:, list(layout.goal_places)] // 60  # -1 stays -1
    return Block(first, rows.astype(np.int32), minutes.astype(np.int16), arrested, present)


def joined(blocks: Sequence[Block]) -> Block:
    """Return consecutive blocks, in any order, as one."""
    parts = sorted(blocks, key=lambda part: part.first)
    if len(parts) == 1:
        return parts[0]
    return Block(
        parts[0].first,
        np.concatenate([part.rows for part in parts]),
        np.concatenate([part.taken for part in parts]),
        np.concatenate([part.arrested for part in parts]),
        np.concatenate([part.present for part in parts]),
    )


def numbers(layout: Layout, world: Block) -> dict[str, int]:
    """Return column -> number of a block of one world, times -1 for never, words as their codes."""
    found = dict(zip(layout.columns, world.rows[0].tolist(), strict=True))
    for goal, minute in zip(layout.goals, world.taken[0].tolist(), strict=True):
        found[f"taken.{goal}"] = minute
    people = zip(layout.leaders, world.arrested[0].tolist(), world.present[0].tolist(), strict=True)
    for leader, arrested, present in people:
        found[f"arrested.{leader}"], found[f"present.{leader}"] = arrested, present
    return found
