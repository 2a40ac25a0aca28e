"""Services: what a place still does when its suppliers fail.

Inoperability input-output model (Haimes and Jiang 2001; Santos and Haimes 2004): q = min(1, c + A
q), with c the place's own loss and a_ij the share of i that is lost when j is down, iterated to
the fixed point, since the dependencies may run in a circle.  A dependency enters A only after its
hours of backup. Command and guard dependencies are not services: the first slows messages, the
second takes away help.
"""

from __future__ import annotations

import math

from malaparte.kernel.clock import set_clock
from malaparte.kernel.compile import kernel
from malaparte.kernel.day.alarm import settle_alarm
from malaparte.kernel.events import BACKUP_ENDS, SERVICE, emit
from malaparte.kernel.road.fields import SERVICE_BASE
from malaparte.kernel.state import (
    CLASH_DISRUPTION,
    COMMAND,
    DEPENDENCIES,
    DEPENDENCY_BACKUP,
    DEPENDENCY_CONSUMER,
    DEPENDENCY_KIND,
    DEPENDENCY_LOSS,
    DEPENDENCY_STATE,
    DEPENDENCY_SUPPLIER,
    INFINITE,
    NODE_CONTESTED,
    NODE_HOLDER,
    PLACE_CUT,
    PLACES,
    PLOT,
    SERVICE_LOSS,
    SERVICE_NEXT,
    SERVICE_OWN,
    SERVICE_TOLD,
    SLOT_BACKUP,
)

SERVED, ON_BACKUP, FAILING = 0, 1, 2
"""Values of dependency_state."""

ENOUGH = 1e-9
"""Change below which the fixed point counts as reached."""

MOST_SWEEPS = 500
"""Sweeps after which a circle of dependencies with gain near one is left as it is."""

WORTH_TELLING = 0.0005
"""Change of a service that makes an event; rows hold thousandths."""


@kernel
def sweep(theta, ints, floats):
    """Apply q = min(1, c + A q) once and return the largest change."""
    places = ints[ints[PLACES]]
    loss = ints[SERVICE_LOSS]
    own = ints[SERVICE_OWN]
    new = ints[SERVICE_NEXT]
    for place in range(places):
        floats[new + place] = floats[own + place]
    for d in range(ints[ints[DEPENDENCIES]]):
        if ints[ints[DEPENDENCY_STATE] + d] == FAILING:
            supplier = ints[ints[DEPENDENCY_SUPPLIER] + d]
            consumer = ints[ints[DEPENDENCY_CONSUMER] + d]
            felt = theta[ints[DEPENDENCY_LOSS] + d] * floats[loss + supplier]
            floats[new + consumer] += felt
    largest = 0.0
    for place in range(places):
        value = min(floats[new + place], 1.0)
        change = math.fabs(value - floats[loss + place])
        if change > largest:
            largest = change
        floats[loss + place] = value
    return largest


@kernel
def fixed_point(theta, ints, floats):
    """Solve q = min(1, c + A q) from below, so that the least solution is found."""
    for place in range(ints[ints[PLACES]]):
        floats[ints[SERVICE_LOSS] + place] = 0.0
    for _ in range(MOST_SWEEPS):
        if sweep(theta, ints, floats) < ENOUGH:
            return


@kernel
def serves(ints, d):
    """Return whether a dependency carries a service, not orders."""
    return ints[ints[DEPENDENCY_KIND] + d] < COMMAND


@kernel
def update_services(theta, ints, floats, t, cause):
    """Recompute all services at time t after a place's own loss or a backup has changed."""
    for _ in range(ints[ints[DEPENDENCIES]] + 1):
        fixed_point(theta, ints, floats)
        again = False
        for d in range(ints[ints[DEPENDENCIES]]):
            if serves(ints, d):
                lost = floats[ints[SERVICE_LOSS] + ints[ints[DEPENDENCY_SUPPLIER] + d]]
                state = ints[ints[DEPENDENCY_STATE] + d]
                slot = ints[ints[SLOT_BACKUP]] + d
                if lost > 0.0 and state == SERVED:
                    backup = 3600.0 * theta[ints[DEPENDENCY_BACKUP] + d]
                    if backup > 0.0:
                        ints[ints[DEPENDENCY_STATE] + d] = ON_BACKUP
                        set_clock(ints, floats, slot, t + backup)
                    else:
                        ints[ints[DEPENDENCY_STATE] + d] = FAILING
                        again = True
                elif lost <= 0.0 and state != SERVED:
                    ints[ints[DEPENDENCY_STATE] + d] = SERVED
                    set_clock(ints, floats, slot, INFINITE)
                    again = again or state == FAILING
        if not again:
            break
    for place in range(ints[ints[PLACES]]):
        lost = floats[ints[SERVICE_LOSS] + place]
        if math.fabs(lost - floats[ints[SERVICE_TOLD] + place]) > WORTH_TELLING:
            floats[ints[SERVICE_TOLD] + place] = lost
            emit(ints, t, SERVICE, -1, place, -1, math.floor(1000.0 * lost + 0.5), cause)
    settle_alarm(theta, ints, floats, t)


@kernel
def backup_ends(theta, ints, floats, d, t):
    """A consumer has used up its backup and feels its supplier's loss."""
    set_clock(ints, floats, ints[ints[SLOT_BACKUP]] + d, INFINITE)
    ints[ints[DEPENDENCY_STATE] + d] = FAILING
    consumer = ints[ints[DEPENDENCY_CONSUMER] + d]
    event = emit(ints, t, BACKUP_ENDS, -1, consumer, d, 0, -1)
    update_services(theta, ints, floats, t, event)


@kernel
def begin_services(theta, ints, floats, t):
    """Begin the day in the condition that the road has left."""
    worse = False
    for place in range(ints[ints[PLACES]]):
        lost = floats[ints[SERVICE_BASE] + place]
        floats[ints[SERVICE_OWN] + place] = lost
        worse = worse or lost > 0.0
    if worse:
        update_services(theta, ints, floats, t, -1)


@kernel
def own_loss(theta, ints, floats, place, t, cause):
    """Set a place's own loss from its condition, who holds it and whether it is fought over."""
    lost = floats[ints[SERVICE_BASE] + place]
    if ints[ints[NODE_HOLDER] + place] == PLOT and ints[ints[PLACE_CUT] + place]:
        lost = 1.0
    elif ints[ints[NODE_CONTESTED] + place]:
        lost = max(lost, theta[ints[CLASH_DISRUPTION]])
    if lost != floats[ints[SERVICE_OWN] + place]:
        floats[ints[SERVICE_OWN] + place] = lost
        update_services(theta, ints, floats, t, cause)
    else:
        settle_alarm(theta, ints, floats, t)
