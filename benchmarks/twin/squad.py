"""Squads of the plot: those that seize places and those that arrest persons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import mesa

from benchmarks.twin.clockwork import NEVER, Rule, Timer
from benchmarks.twin.person import Fate

if TYPE_CHECKING:
    from benchmarks.twin.city import City
    from benchmarks.twin.person import Person
    from benchmarks.twin.place import Place

FLATS_APART = 0.9054147873672267
"""Mean distance of two random points of a disc, in radii: 128 / (45 pi)."""


class State(Enum):
    """What a squad is doing."""

    WAITING = 1
    MOVING = 2
    LYING = 3
    FIGHTING = 4
    HOLDING = 5
    RAIDING = 6
    GONE = 7


@dataclass(frozen=True)
class Kind:
    """What the squads of one kind have in common."""

    half: str
    vehicle: str
    fire: float


class Squad(mesa.Agent):
    """Some men with an order.  What raises here is what its two kinds below do differently."""

    model: City

    def __init__(self, city: City, kind: Kind, place: Place, men: int, strike: float) -> None:
        super().__init__(city)
        self.kind = kind
        self.place = place  # where it is, or where it goes
        self.men = men
        self.strike = strike  # not before this time
        self.state = State.WAITING
        self.next = Timer(city, Rule.SQUAD, self.unique_id, self.act)
        self.good = self.bad = 0  # word that has not reached headquarters yet
        self.word = Timer(city, Rule.NEWS, self.unique_id, self.report)
        city.active += 1

    def report(self) -> None:
        """Word of this squad reaches headquarters."""
        self.model.headquarters.hear(self)

    def leave(self) -> None:
        """Do nothing any more."""
        self.state = State.GONE
        self.next.stop()
        self.model.active -= 1

    def travel(self, place: Place, metres: float) -> None:
        """Go to a place that is so far away."""
        city = self.model
        way = city.streets.way(metres, self.kind.vehicle, self.place, place, city.now)
        self.state = State.MOVING
        self.place = place
        self.next.set(city.now + way * city.streets.luck())

    def act(self) -> None:
        """Do what is next."""
        if self.state is State.WAITING:
            self.set_out()
        elif self.state is State.MOVING:
            self.state = State.LYING
            self.arrive()
        elif self.state is State.LYING:
            self.rise()
        else:
            self.finish()

    def lies_near(self, place: Place) -> bool:
        """Whether a guard of a place that is roused would see it; at a flat there is none."""
        return False

    def departure(self) -> float:
        """Return when it must set out to be there by the strike, by the median way."""
        raise NotImplementedError

    def set_out(self) -> None:
        """Go."""
        raise NotImplementedError

    def arrive(self) -> None:
        """Be near."""
        raise NotImplementedError

    def rise(self) -> None:
        """Strike."""
        raise NotImplementedError

    def finish(self) -> None:
        """End a raid; squads that seize never begin one."""
        raise NotImplementedError


class Seizers(Squad):
    """A squad that wants a place."""

    def __init__(
        self, city: City, kind: Kind, start: Place, men: int, strike: float, target: Place
    ) -> None:
        super().__init__(city, kind, start, men, strike)
        self.target = target
        self.assault = NEVER

    def departure(self) -> float:
        """Return when it must set out to be there in time, by the median way."""
        metres = self.model.streets.metres(self.place, self.target)
        way = (metres, self.kind.vehicle, self.place, self.target, self.strike)
        return self.strike - self.model.streets.way(*way)

    def set_out(self) -> None:
        """Go to the target."""
        self.travel(self.target, self.model.streets.metres(self.place, self.target))

    def arrive(self) -> None:
        """Lie near the target until it is time, or until it is noticed."""
        city, place, guard = self.model, self.place, self.place.guard
        self.assault = max(self.strike, city.now + 60 * city.numbers("clash.approach"))
        noticed = NEVER
        if guard and guard.men and not place.held_by_plot:
            noticed = city.now + guard.notices()
        self.next.set(min(self.assault, noticed))

    def rise(self) -> None:
        """Strike, at the hour or because it has been noticed."""
        place, guard = self.place, self.place.guard
        early = self.model.now < self.assault
        self.state = State.HOLDING if place.held_by_plot else State.FIGHTING
        if early and guard and guard.men and not place.held_by_plot:
            guard.alert = True
            guard.rouse()
            place.cry_for_help()
        place.be_assaulted(self)

    def lies_near(self, place: Place) -> bool:
        """Whether it waits at a place that it wants."""
        return self.state is State.LYING and self.place is place

    def hold(self) -> None:
        """Stay in the place that was taken."""
        self.state = State.HOLDING

    def be_beaten(self, captured: bool) -> None:
        """Give up; whether its men get away makes no difference to what follows."""
        self.leave()

    def be_destroyed(self) -> None:
        """Lose the last man."""
        self.leave()

    def shift(self, place: Place) -> None:
        """Leave the place it holds with others, and go where others failed."""
        here = self.place
        here.squads.remove(self)
        if here.speaker is self:
            here.speaker = here.squads[0]
        self.travel(place, self.model.streets.metres(here, place))


class Arresters(Squad):
    """A squad that wants persons, one after the other."""

    def __init__(
        self, city: City, kind: Kind, start: Place, men: int, strike: float, wanted: list[Person]
    ) -> None:
        super().__init__(city, kind, start, men, strike)
        self.wanted = wanted
        self.person: Person | None = None

    def metres_to(self, person: Person) -> float:
        """Return the straight distance to where a person is believed to be."""
        place = person.believed
        if not place.scattered:
            return self.model.streets.metres(self.place, place)
        if place is self.place:
            return FLATS_APART * place.radius
        return self.model.streets.metres(self.place, place) + person.way_out

    def departure(self) -> float:
        """Return when it must set out to be at the first door in time, by the median way."""
        if not self.wanted:
            return self.strike
        first = self.wanted[0]
        way = (self.metres_to(first), self.kind.vehicle, self.place, first.believed, self.strike)
        return self.strike - self.model.streets.way(*way)

    def set_out(self) -> None:
        """Go after the next person of the list whom nobody looks for."""
        free = (each for each in self.wanted if each.at_large and not each.hunted)
        self.person = next(free, None)
        if self.person is None:
            self.leave()
            return
        self.person.hunted = True
        self.travel(self.person.believed, self.metres_to(self.person))

    def arrive(self) -> None:
        """Wait at the door for the hour."""
        self.next.set(max(self.strike, self.model.now))

    def rise(self) -> None:
        """Go in, unless the place is defended."""
        if self.place.defenders and not self.place.held_by_plot:
            self.miss()
            return
        self.state = State.RAIDING
        minutes = self.model.luck.exponential(self.model.numbers("clash.raid"))
        self.next.set(self.model.now + 60 * minutes)
        self.model.come_into_the_open()

    def finish(self) -> None:
        """The raid is over."""
        person = self.person
        there = person.place is self.place and person.fate in (Fate.FREE, Fate.WARNED)
        if not (there and person.would_be_caught):
            self.miss()
            return
        person.be_taken(self.place)
        self.model.headquarters.tell(self, good=True)
        self.model.power.check()
        self.set_out()

    def miss(self) -> None:
        """Send word that this one was not taken, and go on."""
        self.model.headquarters.tell(self, good=False)
        self.set_out()
