"""One run a folder."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from malaparte.errors import StoreError

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows
    fcntl = None


@contextmanager
def locked(folder: Path, tag: str) -> Generator[None]:
    """Hold the lock of a folder, one for each shard; the system frees it however the run ends.

    Where a file system knows no locks the run goes on without: blocks are written whole and hold
    the same bytes whoever writes them, so two runs only waste time.

    Raises
    ------
    StoreError
        If another run holds it.
    """
    path = folder / f".lock-{tag}"
    try:
        file = path.open("a+")
    except OSError as error:
        raise StoreError(f"cannot write {path}: {error.strerror or error}") from None
    with file:
        if fcntl is not None:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                file.seek(0)
                who = file.read().strip() or "unknown"
                words = f"another run (process {who}) is writing to {folder}"
                expected = "wait for it, or share the work with --shard 1/2 and --shard 2/2"
                raise StoreError(f"{words}; {expected}") from None
            except OSError:
                pass
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield
