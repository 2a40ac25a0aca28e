"""A passage of a chronicle, and what those who write passages share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from malaparte.report.names import Names
from malaparte.report.state_at import Row, state_at
from malaparte.report.swings import swings
from malaparte.report.words import Words

if TYPE_CHECKING:
    from malaparte.world.build import World


@dataclass(frozen=True)
class Passage:
    """A paragraph: when it begins, what it says, of which places, out of which events (seq)."""

    t: int
    text: str
    places: tuple[str, ...] = ()
    seqs: tuple[int, ...] = ()


@dataclass(frozen=True)
class Day:
    """The events of one world and the words to tell them."""

    world: World
    rows: tuple[Row, ...]
    words: Words

    @cached_property
    def names(self) -> Names:
        """Names in the language of the words."""
        return Names(self.world, self.words.lang)

    @cached_property
    def kept(self) -> frozenset[int]:
        """Places that are in the hands of the plot after the last event, whoever fought there."""
        if not self.rows:
            return frozenset()
        holders = state_at(self.world, self.rows, self.rows[-1].t).holders
        return frozenset(place for place, side in holders.items() if side == "plot")

    @cached_property
    def swings(self) -> tuple[tuple[Row, ...], ...]:
        """Changes that undo one another again and again, told together."""
        return swings(self.rows)

    @cached_property
    def _together(self) -> frozenset[int]:
        return frozenset(row.seq for run in self.swings for row in run)

    def of(self, *kinds: int) -> list[Row]:
        """Return the events of these kinds, in their order."""
        return [row for row in self.rows if row.kind in kinds]

    def alone(self, *kinds: int) -> list[Row]:
        """Return the events of these kinds that no sentence draws together."""
        return [row for row in self.of(*kinds) if row.seq not in self._together]

    def passage(self, t: int, sentences: Iterable[str], rows: Iterable[Row] = ()) -> Passage:
        """Return a passage out of sentences and the events that they tell."""
        told = list(rows)
        places = sorted({row.place for row in told if row.place >= 0})
        return Passage(
            t,
            " ".join(filter(None, sentences)),
            tuple(self.world.names["place"][place] for place in places),
            tuple(row.seq for row in told),
        )

    def place_list(self, places: Iterable[int], most: int = 40) -> str:
        """Return the names of places as 'a, b and c', each once."""
        found = [self.names.place(place) for place in dict.fromkeys(places)]
        if len(found) > most:
            more = self.words.say("places-more", n=len(found) - most)
            return self.words.join([*found[:most], more])
        return self.words.join(found)
