"""Fights for a place: a stochastic Lanchester contest with the mixed law.

Two clocks run, one for the next loss of each side, each a unit exponential used up by the
integral of its rate (Brown 1963; Kingman 2002 for the square law):

aimed fire     rate of loss = sum over the enemy's men of hits per minute     (Lanchester 1916,
square law) area fire      rate of loss = area * own men * enemy's men, on men behind walls
(Deitchman 1962, mixed law)

Area fire is never better than aimed fire; it takes the same share of a large guard as of a small
one, so more men behind walls are no safer while they are surprised.  The holder of a building is
behind its walls when its guard stands inside; whoever has taken a building is behind its walls
against those who want it back; a bridge or a square has none.  Surprise: guards who noticed
nothing do not fire for a while.  Ambush: men who walk into warned and hidden guards do not.  A
side gives up when it has lost a given share of all men whom it brought into this fight.  Before
the first shot the weaker side may give way (`malaparte.kernel.day.yielding`).
"""

from __future__ import annotations

from malaparte.kernel.clock import set_clock
from malaparte.kernel.compile import kernel, typed
from malaparte.kernel.day.alarm import rouse
from malaparte.kernel.day.chain import leave_place
from malaparte.kernel.day.keys import LOSS_PLOT_KEY, LOSS_REGIME_KEY
from malaparte.kernel.day.yielding import who_yields
from malaparte.kernel.events import (
    FIGHT_BEGINS,
    GROUP_LOSS,
    GUARD_LOSS,
    PLOT_LOSS,
    YIELDS,
    emit,
)
from malaparte.kernel.rng import exponential
from malaparte.kernel.state import (
    ACTIVE,
    AMBUSH,
    CLASH_AMBUSH,
    CLASH_AREA,
    CLASH_SURPRISE,
    DESTROYED,
    GROUP_MEN,
    GROUP_NEXT,
    GROUP_RESERVE,
    GROUP_STATE,
    GUARD_ALERT,
    GUARD_BREAKOFF,
    GUARD_FIRE,
    GUARD_HIDDEN,
    GUARD_POSTURE,
    INFINITE,
    INSIDE,
    LOSS_PLOT,
    LOSS_REGIME,
    NODE_CONTESTED,
    NODE_ENGAGED_PLOT,
    NODE_ENGAGED_REGIME,
    NODE_EVENT,
    NODE_FIRE_PLOT,
    NODE_FIRE_REGIME,
    NODE_FIRST,
    NODE_FIRST_UNTIL,
    NODE_GROUPS,
    NODE_GUARD,
    NODE_HITS_PLOT,
    NODE_HITS_REGIME,
    NODE_HOLDER,
    NODE_LEFT_PLOT,
    NODE_LEFT_REGIME,
    NODE_PLOT,
    NODE_RATE_PLOT,
    NODE_RATE_REGIME,
    NODE_RELIEF,
    NODE_SETTLED,
    NODE_SUMMONED,
    NODE_TEAMS,
    PLACE_GUARD,
    PLACE_KEY,
    PLACE_OPEN,
    PLAN_BREAKOFF,
    PLOT,
    REGIME,
    RESERVE_BREAKOFF,
    RESERVE_FIRE,
    SEED,
    SLOT_CLASH,
    SPENT,
    SQUAD_FIRE,
    SURPRISE,
    TEAM_MEN,
    TEAM_NEXT,
    TEAM_SQUAD,
    TEAM_STATE,
    WORLD,
)


@kernel
def sum_fire(theta, ints, floats, place):
    """Add up the aimed fire of both sides at a place, hits per second."""
    plot = 0.0
    team = ints[ints[NODE_TEAMS] + place] - 1
    while team >= 0:
        fire = theta[ints[SQUAD_FIRE] + ints[ints[TEAM_SQUAD] + team]]
        plot += ints[ints[TEAM_MEN] + team] * fire
        team = ints[ints[TEAM_NEXT] + team] - 1
    regime = 0.0
    guard = ints[ints[PLACE_GUARD] + place]
    if guard >= 0:
        regime += ints[ints[NODE_GUARD] + place] * theta[ints[GUARD_FIRE] + guard]
    group = ints[ints[NODE_GROUPS] + place] - 1
    while group >= 0:
        fire = theta[ints[RESERVE_FIRE] + ints[ints[GROUP_RESERVE] + group]]
        regime += ints[ints[GROUP_MEN] + group] * fire
        group = ints[ints[GROUP_NEXT] + group] - 1
    floats[ints[NODE_FIRE_PLOT] + place] = plot / 60.0
    floats[ints[NODE_FIRE_REGIME] + place] = regime / 60.0


@kernel
def loss_rate(aimed, area, shooters, targets, behind_walls):
    """Return losses per second: aimed fire, or fire into an area if the targets are hidden."""
    if behind_walls:
        return min(aimed, area / 60.0 * shooters * targets)
    return aimed


@kernel
def settle_fight(ints, floats, place, t):
    """Use up both loss clocks of a place until t."""
    passed = t - floats[ints[NODE_SETTLED] + place]
    floats[ints[NODE_LEFT_PLOT] + place] -= floats[ints[NODE_RATE_PLOT] + place] * passed
    floats[ints[NODE_LEFT_REGIME] + place] -= floats[ints[NODE_RATE_REGIME] + place] * passed
    floats[ints[NODE_SETTLED] + place] = t


@kernel
def due(left, rate, t):
    """Return when a clock with this much left runs out at this rate."""
    if rate <= 0.0:
        return INFINITE
    return t + (left / rate if left > 0.0 else 0.0)


@kernel
def update_fight(theta, ints, floats, place, t):
    """Set both loss rates of a place from who stands there now, and the time of its next event."""
    settle_fight(ints, floats, place, t)
    sum_fire(theta, ints, floats, place)
    guard = ints[ints[PLACE_GUARD] + place]
    plot_holds = ints[ints[NODE_HOLDER] + place] == PLOT
    walls = ints[ints[PLACE_OPEN] + place] == 0
    inside = guard >= 0 and ints[ints[GUARD_POSTURE] + guard] == INSIDE and not plot_holds
    plot = ints[ints[NODE_PLOT] + place]
    regime = ints[ints[NODE_GUARD] + place] + ints[ints[NODE_RELIEF] + place]
    area = theta[ints[CLASH_AREA]]
    first = ints[ints[NODE_FIRST] + place]
    on_plot = 0.0
    on_regime = 0.0
    if first != SURPRISE:
        fire = floats[ints[NODE_FIRE_REGIME] + place]
        on_plot = loss_rate(fire, area, regime, plot, plot_holds and walls)
    if first != AMBUSH:
        fire = floats[ints[NODE_FIRE_PLOT] + place]
        on_regime = loss_rate(fire, area, plot, regime, inside and walls)
    floats[ints[NODE_RATE_PLOT] + place] = on_plot
    floats[ints[NODE_RATE_REGIME] + place] = on_regime
    soonest = min(
        due(floats[ints[NODE_LEFT_PLOT] + place], on_plot, t),
        due(floats[ints[NODE_LEFT_REGIME] + place], on_regime, t),
    )
    if first != 0:
        soonest = min(soonest, floats[ints[NODE_FIRST_UNTIL] + place])
    if ints[ints[NODE_SUMMONED] + place]:
        soonest = t  # who strikes at the same moment is counted too
    set_clock(ints, floats, ints[ints[SLOT_CLASH]] + place, soonest)


@typed("void(i8[::1], f8[::1], i8, i8)")
def draw_loss(ints, floats, place, side):
    """Wind up the clock of the next loss of a side at a place."""
    seed = ints[ints[SEED]]
    world = ints[ints[WORLD]]
    key = ints[ints[PLACE_KEY] + place]
    if side == PLOT:
        number = ints[ints[NODE_HITS_PLOT] + place]
        ints[ints[NODE_HITS_PLOT] + place] = number + 1
        e = exponential(seed, world, LOSS_PLOT_KEY, key, number, 0)
        floats[ints[NODE_LEFT_PLOT] + place] = e
    else:
        number = ints[ints[NODE_HITS_REGIME] + place]
        ints[ints[NODE_HITS_REGIME] + place] = number + 1
        e = exponential(seed, world, LOSS_REGIME_KEY, key, number, 0)
        floats[ints[NODE_LEFT_REGIME] + place] = e


@kernel
def who_fires_first(theta, ints, floats, place, t):
    """Settle surprise and ambush from what the guard knows; it knows everything from now on.

    So it sees those who lie near, too.
    """
    ints[ints[NODE_FIRST] + place] = 0
    guard = ints[ints[PLACE_GUARD] + place]
    if guard < 0 or ints[ints[NODE_GUARD] + place] == 0:
        return
    minutes = 0.0
    first = 0
    if ints[ints[GUARD_ALERT] + guard] == 0:
        if ints[ints[NODE_RELIEF] + place] == 0:
            first = SURPRISE
            minutes = theta[ints[CLASH_SURPRISE]]
    elif ints[ints[GUARD_HIDDEN] + guard] and ints[ints[GUARD_POSTURE] + guard] == INSIDE:
        first = AMBUSH
        minutes = theta[ints[CLASH_AMBUSH]]
    ints[ints[GUARD_ALERT] + guard] = 1
    rouse(ints, floats, place, t)
    if minutes > 0.0:
        ints[ints[NODE_FIRST] + place] = first
        floats[ints[NODE_FIRST_UNTIL] + place] = t + 60.0 * minutes


@kernel
def begin_fight(theta, ints, floats, place, t, cause):
    """Open a fight at a place between all who stand there."""
    ints[ints[NODE_CONTESTED] + place] = 1
    ints[ints[NODE_ENGAGED_PLOT] + place] = ints[ints[NODE_PLOT] + place]
    regime = ints[ints[NODE_GUARD] + place] + ints[ints[NODE_RELIEF] + place]
    ints[ints[NODE_ENGAGED_REGIME] + place] = regime
    if ints[ints[NODE_HOLDER] + place] == REGIME:
        who_fires_first(theta, ints, floats, place, t)
    else:
        ints[ints[NODE_FIRST] + place] = 0
    floats[ints[NODE_RATE_PLOT] + place] = 0.0
    floats[ints[NODE_RATE_REGIME] + place] = 0.0
    floats[ints[NODE_SETTLED] + place] = t
    draw_loss(ints, floats, place, PLOT)
    draw_loss(ints, floats, place, REGIME)
    first = ints[ints[NODE_FIRST] + place]
    ints[ints[NODE_SUMMONED] + place] = first != AMBUSH
    ints[ints[NODE_EVENT] + place] = emit(ints, t, FIGHT_BEGINS, -1, place, -1, first, cause)
    update_fight(theta, ints, floats, place, t)


@kernel
def close_fight(ints, floats, place):
    """Stop the clocks of a fight that is over."""
    ints[ints[NODE_CONTESTED] + place] = 0
    ints[ints[NODE_FIRST] + place] = 0
    ints[ints[NODE_SUMMONED] + place] = 0
    set_clock(ints, floats, ints[ints[SLOT_CLASH]] + place, INFINITE)


@kernel
def lose_plotter(ints, floats, place, t):
    """The largest team at a place loses a man."""
    hit = -1
    most = 0
    team = ints[ints[NODE_TEAMS] + place] - 1
    while team >= 0:
        if ints[ints[TEAM_MEN] + team] > most:
            most = ints[ints[TEAM_MEN] + team]
            hit = team
        team = ints[ints[TEAM_NEXT] + team] - 1
    ints[ints[TEAM_MEN] + hit] = most - 1
    ints[ints[NODE_PLOT] + place] -= 1
    ints[ints[LOSS_PLOT]] += 1
    if most == 1:
        leave_place(ints, NODE_TEAMS, TEAM_NEXT, place, hit)
        ints[ints[TEAM_STATE] + hit] = DESTROYED
        ints[ints[ACTIVE]] -= 1
    emit(ints, t, PLOT_LOSS, -1, place, hit, most - 1, ints[ints[NODE_EVENT] + place])


@kernel
def lose_defender(ints, floats, place, t):
    """The largest group in the open loses a man, else the guard."""
    cause = ints[ints[NODE_EVENT] + place]
    ints[ints[LOSS_REGIME]] += 1
    if ints[ints[NODE_RELIEF] + place] > 0:
        hit = -1
        most = 0
        group = ints[ints[NODE_GROUPS] + place] - 1
        while group >= 0:
            if ints[ints[GROUP_MEN] + group] > most:
                most = ints[ints[GROUP_MEN] + group]
                hit = group
            group = ints[ints[GROUP_NEXT] + group] - 1
        ints[ints[GROUP_MEN] + hit] = most - 1
        ints[ints[NODE_RELIEF] + place] -= 1
        if most == 1:
            leave_place(ints, NODE_GROUPS, GROUP_NEXT, place, hit)
            ints[ints[GROUP_STATE] + hit] = SPENT
        emit(ints, t, GROUP_LOSS, -1, place, hit, most - 1, cause)
    else:
        left = ints[ints[NODE_GUARD] + place] - 1
        ints[ints[NODE_GUARD] + place] = left
        emit(ints, t, GUARD_LOSS, -1, place, ints[ints[PLACE_GUARD] + place], left, cause)


@kernel
def regime_breakoff(theta, ints, place):
    """Return the share of losses at which the state's men at a place give up."""
    guard = ints[ints[PLACE_GUARD] + place]
    if guard >= 0 and ints[ints[NODE_GUARD] + place] > 0:
        return theta[ints[GUARD_BREAKOFF] + guard]
    group = ints[ints[NODE_GROUPS] + place] - 1
    if group >= 0:
        return theta[ints[RESERVE_BREAKOFF] + ints[ints[GROUP_RESERVE] + group]]
    return 1.0


@kernel
def loser(theta, ints, place):
    """Return the side that gives up at a place, -1 while both go on."""
    plot = ints[ints[NODE_PLOT] + place]
    brought = ints[ints[NODE_ENGAGED_PLOT] + place]
    if plot <= 0 or brought - plot >= theta[ints[PLAN_BREAKOFF]] * brought:
        return PLOT
    regime = ints[ints[NODE_GUARD] + place] + ints[ints[NODE_RELIEF] + place]
    brought = ints[ints[NODE_ENGAGED_REGIME] + place]
    if regime <= 0 or brought - regime >= regime_breakoff(theta, ints, place) * brought:
        return REGIME
    return -1


@kernel
def next_blow(theta, ints, floats, place, t):
    """Let the next thing happen in a fight and return the side that gives up, -1 for none."""
    if ints[ints[NODE_SUMMONED] + place]:
        who = who_yields(theta, ints, place)
        if who < 0:
            update_fight(theta, ints, floats, place, t)
        else:
            cause = ints[ints[NODE_EVENT] + place]
            ints[ints[NODE_EVENT] + place] = emit(ints, t, YIELDS, -1, place, -1, who, cause)
        return who
    if ints[ints[NODE_FIRST] + place] != 0 and t >= floats[ints[NODE_FIRST_UNTIL] + place]:
        ints[ints[NODE_FIRST] + place] = 0
        update_fight(theta, ints, floats, place, t)
        return -1
    settled = floats[ints[NODE_SETTLED] + place]
    plot = due(floats[ints[NODE_LEFT_PLOT] + place], floats[ints[NODE_RATE_PLOT] + place], settled)
    regime = due(
        floats[ints[NODE_LEFT_REGIME] + place], floats[ints[NODE_RATE_REGIME] + place], settled
    )
    settle_fight(ints, floats, place, t)
    if plot <= regime:
        draw_loss(ints, floats, place, PLOT)
        lose_plotter(ints, floats, place, t)
    else:
        draw_loss(ints, floats, place, REGIME)
        lose_defender(ints, floats, place, t)
    who = loser(theta, ints, place)
    if who < 0:
        update_fight(theta, ints, floats, place, t)
    return who
