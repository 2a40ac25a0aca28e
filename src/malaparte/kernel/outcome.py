"""What a world leaves behind: the columns of its outcome row, the names of labels and causes."""

from __future__ import annotations

COLUMNS = (
    "label",
    "cause",
    "plot_existed",
    "leaked",
    "launched_at",
    "alarm_at",
    "gave_up_at",
    "street_called_at",
    "seized_at",
    "lost_at",
    "nodes_taken",
    "nodes_held",
    "arrested",
    "loss_plot",
    "loss_regime",
)
"""Columns of an outcome row, int64.

Times are whole seconds after 00:00 of the day, -1 for never. nodes_taken: places that the plot
ever took; nodes_held: places it holds at the end; arrested: persons; loss_*: men put out of
action.
"""
WIDTH = len(COLUMNS)

LABELS = (
    "no plot",
    "prevented",
    "not launched",
    "street contained",
    "repelled",
    "rising crushed",
    "lost",
    "held",
    "seized, holding not simulated",
)
"""Labels by code. Those of the street and holding wait for their rules."""
(
    NO_PLOT,
    PREVENTED,
    NOT_LAUNCHED,
    STREET_CONTAINED,
    REPELLED_LABEL,
    RISING_CRUSHED,
    LOST,
    HELD,
    SEIZED_ONLY,
) = range(9)

CAUSES = ("none", "squads broken", "gave up", "fled", "horizon reached", "arrested before")
"""Causes by code: why an attempt ended without power."""
CAUSE_ARRESTED = 5
