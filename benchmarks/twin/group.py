"""Groups of the state's reserves."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

import mesa

from benchmarks.twin.clockwork import Rule, Timer

if TYPE_CHECKING:
    from benchmarks.twin.city import City
    from benchmarks.twin.place import Place


@dataclass
class Reserve:
    """Where groups wait, and how they move."""

    place: Place
    vehicle: str
    readiness: float
    groups: list[Group] = field(default_factory=list)

    def idle(self) -> Group | None:
        """Return a group that can be sent."""
        return next((group for group in self.groups if group.duty is Duty.IDLE), None)


class Duty(Enum):
    """What a group is doing."""

    IDLE = 1
    RIDING = 2
    STANDING = 3
    SPENT = 4


class Group(mesa.Agent):
    """A group: it waits, rides once, and stands where it was sent until it is beaten."""

    model: City

    def __init__(self, city: City, name: str, reserve: Reserve, men: int) -> None:
        super().__init__(city)
        self.reserve = reserve
        self.place = reserve.place
        self.men = men
        self.fire = city.numbers(f"reserves.{name}.fire") / 60
        self.breakoff = city.numbers(f"reserves.{name}.breakoff")
        self.duty = Duty.IDLE
        self.ride = Timer(city, Rule.GROUP, self.unique_id, self.arrive)
        reserve.groups.append(self)

    def go(self, place: Place, way: float) -> None:
        """Set out for a place whose median way takes so many seconds."""
        self.duty = Duty.RIDING
        self.place = place
        way *= self.model.streets.luck()
        self.ride.set(self.model.now + self.reserve.readiness + way)

    def arrive(self) -> None:
        """Join the fight, stand guard, or gather to strike back."""
        self.duty = Duty.STANDING
        place = self.place
        place.groups.append(self)
        if place.fight is not None:
            place.fight.reinforce_state(self.men)
        elif place.held_by_plot:
            if place.relief >= self.model.numbers("command.superiority") * place.plotters:
                place.open_fight()
        elif place.squads:
            place.possession.stop()
            place.open_fight()
        else:
            place.grow_quiet()
