"""Who may write to a folder: one run, or shards of one run together.

A run without shards has the folder alone.  Shards share it, and each has its own part alone.
Manifest and strays are looked after by one at a time, so that two runs of different settings
that begin in the same moment cannot both take an empty folder for theirs.

Where a file system knows no locks the run goes on without: blocks are written whole and hold
the same bytes whoever writes them, so two runs of the same settings only waste time.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from malaparte.errors import StoreError, unwritten
from malaparte.said import said

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows
    fcntl = None


@contextmanager
def locked(folder: Path, tag: str, *, shard: bool = False) -> Generator[None]:
    """Hold the locks of a run, or of a shard of one; the system frees them however it ends.

    Raises
    ------
    StoreError
        If others hold them.
    """
    with _held(
        folder, "run", said("shards of one run (--shard 1/2, --shard 2/2) share it"), shared=shard
    ):
        if not shard:
            yield
            return
        with _held(folder, tag, said("take another part of the work")):
            yield


@contextmanager
def alone(folder: Path) -> Generator[None]:
    """Wait until nobody else prepares the folder, and hold them off."""
    with _held(folder, "manifest", wait=True):
        yield


@contextmanager
def _held(
    folder: Path, name: str, instead: str = "", *, shared: bool = False, wait: bool = False
) -> Generator[None]:
    path = folder / f".lock-{name}"
    try:
        file = path.open("a+")
    except OSError as error:
        raise StoreError(unwritten(path, error)) from None
    with file:
        if fcntl is not None:
            how = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
            try:
                fcntl.flock(file, how if wait else how | fcntl.LOCK_NB)
            except BlockingIOError:
                file.seek(0)
                words = said(
                    "another run ({who}) is writing to {folder}; wait for it, or {instead}",
                    who=_holder(file.read()),
                    folder=folder,
                    instead=instead,
                )
                raise StoreError(words) from None
            except OSError:
                pass
        file.truncate(0)
        file.write(f"process {os.getpid()} on {socket.gethostname()}")
        file.flush()
        yield


def _holder(text: str) -> str:
    """Return who holds a lock: the words that it wrote, as they can be told."""
    words = text.split()
    if len(words) != 4:
        return said("unknown")
    return said("process {number} on {host}", number=words[1], host=words[3])
