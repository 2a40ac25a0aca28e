"""What does not matter changes nothing, to the bit.

Worlds are compared by names: an addition moves indices and the numbers of events, nothing else.
"""

import copy
import dataclasses
from typing import Any

import numpy as np
import pytest

from malaparte.kernel import state
from malaparte.scenario.load import load
from malaparte.scenario.read import Document, read
from malaparte.world.build import World, build
from malaparte.world.draw import columns
from tests import small

THREE = "docs/first/three-nodes.yaml"
SOME = range(40)
Data = dict[str, Any]


def added(document: Document, section: str, **entities: Data) -> Document:
    """Return a document with more entities in a section."""
    data = copy.deepcopy(document.data)
    data[section] = {**data.get(section, {}), **entities}
    return dataclasses.replace(document, data=data)


def names_at_both_ends(word: str) -> tuple[str, ...]:
    """Ids that sort before and after all others."""
    return f"aaa-{word}", f"zzz-{word}"


def with_scenery(document: Document) -> tuple[Document, set[str]]:
    far = small.place(0, at=[0.09, -0.07], scenery=True)
    new = dict.fromkeys(names_at_both_ends("park"), far)
    return added(document, "places", **new), set(new)


def with_an_idle_guard(document: Document) -> tuple[Document, set[str]]:
    shops = {name: small.place(0, at=[0.01, -0.02]) for name in names_at_both_ends("shop")}
    guards: Data = {}
    for name in shops:
        guard = dict(document.data["guards"]["exchange"], place=name)
        guards[name] = guard
    return added(added(document, "places", **shops), "guards", **guards), set(shops)


def with_unhunted_persons(document: Document) -> tuple[Document, set[str]]:
    leader = copy.deepcopy(document.data["leaders"]["ministers"])
    leader["weight"] = small.point(0, "weight")
    new = dict.fromkeys(names_at_both_ends("poets"), leader)
    return added(document, "leaders", **new), set(new)


def with_a_reserve_of_nobody(document: Document) -> tuple[Document, set[str]]:
    reserve = copy.deepcopy(document.data["reserves"]["barracks"])
    reserve["groups"] = small.point(0, "count")
    new = dict.fromkeys(names_at_both_ends("veterans"), reserve)
    return added(document, "reserves", **new), set(new)


def with_a_service_that_nobody_feels(document: Document) -> tuple[Document, set[str]]:
    service = copy.deepcopy(document.data["dependencies"]["exchange-power"])
    first, last = names_at_both_ends("wire")
    new = {
        first: service | {"supplier": "club", "consumer": "villas"},
        last: service | {"supplier": "club", "consumer": "barracks"},
    }
    return added(document, "dependencies", **new), set(new)


def with_squads_of_nobody(document: Document) -> tuple[Document, set[str]]:
    squad = copy.deepcopy(document.data["squads"]["technicians"])
    squad["count"] = small.point(0, "count")
    new = dict.fromkeys(names_at_both_ends("sappers"), squad)
    return added(document, "squads", **new), set(new)


ADDITIONS = [
    with_scenery,
    with_an_idle_guard,
    with_unhunted_persons,
    with_a_reserve_of_nobody,
    with_a_service_that_nobody_feels,
    with_squads_of_nobody,
]


def same_days(one: World, other: World, without: set[str]) -> None:
    for number in SOME:
        hidden = frozenset(without)
        assert small.traced(one, number) == small.traced(other, number, without=hidden)


@pytest.fixture(scope="module")
def three() -> World:
    return build(load(THREE))


@pytest.mark.parametrize("addition", ADDITIONS)
def test_an_irrelevant_addition_changes_nothing(three: World, addition: Any) -> None:
    document, new = addition(read(THREE))
    same_days(three, build(load(document)), new)


@pytest.mark.parametrize("at", ["aaa-park", "zzz-park"])
def test_a_place_more_moves_no_other_place(three: World, at: str) -> None:
    far = small.place(0, at=[0.09, -0.07], scenery=True)
    more = build(load(added(read(THREE), "places", **{at: far})))
    ids = three.names["place"]
    chosen = [more.names["place"].index(name) for name in ids]
    assert (distances(three) == distances(more)[np.ix_(chosen, chosen)]).all()


def distances(world: World) -> np.ndarray[Any, Any]:
    many = len(world.names["place"])
    start = world.ints[state.DISTANCE]
    return world.floats[start : start + many * many].reshape(many, many)


def reversed_order(value: Any) -> Any:
    """Declare everything the other way round; lists keep their order, for it means something."""
    if isinstance(value, dict):
        return {key: reversed_order(value[key]) for key in reversed(list(value))}
    return [reversed_order(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", [THREE, "moscow-1927-article"])
def test_the_order_of_declaration_changes_nothing(name: str) -> None:
    document = read(name)
    other = dataclasses.replace(document, data=reversed_order(document.data))
    one, two = build(load(document)), build(load(other))
    assert one.names == two.names
    assert (one.ints == two.ints).all()
    assert (one.floats == two.floats).all()
    assert (small.ensemble(one, 160).rows == small.ensemble(two, 160).rows).all()


def test_the_value_of_a_number_depends_on_its_path_alone(three: World) -> None:
    document, _ = with_an_idle_guard(read(THREE))
    more = build(load(document))
    paths = [column.path for column in more.columns]
    chosen = [paths.index(column.path) for column in three.columns]
    assert len(paths) > len(chosen)
    assert (columns(three, 1, 0, 50) == columns(more, 1, 0, 50)[:, chosen]).all()


def test_a_change_of_nothing_changes_nothing(three: World) -> None:
    again = build(load(THREE, do={"posture": "hidden"}))
    assert (small.ensemble(three, 1600).rows == small.ensemble(again, 1600).rows).all()


def test_other_seeds_are_other_days(three: World) -> None:
    days = {small.ensemble(three, 160, seed).rows.tobytes() for seed in range(20)}
    assert len(days) == 20


def test_worlds_on_the_same_assumptions_differ_by_luck(three: World) -> None:
    rows = small.run(three, 100).rows
    assert len({row.tobytes() for row in rows}) > 50
