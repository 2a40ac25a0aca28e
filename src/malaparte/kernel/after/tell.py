"""What a world of army, street and holding leaves behind beside the outcome of its day."""

from __future__ import annotations

import math

from malaparte.kernel.compile import kernel, shared
from malaparte.kernel.events import TOLL, emit
from malaparte.kernel.outcome import HELD, SEIZED_ONLY, TOLLS, WIDTH
from malaparte.kernel.public.fields import (
    CALLED,
    CROWD,
    DEAD_PEOPLE,
    DEAD_SHARE,
    DEAD_UNITS_PLOT,
    DEAD_UNITS_STATE,
    DISTRICTS,
    JAILED_PEOPLE,
    LOST_POWER_AT,
    PEAK_CROWD,
    PULSING,
    RISING_AT,
    UNIT_CHOICE,
    UNITS,
)
from malaparte.kernel.public.keys import DEATHS_KEY
from malaparte.kernel.rng import DYNAMICS, uniform
from malaparte.kernel.state import (
    CAUSE_HORIZON,
    EXISTS,
    FLED,
    FREE,
    LAUNCHED_AT,
    LOG,
    LOG_COUNT,
    LOG_SLOTS,
    LOG_WIDTH,
    LOSS_PLOT,
    LOSS_REGIME,
    NOW,
    PERSON_STATE,
    PERSONS,
    SEED,
    SEIZED_AT,
    SHELTERED,
    TAKEN,
    WARNED,
    WORLD,
)


@kernel
def dead_of(theta, ints, lost, slot):
    """Return how many of those put out of action in fights of squads are dead."""
    if ints[ints[UNITS]] == 0:
        return 0
    u = uniform(ints[ints[SEED]], ints[ints[WORLD]], DYNAMICS, DEATHS_KEY, 0, 0, slot)
    return min(lost, int(math.floor(lost * theta[ints[DEAD_SHARE]] + u)))


@shared("void(f8[::1], i8[::1], f8[::1], i8[::1])")
def tell(theta, ints, floats, row):
    """Write the columns of outcome.MORE and one a unit after those of the day."""
    at = WIDTH
    label = row[0]
    inside = label in (HELD, SEIZED_ONLY)
    decided = floats[ints[NOW]]
    if floats[ints[SEIZED_AT]] >= 0.0:
        decided = floats[ints[SEIZED_AT]]
        if floats[ints[LOST_POWER_AT]] > 0.0:
            decided = floats[ints[LOST_POWER_AT]]
    elif row[1] == CAUSE_HORIZON:
        decided = -1.0
    row[at] = int(math.floor(decided)) if ints[ints[EXISTS]] or ints[ints[CALLED]] else -1
    rising = floats[ints[RISING_AT]]
    row[at + 1] = int(math.floor(rising)) if rising > 0.0 else -1
    row[at + 2] = dead_of(theta, ints, ints[ints[LOSS_PLOT]], 1)
    row[at + 3] = dead_of(theta, ints, ints[ints[LOSS_REGIME]], 2)
    row[at + 4] = ints[ints[DEAD_UNITS_PLOT]]
    row[at + 5] = ints[ints[DEAD_UNITS_STATE]]
    row[at + 6] = ints[ints[DEAD_PEOPLE]]
    row[at + 7] = ints[ints[JAILED_PEOPLE]]
    row[at + 8] = ints[ints[PEAK_CROWD]]
    for column in range(9, 17):
        row[at + column] = 0
    units = ints[ints[UNITS]]
    for unit in range(units):
        chosen = ints[ints[UNIT_CHOICE] + unit]
        row[at + 19 + unit] = chosen
        row[at + 9 + chosen] += 1
    for person in range(ints[ints[PERSONS]]):
        state = ints[ints[PERSON_STATE] + person]
        if state in (FREE, WARNED):
            row[at + 13] += 1
        elif state == SHELTERED:
            row[at + 14] += 1
        elif state == TAKEN and inside:
            row[at + 15] += 1
        elif state == TAKEN:
            row[at + 16] += 1
    fate = 0
    if inside:
        fate = 3
    elif ints[ints[FLED]]:
        fate = 1
    elif floats[ints[LAUNCHED_AT]] >= 0.0:
        fate = 2
    row[at + 17] = fate
    out = 0.0
    if ints[ints[PULSING]]:
        for d in range(ints[ints[DISTRICTS]]):
            out += floats[ints[CROWD] + d]
    row[at + 18] = int(math.floor(out))
    count = ints[ints[LOG_COUNT]]
    if ints[ints[LOG_SLOTS]]:
        t = floats[ints[NOW]]
        if count > 0:
            t = 1.0 * ints[ints[LOG] + (count - 1) * LOG_WIDTH + 1]
        for column in TOLLS:
            if row[at + column] > 0:
                emit(ints, t, TOLL, column, -1, -1, 1.0 * row[at + column], -1)
