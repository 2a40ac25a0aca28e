"""Where the leaders are at each hour, until they are warned or taken.

Nobody has told who was not warned that a place has fallen: he walks in.
"""

from __future__ import annotations

import math

from malaparte.kernel.clock import set_clock
from malaparte.kernel.compile import kernel
from malaparte.kernel.day.arrest import walk_in
from malaparte.kernel.day.keys import STAY_KEY
from malaparte.kernel.events import PERSON_MOVES, emit
from malaparte.kernel.rng import DYNAMICS, uniform
from malaparte.kernel.state import (
    DAY_START,
    FREE,
    INFINITE,
    LEADER_FIRST,
    LEADER_NUMBER,
    LEADER_SLOTS,
    LEADERS,
    PERSON_KEY,
    PERSON_PLACE,
    PERSON_SINCE,
    PERSON_STATE,
    SEED,
    SLOT_STAY,
    STAY_LEADER,
    STAY_OTHERWISE,
    STAY_PLACE,
    STAY_SHARE,
    STAY_SINCE,
    STAYS,
    WORLD,
)


@kernel
def begin_stay(theta, ints, floats, stay, t):
    """The persons of a group go where they are from this hour on."""
    set_clock(ints, floats, ints[ints[SLOT_STAY]] + stay, INFINITE)
    leader = ints[ints[STAY_LEADER] + stay]
    first = ints[ints[LEADER_FIRST] + leader]
    for person in range(first, first + ints[ints[LEADER_SLOTS] + leader]):
        number = ints[ints[PERSON_SINCE] + person]
        ints[ints[PERSON_SINCE] + person] = number + 1
        if ints[ints[PERSON_STATE] + person] == FREE:
            key = ints[ints[PERSON_KEY] + person]
            seed = ints[ints[SEED]]
            u = uniform(seed, ints[ints[WORLD]], DYNAMICS, STAY_KEY, key, number, 0)
            place = ints[ints[STAY_OTHERWISE] + stay]
            if u < theta[ints[STAY_SHARE] + stay]:
                place = ints[ints[STAY_PLACE] + stay]
            if place != ints[ints[PERSON_PLACE] + person]:
                ints[ints[PERSON_PLACE] + person] = place
                event = emit(ints, t, PERSON_MOVES, -1, place, person, 0, -1)
                walk_in(theta, ints, floats, person, t, event)


@kernel
def persons_of(theta, ints, leader):
    """Return how many persons a group has in this world."""
    number = int(math.floor(theta[ints[LEADER_NUMBER] + leader] + 0.5))
    return min(number, ints[ints[LEADER_SLOTS] + leader])


@kernel
def begin_persons(theta, ints, floats):
    """Put every person where the day finds them, and set the clocks of later stays."""
    for leader in range(ints[ints[LEADERS]]):
        first = ints[ints[LEADER_FIRST] + leader]
        for ordinal in range(persons_of(theta, ints, leader)):
            ints[ints[PERSON_STATE] + first + ordinal] = FREE
    start = ints[ints[DAY_START]]
    for stay in range(ints[ints[STAYS]]):
        since = ints[ints[STAY_SINCE] + stay]
        if since <= start:
            begin_stay(theta, ints, floats, stay, 1.0 * start)
        else:
            set_clock(ints, floats, ints[ints[SLOT_STAY]] + stay, 1.0 * since)
