"""Incidents on railways, power, telephone and telegraph, and their repair.

Four causes, told apart: accidents by sector, emigres (as tension of their own shocks goes),
rehearsals of the plot, and reports of nerves that no incident answers (as general tension goes).
Each is a random clock, a unit exponential used up by its rate.  Damage heals by the dynamic
inoperability model, dq/dt = K (c + A q - q) (Lian and Haimes 2006; Haimes and Jiang 2001), with c =
0 between incidents, in steps that are exact for a sector alone.

A rehearsal tries one of the targets, and stops a little of the service that the place belongs to.
It may notice hidden men there; if it is caught the state weighs that, and knows the man and the
place from then on; and the place grows more watchful (`hand_over`).
"""

from __future__ import annotations

from malaparte.kernel.compile import kernel
from malaparte.kernel.rng import DYNAMICS, exponential, uniform
from malaparte.kernel.road.fields import (
    ACCIDENT,
    CAUGHT,
    CAUSE_FIRINGS,
    CAUSE_LEFT,
    DAMAGE,
    EMIGRE_TENSION,
    EMIGRES,
    INCIDENTS,
    INCIDENTS_TOLD,
    INOPERABLE,
    KEEP_DAMAGE,
    LEAN_LOSS,
    LEAN_ON,
    LEAN_SECTOR,
    LEANS,
    NERVES,
    NOTICE,
    NOTICED,
    PLOTTING,
    PROBES,
    PROBES_HIDDEN,
    REHEARSALS,
    REHEARSE,
    SECTOR_ID,
    SECTOR_OF,
    SECTORS,
    STRAIN,
    TENSION,
    TRIED,
)
from malaparte.kernel.road.keys import (
    CAUGHT_KEY,
    HIDDEN_KEY,
    INCIDENT_KEY,
    INCIDENT_SECTOR_KEY,
    TRIAL_KEY,
)
from malaparte.kernel.road.secrecy import catch_plotter
from malaparte.kernel.road.targets import name_target, pick
from malaparte.kernel.state import GUARD_HIDDEN, GUARD_POSTURE, NONE, PLACE_GUARD, SEED, WORLD


@kernel
def healed(q, target, keep):
    """Return a sector's inoperability a step on, ``keep`` of its way still to go."""
    return min(1.0, max(0.0, target + (q - target) * keep))


@kernel
def repair(theta, ints, floats):
    """Repair for a step: each sector goes to what those it leans on leave it."""
    sectors = ints[ints[SECTORS]]
    for sector in range(sectors):
        floats[ints[STRAIN] + sector] = 0.0
    for lean in range(ints[ints[LEANS]]):
        felt = theta[ints[LEAN_LOSS] + lean] * floats[ints[INOPERABLE] + ints[ints[LEAN_ON] + lean]]
        floats[ints[STRAIN] + ints[ints[LEAN_SECTOR] + lean]] += felt
    for sector in range(sectors):
        q = floats[ints[INOPERABLE] + sector]
        target = min(1.0, floats[ints[STRAIN] + sector])
        floats[ints[INOPERABLE] + sector] = healed(q, target, floats[ints[KEEP_DAMAGE] + sector])


@kernel
def cause_key(ints, cause):
    """Return the entity of a cause: its sector, or a small number, unlikely as a hash of an id."""
    sectors = ints[ints[SECTORS]]
    return ints[ints[SECTOR_ID] + cause] if cause < sectors else cause - sectors


@kernel
def cause_rate(theta, ints, floats, cause):
    """Return the rate of a cause in 1/day."""
    other = cause - ints[ints[SECTORS]]
    if other < 0:
        return theta[ints[ACCIDENT] + cause]
    if other == 0:
        return theta[ints[EMIGRES]] * floats[ints[EMIGRE_TENSION]]
    if other == 1:
        at_work = ints[ints[PLOTTING]] and ints[ints[REHEARSE]]
        return theta[ints[REHEARSALS]] if at_work else 0.0
    return theta[ints[NERVES]] * floats[ints[TENSION]]


@kernel
def rehearse(theta, ints, floats, place, firing):
    """The plot tries a place: it may notice hidden men, and it may be caught."""
    seed = ints[ints[SEED]]
    world = ints[ints[WORLD]]
    ints[ints[PROBES]] += 1
    ints[ints[TRIED] + place] += 1
    guard = ints[ints[PLACE_GUARD] + place]
    hides = guard >= 0 and ints[ints[GUARD_POSTURE] + guard] != NONE
    hides = hides and ints[ints[GUARD_HIDDEN] + guard] == 1
    u = uniform(seed, world, DYNAMICS, HIDDEN_KEY, 0, firing, 0)
    if hides and u < theta[ints[NOTICE]]:
        ints[ints[PROBES_HIDDEN]] += 1
        ints[ints[NOTICED] + place] = 1
    if uniform(seed, world, DYNAMICS, CAUGHT_KEY, 0, firing, 0) < theta[ints[CAUGHT]]:
        catch_plotter(theta, ints, floats)
        name_target(ints, place)


@kernel
def struck(ints, firing):
    """Return the sector that an incident of emigres strikes, a race of all; -1 without any."""
    seed = ints[ints[SEED]]
    world = ints[ints[WORLD]]
    first = -1
    least = 2.0
    for sector in range(ints[ints[SECTORS]]):
        key = ints[ints[SECTOR_ID] + sector]
        u = uniform(seed, world, DYNAMICS, INCIDENT_SECTOR_KEY, key, firing, 0)
        if u < least:
            first = sector
            least = u
    return first


@kernel
def damage(theta, ints, floats, sector):
    """An incident takes its part of what a sector still does."""
    q = floats[ints[INOPERABLE] + sector]
    floats[ints[INOPERABLE] + sector] = q + (1.0 - q) * theta[ints[DAMAGE] + sector]


@kernel
def happen(theta, ints, floats, cause):
    """An incident, or the report of one."""
    sectors = ints[ints[SECTORS]]
    firing = ints[ints[CAUSE_FIRINGS] + cause]
    ints[ints[CAUSE_FIRINGS] + cause] = firing + 1
    other = cause - sectors
    sector = cause
    if other == 0:
        sector = struck(ints, firing)
    elif other == 1:
        place = pick(ints, TRIAL_KEY, firing)
        if place < 0:
            return  # nothing to try
        rehearse(theta, ints, floats, place, firing)
        sector = ints[ints[SECTOR_OF] + place]
    ints[ints[INCIDENTS_TOLD]] += 1
    if other == 2:
        return
    ints[ints[INCIDENTS]] += 1
    if sector >= 0:
        damage(theta, ints, floats, sector)


@kernel
def incidents(theta, ints, floats, step):
    """Use up the clocks of all causes for a step in days; one may fire more than once."""
    seed = ints[ints[SEED]]
    world = ints[ints[WORLD]]
    sectors = ints[ints[SECTORS]]
    for cause in range(sectors + 3):
        rate = cause_rate(theta, ints, floats, cause)
        left = floats[ints[CAUSE_LEFT] + cause] - step * rate
        while left <= 0.0:
            happen(theta, ints, floats, cause)
            key = cause_key(ints, cause)
            firing = ints[ints[CAUSE_FIRINGS] + cause]
            left += exponential(seed, world, INCIDENT_KEY, key, firing, 0)
        floats[ints[CAUSE_LEFT] + cause] = left
