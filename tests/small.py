"""Tiny cities for tests: every number a point, nothing happens by chance but what a test asks for.

A city is built from plain data over `BASE`; a bare number becomes a point in the unit of its field.
Its worlds run through the compiled kernel that ensembles use, so a rule is tested where it works:
everything around it is switched off.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from malaparte.kernel import cpu, state
from malaparte.kernel.events import EVENTS
from malaparte.kernel.public import fields as public
from malaparte.quantity.quantity import Quantity
from malaparte.scenario.load import load
from malaparte.scenario.read import Document
from malaparte.scenario.walk import nodes
from malaparte.world.build import ALL_FIELDS, World, build
from malaparte.world.draw import INNER, columns, theta
from malaparte.world.trace import run_traced

Data = dict[str, Any]
HOUR = 2.0
"""The hour of every plan here; time enough to walk anywhere."""


def text(words: str) -> Data:
    """Return words that are the same in both languages."""
    return {"en": words, "ru": words}


def place(number: int = 0, **more: Any) -> Data:
    """Return a place, 1.1 km east of the one before."""
    return {
        "name": text("A place"),
        "at": [0.0, 0.01 * number],
        "precision": 1,
        "category": "government",
        **more,
    }


def squad(target: str, **more: Any) -> Data:
    """Return one squad of ten men against one place."""
    return {
        "name": text("Squad"),
        "start": ["club"],
        "count": 1,
        "size": 10,
        "fire": 1,
        "phase": "nodes",
        "targets": [target],
        **more,
    }


def hunters(*leaders: str, **more: Any) -> Data:
    """Return one squad that arrests."""
    return {**squad("", phase="arrests", persons=list(leaders), **more), "targets": []}


def guard(where: str, **more: Any) -> Data:
    """Return ten men in the open who fight to the last and notice nothing."""
    soldiers = {"place": where, "posture": "outside", "size": 10, "vigilance": 0}
    return {**soldiers, "fire": 1, "breakoff": 1, **more}


def leader(where: str, **more: Any) -> Data:
    """Return a person who stays at a place and is taken whenever a raid finds them."""
    stay = {"since": "00:00", "place": where, "otherwise": where, "share": 1}
    person = {"name": text("Leader"), "number": 1, "weight": 0, "capture": 1}
    return {**person, "stays": [stay], "believed": where, **more}


BASE: Data = {
    "malaparte": 1,
    "id": "small",
    "title": text("Small"),
    "reading": text("a test"),
    "summary": text("A test."),
    "day": {"date": "1927-11-07", "start": "00:00", "hours": 96},
    "places": {"centre": place(0), "club": place(1), "node": place(2)},
    "squads": {"men": squad("node")},
    "plan": {
        "exists": 1,
        "doctrine": "squads",
        "phases": {
            "nodes": {"name": text("Nodes"), "kind": "nodes"},
            "arrests": {"name": text("Arrests"), "kind": "arrests"},
        },
        "order": "together",
        "signal": "clock",
        "hour": HOUR,
        "gap": 0,
        "gap_success": 1,
        "headquarters": "club",
        "margin": 1,
        "estimate": 1,
        "suspicion": 1,
        "breakoff": 1,
        "failure": 1,
        "reports": 10_000,
        "response": "press",
        "fallback": "none",
    },
    "command": {
        "centre": "centre",
        "shelter": "centre",
        "telephone": "centre",
        "telegraph": "centre",
        "agent": 0,
        "alarm_open": 0,
        "alarm_node": 0,
        "telephone_delay": 0.01,
        "telegraph_delay": 0.01,
        "secret_delay": 0.01,
        "runner_delay": 0.01,
        "delay_spread": 1,
        "recall": 10,
        "superiority": 1,
        "flight": 0,
    },
    "clash": {
        "area": 1000,
        "approach": 0,
        "surprise": 0,
        "ambush": 0,
        "occupy": 1,
        "raid": 1,
        "disruption": 0,
        "state_yields": 0,
        "plot_yields": 0,
    },
    "movement": {"detour": 1, "foot": 6, "truck": 30, "traffic": 0, "own": 0},
    "power": {
        "nodes": {"centre": 1},
        "share_nodes": 1,
        "share_leaders": 1,
        "hours": 48,
    },
}
"""A squad takes an unguarded place, and nobody hears of it."""


def merged(base: Data, over: Mapping[str, Any]) -> Data:
    """Return plain data with changes; a mapping is merged, everything else replaced."""
    out = dict(base)
    for key, value in over.items():
        old = out.get(key)
        both = isinstance(old, dict) and isinstance(value, Mapping)
        out[key] = merged(old, value) if both else value
    return out


def document(**changes: Any) -> Document:
    """Return `BASE` with changes, bare numbers turned into points."""
    data = copy.deepcopy(merged(BASE, changes))
    for node in list(nodes(data)):
        if node.kind is Quantity and isinstance(node.value, int | float):
            assert node.measure is not None
            put(data, node.path, point(node.value, node.measure.unit))
    return Document(data, {}, "small.yaml", ("small.yaml",))


def point(value: float, unit: str) -> Data:
    """Return a quantity that is known."""
    return {"point": value, "unit": unit, "basis": "assumed"}


def put(data: Any, path: str, value: Any) -> None:
    """Set the value at a dotted path."""
    *above, last = path.split(".")
    for key in above:
        data = data[int(key)] if isinstance(data, list) else data[key]
    data[last] = value


def city(**changes: Any) -> World:
    """Return `BASE` with changes as numbers."""
    return build(load(document(**changes)))


@dataclass(frozen=True)
class Worlds:
    """What many worlds left behind; ints and floats are the state of the last one."""

    world: World
    rows: NDArray[np.int64]
    taken: NDArray[np.int32]
    persons: NDArray[np.int8]
    ints: NDArray[np.int64]
    floats: NDArray[np.float64]

    def column(self, name: str) -> NDArray[np.int64]:
        """Return a column of the outcome rows."""
        return self.rows[:, self.world.columns_of_rows.index(name)]

    def fell(self, where: str = "node") -> NDArray[np.int32]:
        """Return when a place first fell, seconds, -1 for never."""
        return self.taken[:, self.world.names["place"].index(where)]

    def end(self, field: int, kind: str = "place") -> NDArray[Any]:
        """Return the values of a field of the state at the end of the last world."""
        array = self.ints if ALL_FIELDS[field].array.endswith("ints") else self.floats
        return array[self.ints[field] :][: len(self.world.names[kind])]


def field(name: str) -> int:
    """Return the index of a field of the kernel: of the day, or of army, street and holding."""
    return int(getattr(state if hasattr(state, name.upper()) else public, name.upper()))


def inputs(
    world: World, seed: int = 1, number_of_set: int = 0, **fields: Any
) -> NDArray[np.float64]:
    """Return theta of a set; ``fields``: values of fields of theta, for all or by entity."""
    return changed(world, theta(world, columns(world, seed, number_of_set, 1)), fields)[0]


def changed(
    world: World, thetas: NDArray[np.float64], fields: Mapping[str, Any]
) -> NDArray[np.float64]:
    """Set fields of theta in every set; a value holds for all entities, a mapping for some."""
    for name, value in fields.items():
        index = field(name)
        ids = world.names.get(ALL_FIELDS[index].per, ("one",))
        chosen = value if isinstance(value, Mapping) else dict.fromkeys(ids, value)
        for entity, number in chosen.items():
            thetas[:, world.ints[index] + ids.index(entity)] = number
    return thetas


def run(world: World, worlds: int = 1, seed: int = 1, **fields: Any) -> Worlds:
    """Run worlds that share one set of assumptions."""
    thetas = inputs(world, seed, **fields).reshape(1, -1)
    return _run(world, thetas, worlds, seed, worlds)


def ensemble(world: World, worlds: int, seed: int = 1, **fields: Any) -> Worlds:
    """Run worlds on drawn assumptions, as ensembles do."""
    thetas = theta(world, columns(world, seed, 0, -(-worlds // INNER)))
    return _run(world, changed(world, thetas, fields), worlds, seed, INNER)


def _run(world: World, thetas: NDArray[np.float64], worlds: int, seed: int, inner: int) -> Worlds:
    rows = np.empty((worlds, len(world.columns_of_rows)), np.int64)
    taken = np.empty((worlds, len(world.names["place"])), np.int32)
    persons = np.empty((worlds, len(world.names["person"])), np.int8)
    ints, floats = world.ints.copy(), world.floats.copy()
    assert not cpu.run(thetas, ints, floats, seed, 0, worlds, inner, rows, taken, persons)
    return Worlds(world, rows, taken, persons, ints, floats)


Event = tuple[Any, ...]


def tell(
    world: World, events: NDArray[np.int64], without: frozenset[str] = frozenset()
) -> list[Event]:
    """Return events with names for indices and without their numbers.

    A cause is told by what it says itself.  ``without``: entities of which nothing is told.
    """
    names = world.names
    told: list[Event] = []
    bare: list[Event] = []
    for _, t, kind, actor, where, target, value, cause in events.tolist():
        what = EVENTS[kind]
        who = names[what.actor][actor] if what.actor and actor >= 0 else actor
        whom = names[what.target][target] if what.target and target >= 0 else target
        site = names["place"][where] if where >= 0 else ""
        event = (t, what.name, who, site, whom, value)
        bare.append(event)
        named = {str(each).split("/")[0] for each in (who, site, whom)} | {str(who), str(whom)}
        if not named & without:
            told.append((*event, bare[cause] if cause >= 0 else None))
    return told


def traced(
    world: World,
    number: int = 0,
    seed: int = 1,
    without: frozenset[str] = frozenset(),
    **fields: Any,
) -> list[Event]:
    """Return the events of one world, told by `tell`."""
    given = inputs(world, seed, number // INNER, **fields)
    return tell(world, run_traced(world, seed, number, given).events, without)
