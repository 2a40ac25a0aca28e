"""The pulse begins: units and people look up when something is seen to happen."""

from __future__ import annotations

import math

from malaparte.kernel.clock import set_clock
from malaparte.kernel.compile import typed
from malaparte.kernel.maths import normal_quantile
from malaparte.kernel.public.fields import (
    CHANNEL_TOLD_STATE,
    CHANNELS,
    COMMON,
    LOST_POWER_AT,
    PLEDGES,
    PULSES,
    PULSING,
    RISING_AT,
    SLOT_PULSE,
    STREETS,
    UNIT_AT,
    UNIT_ERROR,
    UNIT_HOME,
    UNIT_KEY,
    UNIT_MEN,
    UNIT_OUTSIDE,
    UNIT_PLEDGED,
    UNIT_PROMISED,
    UNIT_STRENGTH,
    UNITS,
)
from malaparte.kernel.public.keys import (
    PUBLIC_MOOD_KEY,
    UNIT_PLEDGE_KEY,
    UNIT_SIGNAL_KEY,
)
from malaparte.kernel.rng import DYNAMICS, uniform
from malaparte.kernel.state import SEED, WORLD


@typed("void(f8[::1], i8[::1], f8[::1], f8)")
def wake(theta, ints, floats, t):
    """Begin the pulse at time t, the first time with all that it needs.

    The errors of units' signals are normal with a common part, so that all are wrong together: the
    correlation of any two is ``army.common``.
    """
    if ints[ints[UNITS]] + ints[ints[STREETS]] == 0:
        return
    ints[ints[PULSING]] = 1
    set_clock(ints, floats, ints[ints[SLOT_PULSE]], t)
    if ints[ints[PULSES]]:
        return
    ints[ints[PULSES]] = 1
    seed = ints[ints[SEED]]
    world = ints[ints[WORLD]]
    floats[ints[RISING_AT]] = -1.0
    floats[ints[LOST_POWER_AT]] = -1.0
    for c in range(ints[ints[CHANNELS]]):
        floats[ints[CHANNEL_TOLD_STATE] + c] = 1.0
    if ints[ints[UNITS]] == 0:
        return
    mood = normal_quantile(uniform(seed, world, DYNAMICS, PUBLIC_MOOD_KEY, 0, 0, 0))
    common = theta[ints[COMMON]]
    for unit in range(ints[ints[UNITS]]):
        key = ints[ints[UNIT_KEY] + unit]
        own = normal_quantile(uniform(seed, world, DYNAMICS, UNIT_SIGNAL_KEY, key, 0, 0))
        floats[ints[UNIT_ERROR] + unit] = math.sqrt(common) * mood + math.sqrt(1.0 - common) * own
        men = int(math.floor(theta[ints[UNIT_MEN] + unit] + 0.5))
        ints[ints[UNIT_STRENGTH] + unit] = men
        ints[ints[UNIT_AT] + unit] = ints[ints[UNIT_HOME] + unit]
        u = uniform(seed, world, DYNAMICS, UNIT_PLEDGE_KEY, key, 0, 0)
        if u < theta[ints[UNIT_PLEDGED] + unit] and men > 0:
            ints[ints[UNIT_PROMISED] + unit] = 1
            ints[ints[PLEDGES]] += 1 - ints[ints[UNIT_OUTSIDE] + unit]
