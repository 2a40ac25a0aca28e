"""Many worlds in a row, on one core."""

from __future__ import annotations

import math

from malaparte.kernel.after.hold import hold
from malaparte.kernel.after.tell import tell
from malaparte.kernel.compile import Aside, entry, first, ready
from malaparte.kernel.day.step import advance
from malaparte.kernel.day.team import team_acts
from malaparte.kernel.history import begin, outcome
from malaparte.kernel.outcome import WIDTH
from malaparte.kernel.public.fields import HOLDINGS
from malaparte.kernel.road.fields import ROAD, THETA_SIZE, TODAY
from malaparte.kernel.road.run import walk
from malaparte.kernel.road.step import begin_road
from malaparte.kernel.state import (
    DAY_END,
    ERROR,
    NODE_TAKEN_AT,
    PERSON_STATE,
    PERSONS,
    PLACES,
    SEIZED_AT,
)


@entry("i8(f8[:, ::1], i8[::1], f8[::1], i8, i8, i8, i8, i8[:, ::1], i4[:, ::1], i1[:, ::1])")
def run(thetas, ints, floats, seed, first_world, worlds, inner, rows, taken, persons):
    """Run worlds first_world .. first_world + worlds - 1 and return 0, or the error of a world.

    thetas float64 [sets, inputs]: worlds with the same number // inner share a row. ints, floats:
    state to work in, changed. rows int64 [worlds, columns]: outcome.COLUMNS and, if there is room,
    those of army, street and holding; taken int32 [worlds, places], the second at which each place
    first fell, -1 for never; persons int8 [worlds, persons], final states.
    """
    first_set = first_world // inner
    for w in range(worlds):
        world = first_world + w
        theta = thetas[world // inner - first_set]
        if ints[ints[ROAD]]:
            walk(theta, ints, floats, seed, world, 0)
            # The worlds of a set share theta, so the day reads the copy that the road has changed.
            theta = floats[ints[TODAY] : ints[TODAY] + ints[ints[THETA_SIZE]]]
        begin(theta, ints, floats, seed, world)
        advance(theta, ints, floats, 1.0 * ints[ints[DAY_END]])
        if ints[ints[HOLDINGS]] and floats[ints[SEIZED_AT]] >= 0.0:
            hold(theta, ints, floats)
        outcome(ints, floats, rows[w])
        if rows.shape[1] > WIDTH:
            tell(theta, ints, floats, rows[w])
        if ints[ints[ERROR]]:
            return ints[ints[ERROR]]
        for place in range(ints[ints[PLACES]]):
            taken[w, place] = int(math.floor(floats[ints[NODE_TAKEN_AT] + place]))
        for person in range(ints[ints[PERSONS]]):
            persons[w, person] = ints[ints[PERSON_STATE] + person]
    return 0


def _compile() -> None:
    """Compile in two processes, each waiting for what it needs of the other."""
    pulse, road_day = "public.pulse.pulse", "road.step.road_day"
    draws = "quantile.fill", "quantile.fill_beta", "quantile.share_below"
    aside = Aside(pulse, road_day, *draws, "road.run.walk_many")
    for unit in (team_acts, begin, begin_road):
        ready(unit)
    aside.wait(pulse)
    for unit in (advance, hold, tell):
        ready(unit)
    aside.wait(road_day)
    ready(run)
    aside.wait()


first(_compile)
