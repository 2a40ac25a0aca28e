"""One world as the page sees it: its events, its chronicle, its road."""

from __future__ import annotations

import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from malaparte.api import Laboratory
from malaparte.ensemble.design import INNER, Design
from malaparte.ensemble.roads import Roads, walked, walked_one
from malaparte.report.chronicle import chronicle_data
from malaparte.report.way import way
from malaparte.report.words import LANGUAGES, Words
from malaparte.scenario.record import ROAD_OUTPUTS
from malaparte.scenario.road import Road
from malaparte.web.view import posted

_STEP = 2
"""Days between two points of a curve; a strip of the page has about three hundred pixels."""
_MANY = 1_024
"""Worlds behind a band: 64 sets of assumptions, enough for the ends of nine tenths."""
_OUTPUTS = tuple(output for output in ROAD_OUTPUTS if output != "queue_goods")


def world_view(lab: Laboratory, seed: int, number: int) -> dict[str, Any]:
    """Return one world: events as rows of seven integers, outcome row, chronicle, guards, road.

    What brought an event about, the eighth, is left out: the page does not show it.

    The state at a moment is a function of the events alone (`malaparte.report.state_at`, and its
    twin in the page).
    """
    told = lab.trace(number, seed)
    events, row = told.events.tolist(), told.row.tolist()
    return {
        "world": number,
        "seed": seed,
        "events": [event[:7] for event in events],
        "row": row,
        "chronicle": {lang: chronicle_data(lab.world, events, row, lang) for lang in LANGUAGES},
        "guards": posted(lab.world),
        "road": _way(lab, seed, number),
    }


def _way(lab: Laboratory, seed: int, number: int) -> dict[str, Any] | None:
    scenario = lab.scenario
    if scenario.road is None:
        return None
    road = walked_one(lab.world, seed, number)
    return {
        "told": {lang: way(road, scenario, Words(lang)) for lang in LANGUAGES},
        "series": {name: _round(_values(road, name)[0, _days(scenario.road)]) for name in _OUTPUTS},
        "facts": {name: float(road.fact(name)[0]) for name in ("proposed", "start", "arrests")},
    }


def road_view(lab: Laboratory, seed: int) -> dict[str, Any] | None:
    """Return the curves of the road over many worlds: 5, 50 and 95 %, a point every two days."""
    scenario = lab.scenario
    if scenario.road is None:
        return None
    roads: Roads = walked(lab.world, Design(_MANY, seed))
    days = _days(scenario.road)
    first = scenario.road.economy
    return {
        "worlds": _MANY,
        "sets": -(-_MANY // INNER),
        "days": [(first + datetime.timedelta(int(day))).isoformat() for day in days],
        "bands": {
            name: [
                _round(cut)
                for cut in np.quantile(_values(roads, name)[:, days], (0.05, 0.5, 0.95), axis=0)
            ]
            for name in _OUTPUTS
        },
    }


def heights(bands: dict[str, Any] | None) -> dict[str, float]:
    """Return, by curve, the highest value that one world in twenty exceeds on some day."""
    if bands is None:
        return {}
    return {
        name: max(value for value in cuts[-1] if value is not None)
        for name, cuts in bands["bands"].items()
    }


def _values(roads: Roads, name: str) -> NDArray[np.float64]:
    """Return an output, float64 [worlds, days]."""
    return roads.shortfall() if name == "shortfall" else roads.of(name)


def _days(road: Road) -> NDArray[np.int64]:
    first, last = (road.since - road.economy).days, (road.until - road.economy).days
    return np.arange(first, last, _STEP)


def _round(values: NDArray[np.float64]) -> list[float | None]:
    """Return values with four digits, for a curve has no more; None where one is not known."""
    return [None if np.isnan(value) else float(f"{value:.4g}") for value in values]
