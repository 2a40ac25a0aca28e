"""At the ends of every scale the answer is known without a model."""

import pytest

from malaparte.kernel.outcome import CAUSES, LABELS, NO_PLOT, NOT_LAUNCHED, SEIZED_ONLY
from malaparte.scenario.load import load
from malaparte.world.build import World, build
from tests import small

THREE = "docs/first/three-nodes.yaml"
WORLDS = 800


@pytest.fixture(scope="module")
def three() -> World:
    return build(load(THREE))


def test_without_a_plot_nothing_happens(three: World) -> None:
    worlds = small.ensemble(three, WORLDS, plan_exists=0)
    assert (worlds.column("label") == NO_PLOT).all()
    for column in ("nodes_taken", "arrested", "loss_plot", "loss_regime", "plot_existed"):
        assert (worlds.column(column) == 0).all()
    assert (worlds.column("alarm_at") == -1).all()


@pytest.mark.parametrize("field", ["squad_count", "squad_size"])
def test_without_attackers_nothing_is_seized(three: World, field: str) -> None:
    worlds = small.ensemble(three, WORLDS, **{field: 0})
    assert (worlds.column("nodes_taken") == 0).all()
    assert (worlds.column("arrested") == 0).all()
    assert (worlds.column("seized_at") == -1).all()
    assert (worlds.column("label") == NOT_LAUNCHED).all(), LABELS


def test_who_only_agitates_seizes_nothing() -> None:
    agitation = build(load(THREE, set={"plan.doctrine": "agitation"}))
    worlds = small.ensemble(agitation, WORLDS)
    assert (worlds.column("nodes_taken") == 0).all()
    assert (worlds.column("street_called_at") >= 0).all()


def test_nobody_to_resist_and_nobody_to_hear_means_power(three: World) -> None:
    worlds = small.ensemble(
        three,
        WORLDS,
        guard_size=0,
        reserve_groups=0,
        command_agent=0,
        command_alarm_open=0,
        command_alarm_node=0,
        power_share_nodes=1,
        power_share_leaders=0,
        power_hours=1,
        plan_reports=10_000,
    )
    assert (worlds.column("nodes_taken") == 3).all()
    assert (worlds.column("label") == SEIZED_ONLY).all()
    assert (worlds.column("alarm_at") == -1).all()
    assert (worlds.column("loss_plot") + worlds.column("loss_regime") == 0).all()


def test_nobody_takes_what_an_army_guards(three: World) -> None:
    worlds = small.ensemble(
        three, WORLDS, guard_size=5000, guard_fire=10, guard_breakoff=1, clash_surprise=0
    )
    assert (worlds.fell("exchange") == -1).all()


def test_power_that_needs_everything_needs_the_leaders(three: World) -> None:
    worlds = small.ensemble(three, WORLDS, power_share_leaders=1, leader_capture=0)
    assert (worlds.column("arrested") == 0).all()
    assert (worlds.column("seized_at") == -1).all()


def test_an_agent_who_is_certain_wakes_the_state_at_the_first_act(three: World) -> None:
    worlds = small.ensemble(three, WORLDS, command_agent=1)
    assert (worlds.column("leaked") == 1).all()
    assert (worlds.column("alarm_at") >= worlds.column("launched_at")).all()
    assert (worlds.column("arrested") == 0).all()
    assert (small.ensemble(three, WORLDS, command_agent=0).column("arrested") > 0).any()


def test_nobody_is_taken_who_is_always_missed(three: World) -> None:
    assert (small.ensemble(three, WORLDS, leader_capture=0).column("arrested") == 0).all()


def test_who_is_warned_at_once_is_never_at_home() -> None:
    city = small.city(
        places={"homes": small.place(1, scattered=500)},
        leaders={"six": small.leader("homes", number=6)},
        squads={"men": {"count": 0}, "party": small.hunters("six")},
        command={"agent": 1},
        clash={"raid": 10},
    )
    assert (small.run(city, WORLDS).column("arrested") == 0).all()
    assert (small.run(city, WORLDS, command_agent=0).column("arrested") == 6).all()


def test_a_day_too_short_ends_at_its_horizon() -> None:
    city = small.city(day={"hours": 3}, guards={"node": small.guard("node", fire=0)})
    worlds = small.run(city, 10, squad_fire=0)
    assert {CAUSES[code] for code in worlds.column("cause").tolist()} == {"horizon reached"}


def test_losses_without_fire_are_none() -> None:
    city = small.city(guards={"node": small.guard("node")})
    worlds = small.run(city, 10, squad_fire=0, guard_fire=0, clash_area=0)
    assert (worlds.column("loss_plot") + worlds.column("loss_regime") == 0).all()
    assert (worlds.column("nodes_taken") == 0).all()


def test_who_walks_into_a_fallen_place_is_arrested() -> None:
    """He was at home when it fell, and comes at three; the warned one comes to a fallen shelter."""
    homes = {"since": "00:00", "place": "homes", "otherwise": "homes", "share": 1}
    person = small.leader("homes", stays=[homes, {**homes, "since": "03:00", "place": "node"}])
    places = {"homes": small.place(3)}
    city = small.city(places=places, leaders={"one": person})
    found = [event for event in small.traced(city) if event[1] == "person_arrested"]
    assert [(event[0], event[3]) for event in found] == [(3 * 3600, "node")]
    assert (small.run(city, 10, leader_capture=0).column("arrested") == 0).all()
    warned = small.city(
        places=places,
        leaders={"one": small.leader("homes")},
        command={"agent": 1, "shelter": "node", "flight": 30},
    )
    found = [event for event in small.traced(warned) if event[1] == "person_arrested"]
    assert [event[3] for event in found] == ["node"]
    assert found[0][0] > 2 * 3600


def test_a_guard_that_fights_sees_who_lies_near() -> None:
    """Two squads come late, one after the other, and make ready; the first shots begin both."""
    city = small.city(
        guards={"node": small.guard("node", size=100)},
        squads={"men": small.squad("node"), "others": small.squad("node", start=["centre"])},
        movement={"own": 0.3},
        clash={"approach": 60},
    )
    told = small.traced(city)
    arrived = {event[2]: event[0] for event in told if event[1] == "team_arrives"}
    struck = [event[0] for event in told if event[1] == "assault"]
    assert len(set(arrived.values())) == 2
    assert struck == [min(arrived.values()) + 60 * 60] * 2


def test_a_call_that_was_cut_short_keeps_its_luck_to_itself() -> None:
    """A man is shot before word is out; the next call takes a delay of its own."""
    slow = {"telephone_delay": 5, "telegraph_delay": 5, "runner_delay": 5, "delay_spread": 3}
    city = small.city(
        places={"far": small.place(20)},
        guards={"node": small.guard("node")},
        squads={
            "men": small.squad("node", size=1, fire=0),
            "others": small.squad("node", start=["far"], size=1000, fire=0),
        },
        plan={"estimate": 0.01},
        command=slow,
    )
    alone, second = (
        _wait_for_a_call(small.traced(city, squad_count={"men": men})) for men in (0, 1)
    )
    assert alone != second


def _wait_for_a_call(told: list[small.Event]) -> float:
    """Return the seconds from the last assault to the first call after it."""
    struck = max(event[0] for event in told if event[1] == "assault")
    calls = [event[0] for event in told if event[1] == "call"]
    assert min(calls) > struck
    return min(calls) - struck
