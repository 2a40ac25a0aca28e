"""People alone: the street without army, channels or plot, for what is known of such models."""

from __future__ import annotations

from malaparte.kernel.compile import entry
from malaparte.kernel.history import wipe
from malaparte.kernel.public.crowd import street
from malaparte.kernel.state import STREET_AT


@entry("f8(f8[::1], i8[::1], f8[::1], f8, f8)")
def street_alone(theta, ints, floats, t, minutes):
    """Let the street, called at time 0, go on by some minutes; return who is out.

    At time 0 it begins anew; after that the crowd is carried on, whatever ``theta`` has become.
    """
    if t <= 0.0:
        wipe(ints, floats)
        floats[ints[STREET_AT]] = 0.0
    return street(theta, ints, floats, t, minutes, 0.0, 0.0)
