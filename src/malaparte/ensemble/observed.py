"""The outputs of worlds of which a record speaks, one number a world."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from malaparte.ensemble.design import Design
from malaparte.ensemble.ensemble import Ensemble
from malaparte.ensemble.executors import Executor, Stopped
from malaparte.ensemble.simulation import layout
from malaparte.errors import UsageError
from malaparte.results.block import Block, Layout
from malaparte.said import said, strung
from malaparte.scenario.record import ROAD_OUTPUTS, SUMS, Statement
from malaparte.world import draw
from malaparte.world.build import World

Floats = NDArray[np.float64]

_SPAN = 256
"""Worlds whose roads are walked between two looks at whether to stop."""
_YEAR = 365


def observed(ensemble: Ensemble, record: Mapping[str, Statement], where: Executor) -> Floats:
    """Return the outputs of statements, float64 [worlds, statements].

    Words are their codes, times hours (NaN for never), whether a place fell 0 or 1.

    Parameters
    ----------
    ensemble : Ensemble
        Worlds of a day; their roads are walked again, for the days that the record names.
    record : mapping of str to Statement
        What is asked.
    where : Executor
        Where the roads are walked.

    Raises
    ------
    UsageError
        If a statement is about an output that the scenario has not.
    """
    told_by(ensemble.world, record)
    found = np.empty((ensemble.design.worlds, len(record)))
    later: list[tuple[int, Statement]] = []
    for column, one in enumerate(record.values()):
        if one.output in ROAD_OUTPUTS:
            later.append((column, one))
            continue
        for block in ensemble.blocks():
            span = slice(block.first, block.first + block.worlds)
            found[span, column] = _of_day(ensemble.layout, block, one.output)
    if later:
        roads = _roads(ensemble, [one for _, one in later], where)
        for at, (column, _) in enumerate(later):
            found[:, column] = roads[:, at]
    return found


def comparable(mine: World, others: Iterable[World], record: Mapping[str, Statement]) -> None:
    """Refuse readings that a record says nothing of, before anything is computed.

    Raises
    ------
    UsageError
        If a reading is of another day, or has no such output as a statement is about.
    """
    told_by(mine, record)
    day = mine.scenario.day.date
    for other in others:
        if other.scenario.day.date != day:
            words = said(
                "{one} tells of {day}, {other} of {date}: one record speaks of one day; "
                "expected a reading of {day}",
                one=mine.scenario.id,
                day=day,
                other=other.scenario.id,
                date=other.scenario.day.date,
            )
            raise UsageError(words)
        told_by(other, record)


def told_by(world: World, record: Mapping[str, Statement]) -> None:
    """Raise UsageError if a scenario has no such output as a statement is about."""
    reading, outputs = world.scenario, layout(world)
    for name, one in record.items():
        if one.output in ROAD_OUTPUTS:
            if reading.road is None:
                words = said("the record speaks of the road, and this scenario has none")
                raise UsageError(strung([reading.id, words], ": "))
        elif not _has(outputs, one.output):
            words = said(
                "`{name}` is about `{output}`, and {reading} has no such output",
                name=name,
                output=one.output,
                reading=reading.id,
            )
            raise UsageError(words)


def _has(outputs: Layout, output: str) -> bool:
    kind, _, name = output.partition(".")
    known = {"falls": outputs.goals, "arrested": outputs.leaders}
    return output in (*outputs.columns, *SUMS) or (name in known.get(kind, ()) if name else False)


def _of_day(outputs: Layout, block: Block, output: str) -> Floats:
    kind, _, name = output.partition(".")
    if name and kind == "falls":
        return (block.taken[:, outputs.goals.index(name)] >= 0).astype(np.float64)
    if name:
        return block.arrested[:, outputs.leaders.index(name)].astype(np.float64)
    values = np.zeros(block.worlds)
    for part in SUMS.get(output, (output,)):
        values += block.rows[:, outputs.columns.index(part)]
    return np.where(values < 0, np.nan, values / 3600.0) if output.endswith("_at") else values


def _roads(ensemble: Ensemble, asked: list[Statement], where: Executor) -> Floats:
    """Return outputs of the roads of all worlds, float64 [worlds, asked]."""
    road = ensemble.world.scenario.road
    assert road is not None
    wanted: list[tuple[str, int]] = []
    for one in asked:
        assert one.date is not None  # `check` sees to it
        wanted.append((one.output, (one.date - road.economy).days - 1))
    walk = Walk(ensemble.world, ensemble.design, tuple(wanted))
    found = np.empty((ensemble.design.worlds, len(asked)))
    size = max(_SPAN // ensemble.design.inner, 1) * ensemble.design.inner
    spans = (ensemble.design.span(k, size) for k in ensemble.design.spans(size))
    for first, part in where.map(walk, spans):
        found[first : first + len(part)] = part
    return found


@dataclass(frozen=True)
class Walk:
    """A task: walks the roads of a span and returns outputs on their days.

    wanted: name of the output, and day since the beginning of the economy.
    """

    world: World
    design: Design
    wanted: tuple[tuple[str, int], ...]

    def __call__(self, span: tuple[int, int], stopped: Callable[[], bool]) -> tuple[int, Floats]:
        """Return the first world of a span and its outputs, float64 [worlds, wanted]."""
        from malaparte.kernel.road import run

        if stopped():
            raise Stopped
        first, worlds = span
        dates: list[int] = []
        for output, day in self.wanted:
            dates += [day, day - _YEAR] if output == "shortfall" else [day]
        days = np.array(sorted(set(dates)), np.int64)
        series = np.empty((worlds, len(days), len(run.SERIES)))
        facts = np.empty((worlds, len(run.FACTS)))
        inner = self.design.inner
        drawn = draw.columns(self.world, self.design.seed, first // inner, -(-worlds // inner))
        thetas = draw.theta(self.world, drawn)
        ints, floats = self.world.ints.copy(), self.world.floats.copy()
        luck = self.design.seed, first, worlds, inner
        run.walk_many(thetas, ints, floats, *luck, days, series, facts)

        def at(output: str, day: int) -> Floats:
            return series[:, np.searchsorted(days, day), run.SERIES.index(output)]

        found = [
            at("procured", day - _YEAR) - at("procured", day)
            if output == "shortfall"
            else at(output, day)
            for output, day in self.wanted
        ]
        return first, np.stack(found, axis=1)
