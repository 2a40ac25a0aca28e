"""Direction laws: which way each number pushes, world by world on the same draws.

Two readers can share a mistake about a formula, a direction does not care for formulas. A law holds
for every single world where the rule promises it, else for the mean of many.
"""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from malaparte.scenario.load import load
from malaparte.scenario.read import read
from malaparte.world.build import build
from tests import small

WORLDS = 500
few = settings(max_examples=15)
seeds = st.integers(0, 2**40)
men = st.integers(1, 30)
fires = st.floats(0.001, 10)
shares = st.floats(0.05, 1)
minutes = st.floats(0, 30)


def fight(posture: str, **more: Any) -> small.World:
    """A squad of ten against a guard, each fighting until half are lost, nobody to help."""
    guards = {"node": small.guard("node", posture=posture, breakoff=0.5, **more)}
    return small.city(guards=guards, clash={"area": 0.05}, plan={"breakoff": 0.5})


OPEN = fight("outside")
WALLS = fight("inside")
HIDDEN = fight("inside", hidden=True)


def falls(city: small.World, seed: int, **fields: Any) -> NDArray[np.bool_]:
    """Return in which worlds the node falls."""
    return small.run(city, WORLDS, seed, **fields).fell() >= 0


def never_fewer(fewer: NDArray[Any], more: NDArray[Any]) -> None:
    """Every world has at least as much in ``more``."""
    assert (fewer <= more).all()


@few
@given(seeds, men, men, men, fires, shares)
def test_more_guards_in_the_open_never_lose_what_fewer_hold(
    seed: int, plot: int, one: int, other: int, fire: float, breakoff: float
) -> None:
    few_men, many_men = sorted((one, other))
    given = {"squad_size": plot, "guard_fire": fire, "guard_breakoff": breakoff}
    fewer = falls(OPEN, seed, guard_size=few_men, **given)
    never_fewer(falls(OPEN, seed, guard_size=many_men, **given), fewer)


@few
@given(seeds, men, men, men, fires, st.sampled_from([OPEN, WALLS, HIDDEN]), minutes)
def test_more_attackers_never_lose_what_fewer_take(
    seed: int, guards: int, one: int, other: int, fire: float, city: small.World, surprise: float
) -> None:
    few_men, many_men = sorted((one, other))
    given = {"guard_size": guards, "squad_fire": fire, "clash_surprise": surprise}
    fewer = falls(city, seed, squad_size=few_men, **given)
    never_fewer(fewer, falls(city, seed, squad_size=many_men, **given))


# field, where, does more of it help the plot?
FIGHTS = [
    ("squad_fire", OPEN, fires, True),
    ("squad_fire", WALLS, fires, True),
    ("guard_fire", OPEN, fires, False),
    ("guard_fire", WALLS, fires, False),
    ("clash_area", WALLS, st.floats(0, 1), True),
    ("guard_breakoff", OPEN, shares, False),
    ("guard_breakoff", WALLS, shares, False),
    ("plan_breakoff", OPEN, shares, True),
    ("plan_breakoff", WALLS, shares, True),
    ("clash_surprise", OPEN, minutes, True),
    ("clash_surprise", WALLS, minutes, True),
    ("clash_surprise", HIDDEN, minutes, True),
]


@pytest.mark.parametrize(("field", "city", "values", "helps"), FIGHTS)
@few
@given(st.data())
def test_which_way_a_fight_is_pushed(
    field: str, city: small.World, values: st.SearchStrategy[float], helps: bool, data: Any
) -> None:
    seed, size = data.draw(seeds), data.draw(men)
    less, more = sorted((data.draw(values), data.draw(values)))
    fewer, most = (falls(city, seed, guard_size=size, **{field: v}) for v in (less, more))
    never_fewer(fewer, most) if helps else never_fewer(most, fewer)


def test_walls_never_help_who_attacks_them() -> None:
    # Fire into an area is never better than aimed fire.
    for area in (0.001, 0.05, 1, 100):
        never_fewer(falls(WALLS, 1, clash_area=area), falls(OPEN, 1, clash_area=area))


@pytest.mark.parametrize("surprise", [0.0, 0.5])
def test_more_guards_in_the_open_help_the_plot_in_no_mean(surprise: float) -> None:
    shares = [
        small.run(OPEN, 4000, guard_size=size, clash_surprise=surprise).fell() >= 0
        for size in range(1, 20)
    ]
    means = np.array([share.mean() for share in shares])
    assert (np.diff(means) <= 0.02).all(), means
    assert means[0] - means[-1] > 0.5


def test_more_guards_behind_walls_help_the_plot_in_no_mean() -> None:
    # Not world by world: more men behind the same walls are also hit more often.
    means = [(small.run(WALLS, 8000, guard_size=n).fell() >= 0).mean() for n in range(1, 20)]
    assert (np.diff(means) <= 0.02).all(), means


@few
@given(seeds, st.floats(0, 0.2), st.floats(0, 0.2), st.sampled_from([OPEN, WALLS, HIDDEN]))
def test_more_vigilance_never_loses_what_less_holds(
    seed: int, one: float, other: float, city: small.World
) -> None:
    less, more = sorted((one, other))
    given = {"clash_approach": 20, "clash_surprise": 3, "clash_ambush": 1}
    fewer = falls(city, seed, guard_vigilance=less, **given)
    never_fewer(falls(city, seed, guard_vigilance=more, **given), fewer)


@few
@given(seeds, minutes, minutes)
def test_a_longer_ambush_never_helps_who_walks_into_it(seed: int, one: float, other: float) -> None:
    less, more = sorted((one, other))
    given = {"clash_approach": 20, "guard_vigilance": 0.1}
    fewer = falls(HIDDEN, seed, clash_ambush=less, **given)
    never_fewer(falls(HIDDEN, seed, clash_ambush=more, **given), fewer)


def hunt(squads: int) -> small.World:
    """Squads after six persons in six flats, and an alarm."""
    return small.city(
        places={"homes": small.place(1, scattered=500)},
        leaders={"six": small.leader("homes", number=6, capture=0.7)},
        squads={"men": {"count": 0}, "party": small.hunters("six", count=squads)},
        command={
            "alarm_open": 0.02,
            "telephone_delay": 5,
            "telegraph_delay": 60,
            "runner_delay": 30,
            "delay_spread": 1.5,
            "flight": 10,
        },
        clash={"raid": 15},
        movement={"traffic": 0.2, "own": 0.2},
    )


ONE, TWO = hunt(1), hunt(2)
# field, squads, values, does more of it help the plot?  What moves the squads themselves changes
# who of two comes first to whom, so it is a law for one squad only.
HUNTS = [
    ("command_alarm_open", TWO, st.floats(0, 1), False),
    ("command_telephone_delay", TWO, st.floats(0.5, 120), True),
    ("command_runner_delay", TWO, st.floats(0.5, 120), True),
    ("command_flight", TWO, st.floats(0, 120), True),
    ("command_agent", TWO, st.floats(0, 1), False),
    ("leader_capture", TWO, st.floats(0, 1), True),
    ("clash_raid", ONE, st.floats(0.5, 120), False),
    ("movement_foot", ONE, st.floats(2, 10), True),
    ("movement_detour", ONE, st.floats(1, 3), False),
]


@pytest.mark.parametrize(("field", "city", "values", "helps"), HUNTS)
@few
@given(st.data())
def test_which_way_a_hunt_is_pushed(
    field: str, city: small.World, values: st.SearchStrategy[float], helps: bool, data: Any
) -> None:
    seed = data.draw(seeds)
    less, more = sorted((data.draw(values), data.draw(values)))
    fewer, most = (
        small.run(city, WORLDS, seed, **{field: value}).column("arrested") for value in (less, more)
    )
    never_fewer(fewer, most) if helps else never_fewer(most, fewer)


def test_one_alarm_for_all_has_fatter_tails_than_one_for_each() -> None:
    # Five raids at once: all or none is commoner than five independent raids with the same mean.
    city = small.city(
        places={"homes": small.place(1, scattered=500)},
        leaders={"five": small.leader("homes", number=5)},
        squads={"men": {"count": 0}, "party": small.hunters("five", count=5)},
        clash={"raid": 20},
        command={"alarm_open": 0.05},
    )
    done = small.run(city, 20_000).column("arrested")
    p = done.mean() / 5
    assert (done == 5).mean() > 3 * p**5
    assert (done == 0).mean() > 3 * (1 - p) ** 5
    assert done.var() > 1.5 * 5 * p * (1 - p)


HELP = small.city(
    reserves={
        "centre": {
            "place": "centre",
            "groups": 1,
            "size": 20,
            "readiness": 5,
            "fire": 1,
            "breakoff": 0.5,
        }
    },
    command={"alarm_open": 0.05, "alarm_node": 0.05, "telephone_delay": 5, "recall": 10},
    movement={"own": 0.2},
    clash={"occupy": 10},
)


def arrival(seed: int, **fields: Any) -> float:
    """Return when help reaches the node."""
    events = small.traced(HELP, 0, seed, **fields)
    return min((event[0] for event in events if event[1] == "group_arrives"), default=np.inf)


# field, smaller, larger: help comes later with the larger.
DELAYS = [
    ("reserve_readiness", 1, 10),
    ("movement_truck", 10, 5),
    ("movement_detour", 1, 2),
    ("command_alarm_open", 0.1, 0.01),
    ("command_alarm_node", 0.1, 0.01),
    ("command_recall", 5, 10),
]


@pytest.mark.parametrize(("field", "sooner", "later"), DELAYS)
def test_what_delays_help(field: str, sooner: float, later: float) -> None:
    for seed in range(12):
        assert arrival(seed, **{field: sooner}) <= arrival(seed, **{field: later})


def test_power_is_not_harder_with_less() -> None:
    city = small.city(
        places={"other": small.place(3)},
        squads={"men": {"count": 2, "targets": ["node", "other"]}},
        power={"nodes": {"centre": 0, "node": 1, "other": 1}, "share_nodes": 0.5, "hours": 2},
        guards={"node": small.guard("node"), "other": small.guard("other")},
    )
    seized = [
        small.run(city, WORLDS, power_share_nodes=share).column("seized_at") >= 0
        for share in (1.0, 0.6, 0.5, 0.1)
    ]
    for harder, easier in pairwise(seized):
        never_fewer(harder, easier)
    assert seized[0].sum() < seized[-1].sum()


# Whole worlds: plans change with the defence, so a law holds for means only.


@pytest.fixture(scope="module")
def moscow() -> dict[str, small.World]:
    """The article's Moscow, and the same with the leaders at home: the day alone.

    The road would set what a test sets, and troops would take back what squads took.
    """
    document = read("moscow-1927-article")
    homes = {"leaders": "homes", "agent": "none"}
    alone = dict.fromkeys(("road", "army", "street", "holding", "fates")) | {"channels": {}}
    return {
        name: build(load(document, do=do).model_copy(update=alone))
        for name, do in (("article", None), ("homes", homes))
    }


def pushes(before: NDArray[np.int64], after: NDArray[np.int64]) -> float:
    """Return the mean paired difference in standard errors."""
    change = after - before
    return float(change.mean() / (change.std() / np.sqrt(change.size))) if change.any() else 0.0


# where, field, little, much, what more of it lowers.
WHOLE = [
    ("article", "guard_size", 2, 20, "nodes_taken"),
    ("article", "guard_fire", 0.001, 0.2, "nodes_taken"),
    ("article", "guard_vigilance", 0.0, 1.0, "nodes_taken"),
    ("article", "guard_breakoff", 0.1, 0.9, "nodes_taken"),
    ("article", "clash_ambush", 0.0, 10.0, "nodes_taken"),
    ("article", "reserve_size", 5, 50, "nodes_held"),
    ("homes", "command_alarm_open", 0.001, 0.5, "arrested"),
    ("homes", "command_agent", 0.0, 1.0, "arrested"),
    ("homes", "command_agent", 0.0, 1.0, "nodes_taken"),
    ("homes", "clash_raid", 5.0, 60.0, "arrested"),
]


@pytest.mark.parametrize(("where", "field", "little", "much", "of"), WHOLE)
def test_whole_worlds_are_pushed_the_same_way(
    moscow: dict[str, small.World], where: str, field: str, little: float, much: float, of: str
) -> None:
    before, after = (
        small.ensemble(moscow[where], 640, **{field: value}).column(of) for value in (little, much)
    )
    assert pushes(before, after) < -2.5, f"more {field} should lower {of}"
