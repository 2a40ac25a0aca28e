"""The chain of links, each cut in turn on the same luck."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from malaparte.analysis.estimate import student
from malaparte.ensemble.design import Design
from malaparte.ensemble.roads import MOST, Roads, walked
from malaparte.ensemble.simulation import Simulation
from malaparte.errors import UsageError
from malaparte.kernel.outcome import HELD, PREVENTED
from malaparte.kernel.road.fields import CUT, SIGNAL
from malaparte.quantity.quantity import Quantity
from malaparte.results.share import plain
from malaparte.said import said
from malaparte.scenario.document import Scenario
from malaparte.world.build import World, build

PARTS = {"nodes-signal": "army", "mood-crowd": "street"}
"""Couplings -> the part of a scenario without which they join nothing."""

BESIDE = ("belief-plan", "guards-fights", "parade-army", "failure-street", "seized-held")
"""Links of the article that are no coupling of two clocks, each cut by a change of the scenario."""

SHARES = (
    "rumour_peak",
    "trust",
    "belief_all",
    "proposed",
    "fielded",
    "early",
    "prevented",
    "leaked",
    "seized",
    "held",
    "rising",
)
"""Outputs that lie between 0 and 1."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Change:
    """What cutting a link does to one output or outcome.

    value: mean change.  low, high: its 95 % interval across sets of assumptions and luck, of
    Student's t with one degree of freedom fewer than there are sets; endless where there is one.
    moved: share of worlds in which it is not exactly the same.
    """

    name: str
    before: float
    value: float
    low: float
    high: float
    moved: float


@dataclass(frozen=True)
class Link:
    """A link that was cut, and what that changed; nothing where it changes nothing here."""

    name: str
    built: bool
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Chain:
    """All links of a scenario.

    sets: sets of assumptions, on which the intervals rest.  end: the day after the last of the
    economy, at whose beginning grain is counted; None without a road.
    """

    scenario: str
    worlds: int
    sets: int
    end: str | None
    seed: int
    links: tuple[Link, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return plain data for ``--json``."""
        return plain(self)


def chain(
    world: World, couplings: tuple[str, ...], design: Design, told: Callable[[int], None]
) -> Chain:
    """Cut each coupling in turn and compare with the scenario as it is.

    Parameters
    ----------
    world : World
        The scenario as numbers; without a road only the links of the day are cut.
    couplings : tuple of str
        What to cut, in order.
    design : Design
        Worlds and seed; at most `ensemble.roads.MOST` worlds.
    told : function of int
        Is told how many worlds were done.

    Raises
    ------
    UsageError
        If too many worlds are asked for.
    """
    if design.worlds > MOST:
        numbers = {"n": design.worlds, "most": MOST}
        raise UsageError(said("{n} worlds; the chain takes at most {most:,}", **numbers))
    plain_numbers = _numbers(world, design)
    told(design.worlds)
    links: list[Link] = []
    for name in (*couplings, *BESIDE):
        cut = _cut(world.scenario, name)
        if cut is None:
            links.append(Link(name, False, ()))
            continue
        other = _numbers(cut, design)
        told(design.worlds)
        found = [
            _change(key, plain_numbers[key], other[key], design.inner) for key in plain_numbers
        ]
        links.append(Link(name, True, tuple(one for one in found if one.moved > 0.0)))
    road = world.scenario.road
    end = None if road is None else road.until.isoformat()
    sets = -(-design.worlds // design.inner)
    found = world.scenario.id, design.worlds, sets, end, design.seed
    return Chain(*found, tuple(links))


def road_changes(before: World, after: World, design: Design) -> tuple[Change, ...]:
    """Return what changes on the roads of the first worlds; nothing where a road is missing."""
    if before.scenario.road is None or after.scenario.road is None:
        return ()
    was = _outputs(walked(before, design), before)
    now = _outputs(walked(after, design), after)
    found = (_change(name, was[name], now[name], design.inner) for name in was)
    return tuple(one for one in found if one.moved > 0.0)


def _cut(scenario: Scenario, name: str) -> World | None:
    """Return the scenario without a link, None where it has nothing to cut."""
    plan = scenario.plan
    sure = Quantity(point=1.0, basis="assumed")
    without: dict[str, dict[str, Any]] = {
        "belief-plan": {"plan": plan.model_copy(update={"suspicion": sure, "estimate": sure})},
        "guards-fights": {
            "guards": {
                name: guard.model_copy(update={"posture": "none"})
                for name, guard in scenario.guards.items()
            }
        },
        "parade-army": {"army": None},
        "failure-street": {"plan": plan.model_copy(update={"fallback": "none"})},
        "seized-held": {"holding": None},
    }
    if name in without:
        there = all(getattr(scenario, part) for part in without[name])
        return build(scenario.model_copy(update=without[name])) if there else None
    if name in PARTS and getattr(scenario, PARTS[name]) is None:
        return None
    if scenario.road is None:
        if name != "nodes-signal":  # the one coupling that needs no road
            return None
        world = build(scenario)
        world.ints[world.ints[CUT]] = SIGNAL
        return world
    road = scenario.road.model_copy(update={"cut": (*scenario.road.cut, name)})
    return build(scenario.model_copy(update={"road": road}))


def _numbers(world: World, design: Design) -> dict[str, Floats]:
    """Return outputs and outcomes of every world, by name."""
    roads = walked(world, design) if world.scenario.road else None
    rows = Simulation(world, design)((0, design.worlds), lambda: False).rows
    columns = world.columns_of_rows

    def column(name: str) -> Floats:
        if name not in columns:
            return np.zeros(len(rows))
        return rows[:, columns.index(name)].astype(np.float64)

    return {
        **({} if roads is None else _outputs(roads, world)),
        "prevented": (rows[:, 0] == PREVENTED).astype(np.float64),
        "leaked": column("leaked"),
        "taken": column("nodes_taken"),
        "lost": column("loss_plot"),
        "seized": (column("seized_at") >= 0).astype(np.float64),
        "held": (rows[:, 0] == HELD).astype(np.float64),
        "crowd": column("crowd"),
        "over": column("units_over"),
        "rising": (column("rising_at") > 0).astype(np.float64),
    }


def _outputs(roads: Roads, world: World) -> dict[str, Floats]:
    road = world.scenario.road
    assert road is not None
    eve = (world.scenario.day.date - road.economy).days - 1
    end = len(roads.days) - 1
    return {
        "rumour_peak": roads.of("rumour").max(axis=1),
        "home": roads.of("home")[:, eve],
        "queue": roads.of("queue")[:, eve],
        "queue_goods": roads.of("queue_goods")[:, eve],
        "shortfall_eve": roads.shortfall()[:, eve],
        "procured": roads.of("procured")[:, end],
        "shortfall_end": roads.shortfall()[:, end],
        "cover": roads.of("cover")[:, eve],
        "incidents": roads.of("incidents")[:, eve],
        "trust": roads.of("trust")[:, eve],
        "plotters_all": roads.of("plotters")[:, eve],
        "belief_all": roads.of("belief")[:, eve],
        "proposed": (roads.fact("proposed") >= 0).astype(np.float64),
        "arrests": roads.fact("arrests"),
        "early": roads.fact("early"),
        "leaked": roads.fact("hour_known"),
        "targets_known": roads.fact("targets_known"),
        "members_known": roads.fact("members_known"),
        "noticed": roads.fact("noticed"),
        "fielded": roads.fact("fielded"),
    }


def _change(name: str, before: Floats, after: Floats, inner: int) -> Change:
    """Return the mean change; worlds of a set are not independent, so its error goes by sets."""
    difference = after - before
    starts = np.arange(0, len(difference), inner)
    ends = np.append(starts[1:], len(difference))
    means: Floats = np.add.reduceat(difference, starts) / (ends - starts)
    value = float(difference.mean())
    error = float(means.std(ddof=1)) / math.sqrt(len(means)) if len(means) > 1 else math.inf
    moved = float((difference != 0.0).mean())
    wide = student(0.95, len(means) - 1) * error if len(means) > 1 else math.inf
    low, high = value - wide, value + wide
    if (difference >= 0.0).all():
        low = max(low, 0.0)  # no world went the other way
    if (difference <= 0.0).all():
        high = min(high, 0.0)
    if name in SHARES:
        low, high = max(low, -1.0), min(high, 1.0)  # a share cannot change by more
    return Change(name, float(before.mean()), value, low, high, moved)
