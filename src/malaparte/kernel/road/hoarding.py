"""Hoarding: what a household wants to have at home, and what it tries to buy today.

The wanted stock is half a purchase lot of the square-root law, Q = sqrt(2 F D / h), with the effort
F of a trip (way and queue, hours), use D = 1 day's use a day and h the bother of keeping (hours a
day for each day's stock): longer queues make larger stocks (Harris 1913; Weitzman 1991, American
Economic Review 81:401-414).  Rumour multiplies it (coupling 2): 1 + fear (s + tired r), with a lag
of a day; what is bought in a day is capped by the purse.
"""

from __future__ import annotations

import math

from malaparte.kernel.compile import kernel
from malaparte.kernel.road.fields import (
    ADJUST,
    BOUGHT,
    CUT,
    FEAR,
    FEAR_LAGGED,
    HOME,
    IGNORANT,
    KEEPING,
    PURCHASE,
    PURSE,
    QUEUE_HOURS,
    SPREADING,
    TIRED,
    TRIP,
)


@kernel
def best_lot(effort, use, keeping):
    """Return the cheapest lot of a purchase, sqrt(2 F D / h)."""
    return math.sqrt(2.0 * effort * use / max(keeping, 1e-9))


@kernel
def wanted(theta, ints, floats, good):
    """Return the stock, in days of normal use, that a household wants to have at home."""
    effort = theta[ints[TRIP]] + floats[ints[QUEUE_HOURS] + good]
    stock = 0.5 * best_lot(effort, 1.0, theta[ints[KEEPING]])
    if ints[ints[CUT]] & PURCHASE == 0:
        stock *= 1.0 + theta[ints[FEAR]] * floats[ints[FEAR_LAGGED]]
    return stock


@kernel
def demand(theta, ints, floats, good):
    """Return what households try to buy today, in days of normal use."""
    lack = wanted(theta, ints, floats, good) - floats[ints[HOME] + good]
    more = 1.0 + lack / max(theta[ints[ADJUST]], 1.0)
    return min(max(more, 0.0), max(theta[ints[PURSE]], 1.0))


@kernel
def use_up(ints, floats, good):
    """Put the day's purchases into the cupboard and take out the day's use, as far as it goes."""
    stock = floats[ints[HOME] + good] + floats[ints[BOUGHT] + good]
    floats[ints[HOME] + good] = max(0.0, stock - 1.0)


@kernel
def hear(theta, ints, floats):
    """Remember the rumour of today for the purchases of tomorrow."""
    spreading = floats[ints[SPREADING]]
    tired = 1.0 - floats[ints[IGNORANT]] - spreading
    floats[ints[FEAR_LAGGED]] = spreading + theta[ints[TIRED]] * tired
