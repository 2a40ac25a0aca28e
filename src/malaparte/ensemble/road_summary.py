"""What the roads of an ensemble say: medians, bands, and the record beside them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from malaparte.ensemble.roads import Roads
from malaparte.results.share import plain
from malaparte.scenario.document import Scenario
from malaparte.scenario.record import ROAD_OUTPUTS, Statement

OUTPUTS = tuple(output for output in ROAD_OUTPUTS if output not in ("plotters", "belief"))
"""Outputs by day, in the order in which reports tell them; the plot's follow, given a plot."""


@dataclass(frozen=True)
class Beside:
    """What documents say of an output on a day; ``kind`` record or reconstruction.

    inside: 50 or 90, the narrowest band that holds the value; 0 if none does.  miss: median less
    value.  input: true where the scenario was given the value, so that it tests nothing.
    """

    value: float
    lo: float
    hi: float
    kind: str
    inside: int
    miss: float
    input: bool


@dataclass(frozen=True)
class Row:
    """An output at the beginning of a day: median, 50 % band, 90 % band, and the record."""

    output: str
    date: str
    q05: float
    q25: float
    median: float
    q75: float
    q95: float
    record: Beside | None


@dataclass(frozen=True)
class RoadSummary:
    """What the roads say.

    rows: outputs on their days.  peak: quantiles (5, 25, 50, 75, 95 %) of the day on which most
    spread the rumour.  proposed, prevented, early, hour_known: shares of worlds with a plot.
    proposed_on: the same quantiles of the day of the first proposal, empty if there is none.
    mistaken: share of worlds without one in which arrests are proposed.
    fielded: mean share of the planned men.
    targets_known, members_known, noticed: quantiles (5, 50, 95 %), over worlds with a plot, of the
    places and members that the state knows on the eve, and of the places where rehearsals have
    noticed hidden men; empty if there is no plot.  worlds: how many roads were walked.
    """

    worlds: int
    rows: tuple[Row, ...]
    peak: tuple[str, ...]
    plots: int
    proposed: float
    proposed_on: tuple[str, ...]
    mistaken: float
    prevented: float
    early: float
    hour_known: float
    fielded: float
    targets_known: tuple[int, ...]
    members_known: tuple[int, ...]
    noticed: tuple[int, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return plain data for ``--json``."""
        return plain(self)


def road_summary(roads: Roads, scenario: Scenario) -> RoadSummary:
    """Return medians and bands of outputs on the eve, at the end, and where there is a record."""
    road = scenario.road
    assert road is not None
    first = road.economy
    rows: list[Row] = []
    real = roads.fact("real") == 1.0
    everybody = np.ones_like(real)
    of_plots = [("plotters", real), ("belief", real)]
    if not real.all():
        of_plots = [("plotters_given", real), ("belief_given", real), ("belief_none", ~real)]
    for output, which in [*((output, everybody) for output in OUTPUTS), *of_plots]:
        name = output.partition("_")[0] if output not in OUTPUTS else output
        if not which.any():
            continue
        values = (roads.shortfall() if name == "shortfall" else roads.of(name))[which]
        known = _known(scenario, output)
        ends = [] if name in ("plotters", "belief", "trust") else [road.until]
        for date in sorted({scenario.day.date, *ends, *known}):
            column = values[:, (date - first).days - 1]
            if np.isnan(column).any():
                continue
            cuts = np.quantile(column, (0.05, 0.25, 0.5, 0.75, 0.95))
            q05, q25, q50, q75, q95 = (float(cut) for cut in cuts)
            beside = None
            if date in known:
                said = known[date]
                assert said.value is not None
                assert said.lo is not None
                assert said.hi is not None
                value = said.value
                inside = 50 if q25 <= value <= q75 else 90
                if not q05 <= value <= q95:
                    inside = 0
                miss = q50 - value
                beside = Beside(value, said.lo, said.hi, said.kind, inside, miss, said.input)
            rows.append(Row(output, date.isoformat(), q05, q25, q50, q75, q95, beside))

    proposals = roads.fact("proposed")[real]
    proposals = proposals[proposals >= 0].astype(np.int64)

    def share(name: str, least: float = 0.5, which: NDArray[np.bool_] = real) -> float:
        found = roads.fact(name)[which]
        return float((found >= least).mean()) if len(found) else 0.0

    def typical(name: str) -> tuple[int, ...]:
        found = roads.fact(name)[real]
        if not len(found):
            return ()
        cuts = np.quantile(found, (0.05, 0.5, 0.95))
        return tuple(round(float(cut)) for cut in cuts)

    return RoadSummary(
        worlds=len(roads.facts),
        rows=tuple(rows),
        peak=_dates(roads.of("rumour").argmax(axis=1), first),
        plots=int(real.sum()),
        proposed=share("proposed", 0.0),
        proposed_on=_dates(proposals, first) if len(proposals) else (),
        mistaken=share("proposed", 0.0, ~real),
        prevented=share("prevented"),
        early=share("early"),
        hour_known=share("hour_known"),
        fielded=float(roads.fact("fielded")[real].mean()) if real.any() else 0.0,
        targets_known=typical("targets_known"),
        members_known=typical("members_known"),
        noticed=typical("noticed"),
    )


def _known(scenario: Scenario, output: str) -> dict[datetime.date, Statement]:
    """Return the numbers that documents give of an output, by day."""
    return {
        one.date: one
        for one in scenario.record.values()
        if one.output == output and one.date and one.value is not None
    }


def _dates(days: NDArray[np.int64], first: datetime.date) -> tuple[str, ...]:
    found = np.quantile(days, (0.05, 0.25, 0.5, 0.75, 0.95))
    return tuple((first + datetime.timedelta(int(day))).isoformat() for day in found)
