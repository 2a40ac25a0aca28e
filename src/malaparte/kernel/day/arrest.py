"""Arrests: many raids on many flats, or one defended place.

A team looks for one person after another where the plot believes them to be.  In scattered flats
each raid is its own; persons in one defended place share its fate (known result decap.quorum: the
means may be equal, the tails are not).  Who has been warned in time is not there.
"""

from __future__ import annotations

import math

from malaparte.kernel.clock import set_clock
from malaparte.kernel.compile import kernel, typed
from malaparte.kernel.day.alarm import come_into_the_open
from malaparte.kernel.day.headquarters import send_news
from malaparte.kernel.day.keys import CAPTURE_KEY, DWELLING_KEY, RAID_KEY, TRAVEL_KEY
from malaparte.kernel.day.power import check_power
from malaparte.kernel.day.travel import between, median_time, noise
from malaparte.kernel.events import (
    NOT_THERE,
    OUT_OF_REACH,
    PERSON_ARRESTED,
    PERSON_MISSED,
    RAID,
    SLIPPED_AWAY,
    TEAM_DEPARTS,
    emit,
)
from malaparte.kernel.rng import DYNAMICS, exponential, uniform
from malaparte.kernel.state import (
    ACTIVE,
    ARRESTED,
    CLASH_RAID,
    DONE,
    FREE,
    INFINITE,
    LEADER_BELIEVED,
    LEADER_CAPTURE,
    LEADER_FIRST,
    LEADER_SLOTS,
    MOVING,
    NODE_GUARD,
    NODE_HOLDER,
    NODE_RELIEF,
    PERSON_HUNTED,
    PERSON_KEY,
    PERSON_LEADER,
    PERSON_PLACE,
    PERSON_STATE,
    PERSONS,
    PLACE_MANY,
    PLACE_SCATTERED,
    PLOT,
    RAIDING,
    SEED,
    SLOT_TEAM,
    SLOT_WARN_PERSON,
    SQUAD_TARGETS,
    SQUAD_VEHICLE,
    SQUAD_WANTED,
    TAKEN,
    TARGET,
    TEAM_EVENT,
    TEAM_FROM,
    TEAM_KEY,
    TEAM_PERSON,
    TEAM_PLACE,
    TEAM_SQUAD,
    TEAM_STATE,
    TEAM_TRIPS,
    WARNED,
    WORLD,
)

MEAN_DISTANCE_IN_DISC = 0.9054147873672267
"""Mean distance of two random points of a disc over its radius, 128 / (45 pi)."""


@kernel
def next_person(ints, team):
    """Return the first of the team's list whom nobody hunts yet, -1 when the list is done."""
    squad = ints[ints[TEAM_SQUAD] + team]
    first = ints[ints[SQUAD_TARGETS] + squad]
    for entry in range(first, first + ints[ints[SQUAD_WANTED] + squad]):
        leader = ints[ints[TARGET] + entry]
        start = ints[ints[LEADER_FIRST] + leader]
        for person in range(start, start + ints[ints[LEADER_SLOTS] + leader]):
            state = ints[ints[PERSON_STATE] + person]
            if state != 0 and state != TAKEN and ints[ints[PERSON_HUNTED] + person] == 0:
                return person
    return -1


@kernel
def way_to_flat(theta, ints, floats, person, start, place):
    """Return the straight distance in metres from a place to where a person is believed to be.

    Between two flats of one scattered place it is the mean distance of two points of a disc; from
    outside it is the way to the middle and then out to the person's own flat.
    """
    if ints[ints[PLACE_MANY] + place] == 0:
        return between(ints, floats, start, place)
    radius = theta[ints[PLACE_SCATTERED] + place]
    if start == place:
        return MEAN_DISTANCE_IN_DISC * radius
    key = ints[ints[PERSON_KEY] + person]
    u = uniform(ints[ints[SEED]], ints[ints[WORLD]], DYNAMICS, DWELLING_KEY, key, 0, 0)
    return between(ints, floats, start, place) + radius * math.sqrt(u)


@typed("void(f8[::1], i8[::1], f8[::1], i8, f8, i8)")
def hunt_next(theta, ints, floats, team, t, cause):
    """Send a team after the next person of its list; with nobody left it is done."""
    person = next_person(ints, team)
    slot = ints[ints[SLOT_TEAM]] + team
    if person < 0:
        ints[ints[TEAM_STATE] + team] = DONE
        ints[ints[TEAM_PERSON] + team] = -1
        ints[ints[ACTIVE]] -= 1
        set_clock(ints, floats, slot, INFINITE)
        return
    ints[ints[PERSON_HUNTED] + person] = 1
    start = ints[ints[TEAM_PLACE] + team]
    place = ints[ints[LEADER_BELIEVED] + ints[ints[PERSON_LEADER] + person]]
    metres = way_to_flat(theta, ints, floats, person, start, place)
    vehicle = ints[ints[SQUAD_VEHICLE] + ints[ints[TEAM_SQUAD] + team]]
    trip = ints[ints[TEAM_TRIPS] + team]
    ints[ints[TEAM_TRIPS] + team] = trip + 1
    luck = noise(theta, ints, floats, TRAVEL_KEY, ints[ints[TEAM_KEY] + team], trip)
    arrival = t + median_time(theta, ints, floats, metres, vehicle, start, place, t) * luck
    ints[ints[TEAM_STATE] + team] = MOVING
    ints[ints[TEAM_FROM] + team] = start
    ints[ints[TEAM_PLACE] + team] = place
    ints[ints[TEAM_PERSON] + team] = person
    set_clock(ints, floats, slot, arrival)
    ints[ints[TEAM_EVENT] + team] = emit(ints, t, TEAM_DEPARTS, team, start, place, arrival, cause)


@kernel
def begin_raid(theta, ints, floats, team, t):
    """A team is at the door: it goes in, unless the place is defended."""
    person = ints[ints[TEAM_PERSON] + team]
    place = ints[ints[TEAM_PLACE] + team]
    defended = ints[ints[NODE_GUARD] + place] + ints[ints[NODE_RELIEF] + place] > 0
    cause = ints[ints[TEAM_EVENT] + team]
    if defended and ints[ints[NODE_HOLDER] + place] != PLOT:
        event = emit(ints, t, PERSON_MISSED, team, place, person, OUT_OF_REACH, cause)
        send_news(theta, ints, floats, team, 0, t)
        hunt_next(theta, ints, floats, team, t, event)
        return
    ints[ints[TEAM_STATE] + team] = RAIDING
    key = ints[ints[PERSON_KEY] + person]
    e = exponential(ints[ints[SEED]], ints[ints[WORLD]], RAID_KEY, key, 0, 0)
    set_clock(ints, floats, ints[ints[SLOT_TEAM]] + team, t + 60.0 * theta[ints[CLASH_RAID]] * e)
    ints[ints[TEAM_EVENT] + team] = emit(ints, t, RAID, team, place, person, 0, cause)
    come_into_the_open(theta, ints, floats, t)


@kernel
def captured(theta, ints, person):
    """Return whether a person who is there is taken and not missed; the same draw wherever."""
    key = ints[ints[PERSON_KEY] + person]
    u = uniform(ints[ints[SEED]], ints[ints[WORLD]], DYNAMICS, CAPTURE_KEY, key, 0, 0)
    return u < theta[ints[LEADER_CAPTURE] + ints[ints[PERSON_LEADER] + person]]


@kernel
def take_person(ints, floats, person, team, place, t, cause):
    """A person is arrested; whatever word was on its way comes too late."""
    ints[ints[PERSON_STATE] + person] = TAKEN
    ints[ints[PERSON_PLACE] + person] = place
    ints[ints[ARRESTED]] += 1
    set_clock(ints, floats, ints[ints[SLOT_WARN_PERSON]] + person, INFINITE)
    return emit(ints, t, PERSON_ARRESTED, team, place, person, 0, cause)


@kernel
def end_raid(theta, ints, floats, team, t):
    """A raid is over: the person is taken, was not there, or slipped away."""
    person = ints[ints[TEAM_PERSON] + team]
    place = ints[ints[TEAM_PLACE] + team]
    cause = ints[ints[TEAM_EVENT] + team]
    state = ints[ints[PERSON_STATE] + person]
    there = ints[ints[PERSON_PLACE] + person] == place and state in (FREE, WARNED)
    if there and captured(theta, ints, person):
        event = take_person(ints, floats, person, team, place, t, cause)
        send_news(theta, ints, floats, team, 1, t)
        check_power(theta, ints, floats, t, event)
    else:
        reason = SLIPPED_AWAY if there else NOT_THERE
        event = emit(ints, t, PERSON_MISSED, team, place, person, reason, cause)
        send_news(theta, ints, floats, team, 0, t)
    hunt_next(theta, ints, floats, team, t, event)


@kernel
def walk_in(theta, ints, floats, person, t, cause):
    """A person has come somewhere: if the plot holds it, he is arrested or slips away."""
    place = ints[ints[PERSON_PLACE] + person]
    state = ints[ints[PERSON_STATE] + person]
    if state != 0 and state != TAKEN and ints[ints[NODE_HOLDER] + place] == PLOT:
        if captured(theta, ints, person):
            event = take_person(ints, floats, person, -1, place, t, cause)
            check_power(theta, ints, floats, t, event)


@kernel
def take_all_present(theta, ints, floats, place, team, t, cause):
    """The plot has taken a place: the persons in it are arrested or slip away."""
    for person in range(ints[ints[PERSONS]]):
        state = ints[ints[PERSON_STATE] + person]
        if state != 0 and state != TAKEN and ints[ints[PERSON_PLACE] + person] == place:
            if captured(theta, ints, person):
                take_person(ints, floats, person, team, place, t, cause)
