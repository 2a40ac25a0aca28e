"""Files that are either whole or not there."""

from __future__ import annotations

import contextlib
import os
import socket
from pathlib import Path

from malaparte.errors import StoreError, reason, unwritten
from malaparte.said import said

_TEMPORARY = ".part-"


def write_whole(path: Path, data: bytes, tag: str = "") -> None:
    """Write a file so that, whatever happens, it is there with all of its bytes or not at all.

    It gets a temporary name, reaches the disk, and is renamed; then the folder reaches the disk.

    Parameters
    ----------
    path : Path
        The file; replaced if it is there.
    data : bytes
        All of it.
    tag : str
        Who writes, so that `sweep` removes nothing that another run is writing.

    Raises
    ------
    StoreError
        If the disk is full, or the permission is gone.
    """
    name = f"{_TEMPORARY}{tag}-{socket.gethostname()}-{os.getpid()}-{path.name}~"
    temporary = path.with_name(name)
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):  # the next run sweeps it away
            temporary.unlink(missing_ok=True)
        raise StoreError(unwritten(path, error)) from None


def made(folder: Path) -> Path:
    """Return a folder, made if it is not there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = reason(error)
        raise StoreError(said("cannot make {folder}: {why}", folder=folder, why=why)) from None
    return folder


def sync_folder(folder: Path) -> None:
    """Make the names in a folder reach the disk, where the system can do that."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(folder: Path, tag: str) -> int:
    """Remove what killed runs of the same tag left half written, and return how many files."""
    found = [path for path in folder.iterdir() if path.name.startswith(f"{_TEMPORARY}{tag}-")]
    for path in found:
        path.unlink(missing_ok=True)
    return len(found)


def is_temporary(path: Path) -> bool:
    """Tell whether a file is one that is being written, or was when its run was killed."""
    return path.name.startswith(_TEMPORARY)
