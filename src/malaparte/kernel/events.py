"""Kinds of events, and what their columns mean.

An event is a row (seq, t, kind, actor, place, target, value, cause_seq); t in whole seconds after
00:00 of the day, actor and target indices of the entities named here, -1 for none, cause_seq the
event that brought it about.  The chronicle, the page and the replay are functions of these rows
alone.
"""

from __future__ import annotations

from typing import NamedTuple

from malaparte.kernel.compile import typed
from malaparte.kernel.state import ERROR, LOG, LOG_COUNT, LOG_SLOTS, LOG_WIDTH


class EventKind(NamedTuple):
    """Name of a kind of event, and the entities that its columns point to."""

    name: str
    actor: str = ""
    target: str = ""
    value: str = ""


EVENTS = (
    EventKind("leaked"),
    EventKind("half_begins", value="half"),  # 0 nodes, 1 arrests
    EventKind("team_departs", actor="team", target="place", value="arrival"),  # place: from
    EventKind("team_arrives", actor="team", value="men"),
    EventKind("detected", actor="guard", target="team"),
    EventKind("assault", actor="team", value="men"),
    EventKind("fight_begins", value="first"),  # 0 both fire, 1 surprise, 2 ambush
    EventKind("counterattack", actor="group", value="men"),
    EventKind("plot_loss", target="team", value="men_left"),
    EventKind("guard_loss", target="guard", value="men_left"),
    EventKind("group_loss", target="group", value="men_left"),
    EventKind("taken", actor="team", value="men"),
    EventKind("repelled", actor="team", value="men_left"),
    EventKind("retaken", value="men"),
    EventKind("counterattack_fails", value="men_left"),
    EventKind("alarm"),
    EventKind("guard_warned", actor="guard"),
    EventKind("person_warned", target="person"),
    EventKind("person_moves", target="person"),  # place: where to
    EventKind("person_arrested", actor="team", target="person"),
    EventKind("person_missed", actor="team", target="person", value="reason"),
    EventKind("raid", actor="team", target="person"),
    EventKind("call", value="calls"),
    EventKind("group_sent", actor="group", target="place", value="arrival"),  # place: from
    EventKind("group_arrives", actor="group", value="men"),
    EventKind("service", value="permille_lost"),
    EventKind("backup_ends", target="dependency"),
    EventKind("news", actor="team", value="good"),  # 1 good, 0 bad
    EventKind("failure"),
    EventKind("recalled", actor="team"),
    EventKind("street_called"),
    EventKind("flight"),
    EventKind("shifted", actor="team", target="place", value="arrival"),
    EventKind("power_begins"),
    EventKind("power_ends"),
    EventKind("seized"),
    EventKind("ends", value="cause"),
    EventKind("unit_chooses", actor="unit", value="choice"),  # 0 obey, 1 wait, 2 go over
    EventKind("unit_marches", actor="unit", target="place", value="arrival"),  # place: from
    EventKind("unit_takes", actor="unit", value="men"),
    EventKind("unit_retakes", actor="unit", value="men"),
    EventKind("unit_beaten", actor="unit"),
    EventKind("unit_refuses", actor="unit"),  # to fire at people
    EventKind("army_over"),
    EventKind("army_back"),
    EventKind("rising", value="people"),
    EventKind("crowd_dispersed", value="people"),
    EventKind("authority_speaks", actor="authority", value="refuses"),
    EventKind("strike"),
    EventKind("new_power_ends", value="cause"),
    EventKind("held"),
    EventKind("crowd", actor="district", value="people"),  # in the street now; 0: gone home
    EventKind("spent"),  # the plot has nobody left to act
    EventKind("toll", actor="toll", value="people"),  # counted when the world ends, none if nobody
    EventKind("fate", target="person", value="fate"),  # within the week; -1: plot's leader
    EventKind("yields", value="side"),  # 0 the state's men, 1 the plot's, without a shot
    EventKind("unit_yields", actor="unit", value="choice"),  # what it does from now on
)
(
    LEAKED_OUT,
    HALF_BEGINS,
    TEAM_DEPARTS,
    TEAM_ARRIVES,
    DETECTED,
    ASSAULT,
    FIGHT_BEGINS,
    COUNTERATTACK,
    PLOT_LOSS,
    GUARD_LOSS,
    GROUP_LOSS,
    NODE_TAKEN,
    REPELLED,
    RETAKEN,
    COUNTERATTACK_FAILS,
    ALARM_RINGS,
    GUARD_WARNED,
    PERSON_WARNED,
    PERSON_MOVES,
    PERSON_ARRESTED,
    PERSON_MISSED,
    RAID,
    CALL,
    GROUP_SENT,
    GROUP_ARRIVES,
    SERVICE,
    BACKUP_ENDS,
    NEWS,
    FAILURE,
    TEAM_RECALLED,
    STREET_CALLED,
    FLIGHT,
    SHIFTED,
    POWER_BEGINS,
    POWER_ENDS,
    SEIZED,
    ENDS,
    UNIT_CHOOSES,
    UNIT_MARCHES,
    UNIT_TAKES,
    UNIT_RETAKES,
    UNIT_BEATEN,
    UNIT_REFUSES,
    ARMY_OVER,
    ARMY_BACK,
    RISING_BEGINS,
    CROWD_DISPERSED,
    AUTHORITY_SPEAKS,
    STRIKE_BEGINS,
    NEW_POWER_ENDS,
    HELD_ON,
    CROWD_CHANGES,
    PLOT_SPENT,
    TOLL,
    FATE,
    YIELDS,
    UNIT_YIELDS,
) = range(57)

NOT_THERE, SLIPPED_AWAY, OUT_OF_REACH = 0, 1, 2
"""Reasons of person_missed."""


@typed("i8(i8[::1], f8, i8, i8, i8, i8, f8, i8)")
def emit(ints, t, kind, actor, place, target, value, cause):
    """Append an event and return its seq, or -1 when no log is kept; a full log is an error."""
    slots = ints[ints[LOG_SLOTS]]
    if slots == 0:
        return -1
    seq = ints[ints[LOG_COUNT]]
    if seq >= slots:
        ints[ints[ERROR]] = 1
        return -1
    row = ints[LOG] + seq * LOG_WIDTH
    ints[row] = seq
    ints[row + 1] = int(t)
    ints[row + 2] = kind
    ints[row + 3] = actor
    ints[row + 4] = place
    ints[row + 5] = target
    ints[row + 6] = int(value)
    ints[row + 7] = cause
    ints[ints[LOG_COUNT]] = seq + 1
    return seq
