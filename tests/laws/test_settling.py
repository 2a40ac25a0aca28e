"""A unit stays where it has taken a place, so that who wants it back meets it."""

import pytest

from tests import small
from tests.laws.test_public import STUBBORN, city, unit

MINE = unit("club", men=500, officers=1, ranks=1, pledged=1)


@pytest.mark.parametrize("minutes", [0, 30, 120])
def test_a_unit_goes_on_when_it_has_settled(minutes: int) -> None:
    power = {"nodes": {"node": 1, "centre": 1, "camp": 1}, "hours": 20}
    world = city({"mine": MINE, "yours": unit(men=1)}, army={"settle": minutes}, power=power)
    stays: list[float] = []
    for number in range(20):
        told = [event for event in small.traced(world, number) if event[2] == "mine"]
        taken = [event[0] for event in told if event[1] == "unit_takes"]
        marched = [event[0] for event in told if event[1] == "unit_marches"]
        later = [one for one in taken if one <= marched[-1]]
        stays += [min(t for t in marched if t >= one) - one for one in later]
    assert stays
    assert all(60 * minutes <= stay <= 60 * minutes + 300 for stay in stays)


@pytest.mark.parametrize("minutes", [0, 60])
def test_who_is_on_the_way_is_waited_for(minutes: int) -> None:
    """Two units of a like size meet and fight; they do not take places in turn all day."""
    units = {"mine": MINE, "yours": unit("centre", men=500, officers=0, ranks=0)}
    world = city(units, army={**STUBBORN, "settle": minutes, "luck": 0.5})
    for number in range(40):
        told = [event[1] for event in small.traced(world, number)]
        assert told.count("unit_beaten") == 1
        assert told.count("unit_takes") + told.count("unit_retakes") <= 3
