"""A day of docs/first/three-nodes.yaml written by hand: reports must not need a kernel."""

from dataclasses import replace

from malaparte.kernel import events as kind
from malaparte.kernel.outcome import REPELLED_LABEL
from malaparte.scenario.load import load
from malaparte.world.build import World, build

BARRACKS, CLUB, EXCHANGE, MINISTRY, STATION, VILLAS = range(6)
NONE = -1

# t, kind, actor, place, target, value, cause.  Teams 0 and 1 make arrests, 2 to 4 seize.
_DAY = (
    (0, kind.PERSON_MOVES, NONE, VILLAS, 0, 0, NONE),
    (0, kind.PERSON_MOVES, NONE, VILLAS, 1, 0, NONE),
    (0, kind.PERSON_MOVES, NONE, MINISTRY, 2, 0, NONE),
    (9000, kind.TEAM_DEPARTS, 2, CLUB, EXCHANGE, 10200, NONE),
    (9300, kind.TEAM_DEPARTS, 3, CLUB, STATION, 10500, NONE),
    (9600, kind.TEAM_DEPARTS, 4, CLUB, MINISTRY, 10600, NONE),
    (10200, kind.TEAM_ARRIVES, 2, EXCHANGE, NONE, 10, 3),
    (10500, kind.TEAM_ARRIVES, 3, STATION, NONE, 8, 4),
    (10600, kind.TEAM_ARRIVES, 4, MINISTRY, NONE, 9, 5),
    (10800, kind.HALF_BEGINS, NONE, CLUB, NONE, 0, NONE),
    (10800, kind.ASSAULT, 2, EXCHANGE, NONE, 10, 6),  # seq 10
    (10800, kind.FIGHT_BEGINS, NONE, EXCHANGE, NONE, 2, 10),
    (10800, kind.SERVICE, NONE, EXCHANGE, NONE, 600, 10),
    (10800, kind.ASSAULT, 3, STATION, NONE, 8, 7),
    (10800, kind.ASSAULT, 4, MINISTRY, NONE, 9, 8),
    (10860, kind.PLOT_LOSS, NONE, EXCHANGE, 2, 9, 11),
    (10920, kind.PLOT_LOSS, NONE, EXCHANGE, 2, 8, 11),
    (11040, kind.GUARD_LOSS, NONE, EXCHANGE, 0, 7, 11),
    (11100, kind.NODE_TAKEN, 3, STATION, NONE, 8, 13),
    (11200, kind.PLOT_LOSS, NONE, EXCHANGE, 2, 7, 11),
    (11220, kind.NEWS, 3, STATION, NONE, 1, 18),  # seq 20
    (11280, kind.REPELLED, 2, EXCHANGE, NONE, 7, 11),
    (11280, kind.SERVICE, NONE, EXCHANGE, NONE, 0, 21),
    (11300, kind.NODE_TAKEN, 4, MINISTRY, NONE, 9, 14),
    (11300, kind.PERSON_ARRESTED, 4, MINISTRY, 2, 0, 23),
    (11400, kind.ALARM_RINGS, NONE, BARRACKS, NONE, 0, NONE),
    (11520, kind.PERSON_WARNED, NONE, VILLAS, 0, 0, 25),
    (11580, kind.PERSON_WARNED, NONE, VILLAS, 1, 0, 25),
    (11600, kind.CALL, NONE, STATION, NONE, 1, 18),
    (11600, kind.GROUP_SENT, 0, BARRACKS, STATION, 13200, 28),
    (12000, kind.HALF_BEGINS, NONE, CLUB, NONE, 1, NONE),  # seq 30
    (12000, kind.TEAM_DEPARTS, 0, CLUB, VILLAS, 12900, NONE),
    (12420, kind.PERSON_MOVES, NONE, BARRACKS, 0, 0, 25),
    (12900, kind.TEAM_ARRIVES, 0, VILLAS, NONE, 5, 31),
    (12900, kind.RAID, 0, VILLAS, 1, 0, 33),
    (13080, kind.NEWS, 2, EXCHANGE, NONE, 0, 21),
    (13200, kind.GROUP_ARRIVES, 0, STATION, NONE, 20, 18),
    (13200, kind.COUNTERATTACK, 0, STATION, NONE, 20, 36),
    (13200, kind.FIGHT_BEGINS, NONE, STATION, NONE, 0, 37),
    (13300, kind.GROUP_LOSS, NONE, STATION, 0, 19, 38),
    (13320, kind.PLOT_LOSS, NONE, STATION, 3, 7, 38),  # seq 40
    (13500, kind.RETAKEN, NONE, STATION, NONE, 19, 38),
    (13560, kind.PERSON_ARRESTED, 0, VILLAS, 1, 0, 34),
    (13560, kind.TEAM_DEPARTS, 0, VILLAS, VILLAS, 13800, 42),
    (13800, kind.TEAM_ARRIVES, 0, VILLAS, NONE, 5, 43),
    (13800, kind.RAID, 0, VILLAS, 0, 0, 44),
    (14400, kind.PERSON_MISSED, 0, VILLAS, 0, 0, 45),
    (14700, kind.NEWS, 3, STATION, NONE, 0, 41),
    (14700, kind.FAILURE, NONE, CLUB, NONE, 0, 47),
    (14700, kind.TEAM_RECALLED, 1, VILLAS, NONE, 0, 48),
    (15000, kind.CROWD_CHANGES, 0, CLUB, NONE, 340, NONE),  # seq 50
    (15300, kind.CROWD_CHANGES, 1, STATION, NONE, 24, NONE),
    (20000, kind.CROWD_CHANGES, 0, CLUB, NONE, 0, NONE),
    (90000, kind.ENDS, NONE, NONE, NONE, 2, NONE),
)

EVENTS = [[seq, *row] for seq, row in enumerate(_DAY)]
ROW = [REPELLED_LABEL, 2, 1, 0, 10800, 11400, 14700, -1, -1, 14700, 2, 1, 2, 4, 2]
"""The outcome row of this day."""


# The same places, with two units of the army: one goes over, takes a place and is beaten there.
# It sends a group home; the other captures the squad that it finds, and a squad is called back.
_ARMY_DAY = (
    (2700, kind.GROUP_SENT, 0, BARRACKS, STATION, 3000, NONE),
    (3000, kind.UNIT_CHOOSES, 0, BARRACKS, NONE, 2, NONE),
    (3000, kind.GROUP_ARRIVES, 0, STATION, NONE, 20, NONE),
    (3300, kind.UNIT_CHOOSES, 1, CLUB, NONE, 1, NONE),
    (3600, kind.UNIT_MARCHES, 0, BARRACKS, STATION, 5400, NONE),
    (3600, kind.TEAM_DEPARTS, 3, CLUB, STATION, 5100, NONE),
    (3600, kind.TEAM_DEPARTS, 4, CLUB, MINISTRY, 4200, NONE),
    (4500, kind.UNIT_CHOOSES, 2, STATION, NONE, 2, NONE),  # from outside: it says so, no more
    (5100, kind.TEAM_ARRIVES, 3, STATION, NONE, 8, NONE),
    (5100, kind.ASSAULT, 3, STATION, NONE, 8, NONE),
    (5400, kind.UNIT_TAKES, 0, STATION, NONE, 180, NONE),
    (6000, kind.UNIT_CHOOSES, 1, CLUB, NONE, 0, NONE),
    (6000, kind.UNIT_MARCHES, 1, CLUB, STATION, 7200, NONE),
    (7200, kind.UNIT_BEATEN, 0, STATION, NONE, 0, NONE),
    (7200, kind.UNIT_RETAKES, 1, STATION, NONE, 90, NONE),
    (7500, kind.TEAM_RECALLED, 4, MINISTRY, NONE, 0, NONE),
    (7800, kind.UNIT_REFUSES, 1, CLUB, NONE, 0, NONE),
)

ARMY_EVENTS = [[seq, *row] for seq, row in enumerate(_ARMY_DAY)]


def world() -> World:
    """Return the scenario of the day as numbers."""
    return build(load("docs/first/three-nodes.yaml"))


def army_world() -> World:
    """Return the same world with two units in the city and one outside."""
    plain = world()
    army = load("berlin-1920").army
    assert army is not None
    unit = next(iter(army.units.values()))
    units = {
        name: unit.model_copy(update={"place": place, "outside": name == "far"})
        for name, place in (("first", "barracks"), ("second", "club"), ("far", "station"))
    }
    scenario = plain.scenario.model_copy(update={"army": army.model_copy(update={"units": units})})
    return replace(plain, scenario=scenario, names={**plain.names, "unit": tuple(units)})
