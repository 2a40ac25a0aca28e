"""The road of one world, and the roads of many for a report."""

from __future__ import annotations

from malaparte.kernel.compile import entry, kernel, typed
from malaparte.kernel.road.fields import (
    ARREST_DAY,
    ARRESTS,
    DAYS,
    EARLY,
    HOUR_KNOWN,
    INCIDENTS,
    KNOWN,
    LOG_RUMOUR,
    PREVENTED,
    PROBES,
    PROPOSED_DAY,
    REAL,
    REPORTS_FALSE,
    REPORTS_TRUE,
    START_DAY,
)
from malaparte.kernel.road.hand_over import fielded, hand_over
from malaparte.kernel.road.step import begin_road, road_day
from malaparte.kernel.road.targets import places_noticed, targets_known

SERIES = (
    "rumour",
    "queue",
    "queue_goods",
    "home",
    "procured",
    "cover",
    "incidents",
    "trust",
    "plotters",
    "belief",
)
"""What is written down every day, in the order of the columns of `walk_many`."""

FACTS = (
    "real",
    "proposed",
    "arrested_on",
    "arrests",
    "prevented",
    "early",
    "start",
    "hour_known",
    "reports_true",
    "reports_false",
    "probes",
    "incidents",
    "targets_known",
    "noticed",
    "members_known",
    "fielded",
)
"""What is kept of a road as a whole: flags, days, counts; the share of the planned men fielded."""


@typed("void(f8[::1], i8[::1], f8[::1], i8, i8, i8)")
def walk(theta, ints, floats, seed, world, whole):
    """Walk the road of a world to its eve, or with ``whole`` to the end of the economy."""
    begin_road(theta, ints, floats, seed, world)
    day = 0
    while day < ints[ints[START_DAY]]:
        road_day(theta, ints, floats, day)
        day += 1
    hand_over(theta, ints, floats)
    if whole:
        while day < ints[ints[DAYS]]:
            road_day(theta, ints, floats, day)
            day += 1


@kernel
def write_facts(ints, floats, row):
    """Write the facts of a road but the last."""
    row[0] = ints[ints[REAL]]
    row[1] = ints[ints[PROPOSED_DAY]]
    row[2] = ints[ints[ARREST_DAY]]
    row[3] = ints[ints[ARRESTS]]
    row[4] = ints[ints[PREVENTED]]
    row[5] = ints[ints[EARLY]]
    row[6] = ints[ints[START_DAY]]
    row[7] = ints[ints[HOUR_KNOWN]]
    row[8] = ints[ints[REPORTS_TRUE]]
    row[9] = ints[ints[REPORTS_FALSE]]
    row[10] = ints[ints[PROBES]]
    row[11] = ints[ints[INCIDENTS]]
    row[12] = targets_known(ints)
    row[13] = places_noticed(ints)
    row[14] = floats[ints[KNOWN]]


@entry("void(f8[:, ::1], i8[::1], f8[::1], i8, i8, i8, i8, i8[::1], f8[:, :, ::1], f8[:, ::1])")
def walk_many(thetas, ints, floats, seed, first_world, worlds, inner, days, series, facts):
    """Walk the whole roads of worlds first_world .. first_world + worlds - 1.

    thetas float64 [sets, inputs]; ints, floats: state to work in, changed; days int64 [dates], the
    days to report; series float64 [worlds, dates, SERIES] and facts float64 [worlds, FACTS] are
    filled.
    """
    first_set = first_world // inner
    for w in range(worlds):
        world = first_world + w
        theta = thetas[world // inner - first_set]
        walk(theta, ints, floats, seed, world, 1)
        for d in range(days.size):
            for k in range(series.shape[2]):
                series[w, d, k] = floats[ints[LOG_RUMOUR + k] + days[d]]
        write_facts(ints, floats, facts[w])
        facts[w, 15] = fielded(theta, ints, floats)
