"""Single targets before the day: which one, and what each side has learnt of it.

Targets are the places on the lists of squads that seize.  One of them is picked by a race: each
draws a number by its own id and the least wins, so that neither the order of declaration nor a
target more or less moves the luck of the others.

The plot learns of a place by trying it.  Hidden men are noticed with a chance; once noticed, they
count in its plan like men who are seen, or as many as it suspected if that is more.  Where it has
noticed nobody it trusts the place more with each trial: a Beta belief (conjugate; `beta_mean`) that
begins at what it suspects of all places, worth as many trials as `services.lesson` says.  That
general belief has seen the same trials, a small double count (empirical Bayes) that is accepted.

The state learns of a place when somebody is caught there, when a member tells the task of his
squad, or from the agent, who knows a share of them.
"""

from __future__ import annotations

from malaparte.kernel.compile import kernel, typed
from malaparte.kernel.rng import DYNAMICS, uniform
from malaparte.kernel.road.fields import (
    CUT,
    LESSON,
    NOTICED,
    REACH,
    REPORTS,
    SUSPECTS_HIDDEN,
    TARGET_KNOWN,
    TRIED,
)
from malaparte.kernel.road.keys import AGENT_TARGET_KEY
from malaparte.kernel.state import (
    PLACE_KEY,
    PLACES,
    PLAN_ESTIMATE,
    SEED,
    SQUAD_ARRESTS,
    SQUAD_TARGETS,
    SQUAD_WANTED,
    SQUADS,
    TARGET,
    WORLD,
)


@kernel
def beta_mean(mean, strength, hits, looks):
    """Return the mean of a Beta belief of a mean and strength after some looks."""
    total = strength + looks
    return (mean * strength + hits) / total if total > 0.0 else mean


@typed("i8(i8[::1], i8, i8)")
def pick(ints, rule, firing):
    """Return one of the targets by a race, -1 where there is none."""
    seed = ints[ints[SEED]]
    world = ints[ints[WORLD]]
    first = -1
    least = 2.0
    for squad in range(ints[ints[SQUADS]]):
        start = ints[ints[SQUAD_TARGETS] + squad]
        wanted = 0 if ints[ints[SQUAD_ARRESTS] + squad] else ints[ints[SQUAD_WANTED] + squad]
        for entry in range(start, start + wanted):
            place = ints[ints[TARGET] + entry]
            u = uniform(seed, world, DYNAMICS, rule, ints[ints[PLACE_KEY] + place], firing, 0)
            if u < least:
                first = place
                least = u
    return first


@kernel
def name_target(ints, place):
    """Let the state know a place as a target; -1 for none."""
    if place >= 0 and ints[ints[CUT]] & REPORTS == 0:
        ints[ints[TARGET_KNOWN] + place] = 1


@kernel
def name_targets(theta, ints):
    """Let the state know the targets that the agent knows, always the same of a world."""
    seed = ints[ints[SEED]]
    world = ints[ints[WORLD]]
    for squad in range(ints[ints[SQUADS]]):
        start = ints[ints[SQUAD_TARGETS] + squad]
        wanted = 0 if ints[ints[SQUAD_ARRESTS] + squad] else ints[ints[SQUAD_WANTED] + squad]
        for entry in range(start, start + wanted):
            place = ints[ints[TARGET] + entry]
            key = ints[ints[PLACE_KEY] + place]
            if uniform(seed, world, DYNAMICS, AGENT_TARGET_KEY, key, 0, 0) < theta[ints[REACH]]:
                name_target(ints, place)


@kernel
def seen_there(theta, ints, floats, place):
    """Return what trials of a place add to the share of hidden men with whom the plot reckons."""
    general = floats[ints[SUSPECTS_HIDDEN]]
    if ints[ints[NOTICED] + place]:
        return max(theta[ints[PLAN_ESTIMATE]] - general, 0.0)  # what it has seen makes none fewer
    return beta_mean(general, theta[ints[LESSON]], 0.0, ints[ints[TRIED] + place]) - general


@kernel
def targets_known(ints):
    """Return how many places the state knows as targets."""
    known = 0
    for place in range(ints[ints[PLACES]]):
        known += ints[ints[TARGET_KNOWN] + place]
    return known


@kernel
def places_noticed(ints):
    """Return at how many places the plot has noticed hidden men."""
    noticed = 0
    for place in range(ints[ints[PLACES]]):
        noticed += ints[ints[NOTICED] + place]
    return noticed
