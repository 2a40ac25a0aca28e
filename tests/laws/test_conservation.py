"""Nobody is created, nobody is lost without a word, and shares stay shares."""

from collections import Counter
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from malaparte.ensemble.replaying import replayed
from malaparte.kernel import state
from malaparte.kernel.events import EVENTS
from malaparte.kernel.outcome import COLUMNS
from malaparte.scenario.load import load
from malaparte.scenario.read import read
from malaparte.world.build import World, build
from malaparte.world.trace import Trace, run_traced
from tests import small

THREE = "docs/first/three-nodes.yaml"
ARTICLE = "moscow-1927-article"
DAYS = [(THREE, range(20)), (ARTICLE, (0, 10, 20))]
KIND = {event.name: code for code, event in enumerate(EVENTS)}


@pytest.fixture(scope="module")
def worlds() -> dict[str, World]:
    return {name: build(load(name)) for name in (THREE, ARTICLE)}


class Day:
    """A world, its events, and the state that it left."""

    def __init__(self, world: World, number: int) -> None:
        self.world = world
        self.trace: Trace = run_traced(world, 1, number)
        self.begun = replayed(world, 1, number).begin
        self.theta = small.inputs(world, 1, number // small.INNER)
        self.row = dict(zip(COLUMNS, self.trace.row.tolist(), strict=False))
        self.counts = Counter(EVENTS[kind].name for kind in self.trace.events[:, 2].tolist())

    def end(self, name: str) -> NDArray[Any]:
        """Return a field of the state at the end."""
        what = state.FIELDS[small.field(name)]
        return self._field(name, self.trace.ints if what.array == "ints" else self.trace.floats)

    def begin(self, name: str) -> NDArray[Any]:
        """Return a field of whole numbers before the first event."""
        return self._field(name, self.begun)

    def _field(self, name: str, array: NDArray[Any]) -> NDArray[Any]:
        index = small.field(name)
        what = state.FIELDS[index]
        return array[self.trace.ints[index] :][: len(self.world.names.get(what.per, ("one",)))]

    def drawn(self, name: str) -> NDArray[np.int64]:
        """Return a field of theta as whole numbers."""
        index = small.field(name)
        many = len(self.world.names[state.FIELDS[index].per])
        values = self.theta[self.world.ints[index] :][:many]
        return np.floor(values + 0.5).astype(np.int64)

    def events(self, name: str) -> list[tuple[int, ...]]:
        """Return the events of a kind."""
        found = self.trace.events[self.trace.events[:, 2] == KIND[name]]
        return [tuple(row) for row in found.tolist()]


@pytest.fixture(params=[(name, n) for name, numbers in DAYS for n in numbers], scope="module")
def day(request: pytest.FixtureRequest, worlds: dict[str, World]) -> Day:
    name, number = request.param
    return Day(worlds[name], number)


def test_the_plots_men_are_there_or_counted_as_lost(day: Day) -> None:
    world = day.world
    squads = np.array(world.team_squad)
    size, count = day.drawn("squad_size"), day.drawn("squad_count")
    planned = np.minimum(count, np.bincount(squads, minlength=len(size))) * size
    # Who begins the day; the road may have left fewer than were planned.
    sent = np.bincount(squads, weights=day.begin("team_men"), minlength=len(size))
    assert (sent <= planned).all()
    men = np.bincount(squads, weights=day.end("team_men"), minlength=len(size))
    lost = Counter(int(squads[row[5]]) for row in day.events("plot_loss"))
    for squad in range(len(size)):
        assert men[squad] + lost[squad] == sent[squad]
    assert day.row["loss_plot"] == day.counts["plot_loss"]


def test_groups_of_the_reserves_are_there_or_counted_as_lost(day: Day) -> None:
    reserves = np.array(day.world.group_reserve)
    size, count = day.drawn("reserve_size"), day.drawn("reserve_groups")
    raised = np.minimum(count, np.bincount(reserves, minlength=len(size))) * size
    men = np.bincount(reserves, weights=day.end("group_men"), minlength=len(size))
    lost = Counter(int(reserves[row[5]]) for row in day.events("group_loss"))
    for reserve in range(len(size)):
        assert men[reserve] + lost[reserve] == raised[reserve]


def test_guards_are_there_or_lost_or_gave_up_their_place(day: Day) -> None:
    world = day.world
    size = day.drawn("guard_size")
    lost = Counter(row[5] for row in day.events("guard_loss"))
    fell = {row[4] for row in day.events("taken") + day.events("unit_takes")}
    for guard, name in enumerate(world.names["guard"]):
        where = world.names["place"].index(world.scenario.guards[name].place)
        posted = size[guard] if world.scenario.guards[name].posture != "none" else 0
        left = day.end("node_guard")[where]
        assert left == (0 if where in fell else posted - lost[guard])
        assert lost[guard] <= posted
    assert day.row["loss_regime"] == day.counts["guard_loss"] + day.counts["group_loss"]


def test_persons_are_who_they_were(day: Day) -> None:
    states = day.end("person_state")
    number = day.drawn("leader_number")
    groups = np.array(day.world.person_leader)
    present = np.bincount(groups[states > 0], minlength=len(number))
    slots = np.bincount(groups, minlength=len(number))
    assert (present == np.minimum(number, slots)).all()
    taken = {row[5] for row in day.events("person_arrested")}
    assert len(taken) == day.counts["person_arrested"] == day.row["arrested"]
    assert set(np.flatnonzero(states == state.TAKEN).tolist()) == taken


def test_a_place_counts_the_men_who_stand_there(day: Day) -> None:
    many = len(day.world.names["place"])
    there = np.isin(day.end("team_state"), (state.FIGHTING, state.HOLDING))
    men = np.bincount(day.end("team_place")[there], day.end("team_men")[there], many)
    assert (men == day.end("node_plot")).all()
    stand = day.end("group_state") == state.STANDING
    men = np.bincount(day.end("group_place")[stand], day.end("group_men")[stand], many)
    assert (men == day.end("node_relief")).all()
    assert (day.end("node_plot")[day.end("node_holder") == state.REGIME] >= 0).all()


def test_active_squads_are_counted(day: Day) -> None:
    over = (state.ABSENT, state.BROKEN, state.DESTROYED, state.CAPTURED, state.RECALLED, state.DONE)
    active = ~np.isin(day.end("team_state"), over)
    assert active.sum() == day.end("active")[0]


def test_services_are_shares(day: Day) -> None:
    for name in ("service_loss", "service_own"):
        assert ((day.end(name) >= 0) & (day.end(name) <= 1)).all()
    assert all(0 <= row[6] <= 1000 for row in day.events("service"))


def test_times_go_forward_and_causes_come_before(day: Day) -> None:
    events = day.trace.events
    assert (np.diff(events[:, 1]) >= 0).all()
    assert (events[:, 0] == np.arange(len(events))).all()
    assert (events[:, 7] < events[:, 0]).all()


def test_the_row_says_what_the_events_say(day: Day) -> None:
    for column, kind in (
        ("alarm_at", "alarm"),
        ("gave_up_at", "failure"),
        ("street_called_at", "street_called"),
        ("seized_at", "seized"),
    ):
        times = [row[1] for row in day.events(kind)]
        assert day.row[column] == (times[-1] if times else -1)
    assert day.row["nodes_taken"] == len(
        {row[4] for row in day.events("taken") + day.events("unit_takes")}
    )
    assert day.row["nodes_held"] == (day.end("node_holder") == state.PLOT).sum()
    assert day.counts["ends"] == 1


PLANS = [
    {},
    {"plan.response": "shift", "plan.reports": 1},
    {"plan.response": "give-up", "plan.fallback": "flee", "plan.reports": 1},
    {"plan.order": "arrests-first", "plan.signal": "success"},
    {"plan.order": "together", "plan.doctrine": "both"},
    {"plan.doctrine": "agitation"},
]


@pytest.mark.parametrize("plan", PLANS, ids=str)
def test_events_tell_the_whole_day(plan: dict[str, object]) -> None:
    for name, numbers in ((THREE, range(20)), (ARTICLE, (5,))):
        world = build(load(read(name), set=plan))
        for number in numbers:
            assert replayed(world, 1, number).differences == []
