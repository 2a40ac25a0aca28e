"""One world from its beginning to its outcome row."""

from __future__ import annotations

import math

from malaparte.kernel.clock import reset_clocks
from malaparte.kernel.compile import kernel, typed
from malaparte.kernel.day.alarm import agent_tells
from malaparte.kernel.day.keys import AGENT_KEY, ALARM_KEY, PLAN_EXISTS_KEY, TRAFFIC_KEY
from malaparte.kernel.day.plan import make_plan
from malaparte.kernel.day.reserve import muster
from malaparte.kernel.day.services import begin_services
from malaparte.kernel.day.whereabouts import begin_persons
from malaparte.kernel.label import label_of
from malaparte.kernel.maths import normal_quantile
from malaparte.kernel.outcome import CAUSE_ARRESTED
from malaparte.kernel.public.fields import (
    CALLED,
    HOLDINGS,
    LAST_CAUSE,
    LOST_POWER_AT,
    MARCH_HOUR,
    RISING,
    STREETS,
)
from malaparte.kernel.public.wake import wake
from malaparte.kernel.rng import DYNAMICS, exponential, uniform
from malaparte.kernel.road.fields import PREVENTED, ROAD
from malaparte.kernel.state import (
    ALARM_AT,
    ALARM_EVENT,
    ALARM_LEFT,
    ARRESTED,
    CAUSE,
    COMMAND_AGENT,
    DAY_START,
    DOCTRINE,
    ENDED,
    EXISTS,
    FLOATS_STATE,
    GAVE_UP_AT,
    GUARD_PLACE,
    GUARD_POSTURE,
    GUARD_SIZE,
    GUARDS,
    INTS_STATE,
    LAUNCHED_AT,
    LEAKED,
    LOG,
    LOSS_PLOT,
    LOSS_REGIME,
    LOST_AT,
    MOVEMENT_TRAFFIC,
    NODE_EVENT,
    NODE_GUARD,
    NODE_HOLDER,
    NODE_TAKEN_AT,
    NONE,
    NOW,
    PERSON_PLACE,
    PERSONS,
    PLACES,
    PLAN_EXISTS,
    PLOT,
    SECOND_AT,
    SEED,
    SEIZED_AT,
    SQUADS_ONLY,
    STREET_AT,
    TEAM_EVENT,
    TEAM_PERSON,
    TEAMS,
    TRAFFIC,
    WORLD,
)


@typed("f8(i8[::1], i8)")
def chance(ints, rule):
    """Return the uniform of this world for a rule that draws once."""
    return uniform(ints[ints[SEED]], ints[ints[WORLD]], DYNAMICS, rule, 0, 0, 0)


@kernel
def wipe(ints, floats):
    """Set all state to nothing."""
    for i in range(ints[ints[INTS_STATE]], ints[LOG]):
        ints[i] = 0
    for i in range(ints[ints[FLOATS_STATE]], floats.size):
        floats[i] = 0.0
    for field in (LAUNCHED_AT, SECOND_AT, ALARM_AT, GAVE_UP_AT, STREET_AT, SEIZED_AT, LOST_AT):
        floats[ints[field]] = -1.0
    for place in range(ints[ints[PLACES]]):
        floats[ints[NODE_TAKEN_AT] + place] = -1.0
        ints[ints[NODE_EVENT] + place] = -1
    for team in range(ints[ints[TEAMS]]):
        ints[ints[TEAM_PERSON] + team] = -1
        ints[ints[TEAM_EVENT] + team] = -1
    for person in range(ints[ints[PERSONS]]):
        ints[ints[PERSON_PLACE] + person] = -1
    ints[ints[ALARM_EVENT]] = -1
    reset_clocks(ints, floats)


@typed("void(f8[::1], i8[::1], f8[::1], i8, i8)")
def begin(theta, ints, floats, seed, world):
    """Set up a world: is there a plan, has it leaked, who stands where, who is to go where."""
    wipe(ints, floats)
    ints[ints[SEED]] = seed
    ints[ints[WORLD]] = world
    floats[ints[NOW]] = ints[ints[DAY_START]]
    if chance(ints, PLAN_EXISTS_KEY) >= theta[ints[PLAN_EXISTS]]:
        if ints[ints[STREETS]] and ints[ints[DOCTRINE]] != SQUADS_ONLY:
            wake(theta, ints, floats, 3600.0 * theta[ints[MARCH_HOUR]])
            begin_persons(theta, ints, floats)
        else:
            ints[ints[ENDED]] = 1
        return
    ints[ints[EXISTS]] = 1
    if ints[ints[PREVENTED]]:
        ints[ints[ENDED]] = 1
        ints[ints[CAUSE]] = CAUSE_ARRESTED
        return
    noise = normal_quantile(chance(ints, TRAFFIC_KEY))
    floats[ints[TRAFFIC]] = theta[ints[MOVEMENT_TRAFFIC]] * noise
    floats[ints[ALARM_LEFT]] = exponential(seed, world, ALARM_KEY, 0, 0, 0)
    for guard in range(ints[ints[GUARDS]]):
        if ints[ints[GUARD_POSTURE] + guard] != NONE:
            men = int(math.floor(theta[ints[GUARD_SIZE] + guard] + 0.5))
            ints[ints[NODE_GUARD] + ints[ints[GUARD_PLACE] + guard]] = men
    muster(theta, ints)
    begin_persons(theta, ints, floats)
    if chance(ints, AGENT_KEY) < theta[ints[COMMAND_AGENT]]:
        agent_tells(theta, ints, floats, 1.0 * ints[ints[DAY_START]])
    make_plan(theta, ints, floats)
    if ints[ints[STREETS]] and ints[ints[DOCTRINE]] != SQUADS_ONLY:
        wake(theta, ints, floats, 3600.0 * theta[ints[MARCH_HOUR]])
    if ints[ints[ROAD]]:
        begin_services(theta, ints, floats, floats[ints[NOW]])


@kernel
def whole_second(t):
    """Return a time in whole seconds, -1 for never."""
    return -1 if t < 0.0 else int(math.floor(t))


@kernel
def outcome(ints, floats, row):
    """Write the outcome row of a world that has ended; columns as in outcome.COLUMNS."""
    taken = 0
    held = 0
    for place in range(ints[ints[PLACES]]):
        if floats[ints[NODE_TAKEN_AT] + place] >= 0.0:
            taken += 1
        if ints[ints[NODE_HOLDER] + place] == PLOT:
            held += 1
    launched = whole_second(floats[ints[LAUNCHED_AT]])
    seized = whole_second(floats[ints[SEIZED_AT]])
    ended = ints[ints[LAST_CAUSE]]
    row[0] = label_of(
        ints[ints[EXISTS]],
        ints[ints[PREVENTED]],
        launched,
        seized,
        ints[ints[CALLED]],
        ints[ints[RISING]],
        ints[ints[HOLDINGS]],
        ended,
    )
    row[1] = ended if ended else ints[ints[CAUSE]]
    row[2] = ints[ints[EXISTS]]
    row[3] = ints[ints[LEAKED]]
    row[4] = launched
    row[5] = whole_second(floats[ints[ALARM_AT]])
    row[6] = whole_second(floats[ints[GAVE_UP_AT]])
    row[7] = whole_second(floats[ints[STREET_AT]])
    row[8] = seized
    row[9] = whole_second(floats[ints[LOST_POWER_AT] if ended else ints[LOST_AT]])
    row[10] = taken
    row[11] = held
    row[12] = ints[ints[ARRESTED]]
    row[13] = ints[ints[LOSS_PLOT]]
    row[14] = ints[ints[LOSS_REGIME]]
