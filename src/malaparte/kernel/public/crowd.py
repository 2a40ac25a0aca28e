"""Who comes out: the thresholds of Epstein's model of civil violence, district by district.

A person comes out iff H (1 - L) - R (1 - exp(-k C/A)) > T (Epstein 2002): hardship H and risk
aversion R are uniform among people, L is the legitimacy of the state, C the police, A those who are
out, the person too.  The rule is the smooth one that was published, not the one with whole numbers
that is often copied.  In a district it is a mean field: the share of those who have heard the call
and would come is followed with a lag, so a crowd that outnumbers its police grows by itself.

Where units fire, ``street.flight`` people leave for the day for each one who is shot: the published
rule knows of arrests alone, and by it nearly a third would stay in any fire (assumed).
"""

from __future__ import annotations

import math

from malaparte.kernel.compile import kernel
from malaparte.kernel.events import CROWD_CHANGES, RISING_BEGINS, emit
from malaparte.kernel.maths import exp, log
from malaparte.kernel.public.fields import (
    APART,
    ARREST_K,
    BAN,
    BREAK_UP,
    CALLED,
    CAUGHT_SUM,
    CROWD,
    CROWD_TOLD,
    DEAD_PEOPLE,
    DISPERSE,
    DISTRICT_BARRED,
    DISTRICT_PEOPLE,
    DISTRICT_PLACE,
    DISTRICT_POLICE,
    DISTRICT_POOL,
    DISTRICTS,
    FLIGHT_FROM_SHOTS,
    GATHER,
    GONE,
    HEAR,
    HEARD,
    JAIL,
    JAILED_PEOPLE,
    LOOK_ON,
    MARCH_COVER,
    MARCHERS,
    PEAK_CROWD,
    PLOT_HEARD,
    RISING,
    RISING_AT,
    RISING_SIZE,
    SHOT,
    SHOTS,
    SQUARE,
    STREET_LEGITIMACY,
    STREET_POLICY,
    STREET_THRESHOLD,
    TIRE,
)
from malaparte.kernel.road.fields import CROWD_LINK, CUT, HAND_TRUST, ROAD
from malaparte.kernel.state import (
    COLUMNS_SINCE,
    COLUMNS_UNTIL,
    DOCTRINE,
    LOG_SLOTS,
    SQUADS_ONLY,
    STREET_AT,
)

AUDIENCE = 2.0
"""By how much sooner a call is heard while the columns march, who are an audience (assumed)."""
STEPS = 2.885390081777927
"""Steps by which crowds are told, for a factor of e: two over the log of 2."""


@kernel
def would_come(legitimacy, arrest, threshold):
    """Return the share of people who come out at a chance of arrest.

    The area of {H g - R P > T} in the unit square, g = 1 - L: r - (T r + P r^2 / 2) / g with r =
    min(1, (g - T) / P).
    """
    g = 1.0 - legitimacy
    if g <= threshold or g <= 0.0:
        return 0.0
    r = 1.0
    if arrest > g - threshold:
        r = (g - threshold) / arrest
    return r - (threshold * r + 0.5 * arrest * r * r) / g


@kernel
def arrest_chance(k, police, crowd):
    """Return the chance of arrest; crowd counts the person who asks, so it is at least one."""
    return 1.0 - exp(-k * police / max(crowd, 1.0))


@kernel
def legitimacy(theta, ints, floats):
    """Return the legitimacy of the state today: the road's, or the scenario's (coupling 12)."""
    if ints[ints[ROAD]] and not ints[ints[CUT]] & CROWD_LINK:
        return floats[ints[HAND_TRUST]]
    return theta[ints[STREET_LEGITIMACY]]


@kernel
def crowd_step(people):
    """Return the step of a crowd: 0 up to ten people, then 25 (sqrt(2)^step - 1) or more."""
    return int(math.floor(STEPS * log(1.0 + math.floor(people) / 25.0)))


@kernel
def tell_crowd(ints, d, t, people):
    """Tell the people in the street of a district, if a log is kept and their step is another."""
    if ints[ints[LOG_SLOTS]] == 0:
        return
    step = crowd_step(people)
    if step != ints[ints[CROWD_TOLD] + d]:
        ints[ints[CROWD_TOLD] + d] = step
        emit(ints, t, CROWD_CHANGES, d, ints[ints[DISTRICT_PLACE] + d], -1, people, -1)


@kernel
def street(theta, ints, floats, t, minutes, soldiers, firing):
    """Let the crowds of all districts follow the call for some minutes; return all who are out.

    soldiers, firing: men of units sent against the crowd, and those of them who fire.
    """
    if floats[ints[STREET_AT]] < 0.0 or t < floats[ints[STREET_AT]]:
        return 0.0
    people = 0.0
    out = 0.0
    for d in range(ints[ints[DISTRICTS]]):
        people += theta[ints[DISTRICT_PEOPLE] + d]
        out += floats[ints[CROWD] + d]
    if ints[ints[CALLED]] == 0:
        ints[ints[CALLED]] = 1
        if ints[ints[DOCTRINE]] != SQUADS_ONLY and people > 0.0:
            for d in range(ints[ints[DISTRICTS]]):
                part = theta[ints[DISTRICT_PEOPLE] + d] / people
                floats[ints[CROWD] + d] = theta[ints[APART]] * part
            out = theta[ints[APART]]
    policy = ints[ints[STREET_POLICY]]
    weight = 1.0 if policy >= BAN else theta[ints[LOOK_ON]]
    march = ints[ints[COLUMNS_SINCE]] <= t < ints[ints[COLUMNS_UNTIL]]
    among = theta[ints[MARCHERS]] * theta[ints[MARCH_COVER]] if march else 0.0
    trust = legitimacy(theta, ints, floats)
    ear = AUDIENCE if march else 1.0
    hear = 1.0 - exp(-ear * minutes / theta[ints[HEAR]])
    follow = 1.0 - exp(-minutes / theta[ints[GATHER]])
    square = 0.0
    total = 0.0
    for d in range(ints[ints[DISTRICTS]]):
        crowd = floats[ints[CROWD] + d]
        heard = floats[ints[HEARD] + d]
        heard = max(heard + hear * (1.0 - heard), floats[ints[PLOT_HEARD]])
        floats[ints[HEARD] + d] = heard
        part = crowd / out if out > 0.0 else 0.0
        police = theta[ints[DISTRICT_POLICE] + d] * weight + soldiers * part
        share = theta[ints[DISTRICT_PEOPLE] + d] / people if people > 0.0 else 0.0
        risk = arrest_chance(theta[ints[ARREST_K]], police, crowd + 1.0 + among * share)
        pool = theta[ints[DISTRICT_PEOPLE] + d] * theta[ints[DISTRICT_POOL] + d]
        pool = max(pool - floats[ints[GONE] + d], 0.0)
        aim = heard * pool * would_come(trust, risk, theta[ints[STREET_THRESHOLD]])
        crowd += follow * (aim - crowd)
        press = min(police / crowd, 1.0) if crowd > 0.0 else 0.0
        home = crowd * (1.0 - exp(-minutes / theta[ints[TIRE]]))
        crowd -= home
        floats[ints[GONE] + d] += home
        if policy >= BAN and crowd > 0.0:
            caught = crowd * (1.0 - exp(-theta[ints[JAIL]] * press * minutes))
            floats[ints[CAUGHT_SUM]] += caught
            crowd -= caught
            leave = 1.0 + theta[ints[FLIGHT_FROM_SHOTS]]
            dead = min(theta[ints[SHOTS]] * firing * part * minutes / 100.0, crowd / leave)
            floats[ints[SHOT]] += dead
            crowd -= dead * leave
            floats[ints[GONE] + d] += caught + dead * leave
        if policy == BREAK_UP and crowd > 0.0:
            crowd *= exp(-theta[ints[DISPERSE]] * press * minutes)
        floats[ints[CROWD] + d] = crowd
        tell_crowd(ints, d, t, crowd)
        total += crowd
        if ints[ints[DISTRICT_BARRED] + d] == 0:
            square += crowd
    ints[ints[JAILED_PEOPLE]] = int(math.floor(floats[ints[CAUGHT_SUM]]))
    ints[ints[DEAD_PEOPLE]] = int(math.floor(floats[ints[SHOT]]))
    ints[ints[PEAK_CROWD]] = max(ints[ints[PEAK_CROWD]], int(math.floor(total)))
    if square >= theta[ints[RISING_SIZE]] and ints[ints[RISING]] == 0:
        ints[ints[RISING]] = 1
        floats[ints[RISING_AT]] = t
        emit(ints, t, RISING_BEGINS, -1, ints[ints[SQUARE]], -1, square, -1)
    elif ints[ints[RISING]] == 1 and square < 0.1 * theta[ints[RISING_SIZE]]:
        ints[ints[RISING]] = 2
    return square
