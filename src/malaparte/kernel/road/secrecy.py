"""Secrecy: how the plot becomes known, and what the state then believes.

Reports.  Five random clocks: members leak with rate N p (Grimes 2016 in form, not in number), an
agent with access reports with rate m, or invents where there is nothing to report, a leader who
despises his opponent boasts, and false reports come with a plot as without one, as do people who
are caught where they have no business.  The first of competing clocks is the agent's with chance
m/(m + N p); none is drawn day by day.  Rehearsals that are caught come from `incidents`.

Belief.  Bayes' rule for counts of known rates (Bremaud 1981): a report multiplies the odds by its
rate with a plot over its rate without, and a time dt without one by exp(-(rate with - rate without)
dt): silence tells, too.  The state cannot tell a false report from a true one and does not know how
many plot: it reckons with the leaks of as many as it supposes.  It knows whether it has an agent,
and weighs him by himself, once: what he says again is an echo, no second witness.  Plots come and
go, so belief drifts back (coupling 8) to the prior, or, once the agent has spoken, to the prior
after his word: he goes on saying it.

Knowledge.  A leak shows a cell of all, some of whom may be known already; the agent shows the share
of members within his reach.  Once squads
have their orders a member who talks tells the place that his is to take, and may tell the hour; the
agent tells the hour and the share of the places within his reach (`targets`).
"""

from __future__ import annotations

from malaparte.kernel.compile import kernel
from malaparte.kernel.maths import exp
from malaparte.kernel.rng import DYNAMICS, exponential, uniform
from malaparte.kernel.road.fields import (
    AGENT,
    AGENT_REPORTS,
    BELIEF,
    BOAST,
    BRAGGING,
    CAUGHT,
    CELL,
    CUT,
    FALSE,
    FALSE_REPORTS,
    HAS_AGENT,
    HOUR_KNOWN,
    HOUR_SET,
    HOUR_TOLD,
    INVENTED,
    KEEP_BELIEF,
    KNOWN,
    LEAK,
    LEAK_FIRINGS,
    LEAK_LEFT,
    MEMBER,
    PLOTTERS,
    PLOTTING,
    PRIOR,
    REACH,
    REHEARSALS,
    REHEARSE,
    REPORTS,
    REPORTS_FALSE,
    REPORTS_TRUE,
    SOURCES,
    START_DAY,
    STRAY,
    STRAYS,
    SUPPOSED,
    SUSPECTS_HIDDEN,
    TOLD,
)
from malaparte.kernel.road.keys import REPORT_HOUR_KEY, REPORT_KEY, REPORT_TARGET_KEY
from malaparte.kernel.road.targets import name_target, name_targets, pick
from malaparte.kernel.state import SEED, WORLD


@kernel
def after_ratio(belief, ratio):
    """Return the belief after evidence with a likelihood ratio."""
    return belief * ratio / (belief * ratio + 1.0 - belief)


@kernel
def after_report(belief, hit, noise):
    """Return the belief after news of chance or rate ``hit`` if true, ``noise`` if not."""
    return belief * hit / max(belief * hit + (1.0 - belief) * noise, 1e-300)


@kernel
def expected_rate(theta, ints):
    """Return the reports in 1/day that the state expects of a plot, beside the false ones."""
    return theta[ints[LEAK]] * theta[ints[SUPPOSED]] + theta[ints[BOAST]]


@kernel
def catch_rate(theta, ints):
    """Return the rehearsals in 1/day that the state expects to catch if there is a plot."""
    return theta[ints[REHEARSALS]] * theta[ints[CAUGHT]] if ints[ints[REHEARSE]] else 0.0


@kernel
def silent(theta, ints, floats, step):
    """Weigh a step in days; each report in it is weighed by itself."""
    if ints[ints[CUT]] & REPORTS:
        return
    more = expected_rate(theta, ints) + catch_rate(theta, ints)
    if ints[ints[HAS_AGENT]] and ints[ints[TOLD]] == 0:
        more += theta[ints[AGENT_REPORTS]] - theta[ints[INVENTED]]
    floats[ints[BELIEF]] = after_report(floats[ints[BELIEF]], exp(-more * step), 1.0)


@kernel
def resting(theta, ints):
    """Return the belief that old news fades to."""
    prior = theta[ints[PRIOR]]
    if ints[ints[TOLD]] and ints[ints[CUT]] & REPORTS == 0:
        return after_report(prior, theta[ints[AGENT_REPORTS]], theta[ints[INVENTED]])
    return prior


@kernel
def show(ints, floats, members):
    """Show the state so many members, of whom it may know some: each is any of them."""
    if ints[ints[CUT]] & REPORTS == 0:
        unknown = floats[ints[PLOTTERS]] - floats[ints[KNOWN]]
        share = unknown / max(floats[ints[PLOTTERS]], 1.0)
        floats[ints[KNOWN]] += min(members * share, unknown) if share > 0.0 else 0.0


@kernel
def catch(theta, ints, floats):
    """Somebody is caught where he has no business: a plotter, or a stray."""
    noise = theta[ints[STRAYS]]
    hit = catch_rate(theta, ints) + noise
    if hit > 0.0 and ints[ints[CUT]] & REPORTS == 0:
        floats[ints[BELIEF]] = after_report(floats[ints[BELIEF]], hit, noise)


@kernel
def catch_plotter(theta, ints, floats):
    """A rehearsal is caught."""
    ints[ints[REPORTS_TRUE]] += 1
    catch(theta, ints, floats)
    show(ints, floats, 1.0)


@kernel
def report(theta, ints, floats, members):
    """A report that may be true or false has come, and shows so many members."""
    noise = theta[ints[FALSE_REPORTS]]
    hit = expected_rate(theta, ints) + noise
    if hit > 0.0 and ints[ints[CUT]] & REPORTS == 0:
        floats[ints[BELIEF]] = after_report(floats[ints[BELIEF]], hit, noise)
    show(ints, floats, members)


@kernel
def agent_reports(theta, ints, floats):
    """The agent has spoken, for the first time or again."""
    if ints[ints[TOLD]] == 0 and ints[ints[CUT]] & REPORTS == 0:
        belief = floats[ints[BELIEF]]
        hit, noise = theta[ints[AGENT_REPORTS]], theta[ints[INVENTED]]
        floats[ints[BELIEF]] = after_report(belief, hit, noise)
    ints[ints[TOLD]] = 1
    if ints[ints[CUT]] & REPORTS == 0:
        # He knows the same people each time; the state may know them already.
        reached = theta[ints[REACH]] * floats[ints[PLOTTERS]]
        floats[ints[KNOWN]] = max(floats[ints[KNOWN]], reached)


@kernel
def report_rate(theta, ints, floats, source):
    """Return the rate of a source in 1/day."""
    if source == FALSE:
        return theta[ints[FALSE_REPORTS]]
    if source == STRAY:
        return theta[ints[STRAYS]]
    if source == AGENT and ints[ints[HAS_AGENT]]:
        return theta[ints[AGENT_REPORTS] if ints[ints[PLOTTING]] else ints[INVENTED]]
    if source == AGENT or ints[ints[PLOTTING]] == 0:
        return 0.0
    if source == MEMBER:
        return theta[ints[LEAK]] * floats[ints[PLOTTERS]]
    # He boasts the more, the less he reckons with hidden men.
    return theta[ints[BOAST]] * (1.0 - floats[ints[SUSPECTS_HIDDEN]])


@kernel
def tell_orders(theta, ints, source, firing):
    """The agent or a member tells what the squads have been told."""
    if ints[ints[CUT]] & REPORTS:
        return
    if source == AGENT:
        ints[ints[HOUR_KNOWN]] = 1
        name_targets(theta, ints)
        return
    name_target(ints, pick(ints, REPORT_TARGET_KEY, firing))
    seed = ints[ints[SEED]]
    u = uniform(seed, ints[ints[WORLD]], DYNAMICS, REPORT_HOUR_KEY, source, firing, 0)
    if u < theta[ints[HOUR_TOLD]]:
        ints[ints[HOUR_KNOWN]] = 1


@kernel
def speak(theta, ints, floats, source, firing, day):
    """A source reports."""
    if source == AGENT:
        agent_reports(theta, ints, floats)
    elif source == STRAY:
        catch(theta, ints, floats)
    else:
        report(theta, ints, floats, theta[ints[CELL]] if source == MEMBER else 0.0)
    if source in (FALSE, STRAY) or ints[ints[PLOTTING]] == 0:
        ints[ints[REPORTS_FALSE]] += 1
        return
    ints[ints[REPORTS_TRUE]] += 1
    set_on = ints[ints[START_DAY]] - theta[ints[HOUR_SET]]
    if day >= set_on and source != BRAGGING:
        tell_orders(theta, ints, source, firing)


@kernel
def listen(theta, ints, floats, day, step):
    """Weigh a step in days, use up the clocks of all sources, then let old news fade."""
    silent(theta, ints, floats, step)
    seed = ints[ints[SEED]]
    world = ints[ints[WORLD]]
    for source in range(SOURCES):
        rate = report_rate(theta, ints, floats, source)
        left = floats[ints[LEAK_LEFT] + source] - step * rate
        while left <= 0.0:
            firing = ints[ints[LEAK_FIRINGS] + source]
            speak(theta, ints, floats, source, firing, day)
            ints[ints[LEAK_FIRINGS] + source] = firing + 1
            left += exponential(seed, world, REPORT_KEY, source, firing + 1, 0)
        floats[ints[LEAK_LEFT] + source] = left
    rest = resting(theta, ints)
    keep = floats[ints[KEEP_BELIEF]]
    floats[ints[BELIEF]] = rest + keep * (floats[ints[BELIEF]] - rest)
