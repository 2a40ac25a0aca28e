"""Mood: the state's legitimacy, and the sympathy for the plot among the people and in the units.

Queues and thin stores wear legitimacy away, slowly and within bounds (coupling 6): it goes with a
lag to L* = L0 - queue_hurts x/(1+x) - hunger_hurts (1 - ration), x = hours of queue beyond those
that people are used to, over those that they bear, and never below zero.  They measure by what they
had (relative deprivation, Gurr 1970), here by the queues of the first two weeks of the road: one
that was always there costs no trust.  Sympathy is the share of those without trust who would side
with the plot, so it moves as they do, and with speeches (coupling 7).  Units have their own share
and half of the people's swing: soldiers come from the people, but live in barracks.
"""

from __future__ import annotations

from malaparte.kernel.compile import kernel
from malaparte.kernel.road.fields import (
    CUT,
    HUNGER_HURTS,
    KEEP_MOOD,
    LEGITIMACY,
    MOOD,
    QUEUE_HOURS,
    QUEUE_HURTS,
    QUEUE_REF,
    RECRUITS,
    ROAD_FIRST,
    SYMPATHY,
    SYMPATHY_SHARE,
    TRUST,
    UNITS,
    UNITS_SHARE,
    USED_TO,
)
from malaparte.kernel.road.towns import bread_ration

HABIT = 14
"""Days of the road by whose queues people measure all later ones (assumed)."""
SHARED = 0.5
"""Part of a swing of the people's sympathy that soldiers share (assumed)."""


@kernel
def longest(ints, floats):
    """Return the hours of today's longer queue."""
    return max(floats[ints[QUEUE_HOURS]], floats[ints[QUEUE_HOURS] + 1])


@kernel
def get_used(ints, floats, day):
    """Let people get used to the queues of the first days: the mean of them."""
    days = day - ints[ints[ROAD_FIRST]]
    if days < HABIT:
        floats[ints[USED_TO]] += (longest(ints, floats) - floats[ints[USED_TO]]) / (days + 1.0)


@kernel
def feel(theta, ints, floats):
    """Let the mood follow a day's queues and bread."""
    loss = 0.0
    if ints[ints[CUT]] & MOOD == 0:
        hours = longest(ints, floats) - floats[ints[USED_TO]]
        x = max(hours, 0.0) / max(theta[ints[QUEUE_REF]], 1e-9)
        loss = theta[ints[QUEUE_HURTS]] * x / (1.0 + x)
        loss += theta[ints[HUNGER_HURTS]] * (1.0 - bread_ration(theta, ints, floats))
    aim = max(0.0, theta[ints[LEGITIMACY]] - loss)
    keep = floats[ints[KEEP_MOOD]]
    floats[ints[TRUST]] = aim + keep * (floats[ints[TRUST]] - aim)
    if ints[ints[CUT]] & RECRUITS:
        return
    before = 1.0 - theta[ints[LEGITIMACY]]
    swing = theta[ints[SYMPATHY_SHARE]] * (1.0 - floats[ints[TRUST]] - before)
    people = theta[ints[SYMPATHY_SHARE]] * before + swing
    floats[ints[SYMPATHY]] = people + keep * (floats[ints[SYMPATHY]] - people)
    soldiers = min(1.0, theta[ints[UNITS_SHARE]] + SHARED * swing)
    floats[ints[UNITS]] = max(0.0, soldiers)
