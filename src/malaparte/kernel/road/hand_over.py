"""What the road hands over to the day, and nothing else (coupling 10).

Squads: each kind has as many as trained men allow, in proportion to what the plan wants.  The
plotters' belief about hidden guards: the Beta mean after what rehearsals showed, and at places that
they tried what they saw there.  Guards and vigilance follow the state's belief; vigilance also
grows with rehearsals at the place, and where the state knows it as a target.  Leaders go to the
shelter when belief is high.  What the state knows of the time: the hour, or not.  The condition of
services.  The mood.  A plot that strikes early meets no columns and finds people where they are by
night.

`theta` itself belongs to sixteen worlds, so the day reads a copy, ``TODAY``.
"""

from __future__ import annotations

import math

from malaparte.kernel.compile import kernel
from malaparte.kernel.road.fields import (
    BELIEF,
    CROWD,
    CUT,
    EARLY,
    FOREWARNED,
    HAND_CROWD,
    HAND_SYMPATHY,
    HAND_TRUST,
    HAND_UNITS,
    HARDENS,
    HOUR_KNOWN,
    INOPERABLE,
    LESSON,
    MARCH_SINCE,
    MARCH_UNTIL,
    MORE_GUARDS,
    NODES,
    PREVENTED,
    PROBES,
    PROBES_HIDDEN,
    REAL,
    SECTOR_OF,
    SERVICE_BASE,
    SHELTER_AT,
    SHOWN,
    STAY_ELSE,
    STAY_OWN,
    SUSPECTS_HIDDEN,
    SYMPATHY,
    TARGET_KNOWN,
    THETA_SIZE,
    TODAY,
    TRAINED,
    TRIED,
    TRUST,
    UNITS,
    WATCH,
)
from malaparte.kernel.road.targets import beta_mean, seen_there
from malaparte.kernel.state import (
    COLUMNS_SINCE,
    COLUMNS_UNTIL,
    COMMAND_AGENT,
    GUARD_PLACE,
    GUARD_SIZE,
    GUARD_VIGILANCE,
    GUARDS,
    PLACES,
    PLAN_EXISTS,
    PLAN_SUSPICION,
    SHELTER,
    SQUAD_COUNT,
    SQUAD_SIZE,
    SQUADS,
    STAY_LEADER,
    STAY_OTHERWISE,
    STAY_PLACE,
    STAYS,
)

WORTH_HANDING = 0.01
"""Loss of a service below which it counts as whole."""


@kernel
def fielded(theta, ints, floats):
    """Return the share of the planned men that the plot can field."""
    planned = 0.0
    for squad in range(ints[ints[SQUADS]]):
        planned += theta[ints[SQUAD_COUNT] + squad] * theta[ints[SQUAD_SIZE] + squad]
    return min(1.0, floats[ints[TRAINED]] / planned) if planned > 0.0 else 1.0


@kernel
def hand_persons(ints, sheltered):
    """Say where persons are on this day."""
    for stay in range(ints[ints[STAYS]]):
        place = ints[ints[STAY_OWN] + stay]
        other = ints[ints[STAY_ELSE] + stay]
        if sheltered:
            place = ints[ints[SHELTER]]
            other = place
        elif ints[ints[EARLY]]:
            night = first_stay(ints, stay)
            place = ints[ints[STAY_OWN] + night]
            other = ints[ints[STAY_ELSE] + night]
        ints[ints[STAY_PLACE] + stay] = place
        ints[ints[STAY_OTHERWISE] + stay] = other


@kernel
def first_stay(ints, stay):
    """Return the first stay of the group that a stay belongs to."""
    while stay > 0 and ints[ints[STAY_LEADER] + stay - 1] == ints[ints[STAY_LEADER] + stay]:
        stay -= 1
    return stay


@kernel
def hand_over(theta, ints, floats):
    """Write what the day begins with."""
    base = ints[TODAY]
    for i in range(ints[ints[THETA_SIZE]]):
        floats[base + i] = theta[i]
    floats[base + ints[PLAN_EXISTS]] = 1.0 * ints[ints[REAL]]
    cut = ints[ints[CUT]] & NODES
    early = ints[ints[EARLY]] and not cut
    ints[ints[COLUMNS_SINCE]] = 0 if early else ints[ints[MARCH_SINCE]]
    ints[ints[COLUMNS_UNTIL]] = 0 if early else ints[ints[MARCH_UNTIL]]
    for place in range(ints[ints[PLACES]]):
        sector = ints[ints[SECTOR_OF] + place]
        lost = floats[ints[INOPERABLE] + sector] if sector >= 0 and not cut else 0.0
        floats[ints[SERVICE_BASE] + place] = lost if lost >= WORTH_HANDING else 0.0
        floats[ints[SHOWN] + place] = 0.0 if cut else seen_there(theta, ints, floats, place)
    floats[ints[HAND_TRUST]] = floats[ints[TRUST]]
    floats[ints[HAND_SYMPATHY]] = floats[ints[SYMPATHY]]
    floats[ints[HAND_UNITS]] = floats[ints[UNITS]]
    floats[ints[HAND_CROWD]] = min(1.0, theta[ints[CROWD]] * floats[ints[SYMPATHY]])
    belief = floats[ints[BELIEF]]
    hand_persons(ints, belief >= theta[ints[SHELTER_AT]] and not cut)
    if cut:
        ints[ints[PREVENTED]] = 0
        ints[ints[EARLY]] = 0
        return
    floats[base + ints[COMMAND_AGENT]] = 1.0 * ints[ints[HOUR_KNOWN]]
    floats[base + ints[PLAN_SUSPICION]] = floats[ints[SUSPECTS_HIDDEN]]
    part = fielded(theta, ints, floats)
    for squad in range(ints[ints[SQUADS]]):
        count = theta[ints[SQUAD_COUNT] + squad] * part
        floats[base + ints[SQUAD_COUNT] + squad] = math.floor(count + 0.5)
    hand_guards(theta, ints, floats)


@kernel
def hand_guards(theta, ints, floats):
    """Let guards follow what the state believes, what was tried there and what it knows."""
    base = ints[TODAY]
    belief = floats[ints[BELIEF]]
    watchful = 1.0 + theta[ints[WATCH]] * belief
    more = 1.0 + theta[ints[MORE_GUARDS]] * belief
    for guard in range(ints[ints[GUARDS]]):
        place = ints[ints[GUARD_PLACE] + guard]
        alert = watchful + theta[ints[HARDENS]] * ints[ints[TRIED] + place]
        alert += theta[ints[FOREWARNED]] * ints[ints[TARGET_KNOWN] + place]
        floats[base + ints[GUARD_VIGILANCE] + guard] = theta[ints[GUARD_VIGILANCE] + guard] * alert
        floats[base + ints[GUARD_SIZE] + guard] = theta[ints[GUARD_SIZE] + guard] * more


@kernel
def learn(theta, ints, floats):
    """Let the plotters' belief about hidden guards follow their rehearsals."""
    floats[ints[SUSPECTS_HIDDEN]] = beta_mean(
        theta[ints[PLAN_SUSPICION]],
        theta[ints[LESSON]],
        ints[ints[PROBES_HIDDEN]],
        ints[ints[PROBES]],
    )
