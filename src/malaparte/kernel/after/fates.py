"""What becomes of persons within the week: at large, fled, in custody or killed (assumed).

The plot's leader by how the plot ended, each leader of the state by whether the new power stands.
Persons draw each by themselves from chances that all share.  An attempt that the hours left
undecided, or that nobody saw, changes nobody's fate.  Without ``fates`` no more is told than where
the day left everybody, and the plot's leader is `not told` where that would be a guess.
"""

from __future__ import annotations

from malaparte.kernel.compile import kernel
from malaparte.kernel.day.whereabouts import persons_of
from malaparte.kernel.events import FATE, emit
from malaparte.kernel.outcome import (
    AT_LARGE,
    AWAY,
    HELD,
    IN_CUSTODY,
    IN_POWER,
    KILLED,
    LEADER,
    LOST,
    NOT_TOLD,
    PERSONS_FLED,
    PERSONS_FREE,
    PERSONS_FREED,
    PERSONS_KILLED,
    PERSONS_SHELTERED,
    PERSONS_TAKEN,
    PREVENTED,
    RISING_CRUSHED,
    SEIZED_ONLY,
)
from malaparte.kernel.public.fields import (
    CAPTIVES,
    FATE_ARRESTED,
    FATE_FAILED,
    FATE_FLED,
    FATE_LOST,
    FATE_OUSTED,
    FATES,
)
from malaparte.kernel.public.keys import FATE_OF_PLOT_KEY, FATE_OF_STATE_KEY
from malaparte.kernel.rng import DYNAMICS, uniform
from malaparte.kernel.state import (
    CAUSE_HORIZON,
    FLED,
    FREE,
    LEADERS,
    PERSON_KEY,
    PERSON_STATE,
    PERSONS,
    SEED,
    SHELTERED,
    TAKEN,
    WARNED,
    WORLD,
)

CAUGHT, LIVES, FLEES = 0, 1, 2
"""Slots of the draws, and where the chance stands after the first field of a case."""


@kernel
def hits(theta, ints, chance, rule, key, slot):
    """Return whether the chance in a field comes true for a person."""
    u = uniform(ints[ints[SEED]], ints[ints[WORLD]], DYNAMICS, rule, key, 0, slot)
    return u < theta[ints[chance]]


@kernel
def fate(theta, ints, case, rule, key, caught):
    """Return what becomes of a person; ``caught``: 1 for whoever is in custody already."""
    if caught or hits(theta, ints, case + CAUGHT, rule, key, CAUGHT):
        return KILLED if hits(theta, ints, case + LIVES, rule, key, LIVES) else IN_CUSTODY
    return AWAY if hits(theta, ints, case + FLEES, rule, key, FLEES) else AT_LARGE


@kernel
def fate_of_leader(theta, ints, row):
    """Return what becomes of the plot's leader; row: the outcome row of the day."""
    label = row[0]
    launched = row[4] >= 0
    if label in (HELD, SEIZED_ONLY):
        return IN_POWER
    case = FATE_FAILED
    if label == PREVENTED:
        case = FATE_ARRESTED
    elif label == LOST:
        case = FATE_LOST
    elif row[1] == CAUSE_HORIZON or not (launched or label == RISING_CRUSHED):
        return AT_LARGE
    elif ints[ints[FLED]]:
        case = FATE_FLED
    if ints[ints[FATES]] == 0:
        return AWAY if case == FATE_FLED else NOT_TOLD
    return fate(theta, ints, case, FATE_OF_PLOT_KEY, 0, 0)


@kernel
def tell_fates(theta, ints, row, base, t):
    """Count persons by fate in the columns after ``base``, and tell whose fate the week made."""
    stands = row[0] in (HELD, SEIZED_ONLY)
    undecided = row[1] == CAUSE_HORIZON and not stands
    told = ints[ints[FATES]]
    placed = False
    for column in range(PERSONS_FREE, LEADER):
        row[base + column] = 0
    for person in range(ints[ints[PERSONS]]):
        state = ints[ints[PERSON_STATE] + person]
        key = ints[ints[PERSON_KEY] + person]
        column = PERSONS_FREE
        if state == SHELTERED:
            column = PERSONS_SHELTERED
        elif state == TAKEN:
            column = PERSONS_TAKEN if stands or undecided else PERSONS_FREED
        elif state not in (FREE, WARNED):
            continue
        placed = True
        became = AT_LARGE
        if told and stands:
            taken = 1 if state == TAKEN else 0
            became = fate(theta, ints, FATE_OUSTED, FATE_OF_STATE_KEY, key, taken)
        elif told and state == TAKEN and not undecided:
            dead = hits(theta, ints, CAPTIVES, FATE_OF_STATE_KEY, key, LIVES)
            became = KILLED if dead else AT_LARGE
        before = column
        if became == KILLED:
            column = PERSONS_KILLED
        elif became == AWAY:
            column = PERSONS_FLED
        elif became == IN_CUSTODY:
            column = PERSONS_TAKEN
        row[base + column] += 1
        if column != before:
            emit(ints, t, FATE, -1, -1, person, became, -1)
    if not placed:  # the day never came, and all are free
        for group in range(ints[ints[LEADERS]]):
            row[base + PERSONS_FREE] += persons_of(theta, ints, group)
    leader = fate_of_leader(theta, ints, row)
    row[base + LEADER] = leader
    if row[2] or leader != AT_LARGE:
        emit(ints, t, FATE, -1, -1, -1, leader, -1)
