"""A design, computed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass

from malaparte.ensemble.design import Design
from malaparte.ensemble.ensemble import Ensemble, Memory, total
from malaparte.ensemble.executors import Executor
from malaparte.ensemble.recorder import Receipt, Recorder
from malaparte.ensemble.simulation import Simulation
from malaparte.errors import Interrupted, StoreError, UsageError
from malaparte.results.block import Block, joined
from malaparte.results.store import Store
from malaparte.results.summarize import SAMPLE
from malaparte.results.tally import Tally, tally
from malaparte.world.build import World

Progress = Callable[[int], None]
"""Called with the number of worlds that were done since the last call."""


@dataclass(frozen=True)
class Shard:
    """The part of a design that one of several runs computes: every so many blocks.

    index: from 1.  of: how many runs share the work.
    """

    index: int = 1
    of: int = 1

    def has(self, number: int) -> bool:
        """Tell whether a block belongs to this shard."""
        return number % self.of == self.index - 1

    @property
    def tag(self) -> str:
        """A word for names of files."""
        return f"{self.index}-of-{self.of}"


def shard_of(words: str | None) -> Shard:
    """Return the shard that words like 2/8 name."""
    if words is None:
        return Shard()
    match = re.fullmatch(r"(\d{1,6})/(\d{1,6})", words)
    if not match or not 1 <= int(match[1]) <= int(match[2]):
        raise UsageError(f"--shard {words}: expected i/k with i from 1 to k, like 2/8")
    return Shard(int(match[1]), int(match[2]))


_SPAN = 512
"""Worlds a worker takes at once when nothing is written: a third of a second."""


Watch = Callable[[Block], None]
"""Called with every stretch of worlds as it is done, in no order; what it raises ends the run."""


def run(
    world: World,
    design: Design,
    executor: Executor,
    progress: Progress | None,
    watch: Watch | None = None,
    span: int = _SPAN,
) -> Ensemble:
    """Return the worlds of a design, kept in memory.

    Parameters
    ----------
    world : World
        The scenario as numbers.
    design : Design
        Which worlds.
    executor : Executor
        Where; it changes nothing in the result.
    progress : function of int, optional
        Is told how many worlds were done.
    watch : function of Block, optional
        Is shown the worlds that were done.
    span : int
        About how many worlds a worker takes at once.
    """
    span = max(span // design.inner, 1) * design.inner
    blocks: list[Block] = []
    tallies: list[Tally] = []
    spans = (design.span(number, span) for number in design.spans(span))
    # Closed also when `watch` raises: the workers stop now, not when the iterator is collected.
    with closing(executor.map(Simulation(world, design), spans)) as done:
        for block in done:
            blocks.append(block)
            tallies.append(tally(block, design.inner))
            if progress is not None:
                progress(block.worlds)
            if watch is not None:
                watch(block)
    block = joined(blocks)
    return Ensemble(world, design, total(tallies), block.part(0, SAMPLE), Memory(block))


def keep(
    recorder: Recorder, executor: Executor, shard: Shard, progress: Progress | None
) -> Ensemble | None:
    """Compute a design, or a shard of it, into a folder; what is there already is kept.

    Parameters
    ----------
    recorder : Recorder
        The task, with the folder; its lock is held.
    executor : Executor
        Where.
    shard : Shard
        Which blocks.
    progress : function of int, optional
        Is told how many worlds are there.

    Returns
    -------
    Ensemble or None
        None when blocks of other shards are missing.

    Raises
    ------
    Interrupted
        At Ctrl-C; what is done is kept.
    StoreError
        If a block cannot be written; what is done is kept.
    """
    store = recorder.store
    receipts: list[Receipt] = []

    def take(numbers: Iterable[int]) -> None:
        for receipt in executor.map(recorder, numbers):
            receipts.append(receipt)
            if progress is not None:
                progress(receipt.worlds)

    try:
        mine = [number for number in store.numbers if shard.has(number)]
        take(mine)
        if len(store.there()) < len(store.numbers):
            return None
        take(number for number in store.numbers if not shard.has(number))
    except KeyboardInterrupt:
        raise Interrupted(f"Interrupted. {_goes_on(store)}") from None
    except StoreError as error:
        raise StoreError(f"{error}\n{_goes_on(store)}") from None
    samples = [receipt.sample for receipt in receipts if receipt.sample is not None]
    tallies = [receipt.tally for receipt in receipts]
    return Ensemble(recorder.world, recorder.design, total(tallies), joined(samples), store)


def _goes_on(store: Store) -> str:
    kept, of = len(store.there()), len(store.numbers)
    return f"{kept:,} of {of:,} blocks are kept in {store.folder}; the same command goes on."
