"""What units do: orders reach them, they march, take and retake places, face crowds.

An obeying unit waits for its order, which comes by what works, and then for its readiness; it goes
to the nearest place that the plot holds, command nodes first, else to the crowd.  A unit that has
gone over makes for command nodes that the state holds.  A fight of units is one blow by the square
law of Lanchester with luck: the side with more weight, defenders counted ``walls`` times, wins and
keeps sqrt(1 - 1/r^2) of what it could lose; the loser has lost its share and is out.  Before that
the weaker side may give way without a shot (`malaparte.kernel.day.yielding`, by weight): an
obeying unit stands aside and obeys no more, one that has gone over is disarmed, guards and
squads give up.  Whoever has fought, or has taken a place, stays there for ``settle`` minutes: it
gathers, searches the house and posts its men.  No unit leaves a place to which an enemy is on his
way, since hundreds of men on the march are seen.  Without that two units would take places from
each other in turn and never meet.  Units take no part in the fights of squads; a contested place
waits.
"""

from __future__ import annotations

import math

from malaparte.kernel.clock import set_clock
from malaparte.kernel.compile import kernel, typed
from malaparte.kernel.day.alarm import come_into_the_open
from malaparte.kernel.day.arrest import take_all_present
from malaparte.kernel.day.headquarters import send_news
from malaparte.kernel.day.message import message_time, state_rate
from malaparte.kernel.day.power import check_power
from malaparte.kernel.day.reserve import lower_danger
from malaparte.kernel.day.seizure import dismiss_groups, dismiss_teams, win_back
from malaparte.kernel.day.services import own_loss
from malaparte.kernel.day.travel import between, median_time, noise
from malaparte.kernel.day.yielding import chance_to_yield
from malaparte.kernel.events import (
    UNIT_BEATEN,
    UNIT_MARCHES,
    UNIT_REFUSES,
    UNIT_RETAKES,
    UNIT_TAKES,
    UNIT_YIELDS,
    emit,
)
from malaparte.kernel.maths import exp, normal_quantile
from malaparte.kernel.public.choosing import stands_at, weight_at, weight_of
from malaparte.kernel.public.fields import (
    AT_REST,
    BEATEN,
    DEAD_SHARE,
    DEAD_UNITS_PLOT,
    DEAD_UNITS_STATE,
    FIGHT_LUCK,
    JOIN,
    OBEY,
    ON_THE_WAY,
    PLOT_YIELDS,
    SETTLE,
    SQUARE,
    STATE_YIELDS,
    STREETS,
    UNIT_AT,
    UNIT_BREAKOFF,
    UNIT_CHOICE,
    UNIT_DUE,
    UNIT_FIRES,
    UNIT_KEY,
    UNIT_ORDERED,
    UNIT_OUTSIDE,
    UNIT_READINESS,
    UNIT_REFUSED,
    UNIT_STRENGTH,
    UNIT_TASK,
    UNIT_TRIPS,
    UNIT_VEHICLE,
    UNITS,
    WAIT,
    WALLS,
)
from malaparte.kernel.public.keys import (
    DEATHS_KEY,
    UNIT_FIGHT_KEY,
    UNIT_FIRES_KEY,
    UNIT_ORDER_KEY,
    UNIT_TRAVEL_KEY,
    UNIT_YIELD_KEY,
)
from malaparte.kernel.rng import DYNAMICS, uniform
from malaparte.kernel.state import (
    ALARM,
    CAPTURED,
    CENTRE,
    HOLDING,
    INFINITE,
    NODE_CONTESTED,
    NODE_EVENT,
    NODE_GUARD,
    NODE_HOLDER,
    NODE_LEAD,
    NODE_PLOT,
    NODE_RELIEF,
    NODE_TAKEN_AT,
    NODE_TEAMS,
    PLACES,
    PLOT,
    POWER_NODES,
    REGIME,
    SEED,
    SLOT_OCCUPY,
    TEAM_NEXT,
    TEAM_STATE,
    WORLD,
)

MINOR = 0.05
"""Weight, beside command nodes, of any other place."""


@kernel
def kept(ratio):
    """Return the share of a winner's force that the square law leaves, ratio of forces above one.

    Lanchester (1916): x^2 - y^2 is conserved, so the winner keeps sqrt(1 - 1/ratio^2).
    """
    return math.sqrt(1.0 - 1.0 / (ratio * ratio)) if ratio > 1.0 else 0.0


@kernel
def bleed(theta, ints, unit, share, trip):
    """Take a share of a unit's men out of action; return how many of them are dead."""
    men = ints[ints[UNIT_STRENGTH] + unit]
    key = ints[ints[UNIT_KEY] + unit]
    lost = int(math.floor(men * share + 0.5))
    u = uniform(ints[ints[SEED]], ints[ints[WORLD]], DYNAMICS, DEATHS_KEY, key, trip, 0)
    dead = int(math.floor(lost * theta[ints[DEAD_SHARE]] + u))
    ints[ints[UNIT_STRENGTH] + unit] = men - lost
    return min(dead, lost)


@typed("void(f8[::1], i8[::1], f8[::1], i8, i8, f8, i8, f8)")
def suffer(theta, ints, floats, place, side, share, trip, t):
    """Let the units of a choice at a place lose a share; who loses the whole share is beaten."""
    for unit in range(ints[ints[UNITS]]):
        if ints[ints[UNIT_CHOICE] + unit] == side and stands_at(ints, unit, place):
            dead = bleed(theta, ints, unit, share, trip)
            ints[ints[DEAD_UNITS_PLOT if side == JOIN else DEAD_UNITS_STATE]] += dead
            floats[ints[UNIT_DUE] + unit] = t + 60.0 * theta[ints[SETTLE]]
            if share >= theta[ints[UNIT_BREAKOFF]]:
                ints[ints[UNIT_CHOICE] + unit] = BEATEN
                emit(ints, t, UNIT_BEATEN, unit, place, -1, 0, -1)


@typed("i8(f8[::1], i8[::1], f8[::1], i8, i8, i8)")
def target_of(theta, ints, floats, unit, holder, start):
    """Return the place that a unit makes for: uncontested, held by ``holder``, -1 for none.

    The best has the most weight for its distance; one unit of a side goes to each.
    """
    best = -1
    most = 0.0
    for place in range(ints[ints[PLACES]]):
        if ints[ints[NODE_HOLDER] + place] != holder or ints[ints[NODE_CONTESTED] + place]:
            continue
        weight = theta[ints[POWER_NODES] + place]
        if holder == PLOT:
            weight += MINOR
        if weight <= 0.0:
            continue
        score = weight / (1000.0 + between(ints, floats, start, place))
        if score > most:
            taken = False
            for other in range(ints[ints[UNITS]]):
                same = ints[ints[UNIT_CHOICE] + other] == ints[ints[UNIT_CHOICE] + unit]
                going = ints[ints[UNIT_TASK] + other] == ON_THE_WAY
                if other != unit and same and going and ints[ints[UNIT_AT] + other] == place:
                    taken = True
            if not taken:
                most = score
                best = place
    return best


@kernel
def enemy_comes(ints, unit):
    """Return whether a unit of the other side is on its way to where a unit stands."""
    other_side = OBEY if ints[ints[UNIT_CHOICE] + unit] == JOIN else JOIN
    place = ints[ints[UNIT_AT] + unit]
    for other in range(ints[ints[UNITS]]):
        going = ints[ints[UNIT_TASK] + other] == ON_THE_WAY
        if going and ints[ints[UNIT_AT] + other] == place:
            if ints[ints[UNIT_CHOICE] + other] == other_side:
                return True
    return False


@kernel
def march(theta, ints, floats, unit, place, t):
    """Send a unit to a place; one that stands there already acts at once."""
    start = ints[ints[UNIT_AT] + unit]
    trip = ints[ints[UNIT_TRIPS] + unit]
    ints[ints[UNIT_TRIPS] + unit] = trip + 1
    arrival = t
    if start != place:
        luck = noise(theta, ints, floats, UNIT_TRAVEL_KEY, ints[ints[UNIT_KEY] + unit], trip)
        vehicle = ints[ints[UNIT_VEHICLE] + unit]
        metres = between(ints, floats, start, place)
        arrival = t + luck * median_time(theta, ints, floats, metres, vehicle, start, place, t)
    ints[ints[UNIT_AT] + unit] = place
    ints[ints[UNIT_TASK] + unit] = ON_THE_WAY
    floats[ints[UNIT_DUE] + unit] = arrival
    emit(ints, t, UNIT_MARCHES, unit, start, place, arrival, -1)
    if ints[ints[UNIT_CHOICE] + unit] == JOIN:
        come_into_the_open(theta, ints, floats, t)
        win_back(theta, ints, floats, start, t, ints[ints[NODE_EVENT] + start])


@kernel
def gives_way(theta, ints, unit, own, against, trip):
    """Return whether the weaker of a unit and those at its place gives way without a shot."""
    key = ints[ints[UNIT_KEY] + unit]
    u = uniform(ints[ints[SEED]], ints[ints[WORLD]], DYNAMICS, UNIT_YIELD_KEY, key, trip, 0)
    goes_over = ints[ints[UNIT_CHOICE] + unit] == JOIN
    mine = theta[ints[PLOT_YIELDS if goes_over else STATE_YIELDS]]
    theirs = theta[ints[STATE_YIELDS if goes_over else PLOT_YIELDS]]
    return u < max(chance_to_yield(mine, own, against), chance_to_yield(theirs, against, own))


@typed("void(i8[::1], i8, i8, f8)")
def stand_aside(ints, unit, place, t):
    """A unit gives way: one of the plot is disarmed, one of the state obeys no more."""
    after = BEATEN if ints[ints[UNIT_CHOICE] + unit] == JOIN else WAIT
    ints[ints[UNIT_CHOICE] + unit] = after
    ints[ints[UNIT_REFUSED] + unit] = 1
    ints[ints[UNIT_TASK] + unit] = AT_REST
    emit(ints, t, UNIT_YIELDS, unit, place, -1, after, -1)


@kernel
def strike_place(theta, ints, floats, unit, t):
    """A unit that has arrived fights for its place, or stands there."""
    place = ints[ints[UNIT_AT] + unit]
    chosen = ints[ints[UNIT_CHOICE] + unit]
    holder = ints[ints[NODE_HOLDER] + place]
    if ints[ints[NODE_CONTESTED] + place]:
        floats[ints[UNIT_DUE] + unit] = t + 300.0
        return
    trip = ints[ints[UNIT_TRIPS] + unit]
    goes_over = chosen == JOIN
    if goes_over == (holder == PLOT):
        ints[ints[UNIT_TASK] + unit] = AT_REST
        return
    own = weight_of(theta, ints, unit)
    if goes_over:
        against = weight_at(theta, ints, place, OBEY)
        against += ints[ints[NODE_GUARD] + place] + ints[ints[NODE_RELIEF] + place]
    else:
        against = weight_at(theta, ints, place, JOIN) + ints[ints[NODE_PLOT] + place]
    side = OBEY if goes_over else JOIN
    if against > 0.0 and gives_way(theta, ints, unit, own, against, trip):
        if own < against:
            stand_aside(ints, unit, place, t)
            return
        for other in range(ints[ints[UNITS]]):
            if ints[ints[UNIT_CHOICE] + other] == side and stands_at(ints, other, place):
                stand_aside(ints, other, place, t)
        if goes_over:
            ints[ints[NODE_GUARD] + place] = 0
            dismiss_groups(ints, place)
        against = 0.0
    ratio = INFINITE
    if against > 0.0:
        key = ints[ints[UNIT_KEY] + unit]
        u = uniform(ints[ints[SEED]], ints[ints[WORLD]], DYNAMICS, UNIT_FIGHT_KEY, key, trip, 0)
        luck = exp(theta[ints[FIGHT_LUCK]] * normal_quantile(u))
        ratio = own * luck / (against * theta[ints[WALLS]])
    share = theta[ints[UNIT_BREAKOFF]]
    deaths = DEAD_UNITS_PLOT if goes_over else DEAD_UNITS_STATE
    if ratio <= 1.0:
        lost = share * (1.0 - kept(1.0 / ratio)) if ratio > 0.0 else 0.0
        suffer(theta, ints, floats, place, side, min(lost, 0.999 * share), trip, t)
        ints[ints[deaths]] += bleed(theta, ints, unit, share, trip)
        ints[ints[UNIT_TASK] + unit] = AT_REST
        ints[ints[UNIT_CHOICE] + unit] = BEATEN
        emit(ints, t, UNIT_BEATEN, unit, place, -1, 0, -1)
        return
    ints[ints[deaths]] += bleed(theta, ints, unit, share * (1.0 - kept(ratio)), trip)
    suffer(theta, ints, floats, place, side, share, trip, t)
    ints[ints[UNIT_TASK] + unit] = AT_REST
    floats[ints[UNIT_DUE] + unit] = t + 60.0 * theta[ints[SETTLE]]
    left = ints[ints[UNIT_STRENGTH] + unit]
    if goes_over:
        take_for_plot(theta, ints, floats, unit, place, left, t)
    else:
        retake(theta, ints, floats, unit, place, left, t)


@kernel
def take_for_plot(theta, ints, floats, unit, place, left, t):
    """A unit that has gone over takes a place: its guard is overrun, who is there is arrested."""
    guard = ints[ints[NODE_GUARD] + place] + ints[ints[NODE_RELIEF] + place]
    dead = guard * theta[ints[UNIT_BREAKOFF]] * theta[ints[DEAD_SHARE]]
    ints[ints[DEAD_UNITS_STATE]] += int(math.floor(dead + 0.5))
    ints[ints[NODE_HOLDER] + place] = PLOT
    ints[ints[NODE_GUARD] + place] = 0
    dismiss_groups(ints, place)
    set_clock(ints, floats, ints[ints[SLOT_OCCUPY]] + place, INFINITE)
    if floats[ints[NODE_TAKEN_AT] + place] < 0.0:
        floats[ints[NODE_TAKEN_AT] + place] = t
    other = ints[ints[NODE_TEAMS] + place] - 1
    while other >= 0:
        ints[ints[TEAM_STATE] + other] = HOLDING
        other = ints[ints[TEAM_NEXT] + other] - 1
    event = emit(ints, t, UNIT_TAKES, unit, place, -1, left, ints[ints[NODE_EVENT] + place])
    ints[ints[NODE_EVENT] + place] = event
    own_loss(theta, ints, floats, place, t, event)
    take_all_present(theta, ints, floats, place, -1, t, event)
    check_power(theta, ints, floats, t, event)


@kernel
def retake(theta, ints, floats, unit, place, left, t):
    """A unit that obeys takes a place back: squads there are captured."""
    squads = ints[ints[NODE_PLOT] + place]
    team = ints[ints[NODE_LEAD] + place]
    dismiss_teams(ints, place, CAPTURED)
    ints[ints[NODE_HOLDER] + place] = REGIME
    event = emit(ints, t, UNIT_RETAKES, unit, place, -1, left, ints[ints[NODE_EVENT] + place])
    ints[ints[NODE_EVENT] + place] = event
    own_loss(theta, ints, floats, place, t, event)
    lower_danger(theta, ints, floats, place, t)
    if squads > 0 and team >= 0:
        send_news(theta, ints, floats, team, 0, t)
    check_power(theta, ints, floats, t, event)


@kernel
def act(theta, ints, floats, unit, t, crowd):
    """Let one unit do what is next for it."""
    chosen = ints[ints[UNIT_CHOICE] + unit]
    if chosen in (BEATEN, WAIT) or ints[ints[UNIT_OUTSIDE] + unit]:
        return
    if chosen == OBEY and ints[ints[UNIT_ORDERED] + unit] == 0:
        centre = ints[ints[CENTRE]]
        if ints[ints[ALARM]] == 0 or ints[ints[NODE_HOLDER] + centre] == PLOT:
            return
        ints[ints[UNIT_ORDERED] + unit] = 1
        rate = state_rate(theta, ints, floats, ints[ints[UNIT_AT] + unit])
        key = ints[ints[UNIT_KEY] + unit]
        trip = ints[ints[UNIT_TRIPS] + unit]
        delay = message_time(theta, ints, rate, UNIT_ORDER_KEY, key, trip)
        due = t + delay + 60.0 * theta[ints[UNIT_READINESS] + unit]
        floats[ints[UNIT_DUE] + unit] = due
    if t < floats[ints[UNIT_DUE] + unit]:
        return
    if ints[ints[UNIT_TASK] + unit] == ON_THE_WAY:
        strike_place(theta, ints, floats, unit, t)
        return
    if enemy_comes(ints, unit):
        return
    start = ints[ints[UNIT_AT] + unit]
    if chosen == JOIN:
        place = target_of(theta, ints, floats, unit, REGIME, start)
    else:
        place = target_of(theta, ints, floats, unit, PLOT, start)
        if place < 0 and crowd > 0.0 and ints[ints[STREETS]]:
            if ints[ints[UNIT_AT] + unit] != ints[ints[SQUARE]]:
                place = ints[ints[SQUARE]]
    if place >= 0:
        march(theta, ints, floats, unit, place, t)


@typed("f8(f8[::1], i8[::1], f8[::1], f8, i8)")
def soldiers_there(theta, ints, floats, t, must_fire):
    """Return the men of obeying units at the square; with ``must_fire`` those who fire.

    A unit is asked once; one that does not fire waits from then on and tells the others so.
    """
    total = 0.0
    for unit in range(ints[ints[UNITS]]):
        there = ints[ints[UNIT_AT] + unit] == ints[ints[SQUARE]]
        ready = ints[ints[UNIT_TASK] + unit] == AT_REST and ints[ints[UNIT_ORDERED] + unit]
        if there and ready and ints[ints[UNIT_CHOICE] + unit] == OBEY:
            if must_fire and ints[ints[UNIT_REFUSED] + unit] == 0:
                key = ints[ints[UNIT_KEY] + unit]
                seed = ints[ints[SEED]]
                u = uniform(seed, ints[ints[WORLD]], DYNAMICS, UNIT_FIRES_KEY, key, 0, 0)
                if u >= theta[ints[UNIT_FIRES] + unit]:
                    ints[ints[UNIT_REFUSED] + unit] = 1
                    ints[ints[UNIT_CHOICE] + unit] = WAIT
                    emit(ints, t, UNIT_REFUSES, unit, ints[ints[SQUARE]], -1, 0, -1)
                    continue
            total += 1.0 * ints[ints[UNIT_STRENGTH] + unit]
    return total
