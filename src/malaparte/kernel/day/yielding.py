"""Who counts himself the weaker may give way before a shot is fired.

Most attempts kill nobody, successes least of all (`docs/decisions/0020-yielding.md`): soldiers and
police give up a post to more men than they are, and turn back before more.  The two sides count
each other once, when they meet; with own and other the men, or weights, of both,

    chance that the weaker gives way = yields * (1 - own / other)

It is nothing between equals and grows to ``yields`` as the other side outgrows one's own.  The
state's men have a number of their own, and the plot's, who have burnt their bridges.  Walls are
not counted, nor men in ambush, who fire without a word.  That fights between soldiers are shunned
is well attested (Singh 2014; De Bruin 2019); the form is ours, and the numbers are assumed and as
wide as can be.
"""

from __future__ import annotations

from malaparte.kernel.compile import kernel
from malaparte.kernel.day.keys import YIELD_KEY
from malaparte.kernel.rng import DYNAMICS, uniform
from malaparte.kernel.state import (
    CLASH_PLOT_YIELDS,
    CLASH_STATE_YIELDS,
    NODE_GUARD,
    NODE_PLOT,
    NODE_RELIEF,
    NODE_SUMMONED,
    NODE_SUMMONS,
    PLACE_KEY,
    PLOT,
    REGIME,
    SEED,
    WORLD,
)


@kernel
def chance_to_yield(yields, own, other):
    """Return the chance that who has ``own`` men gives way to ``other`` without a shot."""
    return yields * (1.0 - own / other) if own < other else 0.0


@kernel
def who_yields(theta, ints, place):
    """Let both sides at a place count each other; return the side that gives way, -1 for none."""
    ints[ints[NODE_SUMMONED] + place] = 0
    number = ints[ints[NODE_SUMMONS] + place]
    ints[ints[NODE_SUMMONS] + place] = number + 1
    plot = 1.0 * ints[ints[NODE_PLOT] + place]
    regime = 1.0 * (ints[ints[NODE_GUARD] + place] + ints[ints[NODE_RELIEF] + place])
    key = ints[ints[PLACE_KEY] + place]
    u = uniform(ints[ints[SEED]], ints[ints[WORLD]], DYNAMICS, YIELD_KEY, key, number, 0)
    if u < chance_to_yield(theta[ints[CLASH_PLOT_YIELDS]], plot, regime):
        return PLOT
    if u < chance_to_yield(theta[ints[CLASH_STATE_YIELDS]], regime, plot):
        return REGIME
    return -1
