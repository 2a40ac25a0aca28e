"""What a world costs besides its history: ours, EMA Workbench's, Mesa's.

All three run a model in which nothing happens and keep as many numbers of it as an outcome row
has.  Theirs have one input; ours has all those of the article, or, beside EMA Workbench's empty
model, is a scenario of three places to which nobody comes.
"""

from __future__ import annotations

import io
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from pathlib import Path
from typing import Any
from unittest.mock import patch

import mesa

from benchmarks.figure import Figure
from benchmarks.speed import ARTICLE
from malaparte.api import load
from malaparte.ensemble import simulation
from malaparte.kernel import cpu
from malaparte.kernel.outcome import COLUMNS
from malaparte.world import draw

THREE = str(Path(__file__).parents[1] / "docs/first/three-nodes.yaml")
WORLDS = 65_536
PEER_WORLDS = 2_000


def figures() -> Iterator[Figure]:
    """Yield the figures of this file, in microseconds a world."""
    ours = min(_ours(ARTICLE, {"plan.exists": 0, "command.agent": 0}) for _ in range(3))
    name = "overhead a world"
    yield Figure(name, "us", ours, "us at most", 5.0, aim=1, more_is_better=False)
    yield Figure(name, "us", ours, "us, Mesa's batch_run", _mesa(), more_is_better=False)
    ours = min(_ours(THREE, {"squads.*.count": 0}) for _ in range(3))
    name, peer = "overhead an experiment, empty model", "us, EMA Workbench, sequential"
    yield Figure(name, "us", ours, peer, _ema(), aim=100, more_is_better=False)


def _ours(scenario: str, values: dict[str, object]) -> float:
    """Return what `api.run` takes besides the kernel and the quantiles of the inputs."""
    lab = load(scenario, set=values)
    lab.run(1_024, on="sequential")
    inside: list[float] = []

    def timed(function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any) -> Any:
            begin = time.perf_counter()
            result = function(*args)
            inside.append(time.perf_counter() - begin)
            return result

        return call

    with (
        patch.object(simulation.cpu, "run", timed(cpu.run)),
        patch.object(simulation.draw, "columns", timed(draw.columns)),
    ):
        begin = time.perf_counter()
        lab.run(WORLDS, on="sequential")
        total = time.perf_counter() - begin
    return 1e6 * (total - sum(inside)) / WORLDS


class Nothing(mesa.Model):
    """A model that does nothing and reports as many numbers as an outcome row."""

    def __init__(self, x: int = 0, **_: Any) -> None:
        super().__init__(rng=x)
        reporters = dict.fromkeys(COLUMNS, "steps")
        self.datacollector = mesa.DataCollector(model_reporters=reporters)

    def step(self) -> None:
        """Collect once and stop."""
        self.datacollector.collect(self)
        self.running = False


def _mesa() -> float:
    begin = time.perf_counter()
    mesa.batch_run(Nothing, {"x": range(PEER_WORLDS)}, display_progress=False, max_steps=1)
    return 1e6 * (time.perf_counter() - begin) / PEER_WORLDS


def _nothing(x: float = 0.0) -> dict[str, float]:
    return dict.fromkeys(COLUMNS, x)


def _ema() -> float:
    # Its progress bar, its log and its remarks on import are not ours to print.
    with redirect_stderr(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # Only here and never in the package: parts of what EMA Workbench needs are GPL.
        from ema_workbench import (
            Model,
            RealParameter,
            ScalarOutcome,
            SequentialEvaluator,
            perform_experiments,
        )

        model = Model("nothing", function=_nothing)
        model.uncertainties = [RealParameter("x", 0, 1)]
        model.outcomes = [ScalarOutcome(name) for name in COLUMNS]
        begin = time.perf_counter()
        with SequentialEvaluator(model) as evaluator:
            perform_experiments(model, PEER_WORLDS, evaluator=evaluator)
        return 1e6 * (time.perf_counter() - begin) / PEER_WORLDS
