"""The entities of a scenario, in the order in which the kernel keeps them.

Everything is sorted by id, so the order of declaration changes nothing, and an entity more leaves
the order of the others as it was.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import get_args

from malaparte.kernel.outcome import MORE
from malaparte.quantity.spread import Spread
from malaparte.scenario.document import Scenario
from malaparte.scenario.economy import MonthId
from malaparte.scenario.walk import Located

Ids = tuple[str, ...]
MONTHS: Ids = get_args(MonthId)


@dataclass(frozen=True)
class Names:
    """Ids of all entities by kind, and which entity a generated one belongs to."""

    of: dict[str, Ids]
    """Kind -> ids; generated entities are called ``parent/ordinal``."""
    team_squad: tuple[int, ...]
    group_reserve: tuple[int, ...]
    person_leader: tuple[int, ...]

    def index(self, kind: str) -> dict[str, int]:
        """Return the place of each id of a kind in its arrays."""
        return {name: i for i, name in enumerate(self.of[kind])}


def most(spread: Spread) -> int:
    """Return the largest whole number that a count can be drawn as.

    A count without an upper limit (Poisson) is cut eight standard deviations above its mean.
    """
    hi = spread.support()[1]
    if spread.kind == "poisson":
        hi = spread.args[0] + 8.0 * math.sqrt(spread.args[0]) + 8.0
    return math.floor(hi + 0.5)


def road_names(scenario: Scenario) -> dict[str, Ids]:
    """List the entities of the road; all lists are empty where there is none.

    Quotes stand in the order of their dates, because each holds until the next.
    """
    road = scenario.road
    if road is None:
        empty: Ids = ()
        return dict.fromkeys(("road", "shock", "quote", "month", "good", "sector", "lean"), empty)
    quotes = sorted((quote.since, name) for name, quote in road.grain.quotes.items())
    sectors = road.services.sectors
    return {
        "road": ("road",),
        "shock": tuple(sorted(road.shocks)),
        "quote": tuple(name for _, name in quotes),
        "month": MONTHS,
        "good": ("bread", "wares"),
        "sector": tuple(sorted(sectors)),
        "lean": tuple(
            f"{name}/{other}" for name in sorted(sectors) for other in sorted(sectors[name].leans)
        ),
    }


def public_names(scenario: Scenario) -> dict[str, Ids]:
    """List the entities of army, street, second authorities and holding."""
    army, street = scenario.army, scenario.street
    there = {
        "army": army,
        "parade": army.parade if army else None,
        "street": street,
        "holding": scenario.holding,
        "fates": scenario.fates,
    }
    return {
        **{name: (name,) if part else () for name, part in there.items()},
        "unit": tuple(sorted(army.units)) if army else (),
        "channel": tuple(sorted(scenario.channels)),
        "authority": tuple(sorted(scenario.authorities)),
        "district": tuple(sorted(street.districts)) if street else (),
        "toll": MORE,
    }


def names(scenario: Scenario, numbers: dict[str, Located]) -> Names:
    """List the entities of a scenario; numbers are its quantities by path."""
    of: dict[str, Ids] = {
        "place": tuple(sorted(scenario.places)),
        "dependency": tuple(sorted(scenario.dependencies)),
        "guard": tuple(sorted(scenario.guards)),
        "reserve": tuple(sorted(scenario.reserves)),
        "squad": tuple(sorted(scenario.squads)),
        "leader": tuple(sorted(scenario.leaders)),
    }

    def generated(kind: str, path: str) -> tuple[Ids, tuple[int, ...]]:
        ids: list[str] = []
        parents: list[int] = []
        for i, parent in enumerate(of[kind]):
            slots = most(numbers[path.format(parent)].quantity.spread)
            ids += [f"{parent}/{ordinal + 1}" for ordinal in range(slots)]
            parents += [i] * slots
        return tuple(ids), tuple(parents)

    of["team"], team_squad = generated("squad", "squads.{}.count")
    of["group"], group_reserve = generated("reserve", "reserves.{}.groups")
    of["person"], person_leader = generated("leader", "leaders.{}.number")
    of["stay"] = tuple(
        f"{leader}/{i}"
        for leader in of["leader"]
        for i in range(len(scenario.leaders[leader].stays))
    )
    of["target"] = tuple(
        f"{squad}/{target}"
        for squad in of["squad"]
        for target in (*scenario.squads[squad].targets, *scenario.squads[squad].persons)
    )
    of |= road_names(scenario) | public_names(scenario)
    return Names(of, team_squad, group_reserve, person_leader)
