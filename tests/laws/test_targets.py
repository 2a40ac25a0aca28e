"""Laws of single targets before the day: what the plot and the state learn of them."""

from __future__ import annotations

import numba
import numpy as np
import pytest

import malaparte as mp
from malaparte.ensemble.design import Design
from malaparte.ensemble.roads import Roads, walked
from malaparte.kernel import state
from malaparte.kernel.day.plan import squads_needed
from malaparte.kernel.road import fields, run
from malaparte.kernel.road.targets import pick, seen_there
from malaparte.world.build import World
from malaparte.world.draw import columns, theta

READING = "moscow-1927-article"
CLOSED = {
    "road.secrecy.leak": 1e-9,
    "road.secrecy.reach": 0,
    "road.services.caught": 0,
    "command.agent": 0,
}
"""Nobody tells anything, and nobody is caught."""


def roads(do: dict[str, str] | None = None, worlds: int = 96, **changes: object) -> Roads:
    return walked(mp.load(READING, do=do, set=changes).world, Design(worlds))


def entries(ints: np.ndarray) -> list[int]:
    """Where the places stand that squads are to seize."""
    found: list[int] = []
    for squad in range(ints[ints[state.SQUADS]]):
        if not ints[ints[state.SQUAD_ARRESTS] + squad]:
            start = ints[state.TARGET] + ints[ints[state.SQUAD_TARGETS] + squad]
            found += range(start, start + ints[ints[state.SQUAD_WANTED] + squad])
    return found


@pytest.fixture(scope="module")
def wanted() -> set[int]:
    ints = mp.load(READING).world.ints
    return set(ints[entries(ints)].tolist())


def test_who_is_never_betrayed_is_not_known() -> None:
    found = roads(**CLOSED)
    assert (found.fact("probes") > 0).any()
    assert (found.fact("targets_known") == 0).all()
    assert (found.fact("hour_known") == 0).all()


def test_an_agent_who_knows_all_tells_all(wanted: set[int]) -> None:
    told = {"command.agent": 1, "road.secrecy.agent": 5, "road.secrecy.reach": 1}
    found = roads(**CLOSED | told)
    assert (found.fact("targets_known") == len(wanted)).all()


def test_before_squads_have_orders_an_agent_knows_no_target() -> None:
    told = {"command.agent": 1, "road.secrecy.agent": 5, "road.secrecy.reach": 1}
    found = roads(**CLOSED | told | {"road.secrecy.hour_set": 0})
    assert (found.fact("targets_known") == 0).all()


def test_trials_that_are_caught_show_as_many_places_as_chance_has_it(wanted: set[int]) -> None:
    """Of T places n trials hit T (1 - (1 - 1/T)^n) different ones (Feller 1968, II.5)."""
    found = roads(worlds=1024, **CLOSED | {"road.services.caught": 1})
    n = found.fact("probes")
    t = len(wanted)
    expected = t * (1.0 - (1.0 - 1.0 / t) ** n)
    gap = found.fact("targets_known") - expected
    assert abs(gap.mean()) < 4.0 * gap.std() / np.sqrt(len(gap))


def eve(
    do: dict[str, str] | None = None, **changes: object
) -> tuple[np.ndarray, np.ndarray, World]:
    """Return the arrays on the eve of one world, as the day finds them, and its inputs."""
    world = mp.load(READING, do=do, set=changes).world
    ints, floats = world.ints.copy(), world.floats.copy()
    inputs = theta(world, columns(world, 1, 0, 1))
    walk = numba.njit(lambda t, i, f: run.walk(t, i, f, 1, 0, 0))
    walk(inputs[0], ints, floats)
    return ints, floats, world


def of_places(ints: np.ndarray, field: int) -> np.ndarray:
    return ints[ints[field] :][: ints[ints[state.PLACES]]]


def test_hidden_men_are_noticed_where_they_are_and_nowhere_else(wanted: set[int]) -> None:
    sharp = {"road.services.notice": 1, "road.services.rehearsals": 1}
    ints, _, _ = eve({"guards": "hidden"}, **sharp)
    tried, noticed = of_places(ints, fields.TRIED), of_places(ints, fields.NOTICED)
    guards = of_places(ints, state.PLACE_GUARD)
    hidden = ints[ints[state.GUARD_HIDDEN] + np.maximum(guards, 0)] * (guards >= 0)
    assert set(np.flatnonzero(tried)) <= wanted
    assert 0 < noticed.sum() < (tried > 0).sum()
    assert np.array_equal(noticed, (tried > 0) & (hidden == 1))
    assert (roads(do={"guards": "outside"}, **sharp).fact("noticed") == 0).all()
    blunt = roads(do={"guards": "hidden"}, **{"road.services.notice": 0})
    assert (blunt.fact("noticed") == 0).all()


def test_guards_harden_where_they_were_tried_or_are_known() -> None:
    """Vigilance on the day over that of the scenario, with nothing else that makes guards watch."""
    alone = CLOSED | {"road.arrest.watch": 0, "road.services.hardens": 0.25}
    ints, floats, world = eve(**alone)
    inputs = theta(world, columns(world, 1, 0, 1))[0]
    count = int(ints[ints[state.GUARDS]])
    at = int(ints[state.GUARD_VIGILANCE])
    before = inputs[at : at + count]
    after = floats[int(ints[fields.TODAY]) + at :][:count]
    places = ints[ints[state.GUARD_PLACE] :][:count]
    tried = of_places(ints, fields.TRIED)[places]
    assert tried.min() == 0 < tried.max()
    assert after == pytest.approx(before * (1.0 + 0.25 * tried))
    known = {"road.services.hardens": 0, "road.services.caught": 1, "road.arrest.forewarned": 2}
    ints, floats, _ = eve(**alone | known)
    after = floats[int(ints[fields.TODAY]) + at :][:count]
    assert np.array_equal(of_places(ints, fields.TARGET_KNOWN), of_places(ints, fields.TRIED) > 0)
    inputs[:] = theta(world, columns(world, 1, 0, 1))[0]
    assert after == pytest.approx(before * (1.0 + 2.0 * (tried > 0)))


def test_reports_that_are_cut_name_no_place() -> None:
    found = roads(**{"road.cut": ["plot-belief"]}, **{"road.services.caught": 1})
    assert (found.fact("targets_known") == 0).all()


def test_a_target_less_leaves_the_luck_of_the_others(wanted: set[int]) -> None:
    world = mp.load(READING).world
    called = numba.njit(lambda ints, rule, firing: pick(ints, rule, firing))
    ints = world.ints.copy()
    before = [called(ints, 7, firing) for firing in range(200)]
    assert set(before) == wanted  # 200 trials of some tens of places: each is tried
    gone = before[0]
    other = next(place for place in before if place != gone)
    for at in entries(ints):
        if ints[at] == gone:
            ints[at] = other  # wanted twice is wanted once
    after = [called(ints, 7, firing) for firing in range(200)]
    assert [p for p in before if p != gone] == [
        q for p, q in zip(before, after, strict=True) if p != gone
    ]


def test_a_place_that_was_tried_is_believed_as_it_was_seen() -> None:
    """Noticed men count as seen ones; a place where nobody was noticed needs fewer squads."""
    world = mp.load(READING, do={"guards": "hidden"}).world
    ints, floats = world.ints.copy(), world.floats.copy()
    inputs = theta(world, columns(world, 1, 0, 1))[0]
    guard = int(np.argmax(ints[ints[state.GUARD_HIDDEN] :] == 1))
    place = int(ints[ints[state.GUARD_PLACE] + guard])
    inputs[ints[state.PLAN_SUSPICION]] = 0.5
    inputs[ints[state.PLAN_ESTIMATE]] = 1.5
    inputs[ints[state.PLAN_MARGIN]] = 2.0
    inputs[ints[state.GUARD_SIZE] + guard] = 20.0
    inputs[ints[fields.LESSON]] = 10.0
    floats[ints[fields.SUSPECTS_HIDDEN]] = 0.5
    seen = numba.njit(lambda t, i, f, p: seen_there(t, i, f, p))
    needed = numba.njit(lambda t, i, f, p, size: squads_needed(t, i, f, p, size))
    assert seen(inputs, ints, floats, place) == 0.0
    ints[ints[fields.TRIED] + place] = 10
    assert seen(inputs, ints, floats, place) == pytest.approx(0.25 - 0.5)
    squads = []
    for noticed in (0, 1):
        ints[ints[fields.NOTICED] + place] = noticed
        floats[ints[fields.SHOWN] + place] = seen(inputs, ints, floats, place)
        squads.append(needed(inputs, ints, floats, place, 5))
    assert squads == [2, 12]  # 2 men for each of 20 x 0.25 and of 20 x 1.5, in squads of five
    inputs[ints[state.PLAN_ESTIMATE]] = 0.2
    assert seen(inputs, ints, floats, place) == 0.0  # to see some of them makes none fewer


def test_a_place_that_the_state_knows_is_guarded_more_watchfully() -> None:
    """All places known, and watchful: the attempt is seen sooner, and takes fewer places."""
    told = {"road.secrecy.leak": 0.01, "road.secrecy.hour_told": 0}
    do = {"guards": "outside"}
    taken = []
    for forewarned in (0, 30):
        more = CLOSED | told | {"road.arrest.forewarned": forewarned}
        rows = mp.load(READING, do=do, set=more).run(worlds=512, on="sequential").outcomes
        taken.append(float(np.mean(rows["nodes_taken"])))
    assert taken[1] < taken[0]
