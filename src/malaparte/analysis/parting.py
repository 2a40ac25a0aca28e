"""Where two histories of one world part: the same luck, another decision."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

import numpy as np

from malaparte.ensemble.roads import Roads
from malaparte.kernel.road import run
from malaparte.results.events import as_dicts
from malaparte.results.share import plain
from malaparte.world.build import World
from malaparte.world.trace import Trace

Event = dict[str, Any]
"""An event in words (`malaparte.results.events`), without its number and that of its cause."""


@dataclass(frozen=True)
class Parting:
    """The first difference between two histories of one world.

    day, series: the first day of the road on which something is not the same, and what
    (`kernel.road.run.SERIES`); None and nothing if the roads are the same, or there are none.
    same: events of the day that both histories begin with.  before, after: the first event of each
    that the other does not have; both None if the days are the same, one None if it has ended.
    """

    world: int
    seed: int
    day: datetime.date | None
    series: tuple[str, ...]
    same: int
    before: Event | None
    after: Event | None

    @property
    def t(self) -> int | None:
        """Seconds after 00:00 of the day at which the days part; None if they do not."""
        times = [one["t"] for one in (self.before, self.after) if one is not None]
        return min(times) if times else None

    def as_dict(self) -> dict[str, Any]:
        """Return plain data for ``--json``."""
        day = None if self.day is None else self.day.isoformat()
        return {**plain(self), "day": day, "t": self.t}


def parting(
    numbers: tuple[int, int],
    worlds: tuple[World, World],
    traces: tuple[Trace, Trace],
    roads: tuple[Roads, Roads] | None,
) -> Parting:
    """Return where two histories of one world part.

    Parameters
    ----------
    numbers : (int, int)
        World and seed.
    worlds : two World
        The scenario before and after the change.
    traces, roads
        What happened in each; no roads if the scenario has none.
    """
    before, after = (
        [_bare(event) for event in as_dicts(trace.events.tolist(), world.names)]
        for world, trace in zip(worlds, traces, strict=True)
    )
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    day, series = _on_the_road(worlds[0], roads)
    first = [told[same] if same < len(told) else None for told in (before, after)]
    return Parting(*numbers, day, series, same, *first)


def _bare(event: Event) -> Event:
    return {key: value for key, value in event.items() if key not in ("seq", "cause_seq")}


def _on_the_road(
    world: World, roads: tuple[Roads, Roads] | None
) -> tuple[datetime.date | None, tuple[str, ...]]:
    told = world.scenario.road
    if roads is None or told is None:
        return None, ()
    one, other = roads[0].series[0], roads[1].series[0]
    # Not a number on both sides is the same; the day of the plot ends the road.
    end = int(min(road.fact("start")[0] for road in roads))
    differ = ((one != other) & ~(np.isnan(one) & np.isnan(other)))[:end]
    days = np.flatnonzero(differ.any(axis=1))
    if not len(days):
        return None, ()
    names = tuple(name for name, off in zip(run.SERIES, differ[days[0]], strict=True) if off)
    return told.economy + datetime.timedelta(int(days[0])), names
