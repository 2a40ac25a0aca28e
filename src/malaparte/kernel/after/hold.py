"""Seven days from the seizure, hour by hour: held, or lost, when and why.

Support tends to a mean, made of what a new power has by itself, the people's sympathy, the part
of the army that has gone over, who is heard, what second authorities say, less a strike that grows
to its full (Berlin 1920).  An authority whose hour comes within the week speaks then.  At nought it
is lost.  Units from outside come by rail, if it works, and win when they and those who obey
outweigh who holds the city.  Any other end comes by a hazard that falls with age (Bienen and van de
Walle 1992; Svolik 2012).  Seven days are the measure of Powell and Thyne (2011).  What the new
power does with grain, war or law is no part of this.
"""

from __future__ import annotations

from malaparte.kernel.after.support import hazard_until, support_after, touched
from malaparte.kernel.compile import kernel, typed
from malaparte.kernel.events import HELD_ON, NEW_POWER_ENDS, STRIKE_BEGINS, emit
from malaparte.kernel.maths import exp, normal_quantile
from malaparte.kernel.public.acting import kept
from malaparte.kernel.public.authority import authorities_speak, refusal, strike_chance
from malaparte.kernel.public.choosing import weight_of
from malaparte.kernel.public.crowd import legitimacy
from malaparte.kernel.public.fields import (
    AUTHORITY_WEIGHT,
    FIGHT_LUCK,
    HAZARD,
    HAZARD_LATER,
    HOLD_ARMY,
    HOLD_PEOPLE,
    HOLD_WORD,
    JOIN,
    LAST_CAUSE,
    LOST_POWER_AT,
    NEEDED,
    OBEY,
    OUTSIDE_HOURS,
    PLOT_HEARD,
    RAIL_PLACE,
    REVERSION,
    SETTLES,
    STATE_HEARD,
    STREETS,
    STRIKE,
    STRIKE_COST,
    STRIKE_DAYS,
    STRIKE_FULL,
    SUPPORT,
    SUPPORT_MEAN,
    SUPPORT_NOISE,
    UNIT_CHOICE,
    UNIT_OUTSIDE,
    UNITS,
)
from malaparte.kernel.public.keys import (
    HOLD_CROSS_KEY,
    HOLD_END_KEY,
    HOLD_OUTSIDE_KEY,
    HOLD_STEP_KEY,
    HOLD_STRIKE_KEY,
)
from malaparte.kernel.rng import DYNAMICS, exponential, uniform
from malaparte.kernel.road.fields import HAND_SYMPATHY, ROAD
from malaparte.kernel.state import (
    HOLDING,
    NODE_HOLDER,
    PLOT,
    SEED,
    SEIZED_AT,
    SERVICE_LOSS,
    TEAM_MEN,
    TEAM_STATE,
    TEAMS,
    WORLD,
)

HOURS = 168
"""Hours of holding, seven days (Powell and Thyne 2011)."""
GONE, STRUCK, ATTACKED, OVERTHROWN = 6, 7, 8, 9
"""Causes; indices of `malaparte.kernel.outcome.CAUSES`."""


@kernel
def mean_support(theta, ints, floats):
    """Return the mean to which support tends, without a strike and before authorities speak."""
    mean = theta[ints[SUPPORT_MEAN]]
    liked = 0.5
    if ints[ints[ROAD]]:
        liked = floats[ints[HAND_SYMPATHY]]
    elif ints[ints[STREETS]]:
        liked = 1.0 - legitimacy(theta, ints, floats)
    mean += theta[ints[HOLD_PEOPLE]] * (2.0 * liked - 1.0)
    over = 0.0
    loyal = 0.0
    for unit in range(ints[ints[UNITS]]):
        if ints[ints[UNIT_OUTSIDE] + unit] == 0:
            chosen = ints[ints[UNIT_CHOICE] + unit]
            over += weight_of(theta, ints, unit) if chosen == JOIN else 0.0
            loyal += weight_of(theta, ints, unit) if chosen == OBEY else 0.0
    if over + loyal > 0.0:
        mean += theta[ints[HOLD_ARMY]] * (over - loyal) / (over + loyal)
    return mean + theta[ints[HOLD_WORD]] * (floats[ints[PLOT_HEARD]] - floats[ints[STATE_HEARD]])


@kernel
def counter_attack(theta, ints, floats, strike):
    """Return 1 when units from outside come and beat who holds the city.

    Trains run while the railway works and no strike stops them; the plot lets no train of the
    state's through a railway that it holds.
    """
    rail = ints[ints[RAIL_PLACE]]
    works = 1.0 - strike
    ours = False
    if rail >= 0:
        works *= 1.0 - floats[ints[SERVICE_LOSS] + rail]
        ours = ints[ints[NODE_HOLDER] + rail] == PLOT
    attack = 0.0
    defence = 0.0
    for unit in range(ints[ints[UNITS]]):
        chosen = ints[ints[UNIT_CHOICE] + unit]
        far = ints[ints[UNIT_OUTSIDE] + unit] == 1
        if chosen == OBEY:
            comes = 1.0 if not far else (0.0 if ours else works)
            attack += comes * weight_of(theta, ints, unit)
        elif chosen == JOIN:
            defence += weight_of(theta, ints, unit) * (works if far else 1.0)
    for team in range(ints[ints[TEAMS]]):
        if ints[ints[TEAM_STATE] + team] == HOLDING:
            defence += 1.0 * ints[ints[TEAM_MEN] + team]
    u = uniform(ints[ints[SEED]], ints[ints[WORLD]], DYNAMICS, HOLD_OUTSIDE_KEY, 0, 0, 0)
    luck = exp(theta[ints[FIGHT_LUCK]] * normal_quantile(u))
    need = theta[ints[NEEDED]] * defence
    if attack <= 0.0:
        return 0
    ratio = attack * luck / need if need > 0.0 else 2.0
    return 1 if kept(ratio) > 0.0 else 0


@typed("void(f8[::1], i8[::1], f8[::1])")
def hold(theta, ints, floats):
    """Hold for seven days, or lose."""
    seed = ints[ints[SEED]]
    world = ints[ints[WORLD]]
    begun = floats[ints[SEIZED_AT]]
    alone = mean_support(theta, ints, floats)
    luck = uniform(seed, world, DYNAMICS, HOLD_STRIKE_KEY, 0, 0, 0)
    noise = theta[ints[SUPPORT_NOISE]]
    reversion = max(theta[ints[REVERSION]], 1e-6)
    support = -1.0
    left = exponential(seed, world, HOLD_END_KEY, 0, 0, 0)
    came = False
    cause = 0
    step = 1.0 / 24.0
    hour = 0
    strike = 0.0
    struck = -1.0
    while hour < HOURS and cause == 0:
        now = begun + 3600.0 * hour
        authorities_speak(theta, ints, floats, now)
        mean = alone - refusal(theta, ints, AUTHORITY_WEIGHT)
        if hour == 0:
            support = max(mean, 0.01)
        if struck < 0.0 and luck < strike_chance(theta, ints, theta[ints[STRIKE]]):
            struck = hour * step
            emit(ints, now, STRIKE_BEGINS, -1, -1, -1, 0, -1)
        hour += 1
        days = hour * step
        if struck >= 0.0:
            strike = 1.0 - exp((struck - days) / max(theta[ints[STRIKE_DAYS]], 1e-6))
        aim = mean - theta[ints[STRIKE_COST]] * strike
        shock = normal_quantile(uniform(seed, world, DYNAMICS, HOLD_STEP_KEY, 0, hour, 0))
        then = support_after(support, aim, reversion, noise, step, shock)
        u = uniform(seed, world, DYNAMICS, HOLD_CROSS_KEY, 0, hour, 0)
        if u < touched(support, then, noise, step):
            cause = STRUCK if struck >= 0.0 and mean > 0.0 else GONE
        support = then
        spent = hazard_until(
            days, theta[ints[HAZARD]], theta[ints[HAZARD_LATER]], theta[ints[SETTLES]]
        )
        if cause == 0 and spent >= left:
            cause = OVERTHROWN
        if cause == 0 and not came and ints[ints[UNITS]] and hour >= theta[ints[OUTSIDE_HOURS]]:
            came = True
            if counter_attack(theta, ints, floats, strike):
                cause = ATTACKED
    floats[ints[SUPPORT]] = support
    floats[ints[STRIKE_FULL]] = strike
    ints[ints[LAST_CAUSE]] = cause
    end = begun + 3600.0 * hour
    if cause:
        floats[ints[LOST_POWER_AT]] = end
        emit(ints, end, NEW_POWER_ENDS, -1, -1, -1, cause, -1)
    else:
        floats[ints[LOST_POWER_AT]] = -1.0
        emit(ints, end, HELD_ON, -1, -1, -1, 0, -1)
