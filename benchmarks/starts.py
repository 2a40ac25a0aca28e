"""Seconds until something is on the screen, each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

from benchmarks.figure import Figure
from benchmarks.speed import ARTICLE

_PROGRAM = [sys.executable, "-c", "from malaparte.cli import main; main()"]


def figures() -> Iterator[Figure]:
    """Yield the figures of this file."""
    with tempfile.TemporaryDirectory() as cache:
        # A folder that nobody has compiled into yet stands for a machine that has not.
        fresh = {**os.environ, "MALAPARTE_CACHE": cache}
        cold = _wall(["run", ARTICLE, "--worlds", "16"], fresh)
        yield _figure("first start, compiling included", cold, 20)
        second = min(_wall(["run", ARTICLE, "--worlds", "1000"], fresh) for _ in range(3))
        yield _figure("second start, 1,000 worlds", second, 2.5)
        yield _figure("--help", min(_wall(["--help"], fresh) for _ in range(3)), 0.5)


def _figure(name: str, seconds: float, most: float) -> Figure:
    return Figure(name, "s", seconds, "s at most", most, aim=1, more_is_better=False)


def _wall(words: list[str], environment: dict[str, str]) -> float:
    begin = time.perf_counter()
    subprocess.run([*_PROGRAM, *words], env=environment, check=True, capture_output=True)
    return time.perf_counter() - begin
