"""How the functions of the kernel are compiled.

Every kernel function carries ``@kernel``.  Numba keeps compiled code in a cache that does not
notice a changed function in another file, so the folder's name holds a hash of all kernel
sources.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numba

ROOT = Path(__file__).parent


def source_digest() -> str:
    """Return the hash of all kernel sources; part of every run id."""
    total = hashlib.sha256()
    for path in sorted(ROOT.rglob("*.py")):
        total.update(path.relative_to(ROOT).as_posix().encode())
        total.update(path.read_bytes())
    return total.hexdigest()[:16]


def _cache_folder() -> str:
    """Return a writable folder for compiled code: the user's cache, else a temporary one."""
    name = f"{source_digest()}-numba{numba.__version__}"
    home = os.environ.get("MALAPARTE_CACHE") or os.environ.get("XDG_CACHE_HOME")
    base = Path(home) if home else Path.home() / ".cache"
    for folder in (base / "malaparte" / name, Path(tempfile.gettempdir()) / "malaparte" / name):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            probe = folder / f".probe-{os.getpid()}"
            probe.write_bytes(b"")
            probe.unlink()
        except (OSError, RuntimeError):
            continue
        return str(folder)
    return tempfile.mkdtemp(prefix="malaparte-")


CACHE = _cache_folder()
# Numba's settings are made at run time, which its types do not tell.
numba.config.CACHE_DIR = CACHE  # pyright: ignore[reportPrivateImportUsage, reportAttributeAccessIssue]

OPTIONS: dict[str, Any] = {"error_model": "numpy", "nogil": True, "_nrt": False}
"""Never ``fastmath``, so that all machines agree; no reference counts, since nothing is
allocated."""
INNER: dict[str, Any] = {**OPTIONS, "no_cpython_wrapper": True, "no_cfunc_wrapper": True}

entry: Any = numba.njit(cache=True, **OPTIONS)
"""Decorator of a kernel function that Python calls; the cache keeps it with all that it calls."""

kernel: Any = numba.njit(**INNER)
"""Decorator of a kernel function that only kernel functions call."""


def typed(signature: str) -> Any:
    """Return a decorator like ``kernel`` with one signature.

    For functions that are called with many different constants: Numba would compile each case anew.
    """
    return numba.njit(signature, cache=True, **INNER)


def compiled() -> bool:
    """Return whether the cache already holds the whole kernel, so that a start is quick."""
    return any(Path(CACHE).rglob("cpu.run-*.nbi"))


def aside(*modules: str) -> Callable[[], object]:
    """Let a second process fill the cache with these modules' ``typed`` functions.

    Returns what waits for it.  A unit that the other process could not compile is compiled here
    when it is imported: later, with the same result.
    """
    if compiled() or numba.config.DISABLE_JIT or not sys.executable:  # pyright: ignore[reportPrivateImportUsage, reportAttributeAccessIssue]
        return lambda: None
    command = [sys.executable, "-c", f"import {', '.join(modules)}"]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet).wait
