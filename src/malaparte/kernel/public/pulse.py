"""The pulse of army and street, every five minutes while something happens.

 1. channels   what is heard of either side                    public/channels.py
 2. authority  who else can say no speaks                      public/authority.py
 3. strength   what everybody sees of the state                public/choosing.py
 4. choices    units obey, wait or go over                     public/choosing.py
 5. acts       orders, marches, places taken and retaken       public/acting.py
 6. crowd      districts follow the call, police, soldiers     public/crowd.py
 7. collapse   more have gone over than the state can bear     here

Crowd and army see each other with one pulse's delay.
"""

from __future__ import annotations

from malaparte.kernel.clock import set_clock
from malaparte.kernel.compile import shared
from malaparte.kernel.day.power import check_power
from malaparte.kernel.events import ARMY_BACK, ARMY_OVER, CROWD_DISPERSED, STREET_CALLED, emit
from malaparte.kernel.public.acting import act, soldiers_there
from malaparte.kernel.public.authority import authorities_speak
from malaparte.kernel.public.channels import hear_channels
from malaparte.kernel.public.choosing import choose, see
from malaparte.kernel.public.crowd import street, tell_crowd
from malaparte.kernel.public.fields import (
    BREAK_UP,
    CALLED,
    COLLAPSED,
    CROWD,
    DISTRICT_BARRED,
    DISTRICTS,
    JOIN,
    JOINED,
    MARCH_HOUR,
    PEAK_CROWD,
    PULSES,
    PULSING,
    RISING,
    RISING_SIZE,
    SLOT_PULSE,
    STREET_POLICY,
    STREETS,
    TRUE_STRENGTH,
    UNIT_CHOICE,
    UNIT_OUTSIDE,
    UNITS,
)
from malaparte.kernel.road.fields import CROWD_LINK, CUT
from malaparte.kernel.state import (
    ACTIVE,
    DOCTRINE,
    HEADQUARTERS,
    INFINITE,
    LAUNCHED_AT,
    SQUADS_ONLY,
    STREET_AT,
)

MINUTES = 5.0
"""Minutes between two pulses."""
FEW = 0.1
"""Part of a rising below which a crowd that does not grow counts as quiet."""
SETTLED = 12
"""Pulses, an hour, after a call before which nothing is called quiet."""


@shared("void(f8[::1], i8[::1], f8[::1], f8)")
def pulse(theta, ints, floats, t):
    """Let army and street go on by one pulse, and set the clock of the next."""
    ints[ints[PULSES]] += 1
    before = 0.0
    for d in range(ints[ints[DISTRICTS]]):
        if ints[ints[DISTRICT_BARRED] + d] == 0:
            before += floats[ints[CROWD] + d]
    crowd = before
    planned = ints[ints[STREETS]] and ints[ints[DOCTRINE]] != SQUADS_ONLY
    if planned and floats[ints[STREET_AT]] < 0.0 and t >= 3600.0 * theta[ints[MARCH_HOUR]]:
        floats[ints[STREET_AT]] = t
        emit(ints, t, STREET_CALLED, -1, ints[ints[HEADQUARTERS]], -1, 0, -1)
    waits = planned and floats[ints[STREET_AT]] < 0.0
    hear_channels(theta, ints, floats, MINUTES)
    authorities_speak(theta, ints, floats, t)
    over = False
    if ints[ints[UNITS]]:
        see(theta, ints, floats, crowd)
        choose(theta, ints, floats, t)
        for unit in range(ints[ints[UNITS]]):
            act(theta, ints, floats, unit, t, crowd)
            inside = ints[ints[UNIT_OUTSIDE] + unit] == 0
            over = over or (inside and ints[ints[UNIT_CHOICE] + unit] == JOIN)
    if ints[ints[STREETS]]:
        men = 0.0
        firing = 0.0
        if ints[ints[UNITS]] and crowd > 0.0 and not ints[ints[CUT]] & CROWD_LINK:
            fire = ints[ints[RISING]] == 1 and ints[ints[STREET_POLICY]] == BREAK_UP
            men = soldiers_there(theta, ints, floats, t, 1 if fire else 0)
            firing = men if fire else 0.0
        crowd = street(theta, ints, floats, t, MINUTES, men, firing)
    fallen = 1 if over and floats[ints[JOINED]] > floats[ints[TRUE_STRENGTH]] else 0
    if fallen != ints[ints[COLLAPSED]] and floats[ints[LAUNCHED_AT]] >= 0.0:
        ints[ints[COLLAPSED]] = fallen
        event = emit(ints, t, ARMY_OVER if fallen else ARMY_BACK, -1, -1, -1, 0, -1)
        check_power(theta, ints, floats, t, event)
    few = crowd <= before
    if ints[ints[STREETS]]:
        few = few and crowd < FEW * theta[ints[RISING_SIZE]]
    quiet = few and not over and not waits and ints[ints[ACTIVE]] == 0
    if quiet and ints[ints[PULSES]] > SETTLED:
        ints[ints[PULSING]] = 0
        if ints[ints[CALLED]]:
            emit(ints, t, CROWD_DISPERSED, -1, -1, -1, 1.0 * ints[ints[PEAK_CROWD]], -1)
            for d in range(ints[ints[DISTRICTS]]):
                tell_crowd(ints, d, t, 0.0)
        set_clock(ints, floats, ints[ints[SLOT_PULSE]], INFINITE)
    else:
        set_clock(ints, floats, ints[ints[SLOT_PULSE]], t + 60.0 * MINUTES)
