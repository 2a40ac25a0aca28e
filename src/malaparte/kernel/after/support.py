"""Support of a new power: a process that goes back to its mean, with a barrier at nought."""

from __future__ import annotations

import math

from malaparte.kernel.compile import kernel
from malaparte.kernel.maths import exp


@kernel
def support_after(now, mean, reversion, noise, days, shock):
    """Return support after some days, exactly (Uhlenbeck and Ornstein 1930; Gillespie 1996).

    shock: a standard normal.  reversion 1/day, above zero; noise share/sqrt(day).
    """
    keep = exp(-reversion * days)
    spread = noise * math.sqrt((1.0 - keep * keep) / (2.0 * reversion))
    return mean + keep * (now - mean) + spread * shock


@kernel
def touched(before, after, noise, days):
    """Return the chance that support was at nought between two times at which it was above.

    The Brownian bridge: exp(-2 a b / (noise^2 days)).
    """
    if before <= 0.0 or after <= 0.0:
        return 1.0
    variance = noise * noise * days
    return exp(-2.0 * before * after / variance) if variance > 0.0 else 0.0


@kernel
def hazard_until(days, first, later, settles):
    """Return the integral of a hazard that falls from ``first`` to ``later``.

    h(t) = later + (first - later) exp(-t / settles).
    """
    if settles <= 0.0:
        return later * days
    return later * days + (first - later) * settles * (1.0 - exp(-days / settles))
