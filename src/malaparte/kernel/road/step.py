"""The road, one day at a time.

The order of the rules, written once; each sees what those before it have done today:

 1. shocks       news of the day, tension decays                     road/shocks.py
 2. rumour       it spreads, tires, is denied                        road/rumour.py
 3. grain        harvest, seed, the village's table, sales           road/grain.py
 4. towns        grain arrives                                       road/towns.py
 5. incidents    services fail and are repaired                      road/incidents.py
 6. shops        households, deliveries, queues                      road/hoarding.py, road/queue.py
 7. mood         legitimacy, sympathy                                road/mood.py
 8. plot         recruits, training                                  road/plot.py
 9. secrecy      reports, belief, knowledge                          road/secrecy.py
10. arrest       now, or wait                                        road/arrest.py

Grain and towns run from the beginning of the economy, shops from two months before the road, so
that they have settled when it begins, the rest from the first day of the road; 8 to 10 end on the
eve of the coup, after which `hand_over` writes what the day begins with.  Nothing reads an input
that is dated later.
"""

from __future__ import annotations

from malaparte.kernel.compile import kernel, shared
from malaparte.kernel.day.keys import AGENT_KEY, PLAN_EXISTS_KEY
from malaparte.kernel.maths import exp
from malaparte.kernel.rng import DYNAMICS, exponential, uniform
from malaparte.kernel.road.arrest import consider
from malaparte.kernel.road.fields import (
    ARREST_DAY,
    BELIEF,
    BOUGHT,
    BREAD,
    CAUSE_LEFT,
    CORE,
    CROP,
    DAY_MONTH,
    EAGER,
    EVE,
    FADE,
    GRAIN_LAG,
    HARVEST_BEFORE,
    HARVEST_FIRST,
    HARVEST_NEW,
    HARVEST_OLD,
    HAS_AGENT,
    HOME,
    IGNORANT,
    INCIDENTS_TOLD,
    INTS_END,
    KEEP_BELIEF,
    KEEP_DAMAGE,
    KEEP_GRAIN,
    KEEP_MOOD,
    KEEP_RAW,
    KEEP_TENSION,
    LEAK_LEFT,
    LEGITIMACY,
    LOG_BELIEF,
    LOG_COVER,
    LOG_HOME,
    LOG_INCIDENTS,
    LOG_PLOTTERS,
    LOG_QUEUE,
    LOG_QUEUE_GOODS,
    LOG_RUMOUR,
    LOG_STATE,
    LOG_TRUST,
    MEMORY,
    MONTH_REAPED,
    MONTH_SOLD,
    MONTH_SOWN,
    MOOD_LAG,
    PLOTTERS,
    PLOTTING,
    PREVENTED,
    PRIOR,
    PROPOSED_DAY,
    QUEUE_HOURS,
    QUOTE_OFFER,
    REAL,
    REPAIR,
    ROAD_FIRST,
    SECTORS,
    SERVICE_BASE,
    SOURCES,
    SPREADING,
    START_DAY,
    STATE_GRAIN,
    STEPS_A_DAY,
    STOCK,
    SUM_REAPED,
    SUM_SOLD,
    SUM_SOWN,
    SYMPATHY,
    SYMPATHY_SHARE,
    TENSION,
    TOWN_GRAIN,
    TOWN_STOCK,
    TRAINING,
    TRUST,
    UNITS,
    UNITS_SHARE,
    WARES,
)
from malaparte.kernel.road.grain import JULY, farm, new_year, read_quotes, sell
from malaparte.kernel.road.hand_over import learn
from malaparte.kernel.road.hoarding import hear, use_up, wanted
from malaparte.kernel.road.incidents import cause_key, incidents, repair
from malaparte.kernel.road.keys import INCIDENT_KEY, REPORT_KEY
from malaparte.kernel.road.mood import feel, get_used
from malaparte.kernel.road.plot import recruit
from malaparte.kernel.road.queue import trade
from malaparte.kernel.road.rumour import spread
from malaparte.kernel.road.secrecy import listen
from malaparte.kernel.road.shocks import begin_day
from malaparte.kernel.road.towns import bread_ration, cover, eat, need, supply
from malaparte.kernel.state import COMMAND_AGENT, PLAN_EXISTS, SEED, WORLD

SETTLING = 60
"""Days before the road in which households and shops find their ways, without news (assumed)."""


@kernel
def kept_by(lag, step):
    """Return what a lag in days keeps over a step in days; nothing where there is no lag."""
    return exp(-step / lag) if lag > 0.0 else 0.0


@shared("void(f8[::1], i8[::1], f8[::1], i8, i8)")
def begin_road(theta, ints, floats, seed, world):
    """Set the road to its beginning."""
    step = 1.0 / ints[ints[STEPS_A_DAY]]
    for i in range(ints[PREVENTED], ints[ints[INTS_END]]):
        ints[i] = 0
    for i in range(ints[TENSION], ints[SERVICE_BASE]):
        floats[i] = 0.0
    ints[ints[SEED]] = seed
    ints[ints[WORLD]] = world
    ints[ints[ARREST_DAY]] = -1
    ints[ints[PROPOSED_DAY]] = -1
    ints[ints[START_DAY]] = ints[ints[EVE]]
    u = uniform(seed, world, DYNAMICS, PLAN_EXISTS_KEY, 0, 0, 0)
    # A plot without a single member is none.
    ints[ints[REAL]] = 1 if u < theta[ints[PLAN_EXISTS]] and theta[ints[CORE]] >= 1.0 else 0
    u = uniform(seed, world, DYNAMICS, AGENT_KEY, 0, 0, 0)
    ints[ints[HAS_AGENT]] = 1 if u < theta[ints[COMMAND_AGENT]] else 0
    for source in range(SOURCES):
        floats[ints[LEAK_LEFT] + source] = exponential(seed, world, REPORT_KEY, source, 0, 0)
    for cause in range(ints[ints[SECTORS]] + 3):
        left = exponential(seed, world, INCIDENT_KEY, cause_key(ints, cause), 0, 0)
        floats[ints[CAUSE_LEFT] + cause] = left
    for month in range(12):
        floats[ints[SUM_REAPED]] += theta[ints[MONTH_REAPED] + month]
        floats[ints[SUM_SOWN]] += theta[ints[MONTH_SOWN] + month]
        floats[ints[SUM_SOLD]] += theta[ints[MONTH_SOLD] + month]
    floats[ints[CROP]] = theta[ints[STOCK]]
    floats[ints[HARVEST_OLD]] = theta[ints[HARVEST_BEFORE]]
    floats[ints[HARVEST_NEW]] = theta[ints[HARVEST_FIRST]]
    read_quotes(theta, ints, floats)
    floats[ints[EAGER]] = floats[ints[QUOTE_OFFER]]
    floats[ints[KEEP_TENSION]] = kept_by(theta[ints[FADE]], 1.0)
    floats[ints[KEEP_GRAIN]] = kept_by(theta[ints[GRAIN_LAG]], step)
    floats[ints[KEEP_MOOD]] = kept_by(theta[ints[MOOD_LAG]], step)
    floats[ints[KEEP_BELIEF]] = kept_by(theta[ints[MEMORY]], step)
    floats[ints[KEEP_RAW]] = kept_by(theta[ints[TRAINING]], step)
    for sector in range(ints[ints[SECTORS]]):
        floats[ints[KEEP_DAMAGE] + sector] = exp(-step * theta[ints[REPAIR] + sector])
    floats[ints[TOWN_GRAIN]] = theta[ints[TOWN_STOCK]] * need(theta, ints)
    floats[ints[IGNORANT]] = 1.0
    floats[ints[TRUST]] = theta[ints[LEGITIMACY]]
    floats[ints[SYMPATHY]] = theta[ints[SYMPATHY_SHARE]] * (1.0 - theta[ints[LEGITIMACY]])
    floats[ints[UNITS]] = theta[ints[UNITS_SHARE]]
    floats[ints[BELIEF]] = theta[ints[PRIOR]]
    for good in range(2):
        floats[ints[HOME] + good] = wanted(theta, ints, floats, good)
    learn(theta, ints, floats)


@kernel
def keep_log(theta, ints, floats, day):
    """Write down the day."""
    floats[ints[LOG_RUMOUR] + day] = floats[ints[SPREADING]]
    floats[ints[LOG_QUEUE] + day] = floats[ints[QUEUE_HOURS] + BREAD]
    floats[ints[LOG_QUEUE_GOODS] + day] = floats[ints[QUEUE_HOURS] + WARES]
    floats[ints[LOG_HOME] + day] = floats[ints[HOME] + BREAD]
    floats[ints[LOG_STATE] + day] = floats[ints[STATE_GRAIN]]
    floats[ints[LOG_COVER] + day] = cover(theta, ints, floats)
    floats[ints[LOG_INCIDENTS] + day] = 1.0 * ints[ints[INCIDENTS_TOLD]]
    floats[ints[LOG_TRUST] + day] = floats[ints[TRUST]]
    floats[ints[LOG_PLOTTERS] + day] = floats[ints[PLOTTERS]]
    floats[ints[LOG_BELIEF] + day] = floats[ints[BELIEF]]


@shared("void(f8[::1], i8[::1], f8[::1], i8)")
def road_day(theta, ints, floats, day):
    """Let a day pass, in the order of the rules.

    What runs on through the day goes in steps, one a day unless a test asks for a finer clock;
    shops open and the state decides once a day.
    """
    on_the_road = day >= ints[ints[ROAD_FIRST]]
    steps = ints[ints[STEPS_A_DAY]]
    step = 1.0 / steps
    if day >= ints[ints[START_DAY]]:
        ints[ints[PLOTTING]] = 0
    if on_the_road:
        begin_day(theta, ints, floats, day)
    if day > 0 and ints[ints[DAY_MONTH] + day] == JULY and ints[ints[DAY_MONTH] + day - 1] != JULY:
        new_year(theta, ints, floats)
    for _ in range(steps):
        if on_the_road:
            spread(theta, ints, floats, day, step)
        farm(theta, ints, floats, day, step)
        sell(theta, ints, floats, day, step)
        supply(theta, ints, floats, step)
        if on_the_road:
            incidents(theta, ints, floats, step)
            repair(theta, ints, floats)
    if day >= ints[ints[ROAD_FIRST]] - SETTLING:
        for good in (BREAD, WARES):
            trade(theta, ints, floats, good, day)
            use_up(ints, floats, good)
        hear(theta, ints, floats)
    else:
        floats[ints[BOUGHT] + BREAD] = bread_ration(theta, ints, floats)
    eat(theta, ints, floats)
    if on_the_road:
        plotting = day < ints[ints[START_DAY]]
        get_used(ints, floats, day)
        for _ in range(steps):
            feel(theta, ints, floats)
            if plotting:
                recruit(theta, ints, floats, day, step)
                learn(theta, ints, floats)
                listen(theta, ints, floats, day, step)
        if plotting:
            consider(theta, ints, floats, day)
    keep_log(theta, ints, floats, day)
