"""What questions cost: a comparison, every option, Sobol indices beside SALib's."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable, Iterator

import numpy as np
from SALib.analyze import sobol as salib

from benchmarks.figure import Figure
from benchmarks.speed import ARTICLE
from malaparte.analysis.effects import declared
from malaparte.analysis.sobol import Sums
from malaparte.api import load
from malaparte.ensemble.design import Design
from malaparte.ensemble.executors import executor
from malaparte.ensemble.saltelli import points
from malaparte.ensemble.trials import Trials, together

WORLDS = 100_000
SINGLES = 10_000
NUMBERS, POINTS = 60, 2**12


def figures() -> Iterator[Figure]:
    """Yield the figures of this file; a quarter of an hour on two cores."""
    yield comparison()
    yield every_option()
    yield from indices()


def comparison(worlds: int = WORLDS) -> Figure:
    """Compare paired worlds, in runs of as many."""
    lab = load(ARTICLE)
    lab.run(1_024)
    alone = _seconds(lambda: lab.run(worlds))
    paired = _seconds(lambda: lab.compare({"leaders": "homes"}, worlds=worlds))
    name = f"compare, {worlds:,} paired worlds"
    return Figure(name, "runs", paired / alone, "runs at most", 2.1, aim=1, more_is_better=False)


def every_option(worlds: int = SINGLES) -> Figure:
    """Run every declared option of Moscow alone."""
    lab = load(ARTICLE)
    trials = Trials(lab.document, {}, {}, Design(worlds), executor("threads:2"))
    keys = [(), *(together(one) for one in declared(lab.scenario, {}))]
    took = _seconds(lambda: trials.extend(keys, worlds))
    name = f"{len(keys) - 1} options of {ARTICLE}, {worlds:,} worlds"
    return Figure(name, "s", took, "s at most", 180, aim=1, more_is_better=False)


def indices() -> Iterator[Figure]:
    """Sum up a design of 60 numbers, and let SALib do it."""
    weights = np.arange(1.0, NUMBERS + 1)
    blocks: list[tuple[int, np.ndarray]] = []
    for one in points(NUMBERS, POINTS, 1, step=64):
        mixed = np.repeat((one.a @ weights)[:, None], NUMBERS + 2, axis=1)
        mixed[:, 1:-1] += (one.b - one.a) * weights
        mixed[:, -1] = one.b @ weights
        blocks.append((one.first, np.sin(mixed)[..., None]))

    def ours() -> None:
        sums = Sums(POINTS, NUMBERS, 1)
        for first, outputs in blocks:
            sums.add(first, outputs)
        sums.indices()

    y = np.concatenate([outputs[..., 0] for _, outputs in blocks]).ravel()
    problem = {"num_vars": NUMBERS, "names": list(map(str, range(NUMBERS)))}
    problem["bounds"] = [[0, 1]] * NUMBERS
    theirs = _seconds(lambda: salib.analyze(problem, y, calc_second_order=False, seed=1))
    name = f"Sobol indices, {NUMBERS} numbers, {POINTS:,} points"
    mine = min(_seconds(ours) for _ in range(3))
    yield Figure(name, "s", mine, "s, SALib", theirs, aim=20, more_is_better=False)
    tracemalloc.start()
    ours()
    peak = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    yield Figure(f"{name}: memory", "MiB", peak, "MiB at most", 64, 1, more_is_better=False)


def _seconds(run: Callable[[], object]) -> float:
    begin = time.perf_counter()
    run()
    return time.perf_counter() - begin
