"""Worlds a second: on one core, on two, and beside the twin."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.bench_city import CITY, SETTINGS
from benchmarks.figure import Figure
from benchmarks.twin.days import days
from malaparte.api import Laboratory, load

ARTICLE = "moscow-1927-article"
DAY = Path(__file__).with_name("moscow-day.yaml")
WORLDS = 8_192
SCALING_WORLDS = 32_768
START_WORLDS = 1_024
CITY_WORLDS = 4_096
TWIN_WORLDS = 60
"""Of each setting; the twin runs a world on each set of assumptions."""


def figures() -> Iterator[Figure]:
    """Yield the figures of this file."""
    for name, scenario, wanted in (("the whole world", ARTICLE, 700), ("the day alone", DAY, 1500)):
        lab = load(scenario)
        _seconds(lab, START_WORLDS, "sequential")  # compiled, and the processor awake
        one = WORLDS / min(_seconds(lab, WORLDS, "sequential") for _ in range(3))
        title = f"{ARTICLE}, {name}, one core"
        yield Figure(title, "worlds/s", one, "worlds/s at least", wanted, aim=1)
    lab = load(ARTICLE)
    alone = _rate(lab, "sequential")
    for where in ("threads:2", "procs:2"):
        yield Figure(
            f"two cores, {where}", "worlds/s", _rate(lab, where), "worlds/s on one", alone, aim=1.9
        )
    yield from _beside_twin()


def _seconds(lab: Laboratory, worlds: int, on: str) -> float:
    begin = time.perf_counter()
    lab.run(worlds, on=on)
    return time.perf_counter() - begin


def _rate(lab: Laboratory, on: str) -> float:
    """Return worlds a second, the start of the workers left out: by two runs."""
    start = _seconds(lab, START_WORLDS, on)
    return (SCALING_WORLDS - START_WORLDS) / (_seconds(lab, SCALING_WORLDS, on) - start)


def _beside_twin() -> Iterator[Figure]:
    for name, do in SETTINGS.items():
        lab = load(CITY, do=do)
        ours = CITY_WORLDS / min(_seconds(lab, CITY_WORLDS, "sequential") for _ in range(2))
        begin = time.perf_counter()
        days(lab, 1, range(TWIN_WORLDS))
        twin = TWIN_WORLDS / (time.perf_counter() - begin)
        yield Figure(f"bench-city, {name}", "worlds/s", ours, "worlds/s of the Mesa twin", twin)
