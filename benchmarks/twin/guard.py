"""Men of the state who stand at one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import mesa

from benchmarks.twin.clockwork import Rule, Timer

if TYPE_CHECKING:
    from benchmarks.twin.city import City
    from benchmarks.twin.place import Place


class Guard(mesa.Agent):
    """A guard; it is alert once it was warned or has been in a fight."""

    model: City

    def __init__(self, city: City, name: str, place: Place) -> None:
        super().__init__(city)
        told = city.scenario.guards[name]
        self.place = place
        self.inside = told.posture == "inside"
        self.hidden = told.hidden
        self.men = 0 if told.posture == "none" else city.numbers.whole(f"guards.{name}.size")
        self.vigilance = city.numbers(f"guards.{name}.vigilance") / 60
        self.fire = city.numbers(f"guards.{name}.fire") / 60
        self.breakoff = city.numbers(f"guards.{name}.breakoff")
        self.alert = False
        self.warning = Timer(city, Rule.GUARD_WARNED, self.unique_id, self.be_warned)
        place.guard = self

    def be_warned(self) -> None:
        """Word has come: nobody surprises it any more."""
        if not self.alert:
            self.alert = True
            if self.men and not self.place.held_by_plot:
                self.rouse()

    def rouse(self) -> None:
        """See who lies near: they strike at once."""
        for squad in self.model.squads:
            if squad.lies_near(self.place):
                squad.next.set(self.model.now)

    @property
    def lies_in_wait(self) -> bool:
        """Whether it would fire from ambush, if it knew of attackers."""
        return self.hidden and self.inside

    def notices(self) -> float:
        """Return the seconds until it notices a squad that has just come near."""
        if self.alert:
            return 0.0
        rate = self.vigilance * (1 - self.model.streets.cover(self.place))
        for link in self.place.needs:
            if link.kind == "guard" and link.supplier.held_by_plot:
                rate *= 1 - link.loss
        return self.model.luck.exponential(1 / rate) if rate > 0 else float("inf")
