"""Rumour of war: Maki-Thompson with forgetting, as a mean field of the people of the towns.

Maki and Thompson 1973; Nekovee, Moreno, Bianconi and Marsili 2007, their homogeneous equations
(4)-(6), with k contacts a day, tell lambda, stifle alpha and forget delta:

    di/dt = -lambda k i s,   ds/dt = lambda k i s - alpha k s (s + r) - delta s,   r = 1 - i - s.

A spreader who meets a spreader or one who is tired of it stops, once a meeting: counted twice, a
fifth of the people who never hear it would become 0.285 (Hayes 2005).  A denial campaign adds to
delta.
"""

from __future__ import annotations

from malaparte.kernel.compile import kernel
from malaparte.kernel.road.fields import (
    CONTACTS,
    DENIAL,
    DENY,
    DENY_SINCE,
    FORGET,
    IGNORANT,
    QUEUE_HOURS,
    SEEN,
    SHORTAGE_NEWS,
    SPREADING,
    STIFLE,
    TELL,
)

STEPS = 4
"""Steps of Runge and Kutta in a day."""


@kernel
def slope(i, s, tell, stifle, forget):
    """Return di/dt and ds/dt; tell and stifle are rates a day: contacts times chance."""
    met = tell * i * s
    return -met, met - stifle * s * (1.0 - i) - forget * s


@kernel
def advance_rumour(i, s, tell, stifle, forget, step):
    """Return ignorant and spreading shares after a step in days (Runge-Kutta of order four)."""
    di1, ds1 = slope(i, s, tell, stifle, forget)
    half = 0.5 * step
    di2, ds2 = slope(i + half * di1, s + half * ds1, tell, stifle, forget)
    di3, ds3 = slope(i + half * di2, s + half * ds2, tell, stifle, forget)
    di4, ds4 = slope(i + step * di3, s + step * ds3, tell, stifle, forget)
    i += step * (di1 + 2.0 * di2 + 2.0 * di3 + di4) / 6.0
    s += step * (ds1 + 2.0 * ds2 + 2.0 * ds3 + ds4) / 6.0
    return max(i, 0.0), max(s, 0.0)


@kernel
def spread(theta, ints, floats, day, step):
    """Let the rumour run for a step in days."""
    i = floats[ints[IGNORANT]]
    s = floats[ints[SPREADING]]
    if ints[ints[SHORTAGE_NEWS]]:
        # The queues are themselves news: a loop, and therefore a switch that is off by default.
        seeded = min(i, step * theta[ints[SEEN]] * floats[ints[QUEUE_HOURS]])
        i -= seeded
        s += seeded
    if s <= 0.0:
        return
    forget = theta[ints[FORGET]]
    if ints[ints[DENY]] and day >= ints[ints[DENY_SINCE]]:
        forget += theta[ints[DENIAL]]
    tell = theta[ints[CONTACTS]] * theta[ints[TELL]]
    stifle = theta[ints[CONTACTS]] * theta[ints[STIFLE]]
    for _ in range(STEPS):
        i, s = advance_rumour(i, s, tell, stifle, forget, step / STEPS)
    floats[ints[IGNORANT]] = i
    floats[ints[SPREADING]] = s
