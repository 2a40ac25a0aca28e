"""Second authorities: each speaks once, after its hours, and says yes or no.

One whose place the plot holds is silent.  What they say adds up: a refusal raises the strength that
units see and lowers the support of a new power, consent does the reverse (linear, assumed).
"""

from __future__ import annotations

from malaparte.kernel.compile import kernel, typed
from malaparte.kernel.events import AUTHORITY_SPEAKS, emit
from malaparte.kernel.public.fields import (
    AUTHORITIES,
    AUTHORITY_KEY,
    AUTHORITY_PLACE,
    AUTHORITY_STRIKE,
    REFUSES,
    SAYS_NO,
    SAYS_YES,
    SILENT,
    SPEAKS,
    SPOKEN,
)
from malaparte.kernel.public.keys import REFUSAL_KEY
from malaparte.kernel.rng import DYNAMICS, uniform
from malaparte.kernel.state import LAUNCHED_AT, NODE_HOLDER, PLOT, SEED, WORLD


@typed("void(f8[::1], i8[::1], f8[::1], f8)")
def authorities_speak(theta, ints, floats, t):
    """Let those speak whose hours after the launch are over at time t."""
    launched = floats[ints[LAUNCHED_AT]]
    if launched < 0.0:
        return
    for one in range(ints[ints[AUTHORITIES]]):
        place = ints[ints[AUTHORITY_PLACE] + one]
        able = place < 0 or ints[ints[NODE_HOLDER] + place] != PLOT
        due = launched + 3600.0 * theta[ints[SPEAKS] + one]
        if ints[ints[SPOKEN] + one] == SILENT and able and t >= due:
            key = ints[ints[AUTHORITY_KEY] + one]
            u = uniform(ints[ints[SEED]], ints[ints[WORLD]], DYNAMICS, REFUSAL_KEY, key, 0, 0)
            no = u < theta[ints[REFUSES] + one]
            ints[ints[SPOKEN] + one] = SAYS_NO if no else SAYS_YES
            emit(ints, t, AUTHORITY_SPEAKS, one, place, -1, 1 if no else 0, -1)


@kernel
def refusal(theta, ints, weight):
    """Return what those say who have spoken, with a field of weights: refusals less consents."""
    total = 0.0
    for one in range(ints[ints[AUTHORITIES]]):
        word = theta[ints[weight] + one]
        if ints[ints[SPOKEN] + one] == SAYS_NO:
            total += word
        elif ints[ints[SPOKEN] + one] == SAYS_YES:
            total -= word
    return total


@kernel
def strike_chance(theta, ints, chance):
    """Return the chance of a strike that would come by itself with ``chance``.

    Every refusal may bring one, each by itself.
    """
    none = 1.0 - chance
    for one in range(ints[ints[AUTHORITIES]]):
        if ints[ints[SPOKEN] + one] == SAYS_NO:
            none *= 1.0 - theta[ints[AUTHORITY_STRIKE] + one]
    return 1.0 - none
