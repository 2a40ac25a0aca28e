"""Mechanism 6, seizing a place: published results reproduced by the rules of the day.

A simulated share may miss the published one by four standard errors; each number of worlds is such
that the documented mistake lies at least ten away.
"""

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from malaparte.kernel.day.arrest import MEAN_DISTANCE_IN_DISC
from malaparte.world.geometry import DEGREE, distances
from tests import small
from tests.known.expected import expected, near

HALF_AN_HOUR = 30.0


def five(mean: float, alarm: float) -> small.Worlds:
    """Five raids on five persons, each as long as it takes, and one alarm that frees the rest."""
    homes = {f"home{i}": small.place(i + 3) for i in range(5)}
    leaders = {f"home{i}": small.leader(f"home{i}") for i in range(5)}
    squads = {f"home{i}": small.hunters(f"home{i}") for i in range(5)}
    city = small.city(places=homes, leaders=leaders, squads=squads)
    return small.run(city, 100_000, clash_raid=mean, command_alarm_open=alarm)


def test_alarm_race() -> None:
    # The alarm comes half as fast as a raid ends. With one alarm each, all five: (2/3)^5 = 0.13.
    arrested = five(HALF_AN_HOUR, 0.5 / HALF_AN_HOUR).column("arrested")
    said = expected("force.alarm_race")
    near(arrested == 5, said["P_all"])
    near(arrested, said["E_done"])
    for least in range(1, 6):
        near(arrested >= least, math.prod(j / (j + 0.5) for j in range(6 - least, 6)))


@pytest.fixture(scope="module")
def street() -> small.World:
    """One squad against one guard in the open: aimed fire on both sides, to the last man."""
    return small.city(guards={"node": small.guard("node")})


@pytest.mark.parametrize("case", range(5))
def test_okcorral_win(street: small.World, case: int) -> None:
    plot, guards = expected("force.okcorral_win", "inputs")["cases"][case]
    worlds = small.run(street, 60_000, squad_size=plot, guard_size=guards)
    near(worlds.fell() >= 0, expected("force.okcorral_win")[case])


def test_lanchester_square(street: small.World) -> None:
    # A thousand against eight hundred: the law of large numbers, not yet its limit.
    fire = 0.01
    worlds = small.run(
        street, 4000, squad_size=1000, guard_size=800, squad_fire=fire, guard_fire=fire
    )
    said = expected("force.lanchester_square")
    near(1000 - worlds.column("loss_plot"), 10 * said["survivors"], bias=3.0)
    near((worlds.fell() - 3600 * small.HOUR) / 60 * fire, said["t_end"], bias=0.005)


@pytest.fixture(scope="module")
def house() -> small.World:
    """One squad in the open against guards behind walls: Deitchman's mixed law."""
    guards = {"node": small.guard("node", posture="inside")}
    return small.city(guards=guards, clash={"area": 0.01})


def ambush(house: small.World, plot: int, guards: int, worlds: int = 1000) -> small.Worlds:
    """A hundred times 40 against 7 or 8: at a finite size no law is sharp."""
    rate = expected("force.deitchman", "inputs")
    return small.run(
        house,
        worlds,
        squad_size=10 * plot,
        guard_size=100 * guards,
        squad_fire=1000,
        guard_fire=rate["b"],
        clash_area=rate["a"],
    )


def test_deitchman_what_is_left(house: small.World) -> None:
    left = 400 - ambush(house, 40, 7).column("loss_plot")
    near(left, 10 * expected("force.deitchman")["x_left_if_y7"], bias=3.0)


def test_deitchman_parity(house: small.World) -> None:
    parity = expected("force.deitchman")["y_parity"]
    assert parity == 8
    assert (ambush(house, 40, 7).fell() >= 0).mean() > 0.95
    assert (ambush(house, 40, 9).fell() >= 0).mean() < 0.05
    assert 0.4 < (ambush(house, 40, 8).fell() >= 0).mean() < 0.6


def test_poisson_binomial() -> None:
    # Five duels of one man against one, and nothing that one place could hear of another.
    chances = expected("force.poisson_binomial", "inputs")["p"]
    ids = [f"n{i}" for i in range(5)]
    city = small.city(
        places={each: small.place(i + 3) for i, each in enumerate(ids)},
        squads={each: small.squad(each, size=1) for each in ids} | {"men": {"count": 0}},
        guards={
            each: small.guard(each, size=1, fire=(1 - p) / p)
            for each, p in zip(ids, chances, strict=True)
        },
    )
    taken = small.run(city, 200_000).column("nodes_taken")
    said = expected("force.poisson_binomial")
    near(taken == 0, said["P0"])
    near(taken >= 3, said["P_ge3"])
    near(taken == 5, said["P5"])
    near(taken, said["mean"])
    near((taken - said["mean"]) ** 2, said["var"])


def mean_distance(points: NDArray[np.float64]) -> float:
    # Metres at the equator, where a degree has one length both ways.
    far = distances([(x, y) for x, y in (points / DEGREE).tolist()])
    return float(far.mean())


def lattice(number: int) -> NDArray[np.float64]:
    """Return the middles of the cells of a unit square."""
    line = (np.arange(number) + 0.5) / number
    return np.stack(np.meshgrid(line, line), axis=-1).reshape(-1, 2)


def test_street_distance_in_a_square() -> None:
    said = expected("force.street_distance")
    assert mean_distance(lattice(40)) == pytest.approx(said["euclid"], abs=2e-3)


def test_mean_distance_of_two_flats() -> None:
    # What a squad goes from flat to flat of one scattered place; 0.5214054 would be a square's.
    points = 2 * lattice(60) - 1
    disc = points[(points**2).sum(axis=1) <= 1]
    assert mean_distance(disc) == pytest.approx(MEAN_DISTANCE_IN_DISC, rel=4e-3)
    assert pytest.approx(128 / (45 * math.pi), abs=1e-15) == MEAN_DISTANCE_IN_DISC


def test_a_flat_lies_anywhere_in_its_disc() -> None:
    # The way from the middle of a disc to a random point of it is 2/3 of its radius on average.
    city = small.city(
        places={"homes": small.place(1, scattered=3000)},
        leaders={"one": small.leader("homes")},
        squads={"men": {"count": 0}, "party": small.hunters("one")},
        clash={"raid": 0},
        command={"alarm_open": 1000},
    )
    # Everybody sets out in time to be there at the hour, so the way is seen in the departure.
    ways = []
    for world in range(200):
        events = small.traced(city, world)
        out = next(event for event in events if event[1] == "team_departs")
        ways.append((3600 * small.HOUR - out[0]) / 3600 * 6000 / 3000)
    near(np.array(ways), 2 / 3)
