"""The halves of the plan begin: the launch, and what follows it on a clock or a signal."""

from __future__ import annotations

from malaparte.kernel.clock import set_clock
from malaparte.kernel.compile import kernel
from malaparte.kernel.day.headquarters import first_half
from malaparte.kernel.events import HALF_BEGINS, STREET_CALLED, emit
from malaparte.kernel.public.fields import PLEDGES, STREETS
from malaparte.kernel.public.wake import wake
from malaparte.kernel.state import (
    ACTIVE,
    AGITATION,
    DOCTRINE,
    EXISTS,
    GAVE_UP,
    HEADQUARTERS,
    INFINITE,
    LAUNCHED_AT,
    SECOND,
    SECOND_AT,
    SIGNAL,
    SLOT_HALF,
    SLOT_TEAM,
    SQUAD_HALF,
    SQUADS_ONLY,
    STREET_AT,
    SUCCESS,
    TEAM_SQUAD,
    TEAM_STATE,
    TEAM_STRIKE,
    TEAMS,
    WAITING,
)


@kernel
def launch(theta, ints, floats, t):
    """The hour of the plan: squads strike, and the people are called where no street is told of."""
    set_clock(ints, floats, ints[ints[SLOT_HALF]], INFINITE)
    wake(theta, ints, floats, t)
    headquarters = ints[ints[HEADQUARTERS]]
    doctrine = ints[ints[DOCTRINE]]
    if doctrine != SQUADS_ONLY and ints[ints[STREETS]] == 0:
        floats[ints[STREET_AT]] = t
        emit(ints, t, STREET_CALLED, -1, headquarters, -1, 0, -1)
    if doctrine == AGITATION or ints[ints[GAVE_UP]] or ints[ints[EXISTS]] == 0:
        return
    if ints[ints[ACTIVE]] == 0 and ints[ints[PLEDGES]] == 0:
        return
    if floats[ints[LAUNCHED_AT]] < 0.0:
        floats[ints[LAUNCHED_AT]] = t
    first = first_half(ints)
    emit(ints, t, HALF_BEGINS, -1, headquarters, -1, max(first, 0), -1)
    if first < 0:
        emit(ints, t, HALF_BEGINS, -1, headquarters, -1, 1, -1)


@kernel
def second_half(ints, floats, t):
    """The second half begins; squads that waited for the signal set out now."""
    set_clock(ints, floats, ints[ints[SLOT_HALF]] + 1, INFINITE)
    ints[ints[SECOND]] = 1
    floats[ints[SECOND_AT]] = t
    half = 1 - first_half(ints)
    emit(ints, t, HALF_BEGINS, -1, ints[ints[HEADQUARTERS]], -1, half, -1)
    if ints[ints[SIGNAL]] == SUCCESS:
        for team in range(ints[ints[TEAMS]]):
            squad = ints[ints[TEAM_SQUAD] + team]
            waits = ints[ints[TEAM_STATE] + team] == WAITING
            if waits and ints[ints[SQUAD_HALF] + squad] == half:
                floats[ints[TEAM_STRIKE] + team] = t
                set_clock(ints, floats, ints[ints[SLOT_TEAM]] + team, t)
