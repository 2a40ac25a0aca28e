"""Movement: straight line times detour over speed, with a common noise of traffic and one own.

time = distance * detour / speed * hinder * exp(common + own), lognormal travel times with a
shared factor (as in reliability of urban travel times, Richardson and Taylor 1978).  The marching
columns slow every trip that begins or ends among them, half for each end.
"""

from __future__ import annotations

from malaparte.kernel.compile import kernel, typed
from malaparte.kernel.maths import exp, normal_quantile
from malaparte.kernel.rng import DYNAMICS, uniform
from malaparte.kernel.state import (
    COLUMNS_HIDE,
    COLUMNS_HINDER,
    COLUMNS_SINCE,
    COLUMNS_UNTIL,
    COLUMNS_WIDTH,
    DISTANCE,
    MARCH,
    MOVEMENT_DETOUR,
    MOVEMENT_FOOT,
    MOVEMENT_OWN,
    MOVEMENT_TRUCK,
    PLACES,
    SEED,
    TRAFFIC,
    TRUCK,
    WORLD,
)


@kernel
def among_columns(theta, ints, floats, place, t):
    """Return 1.0 when a place lies among the marching columns at time t, else 0.0."""
    if t < ints[ints[COLUMNS_SINCE]] or t >= ints[ints[COLUMNS_UNTIL]]:
        return 0.0
    return 1.0 if floats[ints[MARCH] + place] <= theta[ints[COLUMNS_WIDTH]] else 0.0


@kernel
def cover_of_columns(theta, ints, floats, place, t):
    """Return the share of detections at a place that the columns prevent at time t."""
    return among_columns(theta, ints, floats, place, t) * theta[ints[COLUMNS_HIDE]]


@kernel
def median_time(theta, ints, floats, metres, vehicle, a, b, t):
    """Return the median travel time in seconds over a straight distance between places a and b."""
    speed = theta[ints[MOVEMENT_TRUCK]] if vehicle == TRUCK else theta[ints[MOVEMENT_FOOT]]
    among = among_columns(theta, ints, floats, a, t) + among_columns(theta, ints, floats, b, t)
    hinder = 1.0 + 0.5 * among * (theta[ints[COLUMNS_HINDER]] - 1.0)
    return metres * theta[ints[MOVEMENT_DETOUR]] * 3.6 / speed * hinder


@kernel
def between(ints, floats, a, b):
    """Return the straight distance between two places in metres."""
    return floats[ints[DISTANCE] + a * ints[ints[PLACES]] + b]


@typed("f8(f8[::1], i8[::1], f8[::1], i8, i8, i8)")
def noise(theta, ints, floats, rule, key, occurrence):
    """Return the factor on a travel time: common traffic times the mover's own luck, median 1."""
    u = uniform(ints[ints[SEED]], ints[ints[WORLD]], DYNAMICS, rule, key, occurrence, 0)
    return exp(floats[ints[TRAFFIC]] + theta[ints[MOVEMENT_OWN]] * normal_quantile(u))
