"""One alarm for all: a common clock that what still works feeds, and word that spreads from it.

The alarm is a unit exponential used up by the integral of its rate, rate = open + node * (sum
over places in danger of how well they can be heard), settled only when the rate changes.  One
clock for all raids is the physics: with one clock each, five raids would end before their alarms
with chance (2/3)^5 = 0.13 where one common clock gives 0.37 (competing exponentials; known result
force.alarm_race).
"""

from __future__ import annotations

from malaparte.kernel.clock import set_clock
from malaparte.kernel.compile import kernel
from malaparte.kernel.day.keys import MESSAGE_GUARD_KEY, MESSAGE_PERSON_KEY
from malaparte.kernel.day.message import best_rate, message_time, state_rate
from malaparte.kernel.events import (
    ALARM_RINGS,
    GUARD_WARNED,
    LEAKED_OUT,
    PERSON_MOVES,
    PERSON_WARNED,
    emit,
)
from malaparte.kernel.state import (
    ALARM,
    ALARM_AT,
    ALARM_EVENT,
    ALARM_LEFT,
    ALARM_RATE,
    ALARM_SETTLED,
    CENTRE,
    COMMAND_ALARM_NODE,
    COMMAND_ALARM_OPEN,
    COMMAND_FLIGHT,
    FREE,
    GUARD_ALERT,
    GUARD_KEY,
    GUARD_PLACE,
    GUARDS,
    INFINITE,
    LAUNCHED_AT,
    LEAKED,
    LYING,
    NODE_DANGER,
    NODE_GUARD,
    NODE_HOLDER,
    OPEN,
    PERSON_KEY,
    PERSON_PLACE,
    PERSON_STATE,
    PERSONS,
    PLACES,
    PLOT,
    SHELTER,
    SHELTERED,
    SLOT_ALARM,
    SLOT_TEAM,
    SLOT_WARN_GUARD,
    SLOT_WARN_PERSON,
    TEAM_PERSON,
    TEAM_PLACE,
    TEAM_STATE,
    TEAMS,
    WARNED,
)


@kernel
def alarm_rate(theta, ints, floats):
    """Return the rate of the alarm in 1/second."""
    if ints[ints[OPEN]] == 0:
        return 0.0
    rate = theta[ints[COMMAND_ALARM_OPEN]]
    for place in range(ints[ints[PLACES]]):
        if ints[ints[NODE_DANGER] + place]:
            heard = state_rate(theta, ints, floats, place) / best_rate(theta, ints, place)
            rate += theta[ints[COMMAND_ALARM_NODE]] * heard
    return rate / 60.0


@kernel
def come_into_the_open(theta, ints, floats, t):
    """The first visible act: the attempt is launched, and the alarm's clock begins to run.

    A centre that has been told by its agent gives the alarm at that moment.
    """
    if ints[ints[OPEN]] == 0:
        ints[ints[OPEN]] = 1
        if floats[ints[LAUNCHED_AT]] < 0.0:
            floats[ints[LAUNCHED_AT]] = t
        if ints[ints[LEAKED]]:
            give_alarm(ints, floats, t, ints[ints[ALARM_EVENT]])
    settle_alarm(theta, ints, floats, t)


@kernel
def settle_alarm(theta, ints, floats, t):
    """Use up the alarm's clock until t and set it by the rate that holds from now on."""
    if ints[ints[ALARM]]:
        return
    rate = alarm_rate(theta, ints, floats)
    old = floats[ints[ALARM_RATE]]
    if rate == old:
        return
    left = floats[ints[ALARM_LEFT]] - old * (t - floats[ints[ALARM_SETTLED]])
    floats[ints[ALARM_LEFT]] = left
    floats[ints[ALARM_SETTLED]] = t
    floats[ints[ALARM_RATE]] = rate
    due = INFINITE
    if rate > 0.0:
        due = t + (left / rate if left > 0.0 else 0.0)
    set_clock(ints, floats, ints[ints[SLOT_ALARM]], due)


@kernel
def give_alarm(ints, floats, t, cause):
    """The alarm rings at the centre."""
    floats[ints[ALARM_AT]] = t
    set_clock(ints, floats, ints[ints[SLOT_ALARM]], INFINITE)
    ints[ints[ALARM_EVENT]] = emit(ints, t, ALARM_RINGS, -1, ints[ints[CENTRE]], -1, 0, cause)


@kernel
def ring(theta, ints, floats, t):
    """The centre takes alarm: word goes to every guard and every person of the state."""
    ints[ints[ALARM]] = 1
    give_alarm(ints, floats, t, -1)
    if ints[ints[NODE_HOLDER] + ints[ints[CENTRE]]] == PLOT:
        return
    for guard in range(ints[ints[GUARDS]]):
        there = ints[ints[NODE_GUARD] + ints[ints[GUARD_PLACE] + guard]] > 0
        if there and ints[ints[GUARD_ALERT] + guard] == 0:
            rate = state_rate(theta, ints, floats, ints[ints[GUARD_PLACE] + guard])
            key = ints[ints[GUARD_KEY] + guard]
            delay = message_time(theta, ints, rate, MESSAGE_GUARD_KEY, key, 0)
            set_clock(ints, floats, ints[ints[SLOT_WARN_GUARD]] + guard, t + delay)
    warn_persons(theta, ints, floats, t)


@kernel
def warn_persons(theta, ints, floats, t):
    """Send word to every person of the state who is free."""
    for person in range(ints[ints[PERSONS]]):
        if ints[ints[PERSON_STATE] + person] == FREE:
            rate = state_rate(theta, ints, floats, ints[ints[PERSON_PLACE] + person])
            key = ints[ints[PERSON_KEY] + person]
            delay = message_time(theta, ints, rate, MESSAGE_PERSON_KEY, key, 0)
            set_clock(ints, floats, ints[ints[SLOT_WARN_PERSON]] + person, t + delay)


@kernel
def agent_tells(theta, ints, floats, t):
    """An agent inside has given the hour away: the centre, its guards and its persons know.

    One leak for all: no guard is surprised any more, calls for help are believed at once, and the
    persons on the list have time to leave.
    """
    ints[ints[LEAKED]] = 1
    ints[ints[ALARM]] = 1
    ints[ints[ALARM_EVENT]] = emit(ints, t, LEAKED_OUT, -1, ints[ints[CENTRE]], -1, 0, -1)
    for guard in range(ints[ints[GUARDS]]):
        ints[ints[GUARD_ALERT] + guard] = 1
    warn_persons(theta, ints, floats, t)


@kernel
def rouse(ints, floats, place, t):
    """The squads that lie near a place are noticed now: they strike at once."""
    for team in range(ints[ints[TEAMS]]):
        if ints[ints[TEAM_STATE] + team] == LYING and ints[ints[TEAM_PLACE] + team] == place:
            if ints[ints[TEAM_PERSON] + team] < 0:
                set_clock(ints, floats, ints[ints[SLOT_TEAM]] + team, t)


@kernel
def guard_hears(ints, floats, guard, t):
    """A guard is warned: from now on no squad surprises it."""
    set_clock(ints, floats, ints[ints[SLOT_WARN_GUARD]] + guard, INFINITE)
    if ints[ints[GUARD_ALERT] + guard] == 0:
        ints[ints[GUARD_ALERT] + guard] = 1
        place = ints[ints[GUARD_PLACE] + guard]
        emit(ints, t, GUARD_WARNED, guard, place, -1, 0, ints[ints[ALARM_EVENT]])
        if ints[ints[NODE_GUARD] + place] > 0 and ints[ints[NODE_HOLDER] + place] != PLOT:
            rouse(ints, floats, place, t)


@kernel
def person_hears(theta, ints, floats, person, t):
    """A person is warned and makes ready, then is in the shelter unless taken on the way.

    Return whether he has come there now.
    """
    slot = ints[ints[SLOT_WARN_PERSON]] + person
    set_clock(ints, floats, slot, INFINITE)
    state = ints[ints[PERSON_STATE] + person]
    place = ints[ints[PERSON_PLACE] + person]
    cause = ints[ints[ALARM_EVENT]]
    if state == FREE:
        ints[ints[PERSON_STATE] + person] = WARNED
        emit(ints, t, PERSON_WARNED, -1, place, person, 0, cause)
        set_clock(ints, floats, slot, t + 60.0 * theta[ints[COMMAND_FLIGHT]])
    elif state == WARNED:
        shelter = ints[ints[SHELTER]]
        ints[ints[PERSON_STATE] + person] = SHELTERED
        ints[ints[PERSON_PLACE] + person] = shelter
        emit(ints, t, PERSON_MOVES, -1, shelter, person, 0, cause)
        return True
    return False
