"""Arrest now or wait.

The security service proposes arrests when its belief passes a threshold; the leadership refuses
always, takes the first proposal, or compares losses (coupling 9).  With belief pi, loss L of a
coup, cost C of arrests, which is higher while the guests of the jubilee are there, and H the
integrated hazard of the coup over the wait, it arrests iff

    (1 - exp(-H)) L + exp(-H) C_later > C_now        (a stopping argument; known result
    wait.hazard_threshold).

The danger is concentrated on one day, so H = -log(1 - pi) if that day lies within the wait, else 0.
Which day, the plot does not tell: a state that knows the hour reckons with the day itself, one that
does not with the day that its own calendar makes likely, the feast, and once that has passed with
any day, so the next (a declared rule, no finding).  The calendar of the guests is public.  While
arrests on a later day before the danger cost no more, waiting is free, and the leadership waits:
until the last day before the guests, or the eve.  A plot that strikes before the day on which it is
expected is not arrested by this rule.

Each person arrested betrays a Poisson number of others, a
branching chain (Borel 1942; Otter 1949), until nobody new is named; who becomes known later is
arrested later.  A plot that loses more than it can bear is prevented; else it goes on or strikes at
once with those who are left.
"""

from __future__ import annotations

from malaparte.kernel.compile import kernel
from malaparte.kernel.maths import exp
from malaparte.kernel.rng import DYNAMICS, uniform
from malaparte.kernel.road.fields import (
    ANSWER,
    ARREST,
    ARREST_DAY,
    ARREST_SINCE,
    ARRESTS,
    BELIEF,
    BROKEN_BELOW,
    BY_LOSS,
    CHAIN,
    COST,
    COST_GUESTS,
    COST_NOW,
    CUT,
    DECISION,
    EARLY,
    FEAST,
    FIRST,
    GUESTS_COME,
    GUESTS_GO,
    HOUR_KNOWN,
    JAILED,
    KNOWN,
    LOSS_IF,
    PLOTTERS,
    PLOTTING,
    PREVENTED,
    PROPOSE,
    PROPOSED_DAY,
    START_DAY,
    STRIKE_EARLY,
    TRAINED,
)
from malaparte.kernel.road.keys import CHAIN_KEY
from malaparte.kernel.state import SEED, WORLD


@kernel
def cost_on(theta, ints, day):
    """Return the cost of arrests on a day, in the units of the loss."""
    cost = theta[ints[COST]]
    if ints[ints[GUESTS_COME]] <= day <= ints[ints[GUESTS_GO]]:
        cost += theta[ints[COST_GUESTS]]
    return cost


@kernel
def better_now(loss, survival, now, later):
    """Return whether arrests now cost less than waiting: (1 - e^-H) L + e^-H C_later > C_now."""
    return (1.0 - survival) * loss + survival * later > now


@kernel
def expected_day(ints, day):
    """Return the day on which the state expects the plot, as far as it knows today."""
    if ints[ints[HOUR_KNOWN]]:
        return ints[ints[START_DAY]]
    return max(ints[ints[FEAST]], day + 1)


@kernel
def decides(theta, ints, floats, day):
    """Return whether the leadership orders arrests today."""
    policy = ints[ints[ARREST]]
    if policy == FIRST:
        return True
    if policy != BY_LOSS:
        return False
    start = expected_day(ints, day)
    for other in (ints[ints[GUESTS_COME]] - 1, start - 1):
        if day < other < start and cost_on(theta, ints, other) <= floats[ints[COST_NOW]]:
            return False
    # The other choice is to wait until the guests have left, or until tomorrow if they have.
    later = theta[ints[COST]]
    until = max(ints[ints[GUESTS_GO]], day) + 1
    survival = 1.0 - floats[ints[BELIEF]] if start <= until else 1.0
    return better_now(theta[ints[LOSS_IF]], survival, floats[ints[COST_NOW]], later)


@kernel
def poisson(mean, u):
    """Return the Poisson number at share u, by inversion; the mean is small."""
    weight = exp(-mean)
    total = weight
    number = 0
    while u > total and number < 1000:
        number += 1
        weight *= mean / number
        total += weight
    return number


@kernel
def chain_size(seed, world, mean, first, most, before):
    """Return how many are taken when each betrays a Poisson number of others, at most ``most``.

    before: persons arrested earlier, so that each person who is arrested has luck of his own.
    """
    taken = 0
    named = min(first, most)
    while taken < named:
        u = uniform(seed, world, DYNAMICS, CHAIN_KEY, 0, before + taken, 0)
        taken += 1
        named = min(named + poisson(mean, u), most)
    return taken


@kernel
def arrest(theta, ints, floats, day):
    """Take those who are known and whom they name."""
    members = floats[ints[PLOTTERS]]
    known = int(floats[ints[KNOWN]] + 0.5)
    seed = ints[ints[SEED]]
    world = ints[ints[WORLD]]
    before = ints[ints[ARRESTS]]
    taken = chain_size(seed, world, theta[ints[CHAIN]], known, int(members), before)
    if ints[ints[ARREST_DAY]] < 0:
        ints[ints[ARREST_DAY]] = day
    ints[ints[ARRESTS]] = before + taken
    left = members - taken
    floats[ints[KNOWN]] = max(0.0, floats[ints[KNOWN]] - taken)
    floats[ints[JAILED]] += taken
    floats[ints[PLOTTERS]] = left
    floats[ints[TRAINED]] *= left / max(members, 1e-9)
    if left < theta[ints[BROKEN_BELOW]] * (left + floats[ints[JAILED]]) or left < 1.0:
        ints[ints[PREVENTED]] = 1
        ints[ints[PLOTTING]] = 0
    elif ints[ints[ANSWER]] == STRIKE_EARLY and day + 1 < ints[ints[START_DAY]]:
        ints[ints[EARLY]] = 1
        ints[ints[START_DAY]] = day + 1


@kernel
def consider(theta, ints, floats, day):
    """Propose arrests when there is reason to, and decide on them whenever somebody is known."""
    floats[ints[COST_NOW]] = cost_on(theta, ints, day)
    if floats[ints[BELIEF]] < theta[ints[PROPOSE]] or day < ints[ints[ARREST_SINCE]]:
        return
    if ints[ints[PROPOSED_DAY]] < 0:
        ints[ints[PROPOSED_DAY]] = day
    if floats[ints[KNOWN]] < 0.5 or ints[ints[CUT]] & DECISION:
        return
    if decides(theta, ints, floats, day):
        arrest(theta, ints, floats, day)
