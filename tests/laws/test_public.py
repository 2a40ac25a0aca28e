"""Laws of army, street and holding that need no formula."""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import Any

import numpy as np
import pytest

from malaparte.api import load
from malaparte.ensemble.replaying import replayed
from malaparte.kernel.outcome import HELD, LABELS, LOST
from malaparte.kernel.public import fields
from tests import small

OBEY, WAIT, OVER = 0, 1, 2


def unit(where: str = "barracks", **more: Any) -> small.Data:
    """Return a hundred men on foot who are neither side's and move at once."""
    plain = {"name": small.text("Unit"), "commander": small.text("A major"), "arm": "foot"}
    numbers = {"men": 100, "prestige": 0.5, "officers": 0.5, "ranks": 0.5, "pledged": 0}
    return {**plain, **numbers, "place": where, "fires": 1, "readiness": 0, **more}


def army(units: small.Data, **more: Any) -> small.Data:
    """Return an army of which nothing but its units' sympathy matters."""
    numbers = {"strength": 0.5, "common": 0.5, "private": 10, "public": 1, "caution": 0.2}
    numbers |= {"conviction": 1, "superior": 0, "nodes": 0, "seen": 0, "plot_word": 0}
    numbers |= {"state_word": 0, "people": 0, "horse": 1, "armour": 1, "walls": 1, "luck": 0}
    numbers |= {"settle": 60, "state_yields": 0, "plot_yields": 0}
    return {"units": units, **numbers, "breakoff": 0.3, "dead": 0.5, **more}


def holding(**more: Any) -> small.Data:
    """Return a new power that nothing ends."""
    numbers = {"support": 0.5, "reversion": 0.3, "noise": 0, "people": 0, "army": 0, "word": 0}
    numbers |= {"strike": 0, "strike_cost": 0, "strike_days": 1, "outside": 24, "needed": 1}
    return {**numbers, "hazard": 0, "hazard_later": 0, "settles": 1, **more}


def street(**more: Any) -> small.Data:
    """Return one district that is called when all has failed."""
    district = {"name": small.text("District"), "place": "club", "people": 100_000}
    numbers = {"march": 0, "hour": 1, "legitimacy": 0.5, "threshold": 0.1, "arrest": 2.3}
    numbers |= {"hear": 30, "gather": 20, "tire": 240, "look_on": 0.2, "disperse": 0.02}
    numbers |= {
        "jail": 0.0002,
        "shots": 0.005,
        "flight": 100,
        "marchers": 0,
        "cover": 0,
        "rising": 5_000,
    }
    parts = {"square": "node", "policy": "break-up"}
    districts = {"all": {**district, "pool": 0.2, "police": 500}}
    return {"districts": districts, **parts, **numbers, "believed": 0.1, **more}


PLACES = {"barracks": small.place(3), "camp": small.place(4)}
POWER = {"nodes": {"node": 1, "centre": 1}, "share_nodes": 1, "share_leaders": 0, "hours": 1}


def city(units: small.Data, **more: Any) -> Any:
    """Return a city with an army, a squad that takes the node, and a state that knows."""
    parts = {"army": army(units), "places": PLACES, "power": POWER, "day": {"hours": 24}}
    return small.city(**small.merged({**parts, "command": {"agent": 1}}, more))


def choices(found: small.Worlds) -> Any:
    """Return the last choices, [worlds, units]."""
    names = [name for name in found.world.columns_of_rows if name.startswith("unit.")]
    return np.stack([found.column(name) for name in names], axis=1)


STUBBORN = {"private": 1, "conviction": 2, "strength": 0.9}
"""An army in which sympathy weighs more than the wish to be on the winning side."""

MANY = {f"u{n:02}": unit() for n in range(12)}


def test_sympathy_decides_when_nothing_else_does() -> None:
    world = city({"mine": unit(officers=1, ranks=1), "yours": unit(officers=0, ranks=0)})
    found = choices(small.run(world, 64))
    assert (found[:, 0] != OBEY).mean() > (found[:, 1] != OBEY).mean()
    assert (found[:, 1] == OVER).mean() < 0.1


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("unit_officers", 0.2, 0.9),
        ("unit_ranks", 0.2, 0.9),
        ("plot_word", 0.0, 0.5),
        ("seen", 0.0, 0.5),
    ],
)
def test_more_of_it_never_brings_fewer_units_over(name: str, low: float, high: float) -> None:
    runners = {"kind": "runners", "reach": 1, "delay": 1, "plot": 1, "state": 0}
    world = city(MANY, channels={"talk": runners})
    few = (choices(small.run(world, 200, **{name: low})) == OVER).mean()
    many = (choices(small.run(world, 200, **{name: high})) == OVER).mean()
    assert many >= few
    assert many > 0.0


@pytest.mark.parametrize(("name", "low", "high"), [("strength", 0.2, 0.8), ("state_word", 0, 0.5)])
def test_more_of_it_never_brings_more_units_over(name: str, low: float, high: float) -> None:
    runners = {"kind": "runners", "reach": 1, "delay": 1, "plot": 0, "state": 1}
    world = city(MANY, channels={"talk": runners})
    many = (choices(small.run(world, 200, **{name: low})) == OVER).mean()
    few = (choices(small.run(world, 200, **{name: high})) == OVER).mean()
    assert few <= many


def test_caution_makes_units_wait() -> None:
    world = city(MANY)
    bold = (choices(small.run(world, 200, caution=0.0)) == WAIT).mean()
    shy = (choices(small.run(world, 200, caution=0.9)) == WAIT).mean()
    assert shy > bold


def test_fence_sitters_make_two_kinds_of_worlds() -> None:
    """Many units on neither side and one mood: nearly all go over, or hardly any."""
    world = city(MANY, army={"common": 0.9, "caution": 0.0, "private": 4.0, "strength": 0.5})
    over = (choices(small.run(world, 400)) == OVER).mean(axis=1)
    ends = ((over < 0.2) | (over > 0.8)).mean()
    assert ends > 0.75
    assert (over < 0.2).any()
    assert (over > 0.8).any()


def test_independent_units_have_the_tails_that_theory_gives() -> None:
    """Variance of how many units go over, by the correlation of their errors.

    Public word, nodes and people count for nothing here and no unit is ready to move, so each
    stands on its own signal: n p (1 - p) if errors are independent, and n p (1 - p) + n (n - 1) c
    with the covariance c of two of them if not.
    """
    slow = {name: unit(readiness=2880) for name in MANY}
    plain = army(slow, caution=0.0, private=4.0)
    worlds, n = 3000, len(MANY)

    def over(common: float) -> Any:
        world = city(slow, army={**plain, "common": common})
        return (choices(small.run(world, worlds)) == OVER).sum(axis=1)

    alone, together = over(0.0), over(0.8)
    p = float(alone.mean()) / n
    assert 0.1 < p < 0.9
    assert together.mean() == pytest.approx(n * p, abs=4 * n * 0.45 / math.sqrt(worlds))
    assert alone.var() == pytest.approx(n * p * (1 - p), rel=4 * math.sqrt(2 / worlds))
    line, grid = NormalDist().inv_cdf(p), np.linspace(-8, 8, 4001)
    given = 0.5 * (1 + np.vectorize(math.erf)((line - math.sqrt(0.8) * grid) / math.sqrt(0.4)))
    weight = np.exp(-0.5 * grid**2) / math.sqrt(2 * math.pi)
    pair = np.trapezoid(given**2 * weight, grid)
    theory = n * p * (1 - p) + n * (n - 1) * (pair - p * p)
    assert together.var() == pytest.approx(theory, rel=0.08)
    assert together.var() > 5 * alone.var()


def test_pledged_units_take_the_nodes_and_power() -> None:
    units = {"mine": unit(men=500, officers=1, ranks=1, pledged=1), "yours": unit(men=1)}
    world = city(units, holding=holding())
    found = small.run(world, 32)
    assert (found.column("seized_at") >= 0).mean() > 0.9
    assert set(found.column("label").tolist()) <= {HELD, LABELS.index("repelled")}


def test_who_pledged_and_came_out_has_no_way_back_while_the_plot_goes_on() -> None:
    """Nobody likes the plot, yet the pledged are over, beaten, or have lost every place."""
    units = {
        "mine": unit(men=300, officers=0, ranks=0, pledged=1),
        "yours": unit("centre", men=300, officers=0, ranks=0),
    }
    bare = {**STUBBORN, "luck": 0.5}
    world = city(units, army=bare, power={"share_nodes": 1, "share_leaders": 1, "hours": 20})
    left = 0
    for number in range(40):
        after = [event for event in small.traced(world, number) if event[1] in PLOT_TOLD]
        held: set[str] = set()
        for _, kind, actor, place, _, value, _ in after:
            if kind in ("unit_takes", "node_taken"):
                held.add(place)
            elif kind == "unit_retakes":
                held.discard(place)
            elif kind == "unit_chooses" and actor == "mine" and value != OVER:
                left += 1
                assert not held
    end = choices(small.run(world, 200))[:, 0]
    assert (end >= OVER).mean() > 0.5
    assert left < 40


PLOT_TOLD = ("unit_takes", "node_taken", "unit_retakes", "unit_chooses")


def test_a_loyal_unit_takes_back_what_squads_took() -> None:
    world = city({"yours": unit(men=500, officers=0, ranks=0)})
    alone = small.city(places=PLACES, power=POWER, day={"hours": 24}, command={"agent": 1})
    assert (small.run(alone, 16).column("nodes_held") == 1).all()
    assert (small.run(world, 16).column("nodes_held") == 0).all()


@pytest.mark.parametrize(
    ("name", "value", "cause"),
    [
        ("hazard", 10.0, "overthrown"),
        ("support_mean", 0.0, "support gone"),
        ("strike", 1.0, "strike"),
    ],
)
def test_a_new_power_can_end(name: str, value: float, cause: str) -> None:
    from malaparte.kernel.outcome import CAUSES

    units = {"mine": unit(men=500, officers=1, ranks=1, pledged=1), "yours": unit(men=1)}
    more = holding(strike_cost=1, noise=0.2)
    found = small.run(city(units, holding=more), 32, **{name: value})
    seized = found.column("seized_at") >= 0
    assert (found.column("label")[seized] == LOST).mean() > 0.9
    assert CAUSES.index(cause) in found.column("cause")[seized]
    lost = found.column("label") == LOST
    late = found.column("lost_at")[lost] - found.column("seized_at")[lost]
    assert ((late > 0) & (late <= 7 * 24 * 3600)).all()


def test_units_from_outside_come_by_rail_or_not_at_all() -> None:
    units = {
        "mine": unit(men=500, officers=1, ranks=1, pledged=1),
        "far": unit("camp", men=50_000, officers=0, ranks=0, outside=True),
    }
    free = small.run(city(units, army=STUBBORN, holding=holding()), 32)
    ours = small.run(city(units, army=STUBBORN, holding=holding(rail="node")), 32)
    assert (free.column("label") == LOST).mean() > 0.8
    assert (ours.column("label") == HELD).mean() > 0.8


def test_who_waits_neither_obeys_nor_counts_as_loyal() -> None:
    """A large unit that waits is told as such; only where it obeys it ends a new power."""
    mine = unit("club", men=500, officers=1, ranks=1, pledged=1)
    units = {"mine": mine, "many": unit(men=20_000)}
    wary = army(units, conviction=0, caution=1)
    world = city({}, army=wary, holding=holding(outside=1), power={"hours": 0.1})
    found = small.run(world, 64)
    many = found.column("unit.many")
    assert set(many) == {OBEY, WAIT}
    assert (found.column("units_wait") == (many == WAIT)).all()
    assert (found.column("units_obey") == (many == OBEY)).all()
    assert ((found.column("label") == HELD) == (many == WAIT)).all()


def crowd(**more: Any) -> int:
    """Return the largest crowd of a city whose opposition marches at one o'clock."""
    parts: Any = {"day": {"hours": 24}, "plan": {"doctrine": "agitation"}, "street": street()}
    return int(small.run(small.city(**small.merged(parts, more)), 1).column("crowd")[0])


def test_a_crowd_goes_with_legitimacy_police_and_policy() -> None:
    plain = crowd()
    assert plain > 0
    assert crowd(street={"legitimacy": 0.2}) > plain > crowd(street={"legitimacy": 0.8})
    more = {"districts": {"all": {"police": 5000}}}
    assert crowd(street=more) < plain
    assert crowd(street={"policy": "tolerate"}) >= crowd(street={"policy": "ban"}) >= plain


@pytest.mark.parametrize(("policy", "people"), [("tolerate", 40_000), ("break-up", 100_000)])
def test_districts_tell_their_crowds_to_within_a_step(policy: str, people: int) -> None:
    """The log's crowds make up the row's largest one, and who is told to disperse is gone.

    A step of size s begins at 25 (sqrt(2)^s - 1) people, so whoever is told to be more than x is at
    most sqrt(2) (x + 25).
    """
    parts: Any = {"day": {"hours": 24}, "plan": {"doctrine": "agitation"}, "street": street()}
    other = {**parts["street"]["districts"]["all"], "place": "node", "people": people}
    more = {"street": {"policy": policy, "march": 300, "districts": {"other": other}}}
    world = small.city(**small.merged(parts, more))
    peak = int(small.run(world).column("crowd")[0])
    told = small.traced(world)
    crowds = [event for event in told if event[1] == "crowd"]
    assert {(event[2], event[3]) for event in crowds} == {("all", "club"), ("other", "node")}
    now: dict[str, int] = {}
    sums: list[int] = []
    for event in crowds:
        steps = [_step(now.get(event[2], 0)), _step(event[5])]
        assert steps[0] != steps[1]
        now[event[2]] = event[5]
        sums.append(sum(now.values()))
    assert peak > 500
    assert max(sums) <= peak <= math.sqrt(2.0) * (max(sums) + 25 * len(now))
    if any(event[1] == "crowd_dispersed" for event in told):
        assert set(now.values()) == {0}


def _step(people: int) -> int:
    return math.floor(2.0 * math.log2(1.0 + people / 25.0))


def test_columns_are_cover_obstacle_and_audience() -> None:
    """They hide squads and callers, slow whoever goes among them, and hear a call sooner."""
    route = {"route": ["club", "node"], "since": "00:00", "until": "23:00", "width": 10}
    march = {**route, "hinder": 1, "hide": 0}
    slow = {"hear": 240, "policy": "ban", "cover": 0, "marchers": 5000}
    apart = crowd(street=slow)
    heard = crowd(street=slow, columns=march)
    assert heard > apart
    assert crowd(street={**slow, "cover": 1}, columns=march) > heard
    assert crowd(street={**slow, "cover": 1}) == apart  # nobody marches, nobody covers

    def told(**columns: Any) -> list[small.Event]:
        watch = {"node": small.guard("node", vigilance=10)}
        return small.traced(
            small.city(
                guards=watch,
                columns={**march, **columns},
                plan={"margin": 60},
                clash={"approach": 30},
            )
        )

    def way(events: list[small.Event]) -> float:
        times = {event[1]: event[0] for event in events}
        return times["team_arrives"] - times["team_departs"]

    assert way(told(hinder=3)) == pytest.approx(3 * way(told()), abs=2)
    assert any(event[1] == "detected" for event in told())
    assert not any(event[1] == "detected" for event in told(hide=1))


def test_a_crowd_that_is_dispersed_is_contained_and_one_that_rises_is_crushed() -> None:
    plain: Any = {"day": {"hours": 24}, "plan": {"doctrine": "agitation"}}
    small_one = small.run(small.city(**plain, street=street(rising=90_000)), 1)
    assert LABELS[small_one.column("label")[0]] == "street contained"
    large = small.run(small.city(**plain, street=street(rising=500, legitimacy=0.1)), 1)
    assert LABELS[large.column("label")[0]] == "rising crushed"
    assert large.column("rising_at")[0] >= 3600


@pytest.mark.parametrize("flight", [0.0, 20.0, 200.0])
def test_who_is_shot_at_leaves(flight: float) -> None:
    """For each who is shot so many leave that the dead stay below the pool over one and those."""
    troops = {"guard": unit("node", men=20_000, officers=0, ranks=0)}
    calm = {"doctrine": "agitation"}
    people = street(rising=500, legitimacy=0.1, shots=0.05, flight=flight, square="node", hour=5)
    found = small.run(city(troops, army=STUBBORN, plan=calm, street=people), 32)
    dead = found.column("dead_people")
    assert dead.max() > 0
    assert (dead <= 20_000 / (1.0 + flight) + 1).all()


def test_people_who_come_out_are_fewer_than_could() -> None:
    parts: Any = {"day": {"hours": 24}, "plan": {"doctrine": "agitation"}}
    world = small.city(**parts, street=street(legitimacy=0.0, jail=0.01, policy="ban"))
    found = small.run(world, 1)
    pool = 20_000
    gone, out = found.end(fields.GONE, "district"), found.end(fields.CROWD, "district")
    assert 0 < found.column("crowd")[0] <= pool
    assert gone.sum() + out.sum() <= pool + 1e-6
    assert found.column("jailed")[0] <= gone.sum()


def test_men_of_units_are_there_or_lost() -> None:
    units = {
        "mine": unit(men=300, officers=1, ranks=1, pledged=1),
        "yours": unit("centre", men=250, officers=0, ranks=0),
    }
    world = city(units, army={**STUBBORN, "luck": 0.5}, holding=holding())
    found = small.run(world, 200)
    left = found.end(fields.UNIT_STRENGTH, "unit")
    assert ((left >= 0) & (left <= [300, 250])).all()
    dead = found.column("dead_units_plot") + found.column("dead_units_state")
    assert (dead <= 550).all()
    assert dead.max() > 0
    counted = sum(found.column(f"units_{how}") for how in ("obey", "wait", "over", "beaten"))
    assert (counted == 2).all()


BEFORE = ["launched_at", "alarm_at", "gave_up_at", "street_at", "seized_at", "nodes_taken"]
BEFORE += ["nodes_held", "arrested", "dead_units_plot", "dead_units_state", "units_beaten"]


@pytest.mark.parametrize("name", ["petrograd-1917", "berlin-1920", "warsaw-1926"])
def test_how_many_lie_outside_changes_nothing_before_a_seizure(name: str) -> None:
    """They choose, but the way they come by is held, attacked and fought for without them."""
    outside = {
        "petrograd-1917": ["front"],
        "berlin-1920": ["south"],
        "warsaw-1926": ["poznan", "vilna"],
    }[name]
    few, many = (
        load(name, set={f"army.units.{unit}.men": men for unit in outside})
        .run(512, on="sequential")
        .outcomes
        for men in (1_500, 60_000)
    )
    seized = few.column("seized_at").is_valid().to_numpy()
    assert 0 < seized.sum() < len(seized)
    day = [one for one in few.column_names if one in BEFORE or one.startswith(("taken.", "unit."))]
    assert few.select(day).equals(many.select(day))
    assert few.filter(~seized).equals(many.filter(~seized))


def test_units_outside_do_not_hold_the_place_by_which_they_come() -> None:
    units = {
        "mine": unit("club", men=500, officers=1, ranks=1, pledged=1),
        "far": unit("node", men=50_000, officers=0, ranks=0, outside=True),
    }
    none: Any = {"squads": {"men": {"targets": ["centre"]}}, "army": STUBBORN}
    found = small.run(city(units, **none, holding=holding()), 32)
    assert (found.fell("node") >= 0).all()
    assert (found.column("units_beaten") == 0).all()


def test_units_outside_do_not_stand_under_the_eyes_of_a_parade() -> None:
    show: Any = {"place": "barracks", "since": "00:00", "until": "24:00"}

    def chosen(outside: bool, sympathy: float) -> list[int]:
        units = {"here": unit("camp"), "far": unit("barracks", outside=outside)}
        parade = {**show, "receives": small.text("He"), "sympathy": sympathy, "prestige": 1}
        found = small.run(city(units, army={**STUBBORN, "parade": parade}), 32)
        return list(found.column("unit.far"))

    assert chosen(False, 0) != chosen(False, 1)
    assert chosen(True, 0) == chosen(True, 1)


def test_events_of_units_tell_who_holds_what() -> None:
    units = {"mine": unit(men=500, officers=1, ranks=1, pledged=1), "yours": unit("centre")}
    world = city(units, army={"luck": 0.3}, holding=holding())
    for number in range(8):
        assert replayed(world, 1, number).differences == []
    kinds = {kind for _, _, kind, *_ in small.traced(world)} | {
        event[1] for event in small.traced(world)
    }
    assert {"unit_chooses", "unit_marches", "unit_takes"} <= kinds


def test_cutting_the_signal_makes_nodes_worth_nothing_to_units() -> None:
    from malaparte.kernel.road.fields import CUT, SIGNAL

    world = city(MANY, army={"nodes": 0.9, "seen": 0.9})
    cut = city(MANY, army={"nodes": 0.9, "seen": 0.9})
    cut.ints[cut.ints[CUT]] = SIGNAL
    bare = city(MANY)
    bare.ints[bare.ints[CUT]] = SIGNAL
    with_nodes = choices(small.run(world, 100))
    without = choices(small.run(cut, 100))
    assert (without == choices(small.run(bare, 100))).all()
    assert (with_nodes != without).any()
