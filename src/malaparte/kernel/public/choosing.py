"""What units see of the state's strength, and what each then does.

The strength that must go over before the state falls sinks with the command nodes that are lost
(coupling 11).  Everybody sees it raised by the state's word, while its leaders are free, and
lowered by the plot's, by a rising and by what second authorities say; attacker's and defender's
word are effects of their own.  A unit's own signal is off by an error that partly all share.

A unit that pledged itself and has come out has no way back while the plot goes on: it is on the
plot's side until it is beaten, or until headquarters has given up or fled, or the plot has lost its
last: it has held a place, holds none, no squad of it acts and no unit of it is on the way.  Then
the unit chooses like all others (assumed).
"""

from __future__ import annotations

import math

from malaparte.kernel.compile import kernel, typed
from malaparte.kernel.day.power import share_of_leaders, share_of_nodes
from malaparte.kernel.events import UNIT_CHOOSES, emit
from malaparte.kernel.public.authority import refusal
from malaparte.kernel.public.fields import (
    ARMOUR_WEIGHT,
    AT_REST,
    AUTHORITY_ARMY,
    BEATEN,
    CAUTION,
    CONVICTION,
    GAME_COST,
    HORSE_WEIGHT,
    IN_ARMOUR,
    JOIN,
    JOINED,
    MARGINAL,
    NODES_WEIGH,
    OBEY,
    ON_HORSE,
    ON_THE_WAY,
    PARADE_PLACE,
    PARADE_PRESTIGE,
    PARADE_SINCE,
    PARADE_SYMPATHY,
    PARADE_UNTIL,
    PARADES,
    PEOPLE_WEIGH,
    PLOT_HEARD,
    PLOT_WORD,
    PRIVATE,
    PUBLIC,
    PUBLIC_SEEN,
    RISING_SIZE,
    SEEN,
    STATE_HEARD,
    STATE_WORD,
    STREETS,
    STRENGTH,
    SUPERIOR,
    TRUE_STRENGTH,
    UNIT_ARM,
    UNIT_AT,
    UNIT_CHOICE,
    UNIT_DUE,
    UNIT_ERROR,
    UNIT_OFFICERS,
    UNIT_ORDERED,
    UNIT_OUTSIDE,
    UNIT_PRESTIGE,
    UNIT_PROMISED,
    UNIT_RANKS,
    UNIT_READINESS,
    UNIT_REFUSED,
    UNIT_STRENGTH,
    UNIT_TASK,
    UNIT_UNDER,
    UNITS,
    WAIT,
)
from malaparte.kernel.public.game import choice, fall_believed, marginal_strength
from malaparte.kernel.road.fields import CUT, HAND_UNITS, ROAD, UNITS_SHARE
from malaparte.kernel.road.fields import SIGNAL as SIGNAL_LINK
from malaparte.kernel.state import (
    ACTIVE,
    FLED,
    GAVE_UP,
    GIVE_UP,
    LAUNCHED_AT,
    NODE_HOLDER,
    NODE_TAKEN_AT,
    PLACES,
    PLOT,
    RESPONSE,
)

WORTH = 0.002
"""Change of what is seen below which the game is not solved anew."""
LEAST, MOST = 0.01, 0.99
"""Bounds of a cost: nobody is ever quite sure."""


@kernel
def weight_of(theta, ints, unit):
    """Return the fighting weight of a unit in men on foot."""
    men = 1.0 * ints[ints[UNIT_STRENGTH] + unit]
    arm = ints[ints[UNIT_ARM] + unit]
    if arm == ON_HORSE:
        return men * theta[ints[HORSE_WEIGHT]]
    return men * theta[ints[ARMOUR_WEIGHT]] if arm == IN_ARMOUR else men


@kernel
def stands_at(ints, unit, place):
    """Return whether a unit stands at a place; one from outside the city stands nowhere in it."""
    here = ints[ints[UNIT_AT] + unit] == place and ints[ints[UNIT_TASK] + unit] == AT_REST
    return here and ints[ints[UNIT_OUTSIDE] + unit] == 0


@typed("f8(f8[::1], i8[::1], i8, i8)")
def weight_at(theta, ints, place, side):
    """Return the weight of the units of a choice that stand at a place."""
    total = 0.0
    for unit in range(ints[ints[UNITS]]):
        if ints[ints[UNIT_CHOICE] + unit] == side and stands_at(ints, unit, place):
            total += weight_of(theta, ints, unit)
    return total


@kernel
def sympathy(theta, ints, floats, unit, t):
    """Return a unit's sympathy for the plot, 0..1.

    Officers weigh by their prestige, the men the rest; then parade and superior draw.

    Soldiers' mood moves with the people's on the road (see `malaparte.kernel.road.mood`).
    """
    ranks = theta[ints[UNIT_RANKS] + unit]
    if ints[ints[ROAD]]:
        ranks += floats[ints[HAND_UNITS]] - theta[ints[UNITS_SHARE]]
    ranks = min(max(ranks, 0.0), 1.0)
    prestige = theta[ints[UNIT_PRESTIGE] + unit]
    found = prestige * theta[ints[UNIT_OFFICERS] + unit] + (1.0 - prestige) * ranks
    parade = ints[ints[PARADES]] and ints[ints[UNIT_OUTSIDE] + unit] == 0
    if parade and ints[ints[PARADE_PLACE]] == ints[ints[UNIT_AT] + unit]:
        if ints[ints[PARADE_SINCE]] <= t < ints[ints[PARADE_UNTIL]]:
            eye = theta[ints[PARADE_PRESTIGE]]
            found = (1.0 - eye) * found + eye * theta[ints[PARADE_SYMPATHY]]
    under = ints[ints[UNIT_UNDER] + unit]
    if under >= 0:
        chosen = ints[ints[UNIT_CHOICE] + under]
        if chosen == JOIN:
            found += theta[ints[SUPERIOR]] * (1.0 - found)
        elif chosen == OBEY:
            found -= theta[ints[SUPERIOR]] * found
    return found


@kernel
def price(base, lean):
    """Return how sure a unit must be that a side wins before it acts for it."""
    return min(max(base - lean, LEAST), MOST)


@kernel
def see(theta, ints, floats, crowd):
    """Work out the true strength and what everybody sees of it."""
    strength = theta[ints[STRENGTH]]
    true = strength
    seen = strength
    if not ints[ints[CUT]] & SIGNAL_LINK:
        lost = share_of_nodes(theta, ints)
        gone = share_of_leaders(theta, ints)
        true = strength * (1.0 - theta[ints[NODES_WEIGH]] * lost)
        seen -= theta[ints[SEEN]] * lost
        seen -= theta[ints[PLOT_WORD]] * floats[ints[PLOT_HEARD]]
        seen += theta[ints[STATE_WORD]] * floats[ints[STATE_HEARD]] * (1.0 - gone)
    if ints[ints[STREETS]] and crowd > 0.0:
        size = max(theta[ints[RISING_SIZE]], 1.0)
        seen -= theta[ints[PEOPLE_WEIGH]] * min(crowd / size, 1.0)
    seen += refusal(theta, ints, AUTHORITY_ARMY)
    floats[ints[TRUE_STRENGTH]] = true
    floats[ints[PUBLIC_SEEN]] = seen


@kernel
def plot_is_over(ints, floats):
    """Return whether the plot has given up or lost its last, so that a pledge binds no more."""
    if ints[ints[FLED]] or (ints[ints[GAVE_UP]] and ints[ints[RESPONSE]] == GIVE_UP):
        return True
    if ints[ints[ACTIVE]] > 0:
        return False
    held_one = False
    for place in range(ints[ints[PLACES]]):
        if ints[ints[NODE_HOLDER] + place] == PLOT:
            return False
        held_one = held_one or floats[ints[NODE_TAKEN_AT] + place] >= 0.0
    for unit in range(ints[ints[UNITS]]):
        going = ints[ints[UNIT_TASK] + unit] == ON_THE_WAY
        if going and ints[ints[UNIT_CHOICE] + unit] == JOIN:
            return False
    return held_one


@kernel
def choose(theta, ints, floats, t):
    """Let every unit that is not beaten choose by what it sees; those who pledged move at once.

    The game is solved with the mean cost of all units, weighted; each unit then compares its own
    costs, 0.5 + caution / 2 +- conviction (0.5 - sympathy), with what it believes.
    """
    private = theta[ints[PRIVATE]]
    public = theta[ints[PUBLIC]]
    z = floats[ints[PUBLIC_SEEN]]
    base = 0.5 + 0.5 * theta[ints[CAUTION]]
    conviction = theta[ints[CONVICTION]]
    total = 0.0
    cost = 0.0
    for unit in range(ints[ints[UNITS]]):
        if ints[ints[UNIT_OUTSIDE] + unit] == 0:
            lean = conviction * (sympathy(theta, ints, floats, unit, t) - 0.5)
            weight = weight_of(theta, ints, unit)
            total += weight
            cost += weight * price(base, lean)
    mean = cost / total if total > 0.0 else 0.5
    moved = math.fabs(z - floats[ints[GAME_COST] + 1]) + math.fabs(mean - floats[ints[GAME_COST]])
    if moved > WORTH:
        m = marginal_strength(mean, private, public, z, floats[ints[MARGINAL]])
        floats[ints[MARGINAL]] = m
        floats[ints[GAME_COST]] = mean
        floats[ints[GAME_COST] + 1] = z
    m = floats[ints[MARGINAL]]
    joined = 0.0
    spread = 1.0 / math.sqrt(private)
    bound = not plot_is_over(ints, floats)
    for unit in range(ints[ints[UNITS]]):
        before = ints[ints[UNIT_CHOICE] + unit]
        if before == BEATEN:
            continue
        now = before
        if ints[ints[UNIT_PROMISED] + unit] == 1 and floats[ints[LAUNCHED_AT]] >= 0.0:
            ints[ints[UNIT_PROMISED] + unit] = 2
            now = JOIN
        elif bound and before == JOIN and ints[ints[UNIT_PROMISED] + unit] == 2:
            now = JOIN
        else:
            x = floats[ints[TRUE_STRENGTH]] + spread * floats[ints[UNIT_ERROR] + unit]
            lean = conviction * (sympathy(theta, ints, floats, unit, t) - 0.5)
            fall = fall_believed(m, private, public, z, x)
            joins = price(base, lean)
            now = choice(fall, joins, price(base, -lean), before, JOIN)
            if now == OBEY and ints[ints[UNIT_REFUSED] + unit]:
                now = WAIT
        if now != before:
            ints[ints[UNIT_CHOICE] + unit] = now
            ints[ints[UNIT_ORDERED] + unit] = 0
            if now == JOIN:
                ready = 60.0 * theta[ints[UNIT_READINESS] + unit]
                pledged = ints[ints[UNIT_PROMISED] + unit] == 2
                floats[ints[UNIT_DUE] + unit] = t if pledged else t + ready
            emit(ints, t, UNIT_CHOOSES, unit, ints[ints[UNIT_AT] + unit], -1, now, -1)
        if now == JOIN and ints[ints[UNIT_OUTSIDE] + unit] == 0:
            joined += weight_of(theta, ints, unit)
    floats[ints[JOINED]] = joined / total if total > 0.0 else 0.0
