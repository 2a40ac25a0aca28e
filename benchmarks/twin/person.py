"""A person whom the plot wants to arrest."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import mesa

from benchmarks.twin.clockwork import Rule, Timer

if TYPE_CHECKING:
    from benchmarks.twin.city import City
    from benchmarks.twin.place import Place


class Fate(Enum):
    """How a person fares."""

    FREE = 1
    WARNED = 2
    SHELTERED = 3
    TAKEN = 4


class Person(mesa.Agent):
    """Somebody with a place to be, a chance to slip away, and a shelter."""

    model: City

    def __init__(self, city: City, leader: str) -> None:
        super().__init__(city)
        told = city.scenario.leaders[leader]
        self.believed = city.places[told.believed]
        self.weight = city.numbers(f"leaders.{leader}.weight")
        self.would_be_caught = city.luck.random() < city.numbers(f"leaders.{leader}.capture")
        self.way_out = self.believed.radius * city.luck.random() ** 0.5  # metres to the own flat
        self.place: Place | None = None
        self.fate = Fate.FREE
        self.hunted = False
        self.word = Timer(city, Rule.PERSON_WARNED, self.unique_id, self.hear)

    @property
    def at_large(self) -> bool:
        """Whether nobody has arrested this person."""
        return self.fate is not Fate.TAKEN

    def hear(self) -> None:
        """Make ready at the first word, then be in the shelter."""
        if self.fate is Fate.FREE:
            self.fate = Fate.WARNED
            self.word.set(self.model.now + 60 * self.model.numbers("command.flight"))
        elif self.fate is Fate.WARNED:
            self.fate = Fate.SHELTERED
            self.come(self.model.places[self.model.scenario.command.shelter])

    def come(self, place: Place) -> None:
        """Be somewhere from now on; the plot's men there take whoever walks in."""
        self.place = place
        if place.held_by_plot and self.would_be_caught:
            self.be_taken(place)
            self.model.power.check()

    def be_taken(self, place: Place) -> None:
        """Be arrested."""
        self.fate = Fate.TAKEN
        self.place = place
        self.word.stop()
        self.model.row.arrested += 1


class Stay:
    """Where the persons of a group are from an hour on."""

    def __init__(self, city: City, leader: str, index: int, people: list[Person]) -> None:
        told = city.scenario.leaders[leader].stays[index]
        self._city = city
        self._people = people
        self._there, self._elsewhere = city.places[told.place], city.places[told.otherwise]
        self._share = city.numbers(f"leaders.{leader}.stays.{index}.share")

    def begin(self) -> None:
        """Everybody who knows of nothing goes there."""
        for person in self._people:
            if person.fate is Fate.FREE:
                there = self._city.luck.random() < self._share
                place = self._there if there else self._elsewhere
                if place is not person.place:
                    person.come(place)
