"""The roads of the first worlds of a design, for a report; recomputed, never stored."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from malaparte.ensemble.design import INNER, Design
from malaparte.errors import UsageError
from malaparte.kernel.road import run
from malaparte.kernel.road.fields import SHOCK_TENSION
from malaparte.said import said
from malaparte.world import draw
from malaparte.world.build import World
from malaparte.world.road import days_of

MOST = 2_048
"""Worlds whose roads are walked for a report."""

_SLICE = 256


@dataclass(frozen=True)
class Roads:
    """Roads of worlds 0 to n - 1.

    days int64 [dates]: days since the beginning of the economy.  series float64 [n, dates,
    `run.SERIES`]. facts float64 [n, `run.FACTS`].  tensions: what each shock takes away of the calm
    in a world that was walked alone, by its id.
    """

    days: NDArray[np.int64]
    series: NDArray[np.float64]
    facts: NDArray[np.float64]
    tensions: dict[str, float] = field(default_factory=dict[str, float])

    def of(self, name: str) -> NDArray[np.float64]:
        """Return a series, float64 [n, dates], by its name."""
        return self.series[:, :, run.SERIES.index(name)]

    def fact(self, name: str) -> NDArray[np.float64]:
        """Return a fact, float64 [n], by its name."""
        return self.facts[:, run.FACTS.index(name)]

    def shortfall(self) -> NDArray[np.float64]:
        """Return state purchases since 1 July, less than those of the year before, [n, dates].

        Of dates of the first campaign it is not known (NaN).  Needs every day.
        """
        procured = self.of("procured")
        found = np.full_like(procured, np.nan)
        found[:, 365:] = procured[:, :-365] - procured[:, 365:]
        return found


def walked_one(world: World, seed: int, number: int) -> Roads:
    """Walk the road of one world of a scenario with a road, every day reported."""
    days = np.arange(days_of(world.scenario)[1], dtype=np.int64)
    series = np.empty((1, len(days), len(run.SERIES)))
    facts = np.empty((1, len(run.FACTS)))
    thetas = draw.theta(world, draw.columns(world, seed, number // INNER, 1))
    ints, floats = world.ints.copy(), world.floats.copy()
    run.walk_many(thetas, ints, floats, seed, number, 1, INNER, days, series, facts)
    sizes = thetas[0, ints[SHOCK_TENSION] :].tolist()
    return Roads(days, series, facts, dict(zip(world.names["shock"], sizes, strict=False)))


def walked(world: World, design: Design) -> Roads:
    """Walk the first roads of a design to the end of the economy, every day reported.

    Raises
    ------
    UsageError
        If the scenario has no road.
    """
    if world.scenario.road is None:
        raise UsageError(said("{name} has no road", name=world.scenario.id))
    days = np.arange(days_of(world.scenario)[1], dtype=np.int64)
    worlds = min(MOST, design.worlds)
    series = np.empty((worlds, len(days), len(run.SERIES)))
    facts = np.empty((worlds, len(run.FACTS)))
    size = max(_SLICE // INNER, 1) * design.inner

    def walk(first: int) -> None:
        many = min(size, worlds - first)
        drawn = draw.columns(world, design.seed, first // design.inner, -(-many // design.inner))
        ints, floats = world.ints.copy(), world.floats.copy()
        span = slice(first, first + many)
        where = design.seed, first, many, design.inner
        thetas = draw.theta(world, drawn)
        run.walk_many(thetas, ints, floats, *where, days, series[span], facts[span])

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(walk, range(0, worlds, size)))  # what one raises is raised here
    return Roads(days, series, facts)
