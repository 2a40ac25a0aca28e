"""Folders of results for tests: three blocks of the lesson, and ways to damage a file."""

from pathlib import Path
from typing import Any

import malaparte as mp

THREE = "docs/first/three-nodes.yaml"
WORLDS = 10_000  # three blocks


def keep(folder: Path, **more: Any) -> mp.Ensemble:
    found = mp.load(THREE).keep(folder, WORLDS, **more)
    assert found is not None
    return found


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.parquet"))}


def damage_cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:3000])


def damage_byte(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 3] ^= 0xFF
    path.write_bytes(data)


def damage_empty(path: Path) -> None:
    path.write_bytes(b"")


def damage_other(path: Path) -> None:
    path.write_bytes(path.with_name("outcomes-00000000.parquet").read_bytes())
