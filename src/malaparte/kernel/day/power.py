"""In power: enough command nodes and enough leaders, together, for long enough.

Or: so much of the army has gone over that the state has fallen (`malaparte.kernel.public`).

The rule of the scenario (``power``); holding for seven days after it is a rule of its own
(`malaparte.kernel.after`).
"""

from __future__ import annotations

from malaparte.kernel.clock import set_clock
from malaparte.kernel.compile import kernel
from malaparte.kernel.events import POWER_BEGINS, POWER_ENDS, emit
from malaparte.kernel.public.fields import COLLAPSED
from malaparte.kernel.state import (
    IN_POWER,
    INFINITE,
    LEADER_WEIGHT,
    NODE_HOLDER,
    PERSON_LEADER,
    PERSON_STATE,
    PERSONS,
    PLACES,
    PLOT,
    POWER_HOURS,
    POWER_NODES,
    POWER_SHARE_LEADERS,
    POWER_SHARE_NODES,
    SLOT_POWER,
    TAKEN,
)


@kernel
def share_of_nodes(theta, ints):
    """Return the weighted share of the command nodes that the plot holds."""
    held = 0.0
    total = 0.0
    for place in range(ints[ints[PLACES]]):
        weight = theta[ints[POWER_NODES] + place]
        total += weight
        if ints[ints[NODE_HOLDER] + place] == PLOT:
            held += weight
    return held / total if total > 0.0 else 0.0


@kernel
def share_of_leaders(theta, ints):
    """Return the weighted share of the leaders who are taken; 1 where there are no leaders."""
    taken = 0.0
    total = 0.0
    for person in range(ints[ints[PERSONS]]):
        state = ints[ints[PERSON_STATE] + person]
        if state:
            weight = theta[ints[LEADER_WEIGHT] + ints[ints[PERSON_LEADER] + person]]
            total += weight
            if state == TAKEN:
                taken += weight
    return taken / total if total > 0.0 else 1.0


@kernel
def check_power(theta, ints, floats, t, cause):
    """Start or stop the clock that ends in power."""
    enough = (
        share_of_nodes(theta, ints) >= theta[ints[POWER_SHARE_NODES]]
        and share_of_leaders(theta, ints) >= theta[ints[POWER_SHARE_LEADERS]]
    ) or ints[ints[COLLAPSED]] == 1
    if enough and ints[ints[IN_POWER]] == 0:
        ints[ints[IN_POWER]] = 1
        emit(ints, t, POWER_BEGINS, -1, -1, -1, 0, cause)
        set_clock(ints, floats, ints[ints[SLOT_POWER]], t + 3600.0 * theta[ints[POWER_HOURS]])
    elif not enough and ints[ints[IN_POWER]] == 1:
        ints[ints[IN_POWER]] = 0
        emit(ints, t, POWER_ENDS, -1, -1, -1, 0, cause)
        set_clock(ints, floats, ints[ints[SLOT_POWER]], INFINITE)
