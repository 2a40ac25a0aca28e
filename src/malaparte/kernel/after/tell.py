"""What a world of army, street and holding leaves behind beside the outcome of its day."""

from __future__ import annotations

import math

from malaparte.kernel.after.fates import tell_fates
from malaparte.kernel.compile import kernel, typed
from malaparte.kernel.events import TOLL, emit
from malaparte.kernel.outcome import FIRST_CHOICE, FIRST_UNIT, PEOPLE_OUT, TOLLS, WIDTH
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
    LOG,
    LOG_COUNT,
    LOG_SLOTS,
    LOG_WIDTH,
    LOSS_PLOT,
    LOSS_REGIME,
    NOW,
    SEED,
    SEIZED_AT,
    WORLD,
)


@kernel
def dead_of(theta, ints, lost, slot):
    """Return how many of those put out of action in fights of squads are dead."""
    if ints[ints[UNITS]] == 0:
        return 0
    u = uniform(ints[ints[SEED]], ints[ints[WORLD]], DYNAMICS, DEATHS_KEY, 0, 0, slot)
    return min(lost, int(math.floor(lost * theta[ints[DEAD_SHARE]] + u)))


@typed("void(f8[::1], i8[::1], f8[::1], i8[::1])")
def tell(theta, ints, floats, row):
    """Write the columns of outcome.MORE and one a unit after those of the day."""
    at = WIDTH
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
    for choice in range(4):
        row[at + FIRST_CHOICE + choice] = 0
    for unit in range(ints[ints[UNITS]]):
        chosen = ints[ints[UNIT_CHOICE] + unit]
        row[at + FIRST_UNIT + unit] = chosen
        row[at + FIRST_CHOICE + chosen] += 1
    out = 0.0
    if ints[ints[PULSING]]:
        for d in range(ints[ints[DISTRICTS]]):
            out += floats[ints[CROWD] + d]
    row[at + PEOPLE_OUT] = int(math.floor(out))
    count = ints[ints[LOG_COUNT]]
    t = floats[ints[NOW]]
    if count > 0:
        t = 1.0 * ints[ints[LOG] + (count - 1) * LOG_WIDTH + 1]
    tell_fates(theta, ints, row, at, t)
    if ints[ints[LOG_SLOTS]]:
        for column in TOLLS:
            if row[at + column] > 0:
                emit(ints, t, TOLL, column, -1, -1, 1.0 * row[at + column], -1)
