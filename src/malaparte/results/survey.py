"""What of a folder is there, and what is missing, damaged or out of place."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

import numpy as np
from pyarrow import parquet

from malaparte.kernel.outcome import LABELS
from malaparte.results.schema import total_digest
from malaparte.results.store import Store

MOST = 1_000
"""Missing files that are named; a design that has just begun misses millions."""


@dataclass(frozen=True)
class Survey:
    """The files of a folder, every byte looked at and no row decoded.

    whole: numbers of the blocks whose files are all whole.  absent: how many files are not there,
    of outcomes, and of events beside outcomes; missing: names of the first `MOST`.  damaged: names
    of files that are not what was written, or too short.  stray: names of files that look like
    blocks and belong to none.  size: bytes of the files of blocks, strays apart.  labels: how often
    each label stands in the whole blocks.  digest: hash of what all columns say, the same on any
    machine; None while a block is missing or damaged.
    """

    whole: list[int]
    absent: int
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
    silent: list[int] = []
    damaged: list[str] = []
    digests: list[str] = []
    size, counts = 0, np.zeros(len(LABELS), np.int64)
    there = {kind: set(store.there(kind)) for kind in ("outcomes", "events")}
    # What is there is looked at, not every block of the design: most may be still to come.
    for number in sorted(there["outcomes"] | there["events"]):
        kinds = ("outcomes", "events") if tells(number) else ("outcomes",)
        paths = [store.path(number, kind) for kind in kinds if number in there[kind]]
        broken = [path.name for path in paths if not store.is_whole(path)]
        size += sum(path.stat().st_size for path in paths)
        if len(paths) == len(kinds) and not broken:
            found = parquet.read_metadata(store.path(number))
            if found.num_rows != store.span(number)[1]:  # the last of a run that grew since
                damaged.append(store.path(number).name)
                continue
            whole.append(number)
            facts: dict[bytes, bytes] = found.metadata or {}
            digests.append(facts[b"malaparte.digest"].decode())
            counts += np.array(json.loads(facts[b"malaparte.labels"]))
        elif number in there["outcomes"] and len(paths) < len(kinds):
            silent.append(number)
        damaged += broken
    empty = (number for number in store.numbers if number not in there["outcomes"])
    gaps = [(number, "outcomes") for number in islice(empty, MOST)]
    gaps = sorted([*gaps, *((number, "events") for number in silent)])[:MOST]
    missing = [store.path(*gap).name for gap in gaps]
    absent = len(store.numbers) - len(there["outcomes"]) + len(silent)
    strays = store.strays()
    labels = {label: int(n) for label, n in zip(LABELS, counts, strict=True) if n}
    digest = total_digest(digests) if len(whole) == len(store.numbers) else None
    names = [path.name for path in strays]
    return Survey(whole, absent, missing, damaged, names, size, labels, digest)
