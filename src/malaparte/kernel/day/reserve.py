"""Calls for help, and the groups that are sent.

A place in danger calls the centre by what still works and calls again while the danger lasts.
The centre, once it has taken alarm, sends the group that would be there first, until the men on
the spot and on the way outnumber the attackers by ``command.superiority``.
"""

from __future__ import annotations

import math

from malaparte.kernel.clock import set_clock
from malaparte.kernel.compile import kernel
from malaparte.kernel.day.alarm import come_into_the_open, settle_alarm
from malaparte.kernel.day.keys import GROUP_TRAVEL_KEY, MESSAGE_CALL_KEY
from malaparte.kernel.day.message import message_time, state_rate
from malaparte.kernel.day.travel import between, median_time, noise
from malaparte.kernel.events import CALL, GROUP_SENT, emit
from malaparte.kernel.state import (
    ALARM,
    CENTRE,
    COMMAND_RECALL,
    COMMAND_SUPERIORITY,
    GROUP_KEY,
    GROUP_MEN,
    GROUP_PLACE,
    GROUP_RESERVE,
    GROUP_STATE,
    GROUPS,
    IDLE,
    IDLE_GROUPS,
    INFINITE,
    NODE_CALLS,
    NODE_DANGER,
    NODE_EVENT,
    NODE_HOLDER,
    NODE_PLOT,
    NODE_RELIEF,
    PLACE_KEY,
    PLOT,
    RESERVE_FIRST,
    RESERVE_GROUPS,
    RESERVE_PLACE,
    RESERVE_READINESS,
    RESERVE_SIZE,
    RESERVE_SLOTS,
    RESERVE_VEHICLE,
    RESERVES,
    RIDING,
    SLOT_CALL,
    SLOT_GROUP,
)


@kernel
def muster(theta, ints):
    """Put the drawn number of groups of each reserve where they wait."""
    for reserve in range(ints[ints[RESERVES]]):
        groups = min(
            int(math.floor(theta[ints[RESERVE_GROUPS] + reserve] + 0.5)),
            ints[ints[RESERVE_SLOTS] + reserve],
        )
        men = int(math.floor(theta[ints[RESERVE_SIZE] + reserve] + 0.5))
        if men > 0:
            for ordinal in range(groups):
                group = ints[ints[RESERVE_FIRST] + reserve] + ordinal
                ints[ints[GROUP_STATE] + group] = IDLE
                ints[ints[GROUP_PLACE] + group] = ints[ints[RESERVE_PLACE] + reserve]
                ints[ints[GROUP_MEN] + group] = men
                ints[ints[IDLE_GROUPS]] += 1


@kernel
def raise_danger(theta, ints, floats, place, t):
    """A visible act begins at a place: it may feed the alarm, and the place calls for help."""
    if ints[ints[NODE_DANGER] + place] == 0:
        ints[ints[NODE_DANGER] + place] = 1
        send_call(theta, ints, floats, place, t)
    come_into_the_open(theta, ints, floats, t)


@kernel
def send_call(theta, ints, floats, place, t):
    """Send word from a place to the centre; it arrives when the place's call clock fires."""
    rate = state_rate(theta, ints, floats, place)
    key = ints[ints[PLACE_KEY] + place]
    calls = ints[ints[NODE_CALLS] + place]
    delay = message_time(theta, ints, rate, MESSAGE_CALL_KEY, key, calls)
    set_clock(ints, floats, ints[ints[SLOT_CALL]] + place, t + delay)


@kernel
def lower_danger(theta, ints, floats, place, t):
    """A place is quiet again; a call that was on its way has used its luck up."""
    ints[ints[NODE_DANGER] + place] = 0
    ints[ints[NODE_CALLS] + place] += 1
    set_clock(ints, floats, ints[ints[SLOT_CALL]] + place, INFINITE)
    settle_alarm(theta, ints, floats, t)


@kernel
def call_arrives(theta, ints, floats, place, t):
    """A call reaches the centre: help is sent if the centre knows what is going on.

    The place calls again after a while, as long as anybody is left who could be sent.
    """
    ints[ints[NODE_CALLS] + place] += 1
    calls = ints[ints[NODE_CALLS] + place]
    event = emit(ints, t, CALL, -1, place, -1, calls, ints[ints[NODE_EVENT] + place])
    if ints[ints[ALARM]] and ints[ints[NODE_HOLDER] + ints[ints[CENTRE]]] != PLOT:
        send_group(theta, ints, floats, place, t, event)
    again = INFINITE
    if ints[ints[IDLE_GROUPS]] > 0:
        again = t + 60.0 * theta[ints[COMMAND_RECALL]]
    set_clock(ints, floats, ints[ints[SLOT_CALL]] + place, again)


@kernel
def help_coming(ints, place):
    """Return the men of the reserves who stand at a place or ride there."""
    men = ints[ints[NODE_RELIEF] + place]
    for group in range(ints[ints[GROUPS]]):
        if ints[ints[GROUP_STATE] + group] == RIDING and ints[ints[GROUP_PLACE] + group] == place:
            men += ints[ints[GROUP_MEN] + group]
    return men


@kernel
def idle_group(ints, reserve):
    """Return an idle group of a reserve, -1 if none is left."""
    first = ints[ints[RESERVE_FIRST] + reserve]
    for group in range(first, first + ints[ints[RESERVE_SLOTS] + reserve]):
        if ints[ints[GROUP_STATE] + group] == IDLE:
            return group
    return -1


@kernel
def ride_time(theta, ints, floats, reserve, place, t):
    """Return the median seconds from the order until a group of a reserve is at a place."""
    start = ints[ints[RESERVE_PLACE] + reserve]
    vehicle = ints[ints[RESERVE_VEHICLE] + reserve]
    metres = between(ints, floats, start, place)
    ride = median_time(theta, ints, floats, metres, vehicle, start, place, t)
    return 60.0 * theta[ints[RESERVE_READINESS] + reserve] + ride


@kernel
def send_group(theta, ints, floats, place, t, cause):
    """Send the group that would be there first, unless enough men are coming."""
    coming = help_coming(ints, place)
    wanted = theta[ints[COMMAND_SUPERIORITY]] * ints[ints[NODE_PLOT] + place]
    if coming > 0 and coming >= wanted:
        return
    best = -1
    best_time = INFINITE
    for reserve in range(ints[ints[RESERVES]]):
        if ints[ints[NODE_HOLDER] + ints[ints[RESERVE_PLACE] + reserve]] != PLOT:
            group = idle_group(ints, reserve)
            if group >= 0:
                time = ride_time(theta, ints, floats, reserve, place, t)
                if time < best_time:
                    best_time = time
                    best = group
    if best < 0:
        return
    key = ints[ints[GROUP_KEY] + best]
    reserve = ints[ints[GROUP_RESERVE] + best]
    ready = 60.0 * theta[ints[RESERVE_READINESS] + reserve]
    luck = noise(theta, ints, floats, GROUP_TRAVEL_KEY, key, 0)
    arrival = t + ready + (best_time - ready) * luck
    start = ints[ints[GROUP_PLACE] + best]
    ints[ints[GROUP_STATE] + best] = RIDING
    ints[ints[IDLE_GROUPS]] -= 1
    ints[ints[GROUP_PLACE] + best] = place
    set_clock(ints, floats, ints[ints[SLOT_GROUP]] + best, arrival)
    emit(ints, t, GROUP_SENT, best, start, place, arrival, cause)
