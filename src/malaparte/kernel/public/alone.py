"""People alone: the street without army, channels or plot, for what is known of such models."""

from __future__ import annotations

from malaparte.kernel.compile import entry
from malaparte.kernel.history import wipe
from malaparte.kernel.public.crowd import street
from malaparte.kernel.public.fields import STREET_LEGITIMACY
from malaparte.kernel.state import STREET_AT


@entry("void(f8[::1], i8[::1], f8[::1], f8, f8[::1], f8[::1])")
def street_alone(theta, ints, floats, minutes, legitimacy, out):
    """Call the people, then let the street follow the state's legitimacy step by step.

    Parameters
    ----------
    theta, ints, floats
        A world as everywhere; ``theta`` is left with the last legitimacy.
    minutes
        Length of a step.
    legitimacy, out
        At every step; the crowd then, carried on from the step before, is written to ``out``.
    """
    wipe(ints, floats)
    floats[ints[STREET_AT]] = 0.0
    for n in range(out.size):
        theta[ints[STREET_LEGITIMACY]] = legitimacy[n]
        out[n] = street(theta, ints, floats, 60.0 * minutes * n, minutes, 0.0, 0.0)
