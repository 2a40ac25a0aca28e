"""A design, computed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from malaparte.ensemble.design import Design
from malaparte.ensemble.ensemble import Ensemble, Memory
from malaparte.ensemble.executors import Executor
from malaparte.ensemble.recorder import Receipt, Recorder
from malaparte.ensemble.simulation import Simulation
from malaparte.errors import Interrupted, StoreError, UsageError
from malaparte.results.block import Block, joined
from malaparte.results.store import Store
from malaparte.results.summarize import SAMPLE
from malaparte.results.tally import tally
from malaparte.said import said, strung
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

    def mine(self, numbers: range) -> range:
        """Return those of all blocks that belong to this shard."""
        return numbers[self.index - 1 :: self.of]

    def others(self, numbers: range) -> Iterator[int]:
        """Yield the blocks of all other shards."""
        return (number for number in numbers if number % self.of != self.index - 1)

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
        expected = said("expected i/k with i from 1 to k, like 2/8")
        raise UsageError(strung([f"--shard {words}", expected], ": "))
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
    counts: Any = 0
    spans = (design.span(number, span) for number in design.spans(span))
    # Closed also when `watch` raises: the workers stop now, not when the iterator is collected.
    with closing(executor.map(Simulation(world, design), spans)) as done:
        for block in done:
            blocks.append(block)
            counts = counts + tally(block, design.inner)
            if progress is not None:
                progress(block.worlds)
            if watch is not None:
                watch(block)
    block = joined(blocks)
    return Ensemble(world, design, counts, block.part(0, SAMPLE), Memory(block))


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
    store, taken = recorder.store, _Taken()

    def take(numbers: Iterable[int]) -> None:
        # Closed at once, so that no worker goes on while the sentence below is written.
        with closing(executor.map(recorder, numbers)) as receipts:
            for receipt in receipts:
                taken.add(receipt)
                if progress is not None:
                    progress(receipt.worlds)

    try:
        take(shard.mine(store.numbers))
        if store.count() < len(store.numbers):
            return None
        take(shard.others(store.numbers))
    except KeyboardInterrupt:
        raise Interrupted(strung([said("Interrupted."), taken.goes_on(store)], " ")) from None
    except StoreError as error:
        raise StoreError(strung([error.words, taken.goes_on(store)], "\n")) from None
    return Ensemble(recorder.world, recorder.design, taken.tally, joined(taken.samples), store)


@dataclass
class _Taken:
    """What is known of the blocks that were written or found whole; no more the more they are."""

    blocks: int = 0
    tally: Any = 0
    samples: list[Block] = field(default_factory=list[Block])

    def add(self, receipt: Receipt) -> None:
        self.blocks += 1
        self.tally = self.tally + receipt.tally  # integers, so any order gives the same
        if receipt.sample is not None:
            self.samples.append(receipt.sample)

    def goes_on(self, store: Store) -> str:
        """Say what is kept; files of blocks that nobody came to are counted apart."""
        of, unseen = len(store.numbers), store.count() - self.blocks
        more = said(" ({n:,} more files are there, not looked at)", n=unseen) if unseen > 0 else ""
        return said(
            "At least {n:,} of {of:,} blocks are kept in {folder}{more}; the same command goes on.",
            n=self.blocks,
            of=of,
            folder=store.folder,
            more=more,
        )
