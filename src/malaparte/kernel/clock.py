"""The next event: a tournament tree over all clocks of a world.

Leaves hold the times of the clocks; each inner node holds the leaf that comes first below it.
Ties go to the lower leaf, that is to the rule that stands first in ``families`` and then to the
entity whose id sorts first.  Setting a clock costs log2(leaves) comparisons.
"""

from __future__ import annotations

from malaparte.kernel.compile import kernel
from malaparte.kernel.state import CLOCK_SLOTS, CLOCK_TIME, CLOCK_WINNER, INFINITE


@kernel
def reset_clocks(ints, floats):
    """Stop all clocks."""
    slots = ints[ints[CLOCK_SLOTS]]
    times = ints[CLOCK_TIME]
    winners = ints[CLOCK_WINNER]
    for slot in range(slots):
        floats[times + slot] = INFINITE
    half = slots >> 1
    for node in range(slots - 1, 0, -1):
        if node >= half:
            ints[winners + node] = (node - half) * 2
        else:
            ints[winners + node] = ints[winners + 2 * node]


@kernel
def set_clock(ints, floats, slot, t):
    """Set a clock to a time (INFINITE stops it)."""
    slots = ints[ints[CLOCK_SLOTS]]
    times = ints[CLOCK_TIME]
    winners = ints[CLOCK_WINNER]
    floats[times + slot] = t
    half = slots >> 1
    node = half + (slot >> 1)
    left = slot & ~1
    best = left
    if floats[times + left + 1] < floats[times + left]:
        best = left + 1
    ints[winners + node] = best
    while node > 1:
        node >>= 1
        a = ints[winners + 2 * node]
        b = ints[winners + 2 * node + 1]
        best = a
        if floats[times + b] < floats[times + a]:
            best = b
        ints[winners + node] = best


@kernel
def next_slot(ints):
    """Return the clock that comes first."""
    return ints[ints[CLOCK_WINNER] + 1]
