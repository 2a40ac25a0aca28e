"""A place: who stands there, who holds it, and what follows when that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import mesa

from benchmarks.twin.clockwork import NEVER, Rule, Timer
from benchmarks.twin.fight import Fight
from benchmarks.twin.group import Duty

if TYPE_CHECKING:
    from benchmarks.twin.city import City
    from benchmarks.twin.group import Group
    from benchmarks.twin.guard import Guard
    from benchmarks.twin.network import Link
    from benchmarks.twin.squad import Seizers


class Place(mesa.Agent):
    """A place of the city."""

    model: City

    def __init__(self, city: City, name: str) -> None:
        super().__init__(city)
        told = city.scenario.places[name]
        self.name = name
        self.scattered = told.scattered is not None
        self.radius = city.numbers(f"places.{name}.scattered")
        self.open = told.open
        self.cut = told.category in city.scenario.plan.cut
        self.secret = name in city.scenario.command.secret
        self.weight = city.numbers(f"power.nodes.{name}")
        self.from_march = city.chart.from_march[name]
        self.needs: list[Link] = []
        self.own_loss = self.loss = 0.0
        self.guard: Guard | None = None
        self.groups: list[Group] = []  # who stand here, in order of arrival
        self.squads: list[Seizers] = []  # who fight or hold here, in order of arrival
        self.speaker: Seizers | None = None  # who sends word for them
        self.held_by_plot = False
        self.taken_at = NEVER
        self.fight: Fight | None = None
        self.in_danger = False
        self.possession = Timer(city, Rule.POSSESSION, self.unique_id, self.fall)
        self.call = Timer(city, Rule.CALL, self.unique_id, self.be_heard)

    @property
    def guards(self) -> int:
        """Men of the guard."""
        return self.guard.men if self.guard else 0

    @property
    def relief(self) -> int:
        """Men of the reserves."""
        return sum(group.men for group in self.groups)

    @property
    def defenders(self) -> int:
        """Men of the state."""
        return self.guards + self.relief

    @property
    def plotters(self) -> int:
        """Men of the plot who fight or hold here."""
        return sum(squad.men for squad in self.squads)

    def be_assaulted(self, squad: Seizers) -> None:
        """A squad strikes, or joins those who fight or hold here."""
        if not self.squads:
            self.speaker = squad
        self.squads.append(squad)
        if self.fight is not None:
            self.fight.reinforce_plot(squad.men)
        elif not self.held_by_plot:
            if self.defenders:
                self.open_fight()
            elif len(self.squads) == 1:
                minutes = self.model.numbers("clash.occupy")
                self.possession.set(self.model.now + 60 * self.model.luck.exponential(minutes))
            self.cry_for_help()

    def open_fight(self) -> None:
        """Begin a fight between all who stand here."""
        self.fight = Fight(self)
        self.settle_service()

    def settle_service(self) -> None:
        """Set what the place itself does not do any more; the alarm listens in any case."""
        loss = 0.0
        if self.held_by_plot and self.cut:
            loss = 1.0
        elif self.fight is not None:
            loss = self.model.numbers("clash.disruption")
        if loss != self.own_loss:
            self.own_loss = loss
            self.model.network.refresh()
        else:
            self.model.centre.listen()

    def fall(self) -> None:
        """The plot takes the place."""
        self.fight = None
        self.possession.stop()
        self.held_by_plot = True
        if self.guard:
            self.guard.men = 0
        self.dismiss_groups()
        self.taken_at = min(self.taken_at, self.model.now)
        for squad in self.squads:
            squad.hold()
        self.settle_service()
        for person in self.model.persons:
            if person.place is self and person.at_large and person.would_be_caught:
                person.be_taken(self)
        self.model.headquarters.tell(self.speaker, good=True)
        self.model.power.check()

    def be_retaken(self) -> None:
        """The state takes the place back."""
        self.fight = None
        self.held_by_plot = False
        self.defeat(captured=True)
        self.model.power.check()

    def repel(self) -> None:
        """The attackers give up."""
        self.fight = None
        self.defeat(captured=False)

    def beat_off(self) -> None:
        """The plot keeps the place against those who wanted it back."""
        self.fight = None
        self.dismiss_groups()
        self.settle_service()

    def defeat(self, captured: bool) -> None:
        """The squads here are beaten, and word of it goes to headquarters."""
        for squad in self.squads:
            squad.be_beaten(captured)
        self.squads = []
        self.settle_service()
        self.grow_quiet()
        self.model.headquarters.tell(self.speaker, good=False)

    def dismiss_groups(self) -> None:
        """The reserves here are beaten."""
        for group in self.groups:
            group.duty = Duty.SPENT
        self.groups = []

    def cry_for_help(self) -> None:
        """A visible act begins here."""
        if not self.in_danger:
            self.in_danger = True
            rate = self.model.network.to_state(self)
            self.call.set(self.model.now + self.model.network.delay(rate))
        self.model.come_into_the_open()

    def be_heard(self) -> None:
        """A call has reached the centre; another follows while somebody could be sent."""
        self.model.centre.answer(self)
        if self.model.idle_groups > 0:
            self.call.set(self.model.now + 60 * self.model.numbers("command.recall"))

    def grow_quiet(self) -> None:
        """The danger here is over."""
        self.in_danger = False
        self.call.stop()
        self.model.centre.listen()
