"""Services that places give each other, and the messages that depend on them."""

from __future__ import annotations

import math
from enum import Enum
from typing import TYPE_CHECKING

import mesa

from benchmarks.twin.clockwork import Rule, Timer

if TYPE_CHECKING:
    from benchmarks.twin.city import City
    from benchmarks.twin.place import Place


class Supply(Enum):
    """How a consumer stands towards one supplier."""

    SERVED = 0
    ON_BACKUP = 1
    FAILING = 2


class Link(mesa.Agent):
    """What a consumer loses when its supplier fails, once its backup is used up."""

    model: City

    def __init__(self, city: City, name: str) -> None:
        super().__init__(city)
        told = city.scenario.dependencies[name]
        self.kind = told.kind
        self.supplier = city.places[told.supplier]
        self.consumer = city.places[told.consumer]
        self.loss = city.numbers(f"dependencies.{name}.loss")
        self.backup = 3600 * city.numbers(f"dependencies.{name}.backup")
        self.supply = Supply.SERVED
        self.running_out = Timer(city, Rule.BACKUP, self.unique_id, self.run_out)
        self.consumer.needs.append(self)

    @property
    def is_service(self) -> bool:
        """Whether it carries a service, not orders."""
        return self.kind in ("power", "water", "information")

    def follow(self) -> bool:
        """Notice what the supplier gives; return whether the consumer feels it at once."""
        before = self.supply
        if self.supplier.loss > 0 and before is Supply.SERVED:
            self.supply = Supply.ON_BACKUP if self.backup > 0 else Supply.FAILING
            if self.backup > 0:
                self.running_out.set(self.model.now + self.backup)
        elif self.supplier.loss <= 0 and before is not Supply.SERVED:
            self.supply = Supply.SERVED
            self.running_out.stop()
        return (before is Supply.FAILING) != (self.supply is Supply.FAILING)

    def run_out(self) -> None:
        """The backup is used up."""
        self.supply = Supply.FAILING
        self.model.network.refresh()


class Network:
    """All services; inoperability as in Haimes and Jiang (2001), the least solution."""

    def __init__(self, city: City) -> None:
        self._city = city
        names = sorted(city.scenario.dependencies)
        self._services = [link for link in (Link(city, name) for name in names) if link.is_service]
        number, command = city.numbers, city.scenario.command
        self._telephone = city.places[command.telephone]
        self._telegraph = city.places[command.telegraph]
        self._per_second = {
            way: 1 / (60 * number(f"command.{way}_delay"))
            for way in ("telephone", "telegraph", "secret", "runner")
        }
        self._spread = math.log(number("command.delay_spread"))

    def refresh(self) -> None:
        """Find out what every place still does; the alarm may hear more or less from now on."""
        changed = True
        while changed:
            self._solve()
            followed = [link.follow() for link in self._services]  # all of them, not the first
            changed = any(followed)
        self._city.centre.listen()

    def _solve(self) -> None:
        places = list(self._city.places.values())
        failing = [link for link in self._services if link.supply is Supply.FAILING]
        for place in places:
            place.loss = place.own_loss
        moved = 1.0 if failing else 0.0
        while moved > 1e-9:
            loss = {link.consumer: link.consumer.own_loss for link in failing}
            for link in failing:
                loss[link.consumer] += link.loss * link.supplier.loss
            moved = 0.0
            for place, value in loss.items():
                moved = max(moved, abs(min(value, 1.0) - place.loss))
                place.loss = min(value, 1.0)

    def reach(self, place: Place) -> float:
        """Return how well the telephone reaches a place."""
        lines = [
            1 - link.loss * link.supplier.loss for link in place.needs if link.kind == "command"
        ]
        return math.prod(lines) if lines else 1 - self._telephone.loss

    def to_state(self, place: Place, best: bool = False) -> float:
        """Return messages a second between a place and the centre, now or at their best."""
        line = wire = 1.0
        if not best:
            line = self.reach(place) * self.reach(self._city.centre.place)
            wire = 1 - self._telegraph.loss
        per = self._per_second
        rate = line * per["telephone"] + wire * per["telegraph"] + per["runner"]
        return rate + per["secret"] if place.secret else rate

    def to_plot(self) -> float:
        """Return messages a second to the plot's headquarters."""
        per = self._per_second
        return (1 - self._telephone.loss) * per["telephone"] + per["runner"]

    def delay(self, rate: float) -> float:
        """Return the seconds that one message takes; its median is 1 / rate."""
        return math.exp(self._spread * self._city.luck.standard_normal()) / rate
