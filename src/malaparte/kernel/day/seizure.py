"""Who holds a place: assault, possession, loss, and what follows from each.

A place changes hands when a fight ends or when nobody defends it and a team has taken possession,
which takes an exponential time (mean ``clash.occupy``).
"""

from __future__ import annotations

from malaparte.kernel.clock import set_clock
from malaparte.kernel.compile import kernel
from malaparte.kernel.day.arrest import take_all_present
from malaparte.kernel.day.chain import join_place
from malaparte.kernel.day.clash import (
    begin_fight,
    close_fight,
    next_blow,
    update_fight,
)
from malaparte.kernel.day.headquarters import send_news
from malaparte.kernel.day.keys import OCCUPY_KEY
from malaparte.kernel.day.power import check_power
from malaparte.kernel.day.reserve import lower_danger, raise_danger
from malaparte.kernel.day.services import own_loss
from malaparte.kernel.events import (
    ASSAULT,
    COUNTERATTACK,
    COUNTERATTACK_FAILS,
    GROUP_ARRIVES,
    NODE_TAKEN,
    REPELLED,
    RETAKEN,
    emit,
)
from malaparte.kernel.public.choosing import weight_at
from malaparte.kernel.public.fields import JOIN
from malaparte.kernel.rng import exponential
from malaparte.kernel.state import (
    ACTIVE,
    BROKEN,
    CAPTURED,
    CLASH_OCCUPY,
    COMMAND_SUPERIORITY,
    FIGHTING,
    GROUP_MEN,
    GROUP_NEXT,
    GROUP_PLACE,
    GROUP_STATE,
    HOLDING,
    INFINITE,
    NODE_CONTESTED,
    NODE_ENGAGED_PLOT,
    NODE_ENGAGED_REGIME,
    NODE_EVENT,
    NODE_GROUPS,
    NODE_GUARD,
    NODE_HOLDER,
    NODE_LEAD,
    NODE_OCCUPIED,
    NODE_PLOT,
    NODE_RELIEF,
    NODE_TAKEN_AT,
    NODE_TEAMS,
    PLACE_KEY,
    PLOT,
    REGIME,
    SEED,
    SLOT_GROUP,
    SLOT_OCCUPY,
    SLOT_TEAM,
    SPENT,
    STANDING,
    TEAM_EVENT,
    TEAM_MEN,
    TEAM_NEXT,
    TEAM_PLACE,
    TEAM_STATE,
    WORLD,
)


@kernel
def assault(theta, ints, floats, team, t):
    """A team strikes at its place, or joins those who hold it already."""
    place = ints[ints[TEAM_PLACE] + team]
    men = ints[ints[TEAM_MEN] + team]
    set_clock(ints, floats, ints[ints[SLOT_TEAM]] + team, INFINITE)
    held = ints[ints[NODE_HOLDER] + place] == PLOT
    ints[ints[TEAM_STATE] + team] = HOLDING if held else FIGHTING
    if ints[ints[NODE_TEAMS] + place] == 0:
        ints[ints[NODE_LEAD] + place] = team
    join_place(ints, NODE_TEAMS, TEAM_NEXT, place, team)
    ints[ints[NODE_PLOT] + place] += men
    event = emit(ints, t, ASSAULT, team, place, -1, men, ints[ints[TEAM_EVENT] + team])
    ints[ints[TEAM_EVENT] + team] = event
    if ints[ints[NODE_CONTESTED] + place]:
        ints[ints[NODE_ENGAGED_PLOT] + place] += men
        update_fight(theta, ints, floats, place, t)
    elif not held:
        ints[ints[NODE_EVENT] + place] = event
        if ints[ints[NODE_GUARD] + place] + ints[ints[NODE_RELIEF] + place] > 0:
            begin_fight(theta, ints, floats, place, t, event)
            own_loss(theta, ints, floats, place, t, event)
        elif ints[ints[NODE_PLOT] + place] == men:
            take_possession(theta, ints, floats, place, t)
        raise_danger(theta, ints, floats, place, t)


@kernel
def take_possession(theta, ints, floats, place, t):
    """Start the clock at whose end an undefended place is the plot's."""
    number = ints[ints[NODE_OCCUPIED] + place]
    ints[ints[NODE_OCCUPIED] + place] = number + 1
    key = ints[ints[PLACE_KEY] + place]
    e = exponential(ints[ints[SEED]], ints[ints[WORLD]], OCCUPY_KEY, key, number, 0)
    due = t + 60.0 * theta[ints[CLASH_OCCUPY]] * e
    set_clock(ints, floats, ints[ints[SLOT_OCCUPY]] + place, due)


@kernel
def dismiss_groups(ints, place):
    """The groups of the reserves at a place are beaten and leave."""
    group = ints[ints[NODE_GROUPS] + place] - 1
    while group >= 0:
        ints[ints[GROUP_STATE] + group] = SPENT
        group = ints[ints[GROUP_NEXT] + group] - 1
    ints[ints[NODE_GROUPS] + place] = 0
    ints[ints[NODE_RELIEF] + place] = 0


@kernel
def dismiss_teams(ints, place, state):
    """The teams at a place are beaten: they leave or are captured, as the state says."""
    team = ints[ints[NODE_TEAMS] + place] - 1
    while team >= 0:
        ints[ints[TEAM_STATE] + team] = state
        ints[ints[ACTIVE]] -= 1
        team = ints[ints[TEAM_NEXT] + team] - 1
    ints[ints[NODE_TEAMS] + place] = 0
    ints[ints[NODE_PLOT] + place] = 0


@kernel
def take(theta, ints, floats, place, t):
    """The plot takes a place."""
    set_clock(ints, floats, ints[ints[SLOT_OCCUPY]] + place, INFINITE)
    ints[ints[NODE_HOLDER] + place] = PLOT
    ints[ints[NODE_GUARD] + place] = 0
    dismiss_groups(ints, place)
    if floats[ints[NODE_TAKEN_AT] + place] < 0.0:
        floats[ints[NODE_TAKEN_AT] + place] = t
    team = ints[ints[NODE_LEAD] + place]
    other = ints[ints[NODE_TEAMS] + place] - 1
    while other >= 0:
        ints[ints[TEAM_STATE] + other] = HOLDING
        other = ints[ints[TEAM_NEXT] + other] - 1
    men = ints[ints[NODE_PLOT] + place]
    event = emit(ints, t, NODE_TAKEN, team, place, -1, men, ints[ints[NODE_EVENT] + place])
    ints[ints[NODE_EVENT] + place] = event
    ints[ints[TEAM_EVENT] + team] = event
    own_loss(theta, ints, floats, place, t, event)
    take_all_present(theta, ints, floats, place, team, t, event)
    send_news(theta, ints, floats, team, 1, t)
    check_power(theta, ints, floats, t, event)


@kernel
def blow(theta, ints, floats, place, t):
    """The fight at a place goes on, and ends if a side gives up."""
    team = ints[ints[NODE_LEAD] + place]
    who = next_blow(theta, ints, floats, place, t)
    if who < 0:
        return
    close_fight(ints, floats, place)
    cause = ints[ints[NODE_EVENT] + place]
    held_by_plot = ints[ints[NODE_HOLDER] + place] == PLOT
    if who == REGIME and not held_by_plot:
        take(theta, ints, floats, place, t)
    elif who == REGIME:
        left = ints[ints[NODE_RELIEF] + place]
        event = emit(ints, t, COUNTERATTACK_FAILS, -1, place, -1, left, cause)
        dismiss_groups(ints, place)
        own_loss(theta, ints, floats, place, t, event)
    elif held_by_plot:
        dismiss_teams(ints, place, CAPTURED)
        ints[ints[NODE_HOLDER] + place] = REGIME
        men = ints[ints[NODE_RELIEF] + place]
        event = emit(ints, t, RETAKEN, -1, place, -1, men, cause)
        ints[ints[TEAM_EVENT] + team] = event
        own_loss(theta, ints, floats, place, t, event)
        lower_danger(theta, ints, floats, place, t)
        send_news(theta, ints, floats, team, 0, t)
        check_power(theta, ints, floats, t, event)
    else:
        left = ints[ints[NODE_PLOT] + place]
        event = emit(ints, t, REPELLED, team, place, -1, left, cause)
        ints[ints[TEAM_EVENT] + team] = event
        dismiss_teams(ints, place, BROKEN)
        own_loss(theta, ints, floats, place, t, event)
        lower_danger(theta, ints, floats, place, t)
        send_news(theta, ints, floats, team, 0, t)


@kernel
def win_back(theta, ints, floats, place, t, cause):
    """The groups at a place that the plot holds strike if they are enough; an empty one is theirs.

    While a unit of the army that has gone over stands there they wait: ten men do not attack a
    regiment.
    """
    relief = ints[ints[NODE_RELIEF] + place]
    plot = ints[ints[NODE_PLOT] + place]
    idle = ints[ints[NODE_HOLDER] + place] == REGIME or ints[ints[NODE_CONTESTED] + place] != 0
    if idle or relief == 0 or weight_at(theta, ints, place, JOIN) > 0.0:
        return
    if relief < theta[ints[COMMAND_SUPERIORITY]] * plot:
        return
    group = ints[ints[NODE_GROUPS] + place] - 1
    event = emit(ints, t, COUNTERATTACK, group, place, -1, relief, cause)
    if plot > 0:
        begin_fight(theta, ints, floats, place, t, event)
        own_loss(theta, ints, floats, place, t, event)
        return
    ints[ints[NODE_HOLDER] + place] = REGIME
    event = emit(ints, t, RETAKEN, -1, place, -1, relief, event)
    ints[ints[NODE_EVENT] + place] = event
    own_loss(theta, ints, floats, place, t, event)
    lower_danger(theta, ints, floats, place, t)
    check_power(theta, ints, floats, t, event)


@kernel
def group_arrives(theta, ints, floats, group, t):
    """Help is there: it joins the fight, stands guard, or gathers to strike back."""
    set_clock(ints, floats, ints[ints[SLOT_GROUP]] + group, INFINITE)
    place = ints[ints[GROUP_PLACE] + group]
    men = ints[ints[GROUP_MEN] + group]
    ints[ints[GROUP_STATE] + group] = STANDING
    join_place(ints, NODE_GROUPS, GROUP_NEXT, place, group)
    ints[ints[NODE_RELIEF] + place] += men
    event = emit(ints, t, GROUP_ARRIVES, group, place, -1, men, ints[ints[NODE_EVENT] + place])
    plot = ints[ints[NODE_PLOT] + place]
    if ints[ints[NODE_CONTESTED] + place]:
        ints[ints[NODE_ENGAGED_REGIME] + place] += men
        update_fight(theta, ints, floats, place, t)
    elif ints[ints[NODE_HOLDER] + place] == PLOT:
        win_back(theta, ints, floats, place, t, event)
    elif plot > 0:
        set_clock(ints, floats, ints[ints[SLOT_OCCUPY]] + place, INFINITE)
        begin_fight(theta, ints, floats, place, t, event)
        own_loss(theta, ints, floats, place, t, event)
    else:
        lower_danger(theta, ints, floats, place, t)
