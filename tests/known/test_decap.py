"""Mechanism 9, arresting the leaders: published results reproduced by the rules of the day."""

import math

import pytest

from tests import small
from tests.known.expected import expected, near

NINE = 9


@pytest.fixture(scope="module")
def homes() -> small.World:
    """Nine leaders, each in a flat of their own, and a squad for each."""
    return small.city(
        places={"homes": small.place(1, scattered=500)},
        leaders={"nine": small.leader("homes", number=NINE)},
        squads={"men": {"count": 0}, "parties": small.hunters("nine", count=NINE)},
    )


@pytest.fixture(scope="module")
def fortress() -> small.World:
    """The same nine behind one guard; a duel of one man against one decides about all."""
    return small.city(
        leaders={"nine": small.leader("node", number=NINE)},
        squads={"men": {"size": 1}},
        guards={"node": small.guard("node", size=1)},
    )


def stormed(chance: float) -> float:
    """Return the fire of a guard that loses a duel against fire 1 with a given chance."""
    return (1 - chance) / chance


def test_quorum_at_home(homes: small.World) -> None:
    said = expected("decap.quorum")
    taken = small.run(homes, 100_000, leader_capture=0.8).column("arrested")
    near(taken == NINE, said["home_all"])
    near(taken >= 5, said["home_ge5"])
    near(taken, said["home_mean"])


def test_quorum_in_a_fortress(fortress: small.World) -> None:
    taken = small.run(fortress, 100_000, guard_fire=stormed(0.2)).column("arrested")
    near(taken == NINE, expected("decap.quorum")["fort_all"])
    assert set(taken.tolist()) == {0, NINE}, "who is in one place shares one fate"


def test_correlated_variance(homes: small.World, fortress: small.World) -> None:
    apart, together = expected("decap.correlated_variance")
    mean = NINE * 0.3
    alone = small.run(homes, 100_000, leader_capture=0.3).column("arrested")
    near((alone - mean) ** 2, apart)
    all_at_once = small.run(fortress, 100_000, guard_fire=stormed(0.3)).column("arrested")
    near((all_at_once - mean) ** 2, together)


def test_koopman_random_search() -> None:
    # A squad lies near a guard for an hour and is noticed once an hour on average: coverage one.
    # Unnoticed it wins by surprise, noticed it has no chance.
    city = small.city(guards={"node": small.guard("node", size=100, vigilance=1 / 60)})
    fell = small.run(
        city,
        100_000,
        clash_approach=60,
        clash_surprise=120,
        squad_fire=100,
        guard_fire=100,
    ).fell()
    near(fell < 0, expected("decap.koopman")["random"])


def test_what_hides_half_doubles_the_time() -> None:
    # The columns of marchers prevent half of what would be noticed.
    columns = {
        "route": ["club", "node"],
        "since": "00:00",
        "until": "24:00",
        "width": 100,
        "hinder": 1,
        "hide": 0.5,
    }
    city = small.city(
        guards={"node": small.guard("node", size=100, vigilance=1 / 60)}, columns=columns
    )
    fell = small.run(
        city, 100_000, clash_approach=60, clash_surprise=120, squad_fire=100, guard_fire=100
    ).fell()
    near(fell < 0, 1 - math.exp(-0.5))
