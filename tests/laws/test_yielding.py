"""Who gives way without a shot: the chance by numbers, and what follows from it."""

from typing import Any

import pytest

from tests import small
from tests.known.expected import near
from tests.laws.test_public import army, unit

WORLDS = 20_000
READY = {"state_yields": 1, "plot_yields": 1}

GUARDED = small.city(guards={"node": small.guard("node")}, clash=READY)


def quiet(found: small.Worlds) -> Any:
    """Return in which worlds nobody was lost in the fights of squads."""
    return (found.column("loss_plot") == 0) & (found.column("loss_regime") == 0)


@pytest.mark.parametrize(("state", "plot"), [(0.0, 0.0), (0.4, 1.0), (1.0, 0.4)])
@pytest.mark.parametrize(("squad", "guard"), [(40, 10), (10, 40), (15, 10), (10, 10)])
def test_the_weaker_gives_way_by_its_numbers(
    squad: int, guard: int, state: float, plot: float
) -> None:
    yields = {"clash_state_yields": state, "clash_plot_yields": plot}
    found = small.run(GUARDED, WORLDS, squad_size=squad, guard_size=guard, **yields)
    weaker, stronger = sorted((squad, guard))
    near(quiet(found), (state if squad > guard else plot) * (1 - weaker / stronger))
    assert ((found.fell() >= 0)[quiet(found)] == (squad > guard)).all()


def test_who_strikes_at_the_same_moment_is_counted_too() -> None:
    world = small.city(
        squads={"men": {"count": 2}},
        guards={"node": small.guard("node")},
        plan={"margin": 2},
        clash=READY,
    )
    near(quiet(small.run(world, WORLDS)), 1 - 10 / 20)


def test_men_in_ambush_fire_without_a_word() -> None:
    warned = small.guard("node", posture="inside", hidden=True)
    world = small.city(guards={"node": warned}, clash={**READY, "ambush": 1})
    found = small.run(world, 500, squad_size=40, command_agent=1)
    told = small.traced(world, squad_size=40, command_agent=1)
    assert any(event[1] == "fight_begins" and event[5] == 2 for event in told)
    assert not quiet(found).any()


def test_what_happens_is_told() -> None:
    kinds = [event[1] for event in small.traced(GUARDED, squad_size=10**6)]
    begins = kinds.index("fight_begins")
    assert kinds[begins : begins + 3] == ["fight_begins", "yields", "taken"]
    kinds = [event[1] for event in small.traced(GUARDED, guard_size=10**6)]
    assert kinds[kinds.index("yields") + 1] == "repelled"


def at_the_node(men: int) -> small.World:
    """Return a city in which a pledged unit comes to a node where another stands."""
    units = {
        "mine": unit("club", pledged=1, men=men, officers=1, ranks=1),
        "yours": unit("node", officers=0, ranks=0),
    }
    given = {**army(units, private=200, strength=0.9), **READY}
    power = {"nodes": {"node": 1}, "share_nodes": 1, "share_leaders": 0, "hours": 20}
    return small.city(squads={"men": {"count": 0}}, army=given, power=power, day={"hours": 12})


def dead(found: small.Worlds) -> Any:
    return found.column("dead_units_plot") + found.column("dead_units_state")


def test_a_unit_of_the_state_stands_aside_and_waits() -> None:
    found = small.run(at_the_node(300), 4000, state_yields=0.9)
    calm = dead(found) == 0
    near(calm, 0.9 * (1 - 100 / 300))
    assert (found.column("units_wait")[calm] == 1).all()
    assert (found.fell()[calm] >= 0).all()


def test_a_unit_that_has_gone_over_is_disarmed() -> None:
    found = small.run(at_the_node(50), 4000, plot_yields=0.9)
    calm = dead(found) == 0
    near(calm, 0.9 * (1 - 50 / 100))
    assert (found.column("units_beaten")[calm] == 1).all()
    assert (found.fell()[calm] < 0).all()


@pytest.mark.parametrize(("field", "men"), [("state_yields", 300), ("plot_yields", 50)])
def test_the_readier_to_give_way_the_fewer_dead(field: str, men: int) -> None:
    few, some, none = (
        dead(small.run(at_the_node(men), 400, **{field: ready})) for ready in (1.0, 0.5, 0.0)
    )
    assert (few <= some).all()
    assert (some <= none).all()
    assert 0 < few.mean() < some.mean() < none.mean()
