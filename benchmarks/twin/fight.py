"""A fight for a place: Lanchester's laws with chance, one clock for the losses of each side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.twin.clockwork import NEVER, Rule, Timer
from benchmarks.twin.group import Duty

if TYPE_CHECKING:
    from benchmarks.twin.place import Place


class Fight:
    """Unit exponentials used up by the rate of loss of each side, drawn anew at each loss."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.city = place.model
        self.brought_plot = place.plotters
        self.brought_state = place.defenders
        self.silent: str | None = None  # the side that does not fire yet
        self.silent_until = NEVER
        if not place.held_by_plot:
            self._see_who_is_surprised()
        self.summoned = self.silent != "plot"  # men in ambush fire without a word
        self.left_plot = self.city.luck.standard_exponential()
        self.left_state = self.city.luck.standard_exponential()
        self.rate_plot = self.rate_state = 0.0
        self.settled = self.city.now
        self.next = Timer(self.city, Rule.FIGHT, place.unique_id, self.go_on)
        self.go_at_new_rates()

    def _see_who_is_surprised(self) -> None:
        """Guards who noticed nothing are; so are men who walk into hidden guards in wait."""
        guard = self.place.guard
        if guard is None or guard.men == 0:
            return
        minutes = 0.0
        if not guard.alert and self.place.relief == 0:
            self.silent, minutes = "state", self.city.numbers("clash.surprise")
        elif guard.alert and guard.lies_in_wait:
            self.silent, minutes = "plot", self.city.numbers("clash.ambush")
        guard.alert = True
        guard.rouse()
        self.silent_until = self.city.now + 60 * minutes
        if minutes <= 0:
            self.silent = None

    def reinforce_plot(self, men: int) -> None:
        """More attackers, or holders, come."""
        self.brought_plot += men
        self.go_at_new_rates()

    def reinforce_state(self, men: int) -> None:
        """More of the state's men come."""
        self.brought_state += men
        self.go_at_new_rates()

    def _settle(self) -> None:
        passed = self.city.now - self.settled
        self.left_plot -= self.rate_plot * passed
        self.left_state -= self.rate_state * passed
        self.settled = self.city.now

    def go_at_new_rates(self) -> None:
        """Count who stands here, and from that say when the next man is lost."""
        self._settle()
        place, guard = self.place, self.place.guard
        plotters, defenders = place.plotters, place.defenders
        area = self.city.numbers("clash.area") / 60 * plotters * defenders
        self.rate_plot = self.rate_state = 0.0
        if self.silent != "state":
            aimed = sum(group.men * group.fire for group in place.groups)
            aimed += guard.men * guard.fire if guard else 0.0
            walls = place.held_by_plot and not place.open
            self.rate_plot = min(aimed, area) if walls else aimed
        if self.silent != "plot":
            aimed = sum(squad.men * squad.kind.fire for squad in place.squads)
            walls = guard is not None and guard.inside and not (place.held_by_plot or place.open)
            self.rate_state = min(aimed, area) if walls else aimed
        soonest = min(self._due_plot, self._due_state)
        soonest = min(soonest, self.silent_until) if self.silent else soonest
        self.next.set(self.city.now if self.summoned else soonest)

    @property
    def _due_plot(self) -> float:
        wait = max(self.left_plot, 0.0) / self.rate_plot if self.rate_plot > 0 else NEVER
        return self.settled + wait

    @property
    def _due_state(self) -> float:
        wait = max(self.left_state, 0.0) / self.rate_state if self.rate_state > 0 else NEVER
        return self.settled + wait

    def go_on(self) -> None:
        """The weaker gives way, the silence ends, or a man is lost and a side may give up."""
        if self.summoned:
            self.summoned = False
            if self._weaker_gives_way():
                self._end(plot_lost=self.place.plotters < self.place.defenders)
            else:
                self.go_at_new_rates()
            return
        if self.silent and self.city.now >= self.silent_until:
            self.silent = None
            self.go_at_new_rates()
            return
        plot_loses = self._due_plot <= self._due_state
        self._settle()
        if plot_loses:
            self.left_plot = self.city.luck.standard_exponential()
            self._lose_plotter()
        else:
            self.left_state = self.city.luck.standard_exponential()
            self._lose_defender()
        if self._plot_gives_up():
            self._end(plot_lost=True)
        elif self._state_gives_up():
            self._end(plot_lost=False)
        else:
            self.go_at_new_rates()

    def _end(self, plot_lost: bool) -> None:
        place = self.place
        if plot_lost:
            place.be_retaken() if place.held_by_plot else place.repel()
        else:
            place.beat_off() if place.held_by_plot else place.fall()

    def _weaker_gives_way(self) -> bool:
        """Both sides count each other, once."""
        weaker, stronger = sorted((self.place.plotters, self.place.defenders))
        who = "plot" if self.place.plotters == weaker else "state"
        chance = self.city.numbers(f"clash.{who}_yields") * (1 - weaker / stronger)
        return bool(self.city.luck.random() < chance)

    def _lose_plotter(self) -> None:
        """A man of the largest squad, the last to come among equals."""
        squad = max(reversed(self.place.squads), key=lambda squad: squad.men)
        squad.men -= 1
        self.city.row.loss_plot += 1
        if squad.men == 0:
            self.place.squads.remove(squad)
            squad.be_destroyed()

    def _lose_defender(self) -> None:
        """A man of the largest group in the open, else of the guard."""
        place = self.place
        self.city.row.loss_regime += 1
        if place.groups:
            group = max(reversed(place.groups), key=lambda group: group.men)
            group.men -= 1
            if group.men == 0:
                place.groups.remove(group)
                group.duty = Duty.SPENT
        elif place.guard:
            place.guard.men -= 1

    def _plot_gives_up(self) -> bool:
        left, brought = self.place.plotters, self.brought_plot
        return left <= 0 or brought - left >= self.city.numbers("plan.breakoff") * brought

    def _state_gives_up(self) -> bool:
        left, brought, place = self.place.defenders, self.brought_state, self.place
        breakoff = 1.0
        if place.guard and place.guard.men > 0:
            breakoff = place.guard.breakoff
        elif place.groups:
            breakoff = place.groups[-1].breakoff
        return left <= 0 or brought - left >= breakoff * brought
