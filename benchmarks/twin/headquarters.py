"""The plot's headquarters: it hears late, judges by what it heard, and presses on or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import mesa

from benchmarks.twin.clockwork import NEVER, Rule, Timer
from benchmarks.twin.squad import Arresters, Seizers, Squad, State

if TYPE_CHECKING:
    from benchmarks.twin.city import City
    from benchmarks.twin.place import Place


class Headquarters(mesa.Agent):
    """Who leads the plot."""

    model: City

    def __init__(self, city: City) -> None:
        super().__init__(city)
        self.plan = city.scenario.plan
        self.good = self.bad = self.good_of_first = self.goals_of_first = 0
        self.under_way = 0
        self.second_begun = self.has_fled = False
        self.gave_up_at = NEVER
        self.street_at = NEVER
        self.hour = 3600 * city.numbers("plan.hour")
        self.launch = Timer(city, Rule.HALF, 0, self.begin)
        self.second = Timer(city, Rule.HALF, 1, self.begin_second)

    @property
    def first_half(self) -> str | None:
        """Which half of the plan comes first, None if both go together."""
        return {"nodes-first": "nodes", "arrests-first": "arrests"}.get(self.plan.order)

    def strike_of(self, half: str) -> float:
        """Return when a half strikes, NEVER while it waits for word of success."""
        if self.first_half in (None, half):
            return self.hour
        if self.plan.signal == "success":
            return NEVER
        return self.hour + 60 * self.model.numbers("plan.gap")

    def begin(self) -> None:
        """The hour has come."""
        city = self.model
        if self.plan.doctrine != "squads":
            self.street_at = city.now
        if self.plan.doctrine == "agitation" or self.gave_up_at < NEVER or not city.active:
            return
        city.launched_at = min(city.launched_at, city.now)

    def begin_second(self) -> None:
        """The second half begins; who waited for the signal sets out."""
        self.second_begun = True
        if self.plan.signal == "success":
            for squad in self.model.squads:
                if squad.state is State.WAITING and squad.kind.half != self.first_half:
                    squad.strike = self.model.now
                    squad.next.set(self.model.now)

    def tell(self, squad: Squad, good: bool) -> None:
        """Send word from a squad; what is said while a messenger is on the way goes with him."""
        if good:
            squad.good += 1
        else:
            squad.bad += 1
        if not squad.word.runs:
            self.under_way += 1
            network = self.model.network
            squad.word.set(self.model.now + network.delay(network.to_plot()))

    def hear(self, squad: Squad) -> None:
        """Word of a squad arrives."""
        good, bad = squad.good, squad.bad
        squad.good = squad.bad = 0
        self.under_way -= 1
        self.good += good
        self.bad += bad
        if squad.kind.half == self.first_half:
            self.good_of_first += good
        self._hear_signal()
        if bad and self.plan.response == "shift" and isinstance(squad, Seizers):
            self._shift_spare(squad.place)
        self._judge()

    def _hear_signal(self) -> None:
        if self.plan.signal != "success" or self.second_begun or self.gave_up_at < NEVER:
            return
        wanted = self.model.numbers("plan.gap_success") * self.goals_of_first
        if self.first_half and self.good_of_first >= wanted:
            self.second_begun = True
            self.second.set(self.model.now)

    def _judge(self) -> None:
        heard = self.good + self.bad
        if self.gave_up_at < NEVER or heard < self.model.numbers("plan.reports"):
            return
        if self.bad < self.model.numbers("plan.failure") * heard:
            return
        self.gave_up_at = self.model.now
        if self.plan.response == "give-up" or self.plan.fallback == "flee":
            self.second.stop()
            self._recall(everyone=True)
        elif not self.second_begun:
            self._recall(everyone=False)
        if self.plan.fallback == "street":
            self.street_at = self.model.now
        self.has_fled = self.plan.fallback == "flee"

    def _recall(self, everyone: bool) -> None:
        """Call back who has not begun: all, or only those who wait for a signal."""
        for squad in self.model.squads:
            waits = squad.state is State.WAITING and squad.strike == NEVER
            not_begun = squad.state in (State.WAITING, State.MOVING, State.LYING)
            if waits or (everyone and not_begun):
                squad.leave()

    def _shift_spare(self, place: Place) -> None:
        """Send the nearest squad that does not hold its place alone where others failed."""
        best, best_way = None, NEVER
        for squad in self.model.squads:
            here = squad.place
            if isinstance(squad, Arresters) or squad.state is not State.HOLDING or here is place:
                continue
            if here.fight is None and len(here.squads) > 1:
                way = self.model.streets.metres(here, place)
                if way < best_way:
                    best, best_way = squad, way
        if best is not None and not place.held_by_plot:
            best.shift(place)
