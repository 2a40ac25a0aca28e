"""When to go over: a global game of regime change with private and public signals.

The state of strength s falls iff a larger share than s goes over.  Everybody believes s ~ N(z,
1/public) and hears s + N(0, 1/private); going over pays 1 - c if the state falls and costs c if it
does not.  The marginal strength m, below which the state falls, solves (Hellwig 2002; Morris and
Shin 2004; Angeletos, Hellwig and Pavan 2007)

    Phi((public (m - z) - sqrt(private) Phi^-1(m)) / sqrt(private + public)) = c,

with one solution for every z iff public / sqrt(private) <= sqrt(2 pi).  Of several, best replies
are followed from where they were: an army stays as it is until its last reason to is gone.
"""

from __future__ import annotations

import math

from malaparte.kernel.compile import kernel
from malaparte.kernel.maths import exp, normal_quantile

STEP = 1.0 / 64.0
"""Grid on which a change of sign is looked for before it is bisected."""
EDGE = 1e-6
"""Nearest that a marginal strength comes to nought or one."""


@kernel
def normal_share(x):
    """Return P(Z <= x) (Hart 1968, as given by West 2005; error below 1e-14)."""
    z = math.fabs(x)
    if z > 37.0:
        return 0.0 if x < 0.0 else 1.0
    e = exp(-0.5 * z * z)
    if z < 7.07106781186547:
        a = 3.52624965998911e-2 * z + 0.700383064443688
        a = a * z + 6.37396220353165
        a = a * z + 33.912866078383
        a = a * z + 112.079291497871
        a = a * z + 221.213596169931
        a = a * z + 220.206867912376
        b = 8.83883476483184e-2 * z + 1.75566716318264
        b = b * z + 16.064177579207
        b = b * z + 86.7807322029461
        b = b * z + 296.564248779674
        b = b * z + 637.333633378831
        b = b * z + 793.826512519948
        b = b * z + 440.413735824752
        tail = e * a / b
    else:
        a = z + 0.65
        a = z + 4.0 / a
        a = z + 3.0 / a
        a = z + 2.0 / a
        a = z + 1.0 / a
        tail = e / (a * 2.506628274631)
    return tail if x < 0.0 else 1.0 - tail


@kernel
def margin(m, cost, private, public, z):
    """Return how much likelier than its cost the marginal unit holds the fall of the state."""
    scale = math.sqrt(private + public)
    x = (public * (m - z) - math.sqrt(private) * normal_quantile(m)) / scale
    return normal_share(x) - cost


@kernel
def marginal_strength(cost, private, public, z, start):
    """Return m, reached from ``start`` by best replies; 0 < cost < 1, precisions above zero."""
    here = min(max(start, EDGE), 1.0 - EDGE)
    up = margin(here, cost, private, public, z) > 0.0
    while True:
        there = here + STEP if up else here - STEP
        there = min(max(there, EDGE), 1.0 - EDGE)
        if (margin(there, cost, private, public, z) > 0.0) != up:
            break
        if there <= EDGE or there >= 1.0 - EDGE:
            return there
        here = there
    lo = here if up else there
    hi = there if up else here
    for _ in range(30):
        middle = 0.5 * (lo + hi)
        if margin(middle, cost, private, public, z) > 0.0:
            lo = middle
        else:
            hi = middle
    return 0.5 * (lo + hi)


@kernel
def fall_believed(m, private, public, z, x):
    """Return how likely a unit with private signal x holds the fall of the state."""
    total = private + public
    return normal_share(math.sqrt(total) * (m - (private * x + public * z) / total))


@kernel
def choice(fall, join_cost, obey_cost, before, join):
    """Return 0 obey, 1 wait or 2 go over (``join``); who has gone over waits no more.

    A unit goes over iff it is surer than its cost that the state falls, obeys iff it is surer than
    its other cost that it does not, and waits between.
    """
    if fall >= join_cost:
        return join
    if 1.0 - fall >= obey_cost:
        return 0
    return join if before == join else 1
