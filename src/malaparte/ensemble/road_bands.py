"""The outputs of many roads by date: median, 50 % band, 90 % band."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import numpy as np

from malaparte.ensemble.roads import Roads
from malaparte.scenario.document import Scenario
from malaparte.scenario.record import ROAD_OUTPUTS

CUTS = (0.05, 0.25, 0.5, 0.75, 0.95)
"""Quantiles of a band."""


@dataclass(frozen=True)
class Band:
    """An output of the road by date.

    cuts: for each date the quantiles at `CUTS`.
    """

    output: str
    dates: tuple[datetime.date, ...]
    cuts: tuple[tuple[float, ...], ...]


def road_bands(roads: Roads, scenario: Scenario, every: int = 5) -> tuple[Band, ...]:
    """Return the band of every output, at every fifth day and on the eve.

    Parameters
    ----------
    roads : Roads
        Walked for every day (`malaparte.ensemble.roads.walked`).
    scenario : Scenario
        With a road.
    every : int
        Days between two dates.
    """
    road = scenario.road
    assert road is not None
    eve = (scenario.day.date - road.economy).days - 1
    found: list[Band] = []
    for output in ROAD_OUTPUTS:
        values = roads.shortfall() if output == "shortfall" else roads.of(output)
        last = values.shape[1] - 1
        days = sorted({*range(0, last + 1, every), min(eve, last), last})
        known = [day for day in days if not np.isnan(values[:, day]).any()]
        cuts = np.quantile(values[:, known], CUTS, axis=0).T
        # A series stands at the end of its day; a date at its beginning.
        dates = (road.economy + datetime.timedelta(day + 1) for day in known)
        found.append(Band(output, tuple(dates), tuple(tuple(map(float, row)) for row in cuts)))
    return tuple(found)
