"""The plot's headquarters: it hears late, judges by what it has heard, and then presses on or not.

News travels by the city's telephone while it works, else by runners, so whoever cuts the exchange
cuts his own ears.  Failure is judged by the share of bad news among all news, never by the true
state.
"""

from __future__ import annotations

from malaparte.kernel.clock import set_clock
from malaparte.kernel.compile import kernel, typed
from malaparte.kernel.day.chain import leave_place
from malaparte.kernel.day.keys import MESSAGE_NEWS_KEY, TRAVEL_KEY
from malaparte.kernel.day.message import message_time, plot_rate
from malaparte.kernel.day.travel import between, median_time, noise
from malaparte.kernel.events import (
    FAILURE,
    FLIGHT,
    NEWS,
    SHIFTED,
    STREET_CALLED,
    TEAM_RECALLED,
    emit,
)
from malaparte.kernel.public.fields import (
    DISTRICT_PEOPLE,
    DISTRICT_POOL,
    DISTRICTS,
    RISING_SIZE,
    STREET_BELIEVED,
    STREETS,
)
from malaparte.kernel.public.wake import wake
from malaparte.kernel.road.fields import HAND_CROWD, ROAD
from malaparte.kernel.state import (
    ACTIVE,
    ARRESTS_FIRST,
    BAD,
    BY_BELIEF,
    CLOCK_TIME,
    FALLBACK,
    FLED,
    FLEE,
    GAVE_UP,
    GAVE_UP_AT,
    GIVE_UP,
    GOALS_FIRST,
    GOOD,
    GOOD_FIRST,
    HEADQUARTERS,
    HOLDING,
    INFINITE,
    LYING,
    MOVING,
    NODE_CONTESTED,
    NODE_HOLDER,
    NODE_LEAD,
    NODE_PLOT,
    NODE_TEAMS,
    ORDER,
    PENDING,
    PLAN_FAILURE,
    PLAN_GAP_SUCCESS,
    PLAN_REPORTS,
    PLOT,
    RECALLED,
    RESPONSE,
    SECOND,
    SHIFT,
    SIGNAL,
    SLOT_HALF,
    SLOT_NEWS,
    SLOT_TEAM,
    SQUAD_ARRESTS,
    SQUAD_HALF,
    SQUAD_VEHICLE,
    STREET,
    STREET_AT,
    SUCCESS,
    TEAM_BAD,
    TEAM_EVENT,
    TEAM_FROM,
    TEAM_GOOD,
    TEAM_KEY,
    TEAM_MEN,
    TEAM_NEWS,
    TEAM_NEXT,
    TEAM_PLACE,
    TEAM_SQUAD,
    TEAM_STATE,
    TEAM_STRIKE,
    TEAM_TRIPS,
    TEAMS,
    TOGETHER,
    WAITING,
)


@typed("void(f8[::1], i8[::1], f8[::1], i8, i8, f8)")
def send_news(theta, ints, floats, team, good, t):
    """Send word of a success (good 1) or a failure (0) to headquarters."""
    if good:
        ints[ints[TEAM_GOOD] + team] += 1
    else:
        ints[ints[TEAM_BAD] + team] += 1
    slot = ints[ints[SLOT_NEWS]] + team
    if floats[ints[CLOCK_TIME] + slot] >= INFINITE:
        number = ints[ints[TEAM_NEWS] + team]
        ints[ints[TEAM_NEWS] + team] = number + 1
        key = ints[ints[TEAM_KEY] + team]
        rate = plot_rate(theta, ints, floats)
        delay = message_time(theta, ints, rate, MESSAGE_NEWS_KEY, key, number)
        ints[ints[PENDING]] += 1
        set_clock(ints, floats, slot, t + delay)


@kernel
def first_half(ints):
    """Return which half of the plan comes first: 0 nodes, 1 arrests, -1 both at once."""
    if ints[ints[ORDER]] == TOGETHER:
        return -1
    return 1 if ints[ints[ORDER]] == ARRESTS_FIRST else 0


@kernel
def news_arrives(theta, ints, floats, team, t):
    """Headquarters hears from a team, and judges."""
    set_clock(ints, floats, ints[ints[SLOT_NEWS]] + team, INFINITE)
    ints[ints[PENDING]] -= 1
    good = ints[ints[TEAM_GOOD] + team]
    bad = ints[ints[TEAM_BAD] + team]
    ints[ints[TEAM_GOOD] + team] = 0
    ints[ints[TEAM_BAD] + team] = 0
    ints[ints[GOOD]] += good
    ints[ints[BAD]] += bad
    squad = ints[ints[TEAM_SQUAD] + team]
    if ints[ints[SQUAD_HALF] + squad] == first_half(ints):
        ints[ints[GOOD_FIRST]] += good
    place = ints[ints[TEAM_PLACE] + team]
    cause = ints[ints[TEAM_EVENT] + team]
    event = emit(ints, t, NEWS, team, place, -1, 1 if good > bad else 0, cause)
    hear_signal(theta, ints, floats, t)
    node = ints[ints[SQUAD_ARRESTS] + squad] == 0
    if bad > 0 and node and ints[ints[RESPONSE]] == SHIFT:
        shift_spare(theta, ints, floats, place, t, event)
    judge(theta, ints, floats, t, event)


@kernel
def hear_signal(theta, ints, floats, t):
    """Begin the second half when enough of the first is known as done."""
    if ints[ints[SIGNAL]] != SUCCESS or ints[ints[SECOND]] or ints[ints[GAVE_UP]]:
        return
    wanted = theta[ints[PLAN_GAP_SUCCESS]] * ints[ints[GOALS_FIRST]]
    if first_half(ints) >= 0 and ints[ints[GOOD_FIRST]] >= wanted:
        ints[ints[SECOND]] = 1
        set_clock(ints, floats, ints[ints[SLOT_HALF]] + 1, t)


@kernel
def rising_believed(theta, ints, floats):
    """Return whether headquarters thinks that a rising would come, by its belief about the people.

    The belief is the road's, or the scenario's where there is none; never the true mood.
    """
    if ints[ints[STREETS]] == 0:
        return False
    share = floats[ints[HAND_CROWD]] if ints[ints[ROAD]] else theta[ints[STREET_BELIEVED]]
    people = 0.0
    for d in range(ints[ints[DISTRICTS]]):
        people += theta[ints[DISTRICT_PEOPLE] + d] * theta[ints[DISTRICT_POOL] + d]
    return share * people >= theta[ints[RISING_SIZE]]


@kernel
def judge(theta, ints, floats, t, cause):
    """Declare failure when enough news has come and too much of it is bad; then fall back."""
    heard = ints[ints[GOOD]] + ints[ints[BAD]]
    if ints[ints[GAVE_UP]] or heard < theta[ints[PLAN_REPORTS]]:
        return
    if ints[ints[BAD]] < theta[ints[PLAN_FAILURE]] * heard:
        return
    ints[ints[GAVE_UP]] = 1
    floats[ints[GAVE_UP_AT]] = t
    headquarters = ints[ints[HEADQUARTERS]]
    event = emit(ints, t, FAILURE, -1, headquarters, -1, 0, cause)
    fallback = ints[ints[FALLBACK]]
    if fallback == BY_BELIEF:
        fallback = STREET if rising_believed(theta, ints, floats) else FLEE
    if ints[ints[RESPONSE]] == GIVE_UP or fallback == FLEE:
        recall(ints, floats, t, event, True)
    elif ints[ints[SECOND]] == 0:
        recall(ints, floats, t, event, False)
    if fallback == STREET:
        wake(theta, ints, floats, t)
        if ints[ints[STREETS]] == 0 or floats[ints[STREET_AT]] < 0.0:
            floats[ints[STREET_AT]] = t
        emit(ints, t, STREET_CALLED, -1, headquarters, -1, 0, event)
    elif fallback == FLEE:
        ints[ints[FLED]] = 1
        emit(ints, t, FLIGHT, -1, headquarters, -1, 0, event)


@kernel
def recall(ints, floats, t, cause, everyone):
    """Call back teams that have not begun their task.

    Everyone, or only those that wait for a signal of success, which will not come any more.
    """
    if everyone:
        set_clock(ints, floats, ints[ints[SLOT_HALF]] + 1, INFINITE)
    for team in range(ints[ints[TEAMS]]):
        state = ints[ints[TEAM_STATE] + team]
        waits = state == WAITING and floats[ints[TEAM_STRIKE] + team] >= INFINITE
        if waits or (everyone and WAITING <= state <= LYING):
            ints[ints[TEAM_STATE] + team] = RECALLED
            ints[ints[ACTIVE]] -= 1
            set_clock(ints, floats, ints[ints[SLOT_TEAM]] + team, INFINITE)
            emit(ints, t, TEAM_RECALLED, team, ints[ints[TEAM_PLACE] + team], -1, 0, cause)


@kernel
def spare_team(ints, floats, place):
    """Return the team nearest to a place among those that hold another together, -1 if none."""
    best = -1
    best_way = INFINITE
    for team in range(ints[ints[TEAMS]]):
        if ints[ints[TEAM_STATE] + team] == HOLDING:
            where = ints[ints[TEAM_PLACE] + team]
            men = ints[ints[TEAM_MEN] + team]
            company = ints[ints[NODE_PLOT] + where] > men
            if company and where != place and ints[ints[NODE_CONTESTED] + where] == 0:
                way = between(ints, floats, where, place)
                if way < best_way:
                    best_way = way
                    best = team
    return best


@kernel
def shift_spare(theta, ints, floats, place, t, cause):
    """Send a spare team to a place where others failed."""
    team = spare_team(ints, floats, place)
    if team < 0 or ints[ints[NODE_HOLDER] + place] == PLOT:
        return
    start = ints[ints[TEAM_PLACE] + team]
    squad = ints[ints[TEAM_SQUAD] + team]
    men = ints[ints[TEAM_MEN] + team]
    ints[ints[NODE_PLOT] + start] -= men
    leave_place(ints, NODE_TEAMS, TEAM_NEXT, start, team)
    if ints[ints[NODE_LEAD] + start] == team:
        ints[ints[NODE_LEAD] + start] = ints[ints[NODE_TEAMS] + start] - 1
    trip = ints[ints[TEAM_TRIPS] + team]
    ints[ints[TEAM_TRIPS] + team] = trip + 1
    luck = noise(theta, ints, floats, TRAVEL_KEY, ints[ints[TEAM_KEY] + team], trip)
    metres = between(ints, floats, start, place)
    vehicle = ints[ints[SQUAD_VEHICLE] + squad]
    arrival = t + median_time(theta, ints, floats, metres, vehicle, start, place, t) * luck
    ints[ints[TEAM_STATE] + team] = MOVING
    ints[ints[TEAM_FROM] + team] = start
    ints[ints[TEAM_PLACE] + team] = place
    set_clock(ints, floats, ints[ints[SLOT_TEAM]] + team, arrival)
    ints[ints[TEAM_EVENT] + team] = emit(ints, t, SHIFTED, team, start, place, arrival, cause)
