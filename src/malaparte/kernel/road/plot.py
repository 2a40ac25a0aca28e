"""The plot: who joins it, who is trained, what it can field.

Recruits come by acquaintance from a limited pool of people fit for it (logistic growth): dN/dt = g
(1 - L) m N (1 - (N + J) / pool), with L the state's legitimacy and m the factor of opposition
meetings while they are held (coupling 7), J those in prison.  Nobody is made or lost: pool = N + J
+ those not asked yet.  Members become squad men at the rate 1/training.
"""

from __future__ import annotations

from malaparte.kernel.compile import kernel
from malaparte.kernel.maths import exp
from malaparte.kernel.road.fields import (
    CORE,
    CUT,
    GROWTH,
    JAILED,
    KEEP_RAW,
    LEGITIMACY,
    MEETINGS,
    MEETINGS_SINCE,
    PLOT_SINCE,
    PLOTTERS,
    PLOTTING,
    POOL,
    REAL,
    RECRUITS,
    TRAINED,
    TRUST,
)


@kernel
def joined(members, jailed, pool, rate):
    """Return the members after logistic growth, exact for a constant rate times time."""
    room = max(pool - jailed, 0.0)
    if members <= 0.0 or members >= room:
        return members
    odds = members / (room - members) * exp(rate)
    return room * odds / (1.0 + odds)


@kernel
def recruit(theta, ints, floats, day, step):
    """Let the plot begin, or grow for a step in days."""
    if ints[ints[REAL]] == 0 or day < ints[ints[PLOT_SINCE]]:
        return
    pool = max(theta[ints[POOL]], theta[ints[CORE]])
    if day == ints[ints[PLOT_SINCE]]:
        ints[ints[PLOTTING]] = 1
        floats[ints[PLOTTERS]] = theta[ints[CORE]]
        floats[ints[TRAINED]] = 0.0
        return
    if ints[ints[PLOTTING]] == 0:
        return
    rate = theta[ints[GROWTH]]
    if ints[ints[CUT]] & RECRUITS:
        rate *= 1.0 - theta[ints[LEGITIMACY]]
    else:
        rate *= 1.0 - floats[ints[TRUST]]
        if day >= ints[ints[MEETINGS_SINCE]]:
            rate *= theta[ints[MEETINGS]]
    members = joined(floats[ints[PLOTTERS]], floats[ints[JAILED]], pool, step * rate)
    floats[ints[PLOTTERS]] = members
    raw = members - floats[ints[TRAINED]]
    floats[ints[TRAINED]] += raw * (1.0 - floats[ints[KEEP_RAW]])
