"""Progress on stderr, only where somebody looks."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager


@contextmanager
def progress(worlds: int | None) -> Generator[Callable[[int], None]]:
    """Give a function that is told how many more worlds are done; quiet when not in a terminal.

    ``worlds``: None if nobody knows how many there will be.
    """
    announce()
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = BarColumn(), MofNCompleteColumn(), "worlds", TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("worlds", total=worlds)
        yield lambda done: shown.advance(task, done)


def announce() -> None:
    """Say that the kernel will be compiled, if it will."""
    from malaparte.kernel.compile import compiled

    if not compiled():
        sys.stderr.write("Compiling the kernel once, about 20 seconds ...\n")
        sys.stderr.flush()
