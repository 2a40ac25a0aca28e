"""Progress on stderr, only where somebody looks."""

from __future__ import annotations

import logging
import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from malaparte.cli.options import put
from malaparte.report.telling import tell
from malaparte.said import said

if TYPE_CHECKING:
    from rich.progress import Progress


COMPILING = said("Compiling the kernel once, about 20 seconds ...")
"""What the log of the kernel says."""


@contextmanager
def compiling(lang: str) -> Generator[None]:
    """Tell in a language that the kernel is compiled, of which its log knows only the English."""

    def told(record: logging.LogRecord) -> bool:
        if record.msg == COMPILING:
            record.msg = tell(COMPILING, lang)
        return True

    log = logging.getLogger("malaparte")
    log.addFilter(told)
    try:
        yield
    finally:
        log.removeFilter(told)


class Bar:
    """Is told how many more worlds are done; shows nothing without ``shown``."""

    def __init__(self, shown: Progress | None = None, worlds: int | None = None) -> None:
        self._shown = shown
        self._task = shown.add_task("worlds", total=worlds) if shown else None

    def __call__(self, done: int) -> None:
        """Take note of more worlds."""
        if self._shown and self._task is not None:
            self._shown.advance(self._task, done)

    def write(self, text: str) -> None:
        """Write to stdout at once, the bar being out of the way."""
        if self._shown:
            self._shown.stop()
        put(text)
        sys.stdout.flush()
        if self._shown:
            self._shown.start()


@contextmanager
def progress(worlds: int | None, lang: str) -> Generator[Bar]:
    """Give a bar that is told how many more worlds are done; quiet when not in a terminal.

    ``worlds``: None if nobody knows how many there will be.
    """
    if not sys.stderr.isatty():
        yield Bar()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    from malaparte.report.words import Words

    unit = Words(lang).say("progress-worlds")
    columns = BarColumn(), MofNCompleteColumn(), unit, TimeRemainingColumn()
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as shown:
        yield Bar(shown, worlds)
