"""Secrecy: how the plot becomes known, and what the state then believes.

Reports.  Four random clocks: members leak with rate N p (Grimes 2016 in form, not in number), an
agent with access reports with rate m, a leader who despises his opponent boasts, and without any
plot there are false reports.  The first of competing clocks is the agent's with chance m/(m + N p);
none is drawn day by day.

Belief.  Bayes' rule with the chance of such a report given a plot and given none; an echo, the
agent's second report, is no second witness.  The state cannot tell a false report from a true one.
Without news belief drifts back to what it was, as files grow old (coupling 8).

Knowledge.  A leak shows a cell, the agent shows the share of members within his reach; who reports
after the hour was set may tell it.
"""

from __future__ import annotations

from malaparte.kernel.compile import kernel
from malaparte.kernel.rng import DYNAMICS, exponential, uniform
from malaparte.kernel.road.fields import (
    AGENT,
    AGENT_REPORTS,
    BELIEF,
    BOAST,
    BRAGGING,
    CELL,
    CUT,
    FALSE,
    FALSE_REPORTS,
    HAS_AGENT,
    HIT,
    HOUR_KNOWN,
    HOUR_SET,
    HOUR_TOLD,
    KEEP_BELIEF,
    KNOWN,
    LEAK,
    LEAK_FIRINGS,
    LEAK_LEFT,
    MEMBER,
    NOISE,
    PLOTTERS,
    PLOTTING,
    PRIOR,
    REACH,
    REPORTS,
    REPORTS_FALSE,
    REPORTS_TRUE,
    START_DAY,
    SUSPECTS_HIDDEN,
    TOLD,
)
from malaparte.kernel.road.keys import REPORT_HOUR_KEY, REPORT_KEY
from malaparte.kernel.state import SEED, WORLD


@kernel
def after_ratio(belief, ratio):
    """Return the belief after evidence with a likelihood ratio."""
    return belief * ratio / (belief * ratio + 1.0 - belief)


@kernel
def after_report(belief, hit, noise):
    """Return the belief after a report that comes with chance ``hit`` if true, ``noise`` if not."""
    return belief * hit / max(belief * hit + (1.0 - belief) * noise, 1e-300)


@kernel
def report(theta, ints, floats, members, new):
    """A witness has spoken, for the first time if ``new``, and shows so many members."""
    if ints[ints[CUT]] & REPORTS:
        return
    if new:
        belief = floats[ints[BELIEF]]
        floats[ints[BELIEF]] = after_report(belief, theta[ints[HIT]], theta[ints[NOISE]])
    known = floats[ints[KNOWN]] + members
    floats[ints[KNOWN]] = min(known, floats[ints[PLOTTERS]])


@kernel
def report_rate(theta, ints, floats, source):
    """Return the rate of a source in 1/day."""
    if source == FALSE:
        return theta[ints[FALSE_REPORTS]]
    if ints[ints[PLOTTING]] == 0:
        return 0.0
    if source == MEMBER:
        return theta[ints[LEAK]] * floats[ints[PLOTTERS]]
    if source == AGENT:
        return theta[ints[AGENT_REPORTS]] if ints[ints[HAS_AGENT]] else 0.0
    # He boasts the more, the less he reckons with hidden men.
    return theta[ints[BOAST]] * (1.0 - floats[ints[SUSPECTS_HIDDEN]])


@kernel
def speak(theta, ints, floats, source, firing, day):
    """A source reports."""
    if source == FALSE:
        ints[ints[REPORTS_FALSE]] += 1
        report(theta, ints, floats, 0.0, True)
        return
    ints[ints[REPORTS_TRUE]] += 1
    members = 0.0
    if source == MEMBER:
        members = theta[ints[CELL]]
    if source == AGENT:
        members = theta[ints[REACH]] * floats[ints[PLOTTERS]] - floats[ints[KNOWN]]
        members = max(members, 0.0)
    report(theta, ints, floats, members, source != AGENT or ints[ints[TOLD]] == 0)
    if source == AGENT:
        ints[ints[TOLD]] = 1
    set_on = ints[ints[START_DAY]] - theta[ints[HOUR_SET]]
    if day >= set_on and source != BRAGGING and ints[ints[CUT]] & REPORTS == 0:
        seed = ints[ints[SEED]]
        u = uniform(seed, ints[ints[WORLD]], DYNAMICS, REPORT_HOUR_KEY, source, firing, 0)
        if source == AGENT or u < theta[ints[HOUR_TOLD]]:
            ints[ints[HOUR_KNOWN]] = 1


@kernel
def listen(theta, ints, floats, day, step):
    """Use up the clocks of all sources for a step in days, then let old news fade."""
    seed = ints[ints[SEED]]
    world = ints[ints[WORLD]]
    for source in range(4):
        rate = report_rate(theta, ints, floats, source)
        left = floats[ints[LEAK_LEFT] + source] - step * rate
        while left <= 0.0:
            firing = ints[ints[LEAK_FIRINGS] + source]
            speak(theta, ints, floats, source, firing, day)
            ints[ints[LEAK_FIRINGS] + source] = firing + 1
            left += exponential(seed, world, REPORT_KEY, source, firing + 1, 0)
        floats[ints[LEAK_LEFT] + source] = left
    prior = theta[ints[PRIOR]]
    keep = floats[ints[KEEP_BELIEF]]
    floats[ints[BELIEF]] = prior + keep * (floats[ints[BELIEF]] - prior)
