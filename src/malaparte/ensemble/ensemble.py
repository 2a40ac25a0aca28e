"""Very many histories of one scenario."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import pyarrow as pa

from malaparte.ensemble.design import Design
from malaparte.ensemble.missed import Missed, missed
from malaparte.ensemble.road_summary import RoadSummary, road_summary
from malaparte.ensemble.simulation import layout
from malaparte.results import schema
from malaparte.results.block import Block, Layout, joined
from malaparte.results.summarize import summarize
from malaparte.results.summary import Summary
from malaparte.results.tally import Tally
from malaparte.world.build import World

if TYPE_CHECKING:
    import pandas as pd  # pyright: ignore[reportMissingTypeStubs] - has none


class Parts(Protocol):
    """Where the worlds of an ensemble are: in memory, or in a folder."""

    def blocks(self) -> Iterator[Block]:
        """Yield all worlds in blocks of 4,096."""
        ...


@dataclass(frozen=True)
class Memory:
    """Worlds that are kept in memory."""

    block: Block

    def blocks(self) -> Iterator[Block]:
        """Yield all worlds in blocks of 4,096."""
        for start in range(0, self.block.worlds, schema.BLOCK):
            yield self.block.part(start, start + schema.BLOCK)


@dataclass(frozen=True, repr=False)
class Ensemble:
    """Very many histories of one scenario.

    world, design: what was run.  tally: counts of all worlds.  sample: the first worlds, at most
    65,536.  parts: where all of them are.
    """

    world: World
    design: Design
    tally: Tally
    sample: Block
    parts: Parts

    def blocks(self) -> Iterator[Block]:
        """Yield the worlds in blocks of 4,096."""
        return self.parts.blocks()

    @cached_property
    def block(self) -> Block:
        """All worlds."""
        return joined(list(self.blocks()))

    @property
    def layout(self) -> Layout:
        """What the columns of the blocks stand for."""
        return layout(self.world)

    @cached_property
    def outcomes(self) -> pa.Table:
        """One row a world, as an Arrow table (`malaparte.results.schema`).

        Columns ``..._at`` are seconds after 00:00 of the day, ``taken.<place>`` whole minutes;
        both are null where it never happened.
        """
        return schema.table(self.layout, self.block)

    def to_pandas(self) -> pd.DataFrame:
        """Return ``outcomes`` as a pandas data frame, in the same units."""
        return self.outcomes.to_pandas()

    @cached_property
    def summary(self) -> Summary:
        """What the worlds say."""
        return summarize(
            self.layout,
            self.tally,
            self.sample,
            scenario=self.world.scenario.id,
            seed=self.design.seed,
            worlds=self.design.worlds,
            sets=self.design.sets,
            do=self.design.do,
            set=self.design.set,
        )

    @cached_property
    def road(self) -> RoadSummary | None:
        """What the roads of the first worlds say; None if the scenario has no road."""
        if self.world.scenario.road is None:
            return None
        from malaparte.ensemble.roads import walked

        return road_summary(walked(self.world, self.design), self.world.scenario)

    @cached_property
    def missed(self) -> Missed:
        """What the plot lacked in those of the first worlds in which it did not come into power."""
        return missed(self.world, self.design, self.sample)

    def row(self, world: int) -> list[int]:
        """Return the outcome row of one of the first 65,536 worlds (`kernel.outcome.COLUMNS`)."""
        return [int(value) for value in self.sample.rows[world]]

    @cached_property
    def digest(self) -> str:
        """The hash of all worlds, the same on every machine and for any number of workers."""
        return schema.total_digest(schema.digest(self.layout, block) for block in self.blocks())

    def __repr__(self) -> str:
        """Return the outcomes, a line each."""
        summary = self.summary
        head = f"{summary.worlds:,} worlds of {summary.scenario}, seed {summary.seed}"
        lines = [f"  {one.label:32} {one.chance.said}" for one in summary.outcomes]
        return "\n".join([head, *lines])

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{one.label}</td><td>{one.chance.said}</td></tr>"
            for one in self.summary.outcomes
        )
        summary = self.summary
        head = f"{summary.worlds:,} worlds of {summary.scenario}, seed {summary.seed}"
        return f"<table><caption>{head}</caption>{rows}</table>"
