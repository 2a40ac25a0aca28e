"""Towns: the state's grain on its way, in the stores, in the shops.

What the state buys, less what goes abroad, waits on the railways with a mean way of some days,
longer where they are inoperable (coupling 5), then lies in the stores of the towns; the shops draw
a day's need of bread from them, less when the stores hold fewer days than the reserve below which
officials begin to spare.  State grain = abroad + on the way + stores + shops, to the pood.
"""

from __future__ import annotations

from malaparte.kernel.compile import kernel
from malaparte.kernel.road.fields import (
    ALL_ABROAD,
    ALL_SHOPS,
    BOUGHT,
    BREAD,
    CUT,
    INOPERABLE,
    RAIL,
    SHOPS,
    STATE_BOUGHT,
    SUPPLY,
    TOWN_ABROAD,
    TOWN_GRAIN,
    TOWN_NEED,
    TOWN_RESERVE,
    TOWN_WAY,
    TRANSIT,
)

MONTH = 365.0 / 12.0
"""Days of a month, where a need is given by the month."""


@kernel
def need(theta, ints):
    """Return the normal need of the towns in million poods a day."""
    return theta[ints[TOWN_NEED]] / MONTH


@kernel
def cover(theta, ints, floats):
    """Return for how many days of normal need the stores of the towns suffice."""
    return floats[ints[TOWN_GRAIN]] / max(need(theta, ints), 1e-9)


@kernel
def bread_ration(theta, ints, floats):
    """Return the share of a normal delivery that the stores let go."""
    if ints[ints[CUT]] & SUPPLY:
        return 1.0
    return min(1.0, cover(theta, ints, floats) / max(theta[ints[TOWN_RESERVE]], 1e-9))


@kernel
def supply(theta, ints, floats, step):
    """Send a step's state purchases on their way and put into the stores what arrives."""
    bought = floats[ints[STATE_BOUGHT]]
    abroad = theta[ints[TOWN_ABROAD]] * bought
    floats[ints[ALL_ABROAD]] += abroad
    floats[ints[TRANSIT]] += bought - abroad
    stopped = 0.0
    if ints[ints[CUT]] & SUPPLY:
        stopped = 1.0  # the grain stays on the way; the stores are those of a calm year
    elif ints[ints[RAIL]] >= 0:
        stopped = floats[ints[INOPERABLE] + ints[ints[RAIL]]]
    part = min(1.0, step * (1.0 - stopped) / max(theta[ints[TOWN_WAY]], 1.0))
    arrives = part * floats[ints[TRANSIT]]
    floats[ints[TRANSIT]] -= arrives
    floats[ints[TOWN_GRAIN]] += arrives


@kernel
def eat(theta, ints, floats):
    """Take the bread that was sold today out of the stores.

    With the shops cut off everybody is served as in a calm year, and the stores spare as in one.
    """
    if ints[ints[CUT]] & SUPPLY:
        return
    days = floats[ints[BOUGHT] + BREAD]
    if ints[ints[CUT]] & SHOPS:
        days = min(days, bread_ration(theta, ints, floats))
    drawn = min(floats[ints[TOWN_GRAIN]], days * need(theta, ints))
    floats[ints[TOWN_GRAIN]] -= drawn
    floats[ints[ALL_SHOPS]] += drawn
