"""From a scenario to arrays: a column per uncertain number, a template of the kernel's state."""

from __future__ import annotations

import typing
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from malaparte.errors import Problem, ScenarioError
from malaparte.kernel import state
from malaparte.kernel.outcome import COLUMNS, MORE
from malaparte.kernel.public import fields as public
from malaparte.kernel.rng import entity_key
from malaparte.kernel.road.fields import ROAD_FIELDS
from malaparte.quantity.spread import Spread
from malaparte.scenario import base, force, place, plot
from malaparte.scenario.document import Scenario
from malaparte.scenario.walk import Located, quantities
from malaparte.world.geometry import distance_to_line, distances
from malaparte.world.names import Names, names
from malaparte.world.public import fill_public
from malaparte.world.road import fill_road, road_paths, road_sizes

SECTIONS = {
    "place": "places",
    "dependency": "dependencies",
    "guard": "guards",
    "reserve": "reserves",
    "squad": "squads",
    "leader": "leaders",
}
"""Kind of entity -> section of the scenario."""

ALL_FIELDS = (*state.FIELDS, *ROAD_FIELDS, *public.PUBLIC_FIELDS)
"""All fields of the kernel, in the order of their indices."""

FAR = 1e9
"""Distance from a march that nobody marches, metres."""


class Column(NamedTuple):
    """An uncertain number: its canonical path, its spread, its unit."""

    path: str
    spread: Spread
    unit: str


@dataclass(frozen=True, repr=False)
class World:
    """A scenario as numbers: what every one of its worlds has in common.

    ints int64 and floats float64 are templates of the kernel's state; cells int64 says, for each
    place of theta, which column it holds, -1 for none (0.0).
    """

    scenario: Scenario
    columns: tuple[Column, ...]
    names: dict[str, tuple[str, ...]]
    team_squad: tuple[int, ...]
    group_reserve: tuple[int, ...]
    person_leader: tuple[int, ...]
    goals: tuple[int, ...]
    ints: NDArray[np.int64]
    floats: NDArray[np.float64]
    cells: NDArray[np.int64]

    @property
    def columns_of_rows(self) -> tuple[str, ...]:
        """Names of the columns of an outcome row: the day's, and those of army and street."""
        if not any(self.names[kind] for kind in ("unit", "street", "holding")):
            return COLUMNS
        return (*COLUMNS, *MORE, *(f"unit.{unit}" for unit in self.names["unit"]))

    def __repr__(self) -> str:
        """Return how large it is."""
        many = ((len(self.names["place"]), "places"), (len(self.team_squad), "squads"))
        sizes = ", ".join(f"{n:,} {what}" for n, what in (*many, (len(self.columns), "numbers")))
        return f"<{self.scenario.id} as numbers: {sizes}>"


def build(scenario: Scenario, *, log_slots: int = 0) -> World:
    """Turn a checked scenario into arrays.

    Parameters
    ----------
    scenario : Scenario
        As `malaparte.scenario.load.load` returns it.
    log_slots : int
        Rows of the event log; 0 keeps no events.

    Raises
    ------
    ScenarioError
        If two ids of entities share a 32-bit key, which would make them share their luck.
    """
    numbers = quantities(scenario)
    entities = names(scenario, numbers)
    _refuse_equal_keys(scenario, entities)
    paths = sorted({located.canonical for located in numbers.values()})
    columns = tuple(_column(path, numbers) for path in paths)
    sizes, clocks = _sizes(entities, log_slots)
    ints, floats, cells = _lay_out(sizes)
    _fill_cells(ints, cells, numbers, entities, {path: i for i, path in enumerate(paths)})
    _fill_fixed(ints, scenario, entities, clocks)
    _fill_metric(ints, floats, scenario, entities)
    fill_road(ints, scenario, entities.of, len(cells))
    fill_public(ints, scenario, entities.of, clocks["pulse"])
    goals = {target for squad in scenario.squads.values() for target in squad.targets}
    if scenario.army:  # units make for command nodes
        goals |= set(scenario.power.nodes)
    position = entities.index("place")
    return World(
        scenario=scenario,
        columns=columns,
        names=entities.of,
        team_squad=entities.team_squad,
        group_reserve=entities.group_reserve,
        person_leader=entities.person_leader,
        goals=tuple(sorted(position[goal] for goal in goals)),
        ints=ints,
        floats=floats,
        cells=cells,
    )


def _column(path: str, numbers: dict[str, Located]) -> Column:
    located = numbers[path]
    return Column(path, located.quantity.spread, located.measure.unit)


def _refuse_equal_keys(scenario: Scenario, entities: Names) -> None:
    for kind in ("place", "guard", "group", "team", "person", "unit", "authority"):
        seen: dict[int, str] = {}
        for name in entities.of[kind]:
            other = seen.setdefault(entity_key(name), name)
            if other != name:
                found = f"{name!r} and {other!r} have the same key"
                problem = Problem(
                    scenario.id, 0, kind, found, "ids with different keys", "rename one"
                )
                raise ScenarioError([problem])


def _sizes(entities: Names, log_slots: int) -> tuple[dict[str, int], dict[str, int]]:
    """Return how many of each entity there are, and where the clocks of each rule begin."""
    sizes = {kind: len(ids) for kind, ids in entities.of.items()}
    order = (
        ("stay", sizes["stay"]),
        ("half", 2),
        ("team", sizes["team"]),
        ("clash", sizes["place"]),
        ("occupy", sizes["place"]),
        ("alarm", 1),
        ("warn_guard", sizes["guard"]),
        ("warn_person", sizes["person"]),
        ("call", sizes["place"]),
        ("group", sizes["group"]),
        ("backup", sizes["dependency"]),
        ("news", sizes["team"]),
        ("power", 1),
        ("pulse", min(1, sizes["unit"] + sizes["street"])),
    )
    clocks: dict[str, int] = {}
    used = 0
    for rule, number in order:
        clocks[rule] = used
        used += number
    leaves = 2
    while leaves < used:
        leaves *= 2
    clocks["leaves"] = leaves
    clocks["used"] = used
    sizes |= {"one": 1, "pair": 2, "clock": leaves, "log": log_slots * state.LOG_WIDTH}
    sizes["place_place"] = sizes["place"] ** 2
    return sizes | road_sizes(sizes), clocks


def _lay_out(
    sizes: dict[str, int],
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.int64]]:
    """Give every field its place: offsets first, then fixed values, then state."""
    fields = ALL_FIELDS
    offsets = [0] * len(fields)
    ends = {"theta": 0, "ints": len(fields), "floats": 0}
    begin = {"ints": 0, "floats": 0}
    for part, array in (
        ("theta", "theta"),
        ("fixed", "ints"),
        ("road_ints", "ints"),
        ("metric", "floats"),
        ("road_floats", "floats"),
        ("public_ints", "ints"),
        ("ints", "ints"),
        ("public_floats", "floats"),
        ("floats", "floats"),
    ):
        if part.startswith("public"):
            begin[array] = ends[array]
        for i, field in enumerate(fields):
            if field.array == part:
                offsets[i] = ends[array]
                ends[array] += sizes[field.per]
        if part == "theta":
            # The day reads a copy of theta that the road has changed.
            sizes = sizes | {"theta": ends["theta"] * sizes["road"]}
    ints = np.zeros(ends["ints"], dtype=np.int64)
    ints[: len(offsets)] = offsets
    ints[ints[state.INTS_STATE]] = begin["ints"]
    ints[ints[state.FLOATS_STATE]] = begin["floats"]
    cells = np.full(ends["theta"], -1, dtype=np.int64)
    return ints, np.zeros(ends["floats"], dtype=np.float64), cells


def paths_of(field: state.Field, entities: Names) -> list[str]:
    """Return the scenario path of each value of a field of theta."""
    if "." in field.name:
        return road_paths(field, entities.of)
    kind, _, name = field.name.partition("_")
    if field.name == "power_nodes":
        return [f"power.nodes.{place}" for place in entities.of["place"]]
    if kind == "stay":
        pairs = (stay.split("/") for stay in entities.of["stay"])
        return [f"leaders.{leader}.stays.{i}.{name}" for leader, i in pairs]
    if kind in SECTIONS:
        return [f"{SECTIONS[kind]}.{entity}.{name}" for entity in entities.of[kind]]
    return [f"{kind}.{name}"]


def _fill_cells(
    ints: NDArray[np.int64],
    cells: NDArray[np.int64],
    numbers: dict[str, Located],
    entities: Names,
    position: dict[str, int],
) -> None:
    for i, field in enumerate(ALL_FIELDS):
        if field.array == "theta":
            for j, path in enumerate(paths_of(field, entities)):
                if path in numbers:
                    cells[ints[i] + j] = position[numbers[path].canonical]


def _fill_fixed(
    ints: NDArray[np.int64], scenario: Scenario, entities: Names, clocks: dict[str, int]
) -> None:
    at = {kind: entities.index(kind) for kind in entities.of}
    place_at = at["place"]

    def put(field: int, values: int | Sequence[int]) -> None:
        many = [values] if isinstance(values, int) else values
        ints[ints[field] : ints[field] + len(many)] = many

    def code(model: type[Any], field: str, value: str) -> int:
        return typing.get_args(typing.get_type_hints(model)[field]).index(value)

    def keys(kind: str) -> list[int]:
        return [entity_key(name) for name in entities.of[kind]]

    for kind in ("place", "guard", "reserve", "group", "squad", "team", "leader", "person", "stay"):
        put(getattr(state, f"{kind}s".upper()), len(entities.of[kind]))
    put(state.DEPENDENCIES, len(entities.of["dependency"]))
    start = base.seconds(scenario.day.start)
    put(state.DAY_START, start)
    put(state.DAY_END, start + 3600 * scenario.day.hours)
    plan, command = scenario.plan, scenario.command
    put(state.DOCTRINE, code(plot.Plan, "doctrine", plan.doctrine))
    put(state.ORDER, code(plot.Plan, "order", plan.order))
    put(state.SIGNAL, code(plot.Plan, "signal", plan.signal))
    put(state.RESPONSE, code(plot.Plan, "response", plan.response))
    put(state.FALLBACK, code(plot.Plan, "fallback", plan.fallback))
    put(state.HEADQUARTERS, place_at[plan.headquarters])
    for name in ("centre", "shelter", "telephone", "telegraph"):
        put(getattr(state, name.upper()), place_at[getattr(command, name)])
    if scenario.columns:
        put(state.COLUMNS_SINCE, base.seconds(scenario.columns.since))
        put(state.COLUMNS_UNTIL, base.seconds(scenario.columns.until))

    places = [scenario.places[name] for name in entities.of["place"]]
    put(state.PLACE_KEY, keys("place"))
    guard_of = {guard.place: at["guard"][name] for name, guard in scenario.guards.items()}
    put(state.PLACE_GUARD, [guard_of.get(name, -1) for name in entities.of["place"]])
    put(state.PLACE_CUT, [int(each.category in plan.cut) for each in places])
    put(state.PLACE_SECRET, [int(name in command.secret) for name in entities.of["place"]])
    put(state.PLACE_OPEN, [int(each.open) for each in places])
    put(state.PLACE_MANY, [int(each.scattered is not None) for each in places])

    services = [scenario.dependencies[name] for name in entities.of["dependency"]]
    put(state.DEPENDENCY_SUPPLIER, [place_at[each.supplier] for each in services])
    put(state.DEPENDENCY_CONSUMER, [place_at[each.consumer] for each in services])
    kinds = [code(place.Dependency, "kind", each.kind) for each in services]
    put(state.DEPENDENCY_KIND, kinds)

    guards = [scenario.guards[name] for name in entities.of["guard"]]
    put(state.GUARD_KEY, keys("guard"))
    put(state.GUARD_PLACE, [place_at[each.place] for each in guards])
    put(state.GUARD_POSTURE, [code(force.Guard, "posture", each.posture) for each in guards])
    put(state.GUARD_HIDDEN, [int(each.hidden) for each in guards])

    reserves = [scenario.reserves[name] for name in entities.of["reserve"]]
    put(state.RESERVE_PLACE, [place_at[each.place] for each in reserves])
    put(state.RESERVE_VEHICLE, [code(force.Reserve, "vehicle", each.vehicle) for each in reserves])
    put(state.RESERVE_FIRST, _firsts(entities.group_reserve, len(reserves)))
    put(state.RESERVE_SLOTS, _counts(entities.group_reserve, len(reserves)))
    put(state.GROUP_KEY, keys("group"))
    put(state.GROUP_RESERVE, entities.group_reserve)

    squads = [scenario.squads[name] for name in entities.of["squad"]]
    put(state.SQUAD_HALF, [int(plan.phases[each.phase].kind == "arrests") for each in squads])
    put(state.SQUAD_VEHICLE, [code(force.Squad, "vehicle", each.vehicle) for each in squads])
    put(state.SQUAD_ARRESTS, [int(bool(each.persons)) for each in squads])
    put(state.SQUAD_FIRST, _firsts(entities.team_squad, len(squads)))
    put(state.SQUAD_SLOTS, _counts(entities.team_squad, len(squads)))
    wanted = [
        [place_at[t] for t in s.targets] or [at["leader"][t] for t in s.persons] for s in squads
    ]
    put(state.SQUAD_WANTED, [len(each) for each in wanted])
    put(state.SQUAD_TARGETS, [sum(map(len, wanted[:i])) for i in range(len(wanted))])
    put(state.TARGET, [target for each in wanted for target in each])
    put(state.TEAM_KEY, keys("team"))
    put(state.TEAM_SQUAD, entities.team_squad)
    starts: list[int] = []
    first = _firsts(entities.team_squad, len(squads))
    for team, squad in enumerate(entities.team_squad):
        musters = squads[squad].start
        starts.append(place_at[musters[(team - first[squad]) % len(musters)]])
    put(state.TEAM_START, starts)

    leaders = [scenario.leaders[name] for name in entities.of["leader"]]
    put(state.LEADER_FIRST, _firsts(entities.person_leader, len(leaders)))
    put(state.LEADER_SLOTS, _counts(entities.person_leader, len(leaders)))
    put(state.LEADER_BELIEVED, [place_at[each.believed] for each in leaders])
    put(state.PERSON_KEY, keys("person"))
    put(state.PERSON_LEADER, entities.person_leader)
    stays = [(i, stay) for i, leader in enumerate(leaders) for stay in leader.stays]
    put(state.STAY_LEADER, [i for i, _ in stays])
    put(state.STAY_SINCE, [base.seconds(stay.since) for _, stay in stays])
    put(state.STAY_PLACE, [place_at[stay.place] for _, stay in stays])
    put(state.STAY_OTHERWISE, [place_at[stay.otherwise] for _, stay in stays])

    put(state.CLOCK_SLOTS, clocks["leaves"])
    put(state.SLOTS, clocks["used"])
    for rule, slot in clocks.items():
        if rule not in ("leaves", "used", "pulse"):
            put(getattr(state, f"SLOT_{rule}".upper()), slot)


def _firsts(parents: Sequence[int], number: int) -> list[int]:
    """Return where the children of each parent begin."""
    counts = _counts(parents, number)
    return [sum(counts[:i]) for i in range(number)]


def _counts(parents: Sequence[int], number: int) -> list[int]:
    """Return how many children each parent has."""
    return [parents.count(i) for i in range(number)]


def _fill_metric(
    ints: NDArray[np.int64], floats: NDArray[np.float64], scenario: Scenario, entities: Names
) -> None:
    ids = entities.of["place"]
    points = [scenario.places[name].at for name in ids]
    far = distances(points).ravel()
    floats[ints[state.DISTANCE] : ints[state.DISTANCE] + far.size] = far
    march = [FAR] * len(ids)
    if scenario.columns:
        route = [points[ids.index(name)] for name in scenario.columns.route]
        march = [distance_to_line(point, route) for point in points]
    floats[ints[state.MARCH] : ints[state.MARCH] + len(march)] = march
