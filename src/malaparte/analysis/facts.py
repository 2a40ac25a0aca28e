"""Stylised facts about attempts to seize power, and what the engine says of each.

The facts are those of tables of attempts (Powell and Thyne; Colpus; Cline; CSP) and of Epstein
(2002); the value comes from worlds of a fixture whose inputs are as wide as such tables.  No number
of the fixture is fitted to them.  A miss is printed as a miss.

Arrests before the launch (S08) come from the fixture's road: the plot's people, the days for which
they know, and a state that arrests at the first proposal.  The other facts are of attempts that
were launched, so for them the fixture's road hands nothing to the day.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from malaparte.ensemble.design import INNER, Design
from malaparte.ensemble.roads import MOST, walked
from malaparte.ensemble.simulation import Simulation
from malaparte.errors import UsageError
from malaparte.kernel.outcome import HELD
from malaparte.results.share import plain
from malaparte.scenario.road import Coupling
from malaparte.world import draw
from malaparte.world.build import World

Changed = Callable[[Mapping[str, object]], World]
"""Gives the fixture with values set, as numbers."""

Floats = NDArray[np.float64]

DEATHS = ("dead_plot", "dead_units_plot", "dead_state", "dead_units_state", "dead_people")
STRUCTURE = ("numbers.legitimacy", "holding.support", "holding.hazard", "street.districts.d1.pool")
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


@dataclass(frozen=True)
class Fact:
    """A fact, the model's value, the tolerance, and whether it lies inside."""

    id: str
    says: str
    value: float
    low: float
    high: float

    @property
    def met(self) -> bool:
        """Whether the value lies within the tolerance."""
        return self.low <= self.value <= self.high


@dataclass(frozen=True)
class Facts:
    """All facts, and how many worlds of which fixture they were held against."""

    scenario: str
    worlds: int
    seed: int
    facts: tuple[Fact, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return plain data for ``--json``."""
        return plain(self)


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
    if not {"plotters", "counter"} <= set(units) or not (
        scenario.street and scenario.holding and scenario.road
    ):
        raise UsageError(
            f"{scenario.id} has no units `plotters` and `counter`, street, holding or road; "
            "expected a fixture like benchmarks/attempt-generic.yaml"
        )
    run = _Runs(world, changed, worlds, seed, told)
    found = [*_success(run), *_deaths(run), *_structure(run), *_technique(run), *_masses(run)]
    found += _crowds(changed, seed)
    found += _stopped(changed, worlds, seed)
    return Facts(scenario.id, worlds, seed, tuple(sorted(found, key=lambda one: one.id)))


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

    def inputs(self, paths: tuple[str, ...]) -> Floats:
        """Return the drawn values of some inputs in every world, [worlds, paths]."""
        index = {column.path: i for i, column in enumerate(self.world.columns)}
        sets = -(-self.worlds // INNER)
        drawn = draw.columns(self.world, self.seed, 0, sets)[:, [index[path] for path in paths]]
        return np.repeat(drawn, INNER, axis=0)[: self.worlds]


def _won(columns: dict[str, Floats]) -> NDArray[np.bool_]:
    return columns["label"] == HELD


def _share(cases: NDArray[np.bool_]) -> float:
    return float(cases.mean()) if len(cases) else math.nan


def _success(run: _Runs) -> list[Fact]:
    launched = run.plain["launched_at"] >= 0
    value = _share(_won(run.plain)[launched])
    return [Fact("S01", "success of launched attempts by soldiers", value, 0.40, 0.58)]


def _deaths(run: _Runs) -> list[Fact]:
    launched = run.plain["launched_at"] >= 0
    dead = np.sum([run.plain[name] for name in DEATHS], axis=0)[launched]
    won = _won(run.plain)[launched]
    some = dead[dead > 0]
    spread = float(np.log10(some).std()) if len(some) > 1 else math.nan
    calm, bloody = _share(dead[won] == 0), _share(dead[~won] == 0)
    return [
        Fact("S05a", "nobody dead, of successes", calm, 0.55, 0.80),
        Fact("S05b", "nobody dead, of failures", bloody, 0.35, 0.60),
        Fact("S05c", "the first less the second", calm - bloody, 0.0, 1.0),
        Fact("S05d", "a hundred dead or more", _share(dead >= 100), 0.03, 0.15),
        Fact("S05e", "spread of log10 deaths", spread, 0.7, 1.3),
    ]


def _auc(score: Floats, won: NDArray[np.bool_]) -> float:
    """Return the area under the curve: how often a success scores above a failure."""
    if won.all() or not won.any():
        return math.nan
    order = np.argsort(np.argsort(score, kind="stable"), kind="stable") + 1.0
    wins = int(won.sum())
    return float((order[won].sum() - wins * (wins + 1) / 2) / (wins * (len(won) - wins)))


def _explained(run: _Runs, paths: tuple[str, ...], won: NDArray[np.bool_]) -> float:
    """Return the area under the curve of a linear score fitted on half of the sets."""
    inputs = run.inputs(paths)
    inputs = np.where(inputs > 1.0, np.log(np.maximum(inputs, 1e-9)), inputs)
    design = np.column_stack([np.ones(len(inputs)), inputs])
    even = (np.arange(len(inputs)) // INNER) % 2 == 0
    weights: Any = np.linalg.lstsq(design[even], won[even].astype(np.float64), rcond=None)[0]
    return _auc(design[~even] @ weights, won[~even])


def _structure(run: _Runs) -> list[Fact]:
    won = _won(run.plain)
    return [
        Fact("S04a", "outcome told by structure, AUC", _explained(run, STRUCTURE, won), 0.0, 0.65),
        Fact("S04b", "outcome told by alignment, AUC", _explained(run, ALIGNMENT, won), 0.70, 1.0),
    ]


def _technique(run: _Runs) -> list[Fact]:
    """Squads of civilians only: nobody is pledged, and hardly any unit goes over."""
    alone = run.columns({"army.units.plotters.pledged": 0, "squads.civilians.count": 10})
    few = alone["units_over"] == 0
    text = "success of civilians whom no unit joins"
    return [Fact("S09", text, _share(_won(alone)[few]), 0.02, 0.20)]


def _masses(run: _Runs) -> list[Fact]:
    """A strike that is certain against one that never is, by the time that has gone by."""
    changes: dict[str, object] = {"authority.strike": 0, "holding.strike": 0}
    without = run.columns(changes)
    full = run.columns({**changes, "holding.strike": 1, "holding.strike_cost": 0.6})

    def in_power(columns: dict[str, Floats], hours: float) -> float:
        seized = columns["seized_at"] >= 0
        lost = columns["lost_at"][seized]
        ends = columns["label"][seized] == HELD
        lasted = ends | (lost - columns["seized_at"][seized] > 3600.0 * hours)
        return float(lasted.sum()) / max(float(seized.sum()), 1.0)

    early = in_power(without, 6.0) - in_power(full, 6.0)
    late = in_power(without, 167.0) - in_power(full, 167.0)
    return [
        Fact("S12a", "what a strike costs within six hours", early, -0.02, 0.10),
        Fact("S12b", "what a strike costs in seven days", late, 0.25, 1.0),
    ]


DAYS = ("1949-12-02", "1949-10-03", "1949-07-05")
"""When the plot begins, so that it lasts for 30, 90 and 180 days; taken as equally likely."""
CIVILIANS = {"lognormal": [150, 2], "within": [40, 600], "unit": "person", "basis": "assumed"}
"""Who knows of a plot without soldiers: every man who is to go, some ten squads of fifteen."""


def _stopped(changed: Changed, worlds: int, seed: int) -> list[Fact]:
    """Shares of plots that arrests end before the day, by who knows, how many and for how long."""

    def share(since: str, **more: object) -> float:
        cut = [name for name in get_args(Coupling) if name not in AT_WORK]
        changes = {"road.plot.since": since, "road.arrest.since": since, "road.cut": cut}
        return float(walked(changed(changes | more), design).fact("prevented").mean())

    design = Design(min(worlds, MOST), seed)
    soldiers = [share(since) for since in DAYS]
    civilians = [share(since, **{"road.plot.core": CIVILIANS}) for since in DAYS]
    level, contrast = float(np.mean(soldiers)), float(np.mean(civilians) - np.mean(soldiers))
    few, more, most = (share(DAYS[1], **{"road.plot.core": many}) for many in (50, 100, 200))
    slowing = (most - more) / (2.0 * (more - few)) if more > few else math.nan
    return [
        Fact("S08a", "plots of soldiers stopped before launch", level, 0.12, 0.30),
        Fact("S08b", "the same of civilians, less that", contrast, 0.15, 1.0),
        Fact("S08c", "what twice the people add, over the doubling before", slowing, 0.0, 1.0),
    ]


def _crowds(changed: Changed, seed: int) -> list[Fact]:
    """The street alone: the plot calls, no unit moves, no squad goes out."""
    calm: dict[str, object] = {
        "plan.doctrine": "agitation",
        "army.units.*.pledged": 0,
        "street.march": 500,
    }
    world = changed(calm)
    bursts = _bursts(world, seed)
    sudden = _peak(changed, calm, 0.45)
    gradual = _gradual(changed, calm)
    police, out = _districts(world, seed)
    together = float(np.corrcoef(police, out)[0, 1])
    ratio = sudden / gradual if gradual > 0 else math.inf
    return [
        Fact("E1", "bursts: skew of crowds over time (a mean field has no luck)", bursts, 1.0, 1e9),
        Fact("E2", "peak after a sudden loss over a gradual one", ratio, 2.0, 1e9),
        Fact("E4", "police a person and share out, by district", together, -1.0, -0.2),
    ]


def _end_of(world: World, seed: int) -> tuple[Any, Any]:
    from malaparte.ensemble.simulation import run_one

    thetas = draw.theta(world, draw.columns(world, seed, 0, 1))
    ints, floats = world.ints.copy(), world.floats.copy()
    run_one(world, thetas, ints, floats, seed, 0)
    return ints, floats


def _bursts(world: World, seed: int) -> float:
    """Return the skewness of the largest crowd over worlds of one set of assumptions."""
    rows = Simulation(world, Design(INNER, seed))((0, INNER), lambda: False).rows
    crowd = rows[:, world.columns_of_rows.index("crowd")].astype(np.float64)
    spread = crowd.std()
    return float(((crowd - crowd.mean()) ** 3).mean() / spread**3) if spread > 0 else 0.0


def _peak(changed: Changed, calm: dict[str, object], legitimacy: float) -> float:
    world = changed({**calm, "street.legitimacy": legitimacy})
    rows = Simulation(world, Design(256))((0, 256), lambda: False).rows
    return float(rows[:, world.columns_of_rows.index("crowd")].mean())


def _gradual(changed: Changed, calm: dict[str, object]) -> float:
    """Return the largest of ten crowds when the same loss comes in ten steps.

    Each step calls its own crowd; those whom an earlier step brought out have been out already, so
    a step adds only what it brings beyond the one before.
    """
    steps = np.linspace(0.9, 0.45, 11)
    peaks = [_peak(changed, calm, float(legitimacy)) for legitimacy in steps]
    return float(max(np.diff(peaks)))


def _districts(world: World, seed: int) -> tuple[Floats, Floats]:
    """Return police a person and the share who were out, by district."""
    from malaparte.kernel.public import fields

    ints, floats = _end_of(world, seed)
    thetas = draw.theta(world, draw.columns(world, seed, 0, 1))[0]
    many = len(world.names["district"])

    def input_of(field: int) -> Floats:
        return thetas[ints[field] : ints[field] + many]

    people = input_of(fields.DISTRICT_PEOPLE)
    pool = people * input_of(fields.DISTRICT_POOL)
    gone = floats[ints[fields.GONE] : ints[fields.GONE] + many]
    crowd = floats[ints[fields.CROWD] : ints[fields.CROWD] + many]
    return input_of(fields.DISTRICT_POLICE) / people, (gone + crowd) / np.maximum(pool, 1.0)
