"""The one table that gives a world its label."""

from __future__ import annotations

from malaparte.kernel.compile import typed
from malaparte.kernel.outcome import (
    HELD,
    LOST,
    NO_PLOT,
    NOT_LAUNCHED,
    PREVENTED,
    REPELLED_LABEL,
    RISING_CRUSHED,
    SEIZED_ONLY,
    STREET_CONTAINED,
)


@typed("i8(i8, i8, i8, i8, i8, i8, i8, i8)")
def label_of(plot_existed, prevented, launched_at, seized_at, street, rising, holds, ended):
    """Return the label of a world: an ordered decision table, the first row that fits.

    People may come out where there is no armed plot.  Times are -1 for never; street: 1 where
    people came out, rising: 1 where there was a rising; holds: 1 where holding is simulated;
    ended: above 0 where the new power ended within seven days.
    """
    if plot_existed == 0 and street == 0:
        return NO_PLOT
    if prevented:
        return PREVENTED
    if seized_at >= 0:
        if holds == 0:
            return SEIZED_ONLY
        return LOST if ended else HELD
    if rising:
        return RISING_CRUSHED
    if launched_at < 0:
        return STREET_CONTAINED if street else NOT_LAUNCHED
    return REPELLED_LABEL
