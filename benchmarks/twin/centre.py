"""The state's centre: it takes alarm, warns, and sends help."""

from __future__ import annotations

from typing import TYPE_CHECKING

import mesa

from benchmarks.twin.clockwork import NEVER, Rule, Timer
from benchmarks.twin.group import Duty
from benchmarks.twin.person import Fate

if TYPE_CHECKING:
    from benchmarks.twin.city import City
    from benchmarks.twin.place import Place


class Centre(mesa.Agent):
    """One alarm for all: a unit exponential used up by what still can be heard."""

    model: City

    def __init__(self, city: City) -> None:
        super().__init__(city)
        self.place = city.places[city.scenario.command.centre]
        self.alarmed_at = NEVER
        self.alarmed = False
        self._left = city.luck.standard_exponential()
        self._rate = 0.0
        self._settled = city.now
        self._alarm = Timer(city, Rule.ALARM, self.unique_id, self.ring)

    def _loudness(self) -> float:
        """Return the rate of the alarm in 1/second."""
        if not self.model.in_the_open:
            return 0.0
        network, rate = self.model.network, self.model.numbers("command.alarm_open")
        for place in self.model.places.values():
            if place.in_danger:
                heard = network.to_state(place) / network.to_state(place, best=True)
                rate += self.model.numbers("command.alarm_node") * heard
        return rate / 60

    def listen(self) -> None:
        """Something has changed: settle the clock, and let it run as fast as it must now."""
        if self.alarmed:
            return
        now = self.model.now
        self._left -= self._rate * (now - self._settled)
        self._settled = now
        self._rate = self._loudness()
        self._alarm.set(now + max(self._left, 0.0) / self._rate if self._rate > 0 else NEVER)

    def ring(self) -> None:
        """Take alarm; word goes to every guard and every person, unless the centre is lost."""
        city = self.model
        self.alarmed_at = city.now
        self.alarmed = True
        self._alarm.stop()
        if self.place.held_by_plot:
            return
        for guard in city.guards:
            if guard.men and not guard.alert:
                rate = city.network.to_state(guard.place)
                guard.warning.set(city.now + city.network.delay(rate))
        self.warn_persons()

    def be_told(self) -> None:
        """An agent has given the hour away: everybody of the state knows before it comes."""
        self.alarmed = True
        for guard in self.model.guards:
            guard.alert = True
        self.warn_persons()

    def warn_persons(self) -> None:
        """Send word to every person who is free."""
        city = self.model
        for person in city.persons:
            if person.fate is Fate.FREE:
                rate = city.network.to_state(person.place)
                person.word.set(city.now + city.network.delay(rate))

    def answer(self, place: Place) -> None:
        """Send the group that would be there first, unless enough men are coming."""
        if not self.alarmed or self.place.held_by_plot:
            return
        city = self.model
        coming = place.relief + sum(
            group.men
            for reserve in city.reserves
            for group in reserve.groups
            if group.duty is Duty.RIDING and group.place is place
        )
        if coming and coming >= city.numbers("command.superiority") * place.plotters:
            return
        best, best_time, best_way = None, NEVER, 0.0
        for reserve in city.reserves:
            group = reserve.idle()
            if group is not None and not reserve.place.held_by_plot:
                metres = city.streets.metres(reserve.place, place)
                way = city.streets.way(metres, reserve.vehicle, reserve.place, place, city.now)
                if reserve.readiness + way < best_time:
                    best, best_time, best_way = group, reserve.readiness + way, way
        if best is not None:
            city.idle_groups -= 1
            best.go(place, best_way)
