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

MORE = (
    "decided_at",
    "rising_at",
    "dead_plot",
    "dead_state",
    "dead_units_plot",
    "dead_units_state",
    "dead_people",
    "jailed",
    "crowd",
    "units_obey",
    "units_wait",
    "units_over",
    "units_beaten",
    "persons_free",
    "persons_sheltered",
    "persons_taken",
    "persons_freed",
    "persons_fled",
    "persons_killed",
    "leader",
    "people_out",
)
"""Columns that a scenario with army, street or holding has beside, and one ``unit.<id>`` a unit.

decided_at: when the world's label could no longer change, -1 where the hours ran out before that.
dead_*: dead among squads, guards and
reserves in the fights of squads; on either side in the fights of units; in the street.  jailed:
people. crowd: most people out at once.  units_*: by their last choice.  persons_*: leaders of the
state at the end, everybody who was there in one of them; free, sheltered: as the day left them;
freed: were taken, and came free when the attempt failed.  leader: fate of the plot's leader.
people_out: people in the street when the world ended.
"""

FIRST_CHOICE = MORE.index("units_obey")
PERSONS_FREE, PERSONS_SHELTERED, PERSONS_TAKEN, PERSONS_FREED, PERSONS_FLED, PERSONS_KILLED = (
    MORE.index(f"persons_{fate}")
    for fate in ("free", "sheltered", "taken", "freed", "fled", "killed")
)
LEADER = MORE.index("leader")
PEOPLE_OUT = MORE.index("people_out")
FIRST_UNIT = len(MORE)
"""Where columns stand among those, and the columns of units behind them."""

TOLLS = (2, 3, 4, 5, 6, 7, 8, PEOPLE_OUT)
"""Those of them that count people when a world ends: events tell them as they are."""

CHOICES = ("obeyed", "waited", "went over", "was beaten")
"""Last choice of a unit, by code."""

FATES = ("free", "fled", "taken", "in power", "killed", "not told")
"""Fate of the plot's leader by code; the last where a scenario without ``fates`` tells of none."""
AT_LARGE, AWAY, IN_CUSTODY, IN_POWER, KILLED, NOT_TOLD = range(6)

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
"""Labels by code; the last only where a scenario says nothing of holding."""
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

CAUSES = (
    "none",
    "squads broken",
    "gave up",
    "fled",
    "horizon reached",
    "arrested before",
    "support gone",
    "strike",
    "counter-attack",
    "overthrown",
    "units gone",
)
"""Causes by code: why an attempt ended without power, or a new power within seven days."""
CAUSE_ARRESTED = 5
