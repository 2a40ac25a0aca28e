"""Messages: how fast word goes by what still works.

Channels compete, so their rates add: telephone and wire as far as the exchange and the office
serve, a secret line where one is laid, a runner always.  Losing the exchange slows word, never
stops it.
"""

from __future__ import annotations

from malaparte.kernel.compile import kernel, typed
from malaparte.kernel.maths import exp, log, normal_quantile
from malaparte.kernel.rng import DYNAMICS, uniform
from malaparte.kernel.state import (
    CENTRE,
    COMMAND,
    COMMAND_DELAY_SPREAD,
    COMMAND_RUNNER_DELAY,
    COMMAND_SECRET_DELAY,
    COMMAND_TELEGRAPH_DELAY,
    COMMAND_TELEPHONE_DELAY,
    DEPENDENCIES,
    DEPENDENCY_CONSUMER,
    DEPENDENCY_KIND,
    DEPENDENCY_LOSS,
    DEPENDENCY_SUPPLIER,
    PLACE_SECRET,
    SEED,
    SERVICE_LOSS,
    TELEGRAPH,
    TELEPHONE,
    WORLD,
)


@kernel
def reach(theta, ints, floats, place):
    """Return how well the telephone reaches a place, 0..1.

    A place with command dependencies keeps the product of (1 - loss * supplier's loss): it has
    other lines beside.  Any other place has what the exchange gives.
    """
    kept = 1.0
    found = False
    for d in range(ints[ints[DEPENDENCIES]]):
        if ints[ints[DEPENDENCY_CONSUMER] + d] == place:
            if ints[ints[DEPENDENCY_KIND] + d] == COMMAND:
                found = True
                supplier = ints[ints[DEPENDENCY_SUPPLIER] + d]
                lost = floats[ints[SERVICE_LOSS] + supplier]
                kept *= 1.0 - theta[ints[DEPENDENCY_LOSS] + d] * lost
    if not found:
        kept = 1.0 - floats[ints[SERVICE_LOSS] + ints[ints[TELEPHONE]]]
    return kept


@kernel
def best_rate(theta, ints, place):
    """Return messages per minute between the centre and a place while every channel works."""
    rate = 1.0 / theta[ints[COMMAND_TELEPHONE_DELAY]] + 1.0 / theta[ints[COMMAND_RUNNER_DELAY]]
    rate += 1.0 / theta[ints[COMMAND_TELEGRAPH_DELAY]]
    if ints[ints[PLACE_SECRET] + place]:
        rate += 1.0 / theta[ints[COMMAND_SECRET_DELAY]]
    return rate


@kernel
def state_rate(theta, ints, floats, place):
    """Return messages per minute between the state's centre and a place."""
    line = reach(theta, ints, floats, place) * reach(theta, ints, floats, ints[ints[CENTRE]])
    rate = line / theta[ints[COMMAND_TELEPHONE_DELAY]] + 1.0 / theta[ints[COMMAND_RUNNER_DELAY]]
    wire = 1.0 - floats[ints[SERVICE_LOSS] + ints[ints[TELEGRAPH]]]
    rate += wire / theta[ints[COMMAND_TELEGRAPH_DELAY]]
    if ints[ints[PLACE_SECRET] + place]:
        rate += 1.0 / theta[ints[COMMAND_SECRET_DELAY]]
    return rate


@kernel
def plot_rate(theta, ints, floats):
    """Return messages per minute to the plot's headquarters: the city's telephone, or runners."""
    line = 1.0 - floats[ints[SERVICE_LOSS] + ints[ints[TELEPHONE]]]
    return line / theta[ints[COMMAND_TELEPHONE_DELAY]] + 1.0 / theta[ints[COMMAND_RUNNER_DELAY]]


@typed("f8(f8[::1], i8[::1], f8, i8, i8, i8)")
def message_time(theta, ints, rate, rule, key, occurrence):
    """Return the seconds that a message takes: lognormal, median 60 / rate."""
    u = uniform(ints[ints[SEED]], ints[ints[WORLD]], DYNAMICS, rule, key, occurrence, 0)
    spread = log(theta[ints[COMMAND_DELAY_SPREAD]])
    return 60.0 / rate * exp(spread * normal_quantile(u))
