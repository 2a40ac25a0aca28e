"""Stylised facts about attempts to seize power, and what the engine says of each.

The facts are those of tables of attempts (Powell and Thyne; Colpus; Cline; CSP) and of Epstein
(2002); the value comes from worlds of a fixture whose inputs are as wide as such tables.  No number
of the fixture is fitted to them.  A miss is printed as a miss, and what the error leaves open as
open.  Mass opposition is a strike here (S12): nobody is called to the street but for the facts of
crowds, so the people who could come are no input of S04.

Arrests before the launch (S08) come from the fixture's road: the plot's people, the days for which
they know, and a state that arrests at the first proposal.  The other facts are of attempts that
were launched, so for them the fixture's road hands nothing to the day.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from malaparte.analysis.crowd_facts import crowd_facts
from malaparte.analysis.fact import Fact, Facts, Index, left_out
from malaparte.ensemble.design import INNER, Design
from malaparte.ensemble.roads import MOST, walked
from malaparte.ensemble.simulation import Simulation
from malaparte.errors import UsageError
from malaparte.kernel.outcome import HELD
from malaparte.said import said, strung
from malaparte.scenario.road import Coupling
from malaparte.world import draw
from malaparte.world.build import World

Changed = Callable[[Mapping[str, object]], World]
"""Gives the fixture with values set, as numbers."""

Floats = NDArray[np.float64]
Statistic = Callable[[Index], float]
"""Value of some worlds, by their numbers."""

DEATHS = ("dead_plot", "dead_units_plot", "dead_state", "dead_units_state", "dead_people")
STRUCTURE = ("numbers.legitimacy", "holding.support", "holding.hazard")
"""Inputs that describe the state, not the night."""
ALIGNMENT = (
    "army.units.plotters.men",
    "army.units.plotters.officers",
    "army.units.counter.men",
    "army.units.counter.ranks",
    "army.strength",
)
"""Inputs that describe who stands with whom."""

AT_WORK = ("plot-belief", "belief-decision", "eve-nodes")
"""Couplings of the road by which arrests end a plot."""


def facts(
    world: World, changed: Changed, worlds: int, seed: int, told: Callable[[int], None]
) -> Facts:
    """Hold the engine against stylised facts.

    Parameters
    ----------
    world : World
        A fixture like ``benchmarks/attempt-generic.yaml``.
    changed : function of mapping
        Gives it with values set.
    worlds, seed : int
        Worlds of each of its variants.
    told : function of int
        Is told how many worlds were done.

    Raises
    ------
    UsageError
        If the scenario is no such fixture.
    """
    scenario = world.scenario
    units = scenario.army.units if scenario.army else {}
    missing = [name for name in ("plotters", "counter") if name not in units]
    lacking = [said("no unit `{name}`", name=name) for name in missing]
    parts = [part for part in ("street", "holding", "road") if not getattr(scenario, part)]
    lacking += [said("no {part}", part=part) for part in parts]
    if lacking:
        words = said(
            "{name} has {parts}; expected a fixture like {file}",
            name=scenario.id,
            parts=strung(lacking),
            file="benchmarks/attempt-generic.yaml",
        )
        raise UsageError(words)
    run = _Runs(world, changed, worlds, seed, told)
    found = [*_success(run), *_deaths(run), *_structure(run), *_technique(run), *_masses(run)]
    found += crowd_facts(changed, seed)
    found += _stopped(changed, worlds, seed)
    return Facts(scenario.id, seed, tuple(sorted(found, key=lambda one: one.id)))


class _Runs:
    """Variants of the fixture on the same luck, each computed once."""

    def __init__(
        self,
        world: World,
        changed: Changed,
        worlds: int,
        seed: int,
        told: Callable[[int], None],
    ) -> None:
        self.world, self.changed, self.told = world, changed, told
        self.worlds, self.seed = worlds, seed
        self.plain = self.columns({})

    def columns(self, changes: dict[str, object]) -> dict[str, Floats]:
        world = self.changed(changes) if changes else self.world
        design = Design(self.worlds, self.seed)
        rows = Simulation(world, design)((0, self.worlds), lambda: False).rows
        self.told(self.worlds)
        names = world.columns_of_rows
        return {name: rows[:, i].astype(np.float64) for i, name in enumerate(names)}

    def fact(
        self,
        id: str,  # noqa: A002
        says: str,
        statistic: Statistic,
        low: float,
        high: float,
        sets: int | None = None,
    ) -> Fact:
        """Return a fact with the value of a statistic of all worlds, and its error (`left_out`)."""
        value, error = left_out(statistic, self.worlds, sets=sets)
        return Fact(id, says, value, error, low, high, self.worlds)

    def share(
        self,
        id: str,  # noqa: A002
        says: str,
        cases: NDArray[np.bool_],
        among: NDArray[np.bool_],
        low: float,
        high: float,
    ) -> Fact:
        """Return a fact with the share of cases among some worlds, and its error."""

        def statistic(index: Index) -> float:
            return _share(cases[index][among[index]])

        return self.fact(id, says, statistic, low, high, _sets(among))

    def inputs(self, paths: tuple[str, ...]) -> Floats:
        """Return the drawn values of some inputs in every world, [worlds, paths]."""
        index = {column.path: i for i, column in enumerate(self.world.columns)}
        sets = -(-self.worlds // INNER)
        drawn = draw.columns(self.world, self.seed, 0, sets)[:, [index[path] for path in paths]]
        return np.repeat(drawn, INNER, axis=0)[: self.worlds]


def _sets(among: NDArray[np.bool_]) -> int:
    """Return how many sets of assumptions have any of these worlds."""
    return len(np.unique(np.flatnonzero(among) // INNER))


def _won(columns: dict[str, Floats]) -> NDArray[np.bool_]:
    return columns["label"] == HELD


def _share(cases: NDArray[np.bool_]) -> float:
    return float(cases.mean()) if len(cases) else math.nan


def _success(run: _Runs) -> list[Fact]:
    launched, won = run.plain["launched_at"] >= 0, _won(run.plain)
    text = "success of launched attempts by soldiers"
    return [run.share("S01", text, won, launched, 0.40, 0.58)]


def _deaths(run: _Runs) -> list[Fact]:
    launched, won = run.plain["launched_at"] >= 0, _won(run.plain)
    dead = np.sum([run.plain[name] for name in DEATHS], axis=0)
    calm, won, lost = dead == 0, launched & won, launched & ~won

    def apart(index: Index) -> float:
        return _share(calm[index][won[index]]) - _share(calm[index][lost[index]])

    def spread(index: Index) -> float:
        some = dead[index][launched[index] & (dead[index] > 0)]
        return float(np.log10(some).std()) if len(some) > 1 else math.nan

    first = run.share("S05a", "nobody dead, of successes", calm, won, 0.55, 0.80)
    second = run.share("S05b", "nobody dead, of failures", calm, lost, 0.35, 0.60)
    less = run.fact("S05c", "the first less the second", apart, 0.0, 1.0)
    if {first.value, second.value} & {0.0, 1.0}:
        # A share of nought does not vary, and yet is not known: its own error counts.
        less = replace(less, error=math.hypot(first.error, second.error))
    return [
        first,
        second,
        less,
        run.share("S05d", "a hundred dead or more", dead >= 100, launched, 0.03, 0.15),
        run.fact("S05e", "spread of log10 deaths", spread, 0.7, 1.3),
    ]


def _auc(score: Floats, won: NDArray[np.bool_]) -> float:
    """Return the area under the curve: how often a success scores above a failure."""
    if won.all() or not won.any():
        return math.nan
    order = np.argsort(np.argsort(score, kind="stable"), kind="stable") + 1.0
    wins = int(won.sum())
    return float((order[won].sum() - wins * (wins + 1) / 2) / (wins * (len(won) - wins)))


def _explained(run: _Runs, paths: tuple[str, ...], won: NDArray[np.bool_]) -> Statistic:
    """Return a statistic: the area under the curve of a linear score fitted on half of the sets."""
    inputs = run.inputs(paths)
    inputs = np.where(inputs > 1.0, np.log(np.maximum(inputs, 1e-9)), inputs)
    design = np.column_stack([np.ones(len(inputs)), inputs])
    even = (np.arange(len(inputs)) // INNER) % 2 == 0

    def area(index: Index) -> float:
        own, other = index[even[index]], index[~even[index]]
        weights: Any = np.linalg.lstsq(design[own], won[own].astype(np.float64), rcond=None)[0]
        return _auc(design[other] @ weights, won[other])

    return area


def _structure(run: _Runs) -> list[Fact]:
    won = _won(run.plain)
    state, sides = (_explained(run, paths, won) for paths in (STRUCTURE, ALIGNMENT))
    return [
        run.fact("S04a", "outcome told by structure, AUC", state, 0.0, 0.65),
        run.fact("S04b", "outcome told by alignment, AUC", sides, 0.70, 1.0),
    ]


def _technique(run: _Runs) -> list[Fact]:
    """Squads of civilians only: nobody is pledged, and hardly any unit goes over."""
    alone = run.columns({"army.units.plotters.pledged": 0, "squads.civilians.count": 10})
    few, won = alone["units_over"] == 0, _won(alone)
    return [run.share("S09", "success of civilians whom no unit joins", won, few, 0.02, 0.20)]


def _masses(run: _Runs) -> list[Fact]:
    """A strike that is certain, as costly as the fixture says, against one that never is."""
    without = run.columns({"authorities.*.strike": 0, "holding.strike": 0})
    full = run.columns({"authorities.*.strike": 0, "holding.strike": 1})

    sets = _sets(without["seized_at"] >= 0)

    def cost(hours: float) -> Statistic:
        """Return a statistic: what it takes from the share in power after some hours."""
        before, after = _lasted(without, hours), _lasted(full, hours)
        return lambda index: float(np.nanmean(before[index]) - np.nanmean(after[index]))

    return [
        run.fact("S12a", "what a strike costs within six hours", cost(6.0), -0.02, 0.10, sets),
        run.fact("S12b", "what a strike costs in seven days", cost(167.0), 0.25, 1.0, sets),
    ]


def _lasted(columns: dict[str, Floats], hours: float) -> Floats:
    """Return 1 where a new power lasted for some hours, 0 where not, NaN where there was none."""
    held = _won(columns) | (columns["lost_at"] - columns["seized_at"] > 3600.0 * hours)
    return np.where(columns["seized_at"] >= 0, held.astype(np.float64), math.nan)


DAYS = ("1949-12-02", "1949-10-03", "1949-07-05")
"""When the plot begins, so that it lasts for 30, 90 and 180 days; taken as equally likely."""
CIVILIANS = {"lognormal": [150, 2], "within": [40, 600], "unit": "person", "basis": "assumed"}
"""Who knows of a plot without soldiers: every man who is to go, some ten squads of fifteen."""


def _stopped(changed: Changed, worlds: int, seed: int) -> list[Fact]:
    """Shares of plots that arrests end before the day, by who knows, how many and for how long."""

    def ends(since: str, **more: object) -> Floats:
        cut = [name for name in get_args(Coupling) if name not in AT_WORK]
        changes = {"road.plot.since": since, "road.arrest.since": since, "road.cut": cut}
        return walked(changed(changes | more), design).fact("prevented").astype(np.float64)

    design = Design(min(worlds, MOST), seed)
    soldiers = np.mean([ends(since) for since in DAYS], axis=0)
    civilians = np.mean([ends(since, **{"road.plot.core": CIVILIANS}) for since in DAYS], axis=0)
    few, more, most = (ends(DAYS[1], **{"road.plot.core": many}) for many in (50, 100, 200))

    def slowing(index: Index) -> float:
        before, after = (more - few)[index].mean(), (most - more)[index].mean()
        return float(after / (2.0 * before)) if before > 0.0 else math.nan

    def fact(id: str, says: str, statistic: Statistic, low: float, high: float) -> Fact:  # noqa: A002
        # A share, but for the slowing, whose error is none where no plot is stopped at all.
        sets = None if id == "S08c" else design.sets
        value, error = left_out(statistic, design.worlds, sets=sets)
        return Fact(id, says, value, error, low, high, design.worlds)

    contrast = civilians - soldiers
    text = "what twice the people add, over the doubling before"
    return [
        fact(
            "S08a",
            "plots of soldiers stopped before launch",
            lambda index: float(soldiers[index].mean()),
            0.12,
            0.30,
        ),
        fact(
            "S08b",
            "the same of civilians, less that",
            lambda index: float(contrast[index].mean()),
            0.15,
            1.0,
        ),
        fact("S08c", text, slowing, 0.0, 1.0),
    ]
