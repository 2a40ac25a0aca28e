"""A squad's way: it waits, goes, lies near its target unseen or seen, and strikes.

Detection: each squad that lies near a guard not yet warned is noticed after an exponential time
with rate ``guard.vigilance``, less what the marching columns hide when it comes (search by random
encounter, Koopman 1946).  A warned guard sees at once, also those who lie there already;
one that is hidden fires from ambush.
"""

from __future__ import annotations

from malaparte.kernel.clock import set_clock
from malaparte.kernel.compile import kernel, typed
from malaparte.kernel.day.alarm import rouse
from malaparte.kernel.day.arrest import begin_raid, end_raid, hunt_next
from malaparte.kernel.day.keys import DETECT_KEY, TRAVEL_KEY
from malaparte.kernel.day.reserve import raise_danger
from malaparte.kernel.day.seizure import assault
from malaparte.kernel.day.travel import between, cover_of_columns, median_time, noise
from malaparte.kernel.events import DETECTED, TEAM_ARRIVES, TEAM_DEPARTS, emit
from malaparte.kernel.rng import exponential
from malaparte.kernel.state import (
    CLASH_APPROACH,
    DEPENDENCIES,
    DEPENDENCY_CONSUMER,
    DEPENDENCY_KIND,
    DEPENDENCY_LOSS,
    DEPENDENCY_SUPPLIER,
    GUARD,
    GUARD_ALERT,
    GUARD_VIGILANCE,
    INFINITE,
    LYING,
    MOVING,
    NODE_EVENT,
    NODE_GUARD,
    NODE_HOLDER,
    PLACE_GUARD,
    PLOT,
    SEED,
    SLOT_TEAM,
    SQUAD_ARRESTS,
    SQUAD_VEHICLE,
    TEAM_ASSAULT,
    TEAM_EVENT,
    TEAM_FROM,
    TEAM_KEY,
    TEAM_MEN,
    TEAM_PERSON,
    TEAM_PLACE,
    TEAM_SQUAD,
    TEAM_STATE,
    TEAM_STRIKE,
    TEAM_TRIPS,
    WAITING,
    WORLD,
)


@kernel
def depart(theta, ints, floats, team, t):
    """A team sets out for its place, or after its first person."""
    squad = ints[ints[TEAM_SQUAD] + team]
    if ints[ints[SQUAD_ARRESTS] + squad]:
        hunt_next(theta, ints, floats, team, t, -1)
        return
    start = ints[ints[TEAM_FROM] + team]
    place = ints[ints[TEAM_PLACE] + team]
    vehicle = ints[ints[SQUAD_VEHICLE] + squad]
    trip = ints[ints[TEAM_TRIPS] + team]
    ints[ints[TEAM_TRIPS] + team] = trip + 1
    luck = noise(theta, ints, floats, TRAVEL_KEY, ints[ints[TEAM_KEY] + team], trip)
    metres = between(ints, floats, start, place)
    arrival = t + median_time(theta, ints, floats, metres, vehicle, start, place, t) * luck
    ints[ints[TEAM_STATE] + team] = MOVING
    set_clock(ints, floats, ints[ints[SLOT_TEAM]] + team, arrival)
    ints[ints[TEAM_EVENT] + team] = emit(ints, t, TEAM_DEPARTS, team, start, place, arrival, -1)


@kernel
def vigilance(theta, ints, guard, place):
    """Return a guard's rate of noticing, less what it loses when its command is taken."""
    rate = theta[ints[GUARD_VIGILANCE] + guard]
    for d in range(ints[ints[DEPENDENCIES]]):
        if ints[ints[DEPENDENCY_CONSUMER] + d] == place:
            if ints[ints[DEPENDENCY_KIND] + d] == GUARD:
                supplier = ints[ints[DEPENDENCY_SUPPLIER] + d]
                if ints[ints[NODE_HOLDER] + supplier] == PLOT:
                    rate *= 1.0 - theta[ints[DEPENDENCY_LOSS] + d]
    return rate


@kernel
def noticed_at(theta, ints, floats, team, place, t):
    """Return when the guard of a place notices a team that comes near at time t."""
    guard = ints[ints[PLACE_GUARD] + place]
    if guard < 0 or ints[ints[NODE_GUARD] + place] == 0:
        return INFINITE
    if ints[ints[NODE_HOLDER] + place] == PLOT:
        return INFINITE
    if ints[ints[GUARD_ALERT] + guard]:
        return t
    cover = cover_of_columns(theta, ints, floats, place, t)
    rate = vigilance(theta, ints, guard, place) * (1.0 - cover) / 60.0
    if rate <= 0.0:
        return INFINITE
    key = ints[ints[TEAM_KEY] + team]
    trip = ints[ints[TEAM_TRIPS] + team]
    return t + exponential(ints[ints[SEED]], ints[ints[WORLD]], DETECT_KEY, key, trip, 0) / rate


@kernel
def arrive(theta, ints, floats, team, t):
    """A team is near: it waits for its hour, or until it is noticed."""
    place = ints[ints[TEAM_PLACE] + team]
    men = ints[ints[TEAM_MEN] + team]
    event = emit(ints, t, TEAM_ARRIVES, team, place, -1, men, ints[ints[TEAM_EVENT] + team])
    ints[ints[TEAM_EVENT] + team] = event
    strike = floats[ints[TEAM_STRIKE] + team]
    slot = ints[ints[SLOT_TEAM]] + team
    ints[ints[TEAM_STATE] + team] = LYING
    if ints[ints[TEAM_PERSON] + team] >= 0:
        set_clock(ints, floats, slot, max(strike, t))
        return
    start = max(strike, t + 60.0 * theta[ints[CLASH_APPROACH]])
    floats[ints[TEAM_ASSAULT] + team] = start
    set_clock(ints, floats, slot, min(start, noticed_at(theta, ints, floats, team, place, t)))


@kernel
def rise(theta, ints, floats, team, t):
    """A lying team strikes, at its hour or because it has been noticed."""
    if ints[ints[TEAM_PERSON] + team] >= 0:
        begin_raid(theta, ints, floats, team, t)
        return
    if t < floats[ints[TEAM_ASSAULT] + team]:
        place = ints[ints[TEAM_PLACE] + team]
        guard = ints[ints[PLACE_GUARD] + place]
        if ints[ints[NODE_GUARD] + place] > 0 and ints[ints[NODE_HOLDER] + place] != PLOT:
            ints[ints[GUARD_ALERT] + guard] = 1
            rouse(ints, floats, place, t)
            cause = ints[ints[TEAM_EVENT] + team]
            event = emit(ints, t, DETECTED, guard, place, team, 0, cause)
            ints[ints[TEAM_EVENT] + team] = event
            ints[ints[NODE_EVENT] + place] = event
            raise_danger(theta, ints, floats, place, t)
    assault(theta, ints, floats, team, t)


@typed("void(f8[::1], i8[::1], f8[::1], i8, f8)")
def team_acts(theta, ints, floats, team, t):
    """Do what is next for a team."""
    state = ints[ints[TEAM_STATE] + team]
    if state == WAITING:
        depart(theta, ints, floats, team, t)
    elif state == MOVING:
        arrive(theta, ints, floats, team, t)
    elif state == LYING:
        rise(theta, ints, floats, team, t)
    else:
        end_raid(theta, ints, floats, team, t)
