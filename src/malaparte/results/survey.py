"""What of a folder is there, and what is missing, damaged or out of place."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from pyarrow import parquet

from malaparte.kernel.outcome import LABELS
from malaparte.results.schema import total_digest
from malaparte.results.store import Store


@dataclass(frozen=True)
class Survey:
    """The files of a folder, every byte looked at and no row decoded.

    whole: numbers of the blocks whose files are all whole.  missing: names of files that are not
    there.  damaged: names of files that are not what was written.  stray: names of files that look
    like blocks and belong to none.  size: bytes of the files of blocks, strays apart.  labels: how
    often each label stands in the whole blocks.  digest: hash of what all columns say, the same on
    any machine; None while a block is missing or damaged.
    """

    whole: list[int]
    missing: list[str]
    damaged: list[str]
    stray: list[str]
    size: int
    labels: dict[str, int]
    digest: str | None


def survey(store: Store, tells: Callable[[int], bool]) -> Survey:
    """Look at all files of a folder.

    Parameters
    ----------
    store : Store
        The folder.
    tells : function of a block's number
        Whether events of the block are kept.
    """
    whole: list[int] = []
    missing: list[str] = []
    damaged: list[str] = []
    digests: list[str] = []
    size, counts = 0, np.zeros(len(LABELS), np.int64)
    there = {kind: set(store.there(kind)) for kind in ("outcomes", "events")}
    for number in store.numbers:
        kinds = ("outcomes", "events") if tells(number) else ("outcomes",)
        absent = [store.path(number, kind).name for kind in kinds if number not in there[kind]]
        paths = [store.path(number, kind) for kind in kinds if number in there[kind]]
        broken = [path.name for path in paths if not store.is_whole(path)]
        size += sum(path.stat().st_size for path in paths)
        if not absent and not broken:
            whole.append(number)
            facts = _facts(store, number)
            digests.append(facts[b"malaparte.digest"].decode())
            counts += np.array(json.loads(facts[b"malaparte.labels"]))
        missing += absent
        damaged += broken
    strays = store.strays()
    labels = {label: int(n) for label, n in zip(LABELS, counts, strict=True) if n}
    digest = total_digest(digests) if len(whole) == len(store.numbers) else None
    return Survey(whole, missing, damaged, [path.name for path in strays], size, labels, digest)


def _facts(store: Store, number: int) -> dict[bytes, bytes]:
    return parquet.read_metadata(store.path(number)).metadata or {}
