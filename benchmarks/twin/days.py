"""Many worlds of the twin, on the same assumptions as those of an ensemble."""

from __future__ import annotations

import multiprocessing
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

import numpy as np

from benchmarks.twin.chart import Chart
from benchmarks.twin.city import City, Row
from benchmarks.twin.numbers import sets
from malaparte.api import Laboratory, load

_CHUNK = 25


def days(lab: Laboratory, seed: int, which: range) -> list[Row]:
    """Run one world of the twin on each of some sets of assumptions.

    Parameters
    ----------
    lab : Laboratory
        The scenario.
    seed : int
        Names the assumptions, as it does for an ensemble; the twin's luck is its own.
    which : range
        Sets of assumptions.
    """
    chart = Chart(lab.scenario)
    return [
        City(chart, numbers, np.random.default_rng([seed, one, 1931])).run()
        for one, numbers in zip(which, sets(lab.world, seed, which), strict=True)
    ]


@dataclass(frozen=True)
class Job:
    """Worlds of one setting, for a worker process."""

    path: Path
    do: tuple[tuple[str, str], ...]
    seed: int
    number: int


@lru_cache(maxsize=8)
def _loaded(path: Path, do: tuple[tuple[str, str], ...]) -> Laboratory:
    return load(path, do=dict(do))


def _part(job: Job, first: int) -> list[Row]:
    which = range(first, min(first + _CHUNK, job.number))
    return days(_loaded(job.path, job.do), job.seed, which)


def all_days(
    path: Path, settings: Mapping[str, Mapping[str, str]], seed: int, number: int, workers: int = 2
) -> dict[str, list[Row]]:
    """Run the worlds of several settings on several processes; how many changes no result.

    Parameters
    ----------
    path : Path
        A scenario.
    settings : mapping
        Name of a setting -> decisions taken in it.
    seed, number : int
        As for `days`; sets 0 to number - 1.
    workers : int
        Processes.
    """
    context = multiprocessing.get_context("spawn")
    rows: dict[str, list[Row]] = {}
    with ProcessPoolExecutor(workers, context) as pool:
        for name, do in settings.items():
            job = Job(path, tuple(do.items()), seed, number)
            parts = pool.map(partial(_part, job), range(0, number, _CHUNK))
            rows[name] = [row for part in parts for row in part]
    return rows
