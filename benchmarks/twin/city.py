"""One world: a city on one day, as a Mesa model that jumps from event to event."""

from __future__ import annotations

from dataclasses import dataclass, field

import mesa
import numpy as np
from mesa.experimental.devs import DEVSimulator

from benchmarks.twin.centre import Centre
from benchmarks.twin.chart import Chart
from benchmarks.twin.clockwork import NEVER, Rule, Timer
from benchmarks.twin.group import Group, Reserve
from benchmarks.twin.guard import Guard
from benchmarks.twin.headquarters import Headquarters
from benchmarks.twin.network import Network
from benchmarks.twin.numbers import Numbers
from benchmarks.twin.person import Person, Stay
from benchmarks.twin.place import Place
from benchmarks.twin.plan import squads_of
from benchmarks.twin.power import Power
from benchmarks.twin.squad import Squad
from benchmarks.twin.streets import Streets
from malaparte.scenario.base import seconds


@dataclass
class Row:
    """What a world leaves behind; times in seconds after 00:00 of the day, -1 for never."""

    label: str = "no plot"
    cause: str = "none"
    leaked: bool = False
    times: dict[str, float] = field(default_factory=dict[str, float])
    taken: dict[str, float] = field(default_factory=dict[str, float])
    nodes_held: int = 0
    arrested: int = 0
    loss_plot: int = 0
    loss_regime: int = 0


class City(mesa.Model):
    """A city with a plot in it."""

    def __init__(self, chart: Chart, numbers: Numbers, rng: np.random.Generator) -> None:
        super().__init__(rng=rng)
        scenario = chart.scenario
        self.chart, self.scenario, self.numbers, self.luck = chart, scenario, numbers, rng
        self.row = Row()
        self.start = float(seconds(scenario.day.start))
        self.simulator = DEVSimulator()
        self.simulator.setup(self)
        self.simulator.time = self.start
        self.launched_at = self.lost_at = NEVER
        self.in_the_open = False
        self.active = 0  # squads that still do something
        self.plot_exists = rng.random() < numbers("plan.exists")
        if not self.plot_exists:
            return
        self.horizon = Timer(self, Rule.HORIZON, 0, self.reach_horizon)
        self.horizon.set(self.start + 3600 * scenario.day.hours)
        self.streets = Streets(self)
        self.places = {name: Place(self, name) for name in sorted(scenario.places)}
        self.guards = [
            Guard(self, name, self.places[scenario.guards[name].place])
            for name in sorted(scenario.guards)
        ]
        self.reserves = [self._muster(name) for name in sorted(scenario.reserves)]
        self.idle_groups = sum(len(reserve.groups) for reserve in self.reserves)
        self.centre = Centre(self)
        self.network = Network(self)
        self.power = Power(self)
        self._place_people()
        self.squads: list[Squad] = []
        self.leaked = self.row.leaked = rng.random() < numbers("command.agent")
        if self.leaked:
            self.centre.be_told()
        self.headquarters = Headquarters(self)
        self.headquarters.launch.set(self.headquarters.hour)
        if scenario.plan.doctrine != "agitation":
            for kind in sorted(scenario.squads):
                self.squads += squads_of(self, kind)
            second = {"nodes": "arrests", "arrests": "nodes"}.get(self.headquarters.first_half)
            if second:
                self.headquarters.second.set(self.headquarters.strike_of(second))

    @property
    def now(self) -> float:
        """Seconds after 00:00 of the day."""
        return self.simulator.time

    def _muster(self, name: str) -> Reserve:
        told, number = self.scenario.reserves[name], self.numbers
        ready = 60 * number(f"reserves.{name}.readiness")
        reserve = Reserve(self.places[told.place], told.vehicle, ready)
        men = number.whole(f"reserves.{name}.size")
        for _ in range(number.whole(f"reserves.{name}.groups") if men > 0 else 0):
            Group(self, name, reserve, men)
        return reserve

    def _place_people(self) -> None:
        self.people: dict[str, list[Person]] = {}
        self._stays: list[Timer] = []
        for leader in sorted(self.scenario.leaders):
            number = self.numbers.whole(f"leaders.{leader}.number")
            people = [Person(self, leader) for _ in range(number)]
            self.people[leader] = people
            for index, told in enumerate(self.scenario.leaders[leader].stays):
                stay = Stay(self, leader, index, people)
                if seconds(told.since) <= self.start:
                    stay.begin()
                else:
                    timer = Timer(self, Rule.STAY, len(self._stays), stay.begin)
                    timer.set(seconds(told.since))
                    self._stays.append(timer)
        self.persons = [person for people in self.people.values() for person in people]

    def come_into_the_open(self) -> None:
        """A visible act: the first one is the launch."""
        if not self.in_the_open:
            self.in_the_open = True
            self.launched_at = min(self.launched_at, self.now)
            if self.leaked:
                self.centre.alarmed_at = self.now
        self.centre.listen()

    def run(self) -> Row:
        """Let the day pass and return what it leaves behind."""
        if self.plot_exists:
            while self.running:
                self.simulator.run_next_event()
                if self.running:
                    self._end_if_over()
            self._tell()
        # Mesa keeps every model for ever as a key of its counter of agents.
        mesa.Agent._ids.pop(self, None)
        return self.row

    def _end_if_over(self) -> None:
        """The day is over when no squad does anything and headquarters has heard all."""
        if self.active or self.headquarters.launch.runs:
            return
        launched = self.launched_at < NEVER
        if launched:
            self.lost_at = min(self.lost_at, self.now)
        if self.headquarters.under_way:
            return
        if not launched:
            self.end("none")
        elif self.headquarters.has_fled:
            self.end("fled")
        elif self.headquarters.gave_up_at < NEVER and self.scenario.plan.response == "give-up":
            self.end("gave up")
        else:
            self.end("squads broken")

    def reach_horizon(self) -> None:
        """The simulated hours are over."""
        self.end("horizon reached")

    def end(self, cause: str) -> None:
        """Stop here."""
        self.running = False
        self.row.cause = cause

    def _tell(self) -> None:
        row = self.row
        times = {
            "launched_at": self.launched_at,
            "alarm_at": self.centre.alarmed_at,
            "gave_up_at": self.headquarters.gave_up_at,
            "street_called_at": self.headquarters.street_at,
            "seized_at": self.power.seized_at,
            "lost_at": self.lost_at,
        }
        row.times = {name: time if time < NEVER else -1.0 for name, time in times.items()}
        taken = {name: place.taken_at for name, place in self.places.items()}
        row.taken = {name: time for name, time in taken.items() if time < NEVER}
        row.nodes_held = sum(place.held_by_plot for place in self.places.values())
        row.label = "repelled"
        if self.launched_at == NEVER:
            row.label = "not launched"
        elif self.power.seized_at < NEVER:
            row.label = "seized, holding not simulated"
