"""The plan: squads divided among targets by what the plotters believe."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from benchmarks.twin.clockwork import NEVER
from benchmarks.twin.squad import Arresters, Kind, Seizers, Squad

if TYPE_CHECKING:
    from benchmarks.twin.city import City
    from benchmarks.twin.place import Place


def squads_of(city: City, name: str) -> list[Squad]:
    """Return the squads of a kind, each with its order and the clock of its departure."""
    told, headquarters = city.scenario.squads[name], city.headquarters
    half = city.scenario.plan.phases[told.phase].kind
    kind = Kind(half, told.vehicle, city.numbers(f"squads.{name}.fire") / 60)
    count = city.numbers.whole(f"squads.{name}.count")
    men = city.numbers.whole(f"squads.{name}.size")
    if men < 1 or count < 1:
        return []
    musters = [city.places[place] for place in told.start]
    starts = [musters[i % len(musters)] for i in range(count)]
    strike = headquarters.strike_of(half)
    if told.persons:
        wanted = [person for leader in told.persons for person in city.people[leader]]
        goals = len(wanted)
        squads: list[Squad] = [
            Arresters(city, kind, start, men, strike, wanted) for start in starts
        ]
    else:
        orders, goals = divided(city, [city.places[place] for place in told.targets], count, men)
        squads = [
            Seizers(city, kind, start, men, strike, target)
            for start, target in zip(starts, orders, strict=True)
        ]
    if half == headquarters.first_half:
        headquarters.goals_of_first += goals
    if strike < NEVER:
        for squad in squads:
            squad.next.set(max(city.start, squad.departure()))
    return squads


def divided(city: City, targets: list[Place], count: int, men: int) -> tuple[list[Place], int]:
    """Return the target of each squad, and how many targets got any.

    The most wanted first, each with as many squads as it is believed to need; what is left over
    goes round again.
    """
    orders: list[Place] = []
    for target in targets:
        need = city.numbers("plan.margin") * believed(city, target) / men
        orders += [target] * max(1, math.ceil(need))
    goals = len(set(orders[:count]))
    rounds = count - len(orders)
    orders += [targets[i % len(targets)] for i in range(rounds)]
    return orders[:count], goals


def believed(city: City, place: Place) -> float:
    """Return how many defenders the plotters reckon with."""
    for name, guard in city.scenario.guards.items():
        if guard.place == place.name and guard.posture != "none":
            share = city.numbers("plan.suspicion" if guard.hidden else "plan.estimate")
            return city.numbers(f"guards.{name}.size") * share
    return 0.0
