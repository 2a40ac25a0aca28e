"""From the road of a scenario to arrays."""

from __future__ import annotations

import datetime
import typing
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from malaparte.kernel import state
from malaparte.kernel.rng import entity_key
from malaparte.kernel.road import fields
from malaparte.scenario import base, intelligence, road
from malaparte.scenario.document import Scenario
from malaparte.scenario.road_rules import MOST_DAYS

Ints = NDArray[np.int64]


def road_sizes(sizes: dict[str, int]) -> dict[str, int]:
    """Return how many there are of what only the road's fields are per."""
    there = sizes["road"]
    return {
        "road_day": MOST_DAYS * there,
        "cause": (sizes["sector"] + 3) * there,
        "source": fields.SOURCES * there,
    }


def road_paths(field: state.Field, of: dict[str, tuple[str, ...]]) -> list[str]:
    """Return the scenario path of each value of a field of the road in theta."""
    if field.per == "lean":
        return [
            f"road.services.sectors.{a}.leans.{b}" for a, b in (x.split("/") for x in of["lean"])
        ]
    return [field.name.replace("*", name) for name in of[field.per]]


def days_of(scenario: Scenario) -> tuple[datetime.date, int]:
    """Return the first day of the economy and the number of its days; of a scenario with a road."""
    assert scenario.road is not None
    first = scenario.road.economy
    return first, (scenario.road.until - first).days


def fill_road(ints: Ints, scenario: Scenario, of: dict[str, tuple[str, ...]], values: int) -> None:
    """Write what holds for every world of a scenario with a road."""

    def put(field: int, numbers: int | Sequence[int]) -> None:
        many = [numbers] if isinstance(numbers, int) else numbers
        ints[ints[field] : ints[field] + len(many)] = many

    def code(model: type[base.Base], field: str, value: str) -> int:
        return typing.get_args(typing.get_type_hints(model)[field]).index(value)

    told = scenario.road
    put(fields.START_DAY, -1)
    if told is None:
        return
    first, days = days_of(scenario)

    def day(date: datetime.date) -> int:
        return (date - first).days

    calendar = [first + datetime.timedelta(n) for n in range(days)]
    put(fields.ROAD, 1)
    put(fields.DAYS, days)
    put(fields.STEPS_A_DAY, 1)
    put(fields.ROAD_FIRST, day(told.since))
    put(fields.EVE, day(scenario.day.date))
    couplings: tuple[str, ...] = typing.get_args(road.Coupling)
    put(fields.CUT, sum(1 << couplings.index(name) for name in set(told.cut)))
    put(fields.THETA_SIZE, values)
    put(fields.INTS_END, int(ints[fields.LEAK_FIRINGS]) + fields.SOURCES)
    put(fields.DAY_MONTH, [date.month - 1 for date in calendar])
    lengths = [(date.replace(day=28) + datetime.timedelta(4)).replace(day=1) for date in calendar]
    put(fields.DAY_LENGTH, [(end - datetime.timedelta(1)).day for end in lengths])

    put(fields.SHOCKS, len(of["shock"]))
    put(fields.SHOCK_DAY, [day(told.shocks[name].date) for name in of["shock"]])
    put(fields.QUOTES, len(of["quote"]))
    put(fields.QUOTE_DAY, [day(told.grain.quotes[name].since) for name in of["quote"]])
    put(fields.DENY, int(told.rumour.deny == "press"))
    put(fields.DENY_SINCE, day(told.rumour.deny_since or told.since))
    put(fields.SHORTAGE_NEWS, int(told.rumour.shortage == "news"))
    put(fields.REHEARSE, int(told.services.rehearse))
    put(fields.PLOT_SINCE, day(told.plot.since))
    put(fields.MEETINGS_SINCE, day(told.plot.meetings_since))
    put(fields.ANSWER, code(intelligence.Growth, "answer", told.plot.answer))
    put(fields.ARREST, code(intelligence.Arrest, "policy", told.arrest.policy))
    put(fields.ARREST_SINCE, day(told.arrest.since))
    put(fields.GUESTS_COME, day(told.arrest.guests_come))
    put(fields.GUESTS_GO, day(told.arrest.guests_go))
    put(fields.FEAST, day(told.arrest.feast))

    sectors = of["sector"]
    at = {name: i for i, name in enumerate(sectors)}
    put(fields.SECTORS, len(sectors))
    put(fields.SECTOR_ID, [entity_key(name) for name in sectors])
    carriers = [at[name] for name in sectors if told.services.sectors[name].carries]
    put(fields.RAIL, carriers[0] if carriers else -1)
    category = {
        word: at[name] for name in sectors for word in told.services.sectors[name].categories
    }
    places = [scenario.places[name] for name in of["place"]]
    put(fields.SECTOR_OF, [category.get(place.category, -1) for place in places])
    pairs = [name.split("/") for name in of["lean"]]
    put(fields.LEANS, len(pairs))
    put(fields.LEAN_SECTOR, [at[name] for name, _ in pairs])
    put(fields.LEAN_ON, [at[other] for _, other in pairs])

    stays = len(of["stay"])
    for own, field in (
        (fields.STAY_OWN, state.STAY_PLACE),
        (fields.STAY_ELSE, state.STAY_OTHERWISE),
    ):
        ints[ints[own] : ints[own] + stays] = ints[ints[field] : ints[field] + stays]
    put(fields.MARCH_SINCE, int(ints[ints[state.COLUMNS_SINCE]]))
    put(fields.MARCH_UNTIL, int(ints[ints[state.COLUMNS_UNTIL]]))
