"""The plan: who goes where, by what the plotters believe, and when.

Squads of a kind are divided among its targets, the most wanted first: each target gets as many as
``margin`` men for one *believed* defender need, at least one; what is left over goes round again.
Guards that are seen count by ``estimate``, hidden ones by ``suspicion`` only, more or less
where rehearsals have shown something: the plan is made with the believed defence, the fights use
the true one.
"""

from __future__ import annotations

import math

from malaparte.kernel.clock import set_clock
from malaparte.kernel.compile import kernel
from malaparte.kernel.day.arrest import way_to_flat
from malaparte.kernel.day.headquarters import first_half
from malaparte.kernel.day.travel import between, median_time
from malaparte.kernel.road.fields import SHOWN
from malaparte.kernel.state import (
    ACTIVE,
    AGITATION,
    DAY_START,
    DOCTRINE,
    GOALS_FIRST,
    GUARD_HIDDEN,
    GUARD_POSTURE,
    GUARD_SIZE,
    INFINITE,
    LEADER_BELIEVED,
    LEADER_FIRST,
    LEADER_SLOTS,
    NONE,
    PERSON_STATE,
    PLACE_GUARD,
    PLAN_ESTIMATE,
    PLAN_GAP,
    PLAN_HOUR,
    PLAN_MARGIN,
    PLAN_SUSPICION,
    SIGNAL,
    SLOT_HALF,
    SLOT_TEAM,
    SQUAD_ARRESTS,
    SQUAD_COUNT,
    SQUAD_FIRST,
    SQUAD_HALF,
    SQUAD_SIZE,
    SQUAD_SLOTS,
    SQUAD_TARGETS,
    SQUAD_VEHICLE,
    SQUAD_WANTED,
    SQUADS,
    SUCCESS,
    TARGET,
    TEAM_FROM,
    TEAM_MEN,
    TEAM_PERSON,
    TEAM_PLACE,
    TEAM_START,
    TEAM_STATE,
    TEAM_STRIKE,
    WAITING,
)


@kernel
def believed_guards(theta, ints, floats, place):
    """Return how many defenders the plotters reckon with at a place."""
    guard = ints[ints[PLACE_GUARD] + place]
    if guard < 0 or ints[ints[GUARD_POSTURE] + guard] == NONE:
        return 0.0
    factor = theta[ints[PLAN_ESTIMATE]]
    if ints[ints[GUARD_HIDDEN] + guard]:
        factor = theta[ints[PLAN_SUSPICION]] + floats[ints[SHOWN] + place]
    return theta[ints[GUARD_SIZE] + guard] * factor


@kernel
def squads_needed(theta, ints, floats, place, size):
    """Return how many squads of a size a place is believed to need, at least one."""
    men = theta[ints[PLAN_MARGIN]] * believed_guards(theta, ints, floats, place)
    return max(1, int(math.ceil(men / size)))


@kernel
def strike_time(theta, ints, half):
    """Return when a half of the plan strikes, INFINITE if it waits for the signal of success."""
    hour = 3600.0 * theta[ints[PLAN_HOUR]]
    first = first_half(ints)
    if first < 0 or half == first:
        return hour
    if ints[ints[SIGNAL]] == SUCCESS:
        return INFINITE
    return hour + 60.0 * theta[ints[PLAN_GAP]]


@kernel
def departure(theta, ints, floats, team, squad, place, strike):
    """Return when a team must set out to be at its place by the time of the strike."""
    start = ints[ints[TEAM_START] + team]
    if ints[ints[SQUAD_ARRESTS] + squad]:
        leader = ints[ints[TARGET] + ints[ints[SQUAD_TARGETS] + squad]]
        person = ints[ints[LEADER_FIRST] + leader]
        metres = way_to_flat(theta, ints, floats, person, start, place)
    else:
        metres = between(ints, floats, start, place)
    vehicle = ints[ints[SQUAD_VEHICLE] + squad]
    way = median_time(theta, ints, floats, metres, vehicle, start, place, strike)
    return max(1.0 * ints[ints[DAY_START]], strike - way)


@kernel
def task(theta, ints, floats, team, squad, place, size):
    """Give a team its men, its place and its hour."""
    strike = strike_time(theta, ints, ints[ints[SQUAD_HALF] + squad])
    ints[ints[TEAM_STATE] + team] = WAITING
    ints[ints[TEAM_MEN] + team] = size
    ints[ints[TEAM_FROM] + team] = ints[ints[TEAM_START] + team]
    ints[ints[TEAM_PERSON] + team] = -1
    ints[ints[ACTIVE]] += 1
    floats[ints[TEAM_STRIKE] + team] = strike
    if strike < INFINITE:
        out = departure(theta, ints, floats, team, squad, place, strike)
        set_clock(ints, floats, ints[ints[SLOT_TEAM]] + team, out)
    if ints[ints[SQUAD_ARRESTS] + squad]:
        ints[ints[TEAM_PLACE] + team] = ints[ints[TEAM_START] + team]
    else:
        ints[ints[TEAM_PLACE] + team] = place


@kernel
def persons_wanted(ints, squad):
    """Return the number of persons on a kind's list."""
    wanted = 0
    first = ints[ints[SQUAD_TARGETS] + squad]
    for entry in range(first, first + ints[ints[SQUAD_WANTED] + squad]):
        leader = ints[ints[TARGET] + entry]
        start = ints[ints[LEADER_FIRST] + leader]
        for person in range(start, start + ints[ints[LEADER_SLOTS] + leader]):
            if ints[ints[PERSON_STATE] + person]:
                wanted += 1
    return wanted


@kernel
def divide(theta, ints, floats, squad):
    """Divide the squads of a kind among its targets."""
    size = int(math.floor(theta[ints[SQUAD_SIZE] + squad] + 0.5))
    drawn = int(math.floor(theta[ints[SQUAD_COUNT] + squad] + 0.5))
    count = min(drawn, ints[ints[SQUAD_SLOTS] + squad])
    if size < 1 or count < 1:
        return
    first_team = ints[ints[SQUAD_FIRST] + squad]
    targets = ints[ints[SQUAD_TARGETS] + squad]
    wanted = ints[ints[SQUAD_WANTED] + squad]
    in_first = ints[ints[SQUAD_HALF] + squad] == first_half(ints)
    if ints[ints[SQUAD_ARRESTS] + squad]:
        place = ints[ints[LEADER_BELIEVED] + ints[ints[TARGET] + targets]]
        for ordinal in range(count):
            task(theta, ints, floats, first_team + ordinal, squad, place, size)
        if in_first:
            ints[ints[GOALS_FIRST]] += persons_wanted(ints, squad)
        return
    sent = 0
    for entry in range(wanted):
        place = ints[ints[TARGET] + targets + entry]
        need = squads_needed(theta, ints, floats, place, size)
        if sent < count and in_first:
            ints[ints[GOALS_FIRST]] += 1
        while need > 0 and sent < count:
            task(theta, ints, floats, first_team + sent, squad, place, size)
            sent += 1
            need -= 1
    entry = 0
    while sent < count:
        place = ints[ints[TARGET] + targets + entry % wanted]
        task(theta, ints, floats, first_team + sent, squad, place, size)
        sent += 1
        entry += 1


@kernel
def make_plan(theta, ints, floats):
    """Give every squad its task and set the clocks of both halves."""
    hour = 3600.0 * theta[ints[PLAN_HOUR]]
    set_clock(ints, floats, ints[ints[SLOT_HALF]], hour)
    if ints[ints[DOCTRINE]] == AGITATION:
        return
    for squad in range(ints[ints[SQUADS]]):
        divide(theta, ints, floats, squad)
    first = first_half(ints)
    if first >= 0:
        second = strike_time(theta, ints, 1 - first)
        set_clock(ints, floats, ints[ints[SLOT_HALF]] + 1, second)
