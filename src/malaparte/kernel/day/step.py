"""The day, one event at a time.

The order of the rules, written once; it is also the order in which clocks that fire at the same
instant are served:

 1. whereabouts   leaders go where they are at this hour             day/whereabouts.py
 2. halves        a half of the plan begins                          day/halves.py, day/plan.py
 3. teams         squads set out, arrive, are noticed, strike, raid   day/team.py, day/arrest.py
 4. fights        the next loss at a place, a side gives up           day/clash.py, day/seizure.py
 5. possession    an undefended place is the plot's                   day/seizure.py
 6. alarm         the centre knows                                    day/alarm.py
 7. guards warned                                                     day/alarm.py
 8. persons warned, then sheltered                                    day/alarm.py
 9. calls         a place in danger is heard, help is sent            day/reserve.py
10. groups        help arrives, joins or strikes back                 day/seizure.py
11. backup        a consumer feels its supplier's loss                day/services.py
12. news          headquarters hears, judges, falls back              day/headquarters.py
13. power         it has been held for long enough                    day/power.py
14. pulse         army and street                                     public/pulse.py

A world ends when nobody of the plot does anything any more and headquarters has heard all, when
the plot is in power, or when the day is over.
"""

from __future__ import annotations

from malaparte.kernel.clock import next_slot, set_clock
from malaparte.kernel.compile import kernel, typed
from malaparte.kernel.day.alarm import guard_hears, person_hears, ring
from malaparte.kernel.day.arrest import walk_in
from malaparte.kernel.day.halves import launch, second_half
from malaparte.kernel.day.headquarters import news_arrives
from malaparte.kernel.day.reserve import call_arrives
from malaparte.kernel.day.seizure import blow, group_arrives, take
from malaparte.kernel.day.services import backup_ends
from malaparte.kernel.day.team import team_acts
from malaparte.kernel.day.whereabouts import begin_stay
from malaparte.kernel.events import ENDS, PLOT_SPENT, emit
from malaparte.kernel.events import SEIZED as SEIZED_EVENT
from malaparte.kernel.public.fields import PULSING, SLOT_PULSE
from malaparte.kernel.public.pulse import pulse
from malaparte.kernel.state import (
    ACTIVE,
    ALARM_EVENT,
    CAUSE,
    CAUSE_BROKEN,
    CAUSE_FLED,
    CAUSE_GAVE_UP,
    CAUSE_HORIZON,
    CAUSE_UNITS_GONE,
    CLOCK_TIME,
    DAY_END,
    ENDED,
    ERROR,
    FLED,
    GAVE_UP,
    GIVE_UP,
    INFINITE,
    LAUNCHED_AT,
    LOST_AT,
    NOW,
    PENDING,
    RESPONSE,
    SEIZED_AT,
    SLOT_ALARM,
    SLOT_BACKUP,
    SLOT_CALL,
    SLOT_CLASH,
    SLOT_GROUP,
    SLOT_HALF,
    SLOT_NEWS,
    SLOT_OCCUPY,
    SLOT_POWER,
    SLOT_STAY,
    SLOT_TEAM,
    SLOT_WARN_GUARD,
    SLOT_WARN_PERSON,
    TEAMS,
)


@typed("void(i8[::1], f8, i8)")
def end(ints, t, cause):
    """Close the day."""
    ints[ints[ENDED]] = 1
    ints[ints[CAUSE]] = cause
    emit(ints, t, ENDS, -1, -1, -1, cause, -1)


@typed("void(f8[::1], i8[::1], f8[::1], i8, f8)")
def fire(theta, ints, floats, slot, t):
    """Let the rule act whose clock fires; rules stand in the order of their clocks."""
    if slot < ints[ints[SLOT_HALF]]:
        begin_stay(theta, ints, floats, slot - ints[ints[SLOT_STAY]], t)
    elif slot == ints[ints[SLOT_HALF]]:
        launch(theta, ints, floats, t)
    elif slot < ints[ints[SLOT_TEAM]]:
        second_half(ints, floats, t)
    elif slot < ints[ints[SLOT_CLASH]]:
        team_acts(theta, ints, floats, slot - ints[ints[SLOT_TEAM]], t)
    elif slot < ints[ints[SLOT_OCCUPY]]:
        blow(theta, ints, floats, slot - ints[ints[SLOT_CLASH]], t)
    elif slot < ints[ints[SLOT_ALARM]]:
        take(theta, ints, floats, slot - ints[ints[SLOT_OCCUPY]], t)
    elif slot < ints[ints[SLOT_WARN_GUARD]]:
        ring(theta, ints, floats, t)
    elif slot < ints[ints[SLOT_WARN_PERSON]]:
        guard_hears(ints, floats, slot - ints[ints[SLOT_WARN_GUARD]], t)
    elif slot < ints[ints[SLOT_CALL]]:
        person = slot - ints[ints[SLOT_WARN_PERSON]]
        if person_hears(theta, ints, floats, person, t):
            walk_in(theta, ints, floats, person, t, ints[ints[ALARM_EVENT]])
    elif slot < ints[ints[SLOT_GROUP]]:
        call_arrives(theta, ints, floats, slot - ints[ints[SLOT_CALL]], t)
    elif slot < ints[ints[SLOT_BACKUP]]:
        group_arrives(theta, ints, floats, slot - ints[ints[SLOT_GROUP]], t)
    elif slot < ints[ints[SLOT_NEWS]]:
        backup_ends(theta, ints, floats, slot - ints[ints[SLOT_BACKUP]], t)
    elif slot < ints[ints[SLOT_POWER]]:
        news_arrives(theta, ints, floats, slot - ints[ints[SLOT_NEWS]], t)
    elif slot == ints[ints[SLOT_PULSE]] and slot > ints[ints[SLOT_POWER]]:
        pulse(theta, ints, floats, t)
    else:
        set_clock(ints, floats, slot, INFINITE)
        floats[ints[SEIZED_AT]] = t
        emit(ints, t, SEIZED_EVENT, -1, -1, -1, 0, -1)
        end(ints, t, 0)


@kernel
def check_end(ints, floats, t):
    """Close the day when the plot does nothing any more and headquarters has heard all."""
    if ints[ints[ACTIVE]] > 0 or floats[ints[CLOCK_TIME] + ints[ints[SLOT_HALF]]] < INFINITE:
        return
    if ints[ints[PULSING]]:
        return
    if floats[ints[LOST_AT]] < 0.0 and floats[ints[LAUNCHED_AT]] >= 0.0:
        floats[ints[LOST_AT]] = t
        emit(ints, t, PLOT_SPENT, -1, -1, -1, 0, -1)
    if ints[ints[PENDING]] > 0:
        return
    cause = CAUSE_BROKEN if ints[ints[TEAMS]] else CAUSE_UNITS_GONE
    if floats[ints[LAUNCHED_AT]] < 0.0:
        cause = 0
    elif ints[ints[FLED]]:
        cause = CAUSE_FLED
    elif ints[ints[GAVE_UP]] and ints[ints[RESPONSE]] == GIVE_UP:
        cause = CAUSE_GAVE_UP
    end(ints, t, cause)


@typed("void(f8[::1], i8[::1], f8[::1], f8)")
def advance(theta, ints, floats, until):
    """Let events happen up to and including time ``until``; the world may end before."""
    while ints[ints[ENDED]] == 0 and ints[ints[ERROR]] == 0:
        slot = next_slot(ints)
        t = floats[ints[CLOCK_TIME] + slot]
        if t > until:
            break
        floats[ints[NOW]] = t
        fire(theta, ints, floats, slot, t)
        if ints[ints[ENDED]] == 0:
            check_end(ints, floats, t)
    if ints[ints[ENDED]] == 0 and until >= ints[ints[DAY_END]]:
        end(ints, 1.0 * ints[ints[DAY_END]], CAUSE_HORIZON)
