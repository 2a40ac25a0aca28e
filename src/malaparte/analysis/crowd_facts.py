"""Facts of Epstein's model (2002) of crowds, asked of the street of a fixture alone."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from malaparte.analysis.fact import Fact, Index, left_out
from malaparte.ensemble.design import INNER, Design
from malaparte.ensemble.simulation import Simulation, run_one
from malaparte.kernel.public import fields
from malaparte.kernel.public.alone import street_alone
from malaparte.world import draw
from malaparte.world.build import World

Floats = NDArray[np.float64]

SETS = 64
"""Sets of assumptions, one street each."""
MINUTES = 5.0
BEFORE, AFTER = 0.9, 0.45
"""Legitimacy that is lost: at the first nobody comes out, by the published threshold."""
STEPS, HOURS = 10, 6.0
"""The gradual loss comes in so many steps, so many hours apart; crowds gather and tire within."""

CALM: dict[str, object] = {
    "plan.doctrine": "agitation",
    "army.units.*.pledged": 0,
    "street.march": 500,
}
"""The plot calls the people at once, no unit moves, no squad goes out."""


def crowd_facts(changed: Callable[[Mapping[str, object]], World], seed: int) -> list[Fact]:
    """Return what is said of crowds; changed: gives the fixture with values set, as numbers."""
    world = changed(CALM)
    rows = Simulation(world, Design(INNER, seed))((0, INNER), lambda: False).rows
    crowd = rows[:, world.columns_of_rows.index("crowd")].astype(np.float64)
    thetas = draw.theta(world, draw.columns(world, seed, 0, SETS))
    sudden = _peaks(world, thetas, loss(1))
    gradual = _peaks(world, thetas, loss(STEPS))
    districts = np.array([_together(world, thetas[n : n + 1], seed, n) for n in range(SETS)])

    def ratio(index: Index) -> float:
        under = float(gradual[index].mean())
        return float(sudden[index].mean()) / under if under > 0.0 else math.inf

    skew = left_out(lambda index: _skew(crowd[index]), INNER, 1)
    together = left_out(lambda index: float(districts[index].mean()), SETS, 1)
    return [
        Fact("E1", "skew of crowds on the same inputs", *skew, 1.0, 1e9, INNER),
        Fact("E2", "peak, sudden over gradual", *left_out(ratio, SETS, 1), 2.0, 1e9, SETS),
        Fact("E4", "police a person and share out, by district", *together, -1.0, -0.2, SETS),
    ]


def _skew(crowd: Floats) -> float:
    spread = crowd.std()
    return float(((crowd - crowd.mean()) ** 3).mean() / spread**3) if spread > 0 else 0.0


def loss(steps: int) -> Floats:
    """Return legitimacy by pulse: a while as it was, then the loss in steps, then as it is."""
    wait = int(60.0 * HOURS / MINUTES)
    lost = np.repeat(np.linspace(BEFORE, AFTER, steps + 1), wait)
    return np.append(lost, np.full((STEPS - steps) * wait, AFTER))


def _peaks(world: World, thetas: Floats, legitimacy: Floats) -> Floats:
    """Return the largest crowd of each set, [sets]; the crowd is carried on from step to step."""
    peaks: list[float] = []
    for given in thetas:
        theta, ints, floats = given.copy(), world.ints.copy(), world.floats.copy()
        out: list[float] = []
        for step, now in enumerate(legitimacy):
            theta[ints[fields.STREET_LEGITIMACY]] = now
            out.append(street_alone(theta, ints, floats, 60.0 * MINUTES * step, MINUTES))
        peaks.append(max(out))
    return np.array(peaks)


def _together(world: World, theta: Floats, seed: int, number: int) -> float:
    """Return the correlation, by district, of police a person and the share who were out."""
    ints, floats = world.ints.copy(), world.floats.copy()
    run_one(world, theta, ints, floats, seed, number * INNER)
    many = len(world.names["district"])

    def of(array: Any, field: int) -> Floats:
        return array[ints[field] : ints[field] + many]

    people = of(theta[0], fields.DISTRICT_PEOPLE)
    pool = people * of(theta[0], fields.DISTRICT_POOL)
    out = (of(floats, fields.GONE) + of(floats, fields.CROWD)) / np.maximum(pool, 1.0)
    return float(np.corrcoef(of(theta[0], fields.DISTRICT_POLICE) / people, out)[0, 1])
