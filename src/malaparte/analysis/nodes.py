"""Places by what their loss does to the others, and how it comes back.

Each place in turn stops wholly for a day; the others lose what the inoperability input-output model
says (Haimes and Jiang 2001, the equation of the day's rule `kernel.day.services`), orders included:
q = min(1, c + A q).  A consumer feels it after its hours of backup.  When the place comes back it
is repaired at the rate of its sector, if the road has one (dq/dt = -K q: Lian and Haimes 2006).
Dependency weights are guesses, so every set of assumptions gives a ranking, and a rank has a
probability.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from malaparte.kernel import state
from malaparte.world.build import World
from malaparte.world.draw import columns

Floats = NDArray[np.float64]

HOURS = (0, 1, 3, 6, 12, 23, 25, 30, 36, 48, 72, 96)
"""Hours after the loss at which the curve is told."""
OUT = 24.0
"""Hours for which the place is lost."""
_SWEEPS = 60
_GUARD = "guard"
"""The kind of dependency that takes away help, not a service."""


@dataclass(frozen=True)
class Node:
    """What the loss of one place does.

    loss: places' worth of function that the others lose once backups are used up: mean, and the
    middle 90 % across assumptions.  ranks: probability of each rank, the first for the worst loss.
    curve: the same loss by `HOURS`: mean, 5 % and 95 %.
    """

    place: str
    loss: float
    low: float
    high: float
    ranks: tuple[float, ...]
    curve: tuple[tuple[float, float, float], ...]


def nodes(world: World, seed: int, sets: int, most: int = 10) -> tuple[Node, ...]:
    """Return the places whose loss does most, the worst first; none if no place serves another.

    Parameters
    ----------
    world : World
        The scenario as numbers.
    seed, sets : int
        Which sets of assumptions.
    most : int
        How many places, and how many ranks.
    """
    told = world.scenario.dependencies
    lines = [
        (i, told[name]) for i, name in enumerate(world.names["dependency"]) if _serves(told[name])
    ]
    suppliers = sorted({line.supplier for _, line in lines})
    if not suppliers:
        return ()
    drawn = columns(world, seed, 0, sets)
    losses, backups = (
        _field(world, drawn, field)[:, [i for i, _ in lines]]
        for field in (state.DEPENDENCY_LOSS, state.DEPENDENCY_BACKUP)
    )
    ids = world.names["place"]
    ends = np.array([[ids.index(line.supplier), ids.index(line.consumer)] for _, line in lines])
    lost = {name: ids.index(name) for name in suppliers}
    whole = np.stack(
        [_spread(at, 1.0, losses, ends, len(ids)) for at in lost.values()], axis=1
    )  # [sets, suppliers]
    order = np.argsort(-whole, axis=1, kind="stable")
    ranks = np.argsort(order, axis=1)
    found: list[Node] = []
    worst: list[int] = np.argsort(-whole.mean(axis=0), kind="stable").tolist()
    for k in worst[:most]:
        name, low_high = suppliers[k], np.quantile(whole[:, k], (0.05, 0.95))
        chance = tuple(float((ranks[:, k] == rank).mean()) for rank in range(most))
        curve = _curve(world, drawn, lost[name], name, losses, backups, ends)
        mean = float(whole[:, k].mean())
        found.append(Node(name, mean, float(low_high[0]), float(low_high[1]), chance, curve))
    return tuple(found)


def _serves(line: Any) -> bool:
    return line.kind != _GUARD


def _field(world: World, drawn: Floats, field: int) -> Floats:
    """Return the values of a field of theta, float64 [sets, entities]."""
    entities = len(world.names[state.FIELDS[field].per])
    cells = world.cells[int(world.ints[field]) :][:entities]
    return np.where(cells >= 0, drawn[:, cells], 0.0)


def _spread(
    lost: int, own: float | Floats, losses: Floats, ends: NDArray[np.int64], places: int
) -> Floats:
    """Return what all other places lose together while one has lost ``own``; losses [sets, n]."""
    q = np.zeros((len(losses), places))
    for _ in range(_SWEEPS):
        new = np.zeros_like(q)
        new[:, lost] = own
        for d, (supplier, consumer) in enumerate(ends):
            new[:, consumer] += losses[:, d] * q[:, supplier]
        new = np.minimum(new, 1.0)
        if np.abs(new - q).max() < 1e-9:
            break
        q = new
    return q.sum(axis=1) - q[:, lost]


def _curve(
    world: World,
    drawn: Floats,
    lost: int,
    name: str,
    losses: Floats,
    backups: Floats,
    ends: NDArray[np.int64],
) -> tuple[tuple[float, float, float], ...]:
    """Return the loss of the others by hour: backups run out, then repair."""
    repair = _repair(world, drawn, name)
    found: list[tuple[float, float, float]] = []
    for hour in HOURS:
        own: float | Floats = 1.0
        if hour >= OUT:
            own = np.zeros(len(drawn)) if repair is None else np.exp(-repair * (hour - OUT) / 24)
        felt = np.where(backups <= hour, losses, 0.0)
        total = _spread(lost, own, felt, ends, len(world.names["place"]))
        low, high = np.quantile(total, (0.05, 0.95))
        found.append((float(total.mean()), float(low), float(high)))
    return tuple(found)


def _repair(world: World, drawn: Floats, name: str) -> Floats | None:
    """Return the rate of repair of a place's sector, 1/day by set; None if it has none."""
    road = world.scenario.road
    category = world.scenario.places[name].category
    for sector, told in ({} if road is None else road.services.sectors).items():
        if category in told.categories:
            path = f"road.services.sectors.{sector}.repair"
            if told.repair.same is not None:
                path = f"numbers.{told.repair.same}"
            at = [column.path for column in world.columns].index(path)
            return drawn[:, at]
    return None
