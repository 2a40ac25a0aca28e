"""Shocks: dated news from abroad, of terror, and speeches; tension rises at once and decays.

T <- T + (1 - T) x at the date, T <- T exp(-1/fade) every day: several shocks never add up to more
than one.  A shock also seeds the rumour (coupling 1), may shift the state's belief (a likelihood
ratio, as of any report) and the public's sympathy.  The list of shocks is exogenous, so their dates
hold in every counterfactual.
"""

from __future__ import annotations

from malaparte.kernel.compile import kernel
from malaparte.kernel.road.fields import (
    BELIEF,
    CUT,
    EMIGRE_TENSION,
    IGNORANT,
    KEEP_TENSION,
    RECRUITS,
    RENEW,
    REPORTS,
    SEEDING,
    SHOCK,
    SHOCK_DAY,
    SHOCK_DOUBT,
    SHOCK_EMIGRES,
    SHOCK_SYMPATHY,
    SHOCK_TENSION,
    SHOCKS,
    SPREADING,
    SYMPATHY,
    TENSION,
)
from malaparte.kernel.road.secrecy import after_ratio


@kernel
def begin_day(theta, ints, floats, day):
    """Let tension decay, then let the shocks of this day strike, in the order of their ids."""
    fade = floats[ints[KEEP_TENSION]]
    floats[ints[TENSION]] *= fade
    floats[ints[EMIGRE_TENSION]] *= fade
    for shock in range(ints[ints[SHOCKS]]):
        if ints[ints[SHOCK_DAY] + shock] == day:
            strike(theta, ints, floats, shock)


@kernel
def strike(theta, ints, floats, shock):
    """Add one shock to tension, rumour, belief and sympathy."""
    size = theta[ints[SHOCK_TENSION] + shock]
    cut = ints[ints[CUT]]
    floats[ints[TENSION]] += (1.0 - floats[ints[TENSION]]) * size
    emigres = theta[ints[SHOCK_EMIGRES] + shock]
    floats[ints[EMIGRE_TENSION]] += (1.0 - floats[ints[EMIGRE_TENSION]]) * emigres
    if cut & SHOCK == 0:
        ignorant = floats[ints[IGNORANT]]
        spreading = floats[ints[SPREADING]]
        # News that is new wakes some of those who were tired of the old ones.
        woken = theta[ints[RENEW]] * size * max(0.0, 1.0 - ignorant - spreading)
        seeded = min(ignorant, theta[ints[SEEDING]] * size)
        floats[ints[IGNORANT]] = ignorant + woken - seeded
        floats[ints[SPREADING]] = spreading + seeded
    doubt = theta[ints[SHOCK_DOUBT] + shock]
    if doubt > 0.0 and cut & REPORTS == 0:
        floats[ints[BELIEF]] = after_ratio(floats[ints[BELIEF]], doubt)
    if cut & RECRUITS == 0:
        sympathy = floats[ints[SYMPATHY]]
        floats[ints[SYMPATHY]] = sympathy + (1.0 - sympathy) * theta[ints[SHOCK_SYMPATHY] + shock]
