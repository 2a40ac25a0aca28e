"""Where things are kept that can be made again: compiled code, scenarios once read."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def folder(name: str) -> Path:
    """Return a writable folder of this name.

    Below ``MALAPARTE_CACHE``, else in the user's cache, else a temporary one.
    """
    home = os.environ.get("MALAPARTE_CACHE") or os.environ.get("XDG_CACHE_HOME")
    base = Path(home) if home else Path.home() / ".cache"
    for each in (base / "malaparte" / name, Path(tempfile.gettempdir()) / "malaparte" / name):
        try:
            each.mkdir(parents=True, exist_ok=True)
            probe = each / f".probe-{os.getpid()}"
            probe.write_bytes(b"")
            probe.unlink()
        except (OSError, RuntimeError):
            continue
        return each
    return Path(tempfile.mkdtemp(prefix="malaparte-"))


def keep(path: Path, data: bytes, most: int) -> None:
    """Write a file whole or not at all, and remove the oldest beyond *most* beside it.

    A cache that cannot be written is no error: the work is done again.
    """
    try:
        made = path.with_name(f".{path.name}-{os.getpid()}")
        made.write_bytes(data)
        made.replace(path)
        files = sorted(path.parent.glob(f"*{path.suffix}"), key=lambda each: each.stat().st_mtime)
        for old in files[:-most]:
            old.unlink()
    except OSError:
        return
