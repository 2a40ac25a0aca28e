"""The one table that gives a world its label."""

from __future__ import annotations

from malaparte.kernel.compile import kernel
from malaparte.kernel.outcome import NO_PLOT, NOT_LAUNCHED, PREVENTED, REPELLED_LABEL, SEIZED_ONLY


@kernel
def label_of(plot_existed, prevented, launched_at, seized_at):
    """Return the label of a world: an ordered decision table, the first row that fits."""
    if plot_existed == 0:
        return NO_PLOT
    if prevented:
        return PREVENTED
    if launched_at < 0:
        return NOT_LAUNCHED
    if seized_at >= 0:
        return SEIZED_ONLY
    return REPELLED_LABEL
