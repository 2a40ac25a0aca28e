"""What squads and reserves do where a unit of the army stands, or has stood."""

import pytest

import malaparte as mp
from malaparte.kernel import events as kind
from malaparte.report.state_at import rows
from tests import small
from tests.laws.test_public import STUBBORN, city, unit

RESERVE = {
    "place": "centre",
    "groups": 1,
    "size": 60,
    "readiness": 5,
    "fire": 1,
    "breakoff": 0.5,
}
PARTS = {
    "reserves": {"centre": RESERVE},
    "command": {"agent": 1, "alarm_open": 0.05, "telephone_delay": 5, "recall": 10},
}
ENDS = (kind.NODE_TAKEN, kind.REPELLED, kind.RETAKEN, kind.COUNTERATTACK_FAILS)
MINE = unit("node", men=500, officers=1, ranks=1, pledged=1)


def with_units(settle: int, squads: int) -> small.World:
    """Return a city in which a pledged regiment is at the node that squads strike."""
    parts = {**PARTS, "squads": {"men": {"count": squads}}}
    parts["power"] = {"nodes": {"node": 1, "centre": 1, "camp": 1}, "hours": 20}
    army = {**STUBBORN, "settle": settle}
    return city({"mine": MINE, "yours": unit("camp", men=1)}, army=army, **parts)


@pytest.mark.parametrize("squads", [1, 2])
def test_reserves_wait_while_a_regiment_stands_there(squads: int) -> None:
    came = struck = 0
    for number in range(30):
        here = True
        for event in small.traced(with_units(600, squads), number):
            here &= not (event[1] == "unit_marches" and event[3] == "node" != event[4])
            came += event[1] == "group_arrives" and here
            struck += event[1] == "counterattack" and here
    assert came > 0
    assert struck == 0


def test_reserves_strike_once_the_regiment_has_gone_on() -> None:
    struck = 0
    for number in range(30):
        told = small.traced(with_units(30, 1), number)
        gone = [event[0] for event in told if event[1] == "unit_marches" and event[3] == "node"]
        first = [event[0] for event in told if event[1] == "counterattack"]
        if first:
            struck += 1
            assert first[0] >= gone[0]
    assert struck > 0


def test_every_fight_ends_and_what_is_empty_is_walked_into() -> None:
    """Worlds of Moscow in which a regiment took a place, went on, and reserves came."""
    lab = mp.load("moscow-1927-article")
    walked = 0
    for world in (8, 35, 593):
        fought: set[int] = set()
        began = -1
        for row in rows(lab.trace(world).events.tolist()):
            if row.kind == kind.FIGHT_BEGINS:
                fought.add(row.place)
            elif row.kind in ENDS:
                walked += row.kind == kind.RETAKEN and row.place not in fought and row.t == began
                fought.discard(row.place)
            elif row.kind == kind.COUNTERATTACK:
                began = row.t
        assert not fought
    assert walked > 0
