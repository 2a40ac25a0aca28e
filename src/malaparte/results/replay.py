"""The end of a world, rebuilt from its events alone.

Events are complete when whoever knows the beginning and the events knows the end: what the
chronicle and the page tell from events is then what the rules computed.  Crowds of districts are
left out: they are told by steps (`malaparte.kernel.public.crowd.tell_crowd`), so events know their
end to within a step only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from malaparte.kernel import events as kind
from malaparte.kernel import state
from malaparte.kernel.public import fields as public
from malaparte.kernel.road.fields import ROAD_FIELDS
from malaparte.said import said

Ints = NDArray[np.int64]

_ENGAGED = (state.FIGHTING, state.HOLDING)
_ALL = (*state.FIELDS, *ROAD_FIELDS, *public.PUBLIC_FIELDS)
_FIELDS = {field.name: (index, field.per) for index, field in enumerate(_ALL)}
_SIZES = {
    "place": state.PLACES,
    "team": state.TEAMS,
    "group": state.GROUPS,
    "person": state.PERSONS,
    "unit": public.UNITS,
    "authority": public.AUTHORITIES,
}


@dataclass
class Board:
    """What stands where; one array a field of the kernel's state of the same name.

    team_state and group_state are needed to know who is engaged, and are compared no further than
    that: a squad that finds nobody left to hunt ends without an event.
    """

    node_holder: Ints
    node_contested: Ints
    node_guard: Ints
    node_relief: Ints
    node_plot: Ints
    team_state: Ints
    team_place: Ints
    team_men: Ints
    group_state: Ints
    group_place: Ints
    group_men: Ints
    person_state: Ints
    person_place: Ints
    arrested: Ints
    loss_plot: Ints
    loss_regime: Ints
    alarm: Ints
    gave_up: Ints
    fled: Ints
    in_power: Ints
    unit_choice: Ints
    unit_at: Ints
    spoken: Ints
    collapsed: Ints


def board(ints: Ints) -> Board:
    """Return the board of a kernel state."""

    def read(name: str) -> Ints:
        index, per = _FIELDS[name]
        many = int(ints[ints[_SIZES[per]]]) if per in _SIZES else 1
        return ints[ints[index] : ints[index] + many].copy()

    found = Board(**{field.name: read(field.name) for field in fields(Board)})
    if not ints[ints[public.PULSES]]:  # nobody has looked yet where units are: at home
        found.unit_at = read("unit_home")
    return found


def replay(begin: Board, events: Sequence[Sequence[int]]) -> Board:
    """Return the board after all events, int [n, 8]; ``begin`` is changed."""
    for _, _, code, actor, place, target, value, _ in events:
        _act(begin, code, actor, place, target, value)
        _fight(begin, code, actor, place, target, value)
        _meet(begin, code, place, target)
        _side(begin, code, actor, target, value)
    return begin


def _act(b: Board, code: int, actor: int, place: int, target: int, value: int) -> None:
    """Squads and groups move; the state hears, the plot gives up."""
    if code == kind.TEAM_DEPARTS:
        b.team_state[actor], b.team_place[actor] = state.MOVING, target
    elif code == kind.SHIFTED:
        b.node_plot[place] -= b.team_men[actor]
        b.team_state[actor], b.team_place[actor] = state.MOVING, target
    elif code == kind.TEAM_ARRIVES:
        b.team_state[actor] = state.LYING
    elif code == kind.RAID:
        b.team_state[actor] = state.RAIDING
    elif code == kind.TEAM_RECALLED:
        b.team_state[actor] = state.RECALLED
    elif code == kind.GROUP_SENT:
        b.group_state[actor], b.group_place[actor] = state.RIDING, target
    elif code == kind.GROUP_ARRIVES:
        b.group_state[actor] = state.STANDING
        b.node_relief[place] += value
    elif code == kind.ALARM_RINGS:
        b.alarm[0] = 1
    elif code == kind.FAILURE:
        b.gave_up[0] = 1
    elif code == kind.FLIGHT:
        b.fled[0] = 1
    elif code in (kind.POWER_BEGINS, kind.POWER_ENDS):
        b.in_power[0] = code == kind.POWER_BEGINS


def _fight(b: Board, code: int, actor: int, place: int, target: int, value: int) -> None:
    """Places are fought for, men fall, places change hands."""
    if code == kind.ASSAULT:
        held = b.node_holder[place] == state.PLOT
        b.team_state[actor] = state.HOLDING if held else state.FIGHTING
        b.node_plot[place] += value
    elif code == kind.FIGHT_BEGINS:
        b.node_contested[place] = 1
    elif code == kind.PLOT_LOSS:
        b.team_men[target] = value
        b.node_plot[place] -= 1
        b.loss_plot[0] += 1
        if value == 0:
            b.team_state[target] = state.DESTROYED
    elif code == kind.GROUP_LOSS:
        b.group_men[target] = value
        b.node_relief[place] -= 1
        b.loss_regime[0] += 1
        if value == 0:
            b.group_state[target] = state.SPENT
    elif code == kind.GUARD_LOSS:
        b.node_guard[place] = value
        b.loss_regime[0] += 1
    elif code in (kind.NODE_TAKEN, kind.UNIT_TAKES):
        b.node_holder[place], b.node_contested[place], b.node_guard[place] = state.PLOT, 0, 0
        _groups_leave(b, place)
        b.team_state[_engaged(b, place)] = state.HOLDING
    elif code == kind.COUNTERATTACK_FAILS:
        b.node_contested[place] = 0
        _groups_leave(b, place)
    elif code in (kind.REPELLED, kind.RETAKEN, kind.UNIT_RETAKES):
        b.node_holder[place], b.node_contested[place], b.node_plot[place] = state.REGIME, 0, 0
        lost = state.BROKEN if code == kind.REPELLED else state.CAPTURED
        b.team_state[_engaged(b, place)] = lost


def _meet(b: Board, code: int, place: int, person: int) -> None:
    """Persons move, are warned, are taken."""
    if code == kind.PERSON_WARNED:
        b.person_state[person] = state.WARNED
    elif code == kind.PERSON_MOVES:
        b.person_place[person] = place
        if b.person_state[person] == state.WARNED:
            b.person_state[person] = state.SHELTERED
    elif code == kind.PERSON_ARRESTED:
        b.person_state[person], b.person_place[person] = state.TAKEN, place
        b.arrested[0] += 1


def _side(b: Board, code: int, unit: int, target: int, value: int) -> None:
    """Units choose, march, are beaten; second authorities speak; the army is lost."""
    if code in (kind.UNIT_CHOOSES, kind.UNIT_YIELDS):
        b.unit_choice[unit] = value
    elif code == kind.UNIT_REFUSES:
        b.unit_choice[unit] = public.WAIT
    elif code == kind.UNIT_BEATEN:
        b.unit_choice[unit] = public.BEATEN
    elif code == kind.UNIT_MARCHES:
        b.unit_at[unit] = target
    elif code == kind.AUTHORITY_SPEAKS:
        b.spoken[unit] = public.SAYS_NO if value else public.SAYS_YES
    elif code in (kind.ARMY_OVER, kind.ARMY_BACK):
        b.collapsed[0] = code == kind.ARMY_OVER


def _engaged(b: Board, place: int) -> NDArray[np.bool_]:
    return np.isin(b.team_state, _ENGAGED) & (b.team_place == place)


def _groups_leave(b: Board, place: int) -> None:
    b.group_state[(b.group_state == state.STANDING) & (b.group_place == place)] = state.SPENT
    b.node_relief[place] = 0


def differences(rebuilt: Board, end: Board) -> list[str]:
    """Return what is not the same, in words; empty if the events tell everything."""
    found: list[str] = []
    for field in fields(Board):
        mine, true = getattr(rebuilt, field.name), getattr(end, field.name)
        if field.name == "team_state":
            mine, true = np.isin(mine, _ENGAGED), np.isin(true, _ENGAGED)
        for index in np.flatnonzero(mine != true):
            name = f"{field.name}[{index}]"
            numbers = {"mine": int(mine[index]), "true": int(true[index])}
            found.append(said("{name}: events say {mine}, the rules {true}", name=name, **numbers))
    return found
