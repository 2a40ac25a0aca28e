"""What comparisons of the same worlds show of themselves, with a record or without."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import pyarrow as pa

from malaparte.analysis.figure import Figure, Mark, intervals
from malaparte.analysis.table import rows


class _Change(Protocol):
    """How much more often something happens after a change; error: its standard error."""

    @property
    def name(self) -> str: ...
    @property
    def value(self) -> float: ...
    @property
    def error(self) -> float: ...


class _Asked(Protocol):
    """A comparison: which worlds, and what changes in them."""

    @property
    def scenario(self) -> str: ...
    @property
    def worlds(self) -> int: ...
    @property
    def seed(self) -> int: ...
    @property
    def outcomes(self) -> Sequence[_Change]: ...
    @property
    def places(self) -> Sequence[_Change]: ...


class Paired:
    """A comparison that shows itself."""

    @property
    def table(self: _Asked) -> pa.Table:
        """Every difference as an Arrow table: outcomes, then places."""
        return rows([*self.outcomes, *self.places])

    def plot(self: _Asked) -> Figure:
        """Draw the differences, in 100 worlds, with what luck leaves open."""
        return _drawn(self)

    def _repr_html_(self: _Asked) -> str:
        return _drawn(self).svg


def _drawn(found: _Asked) -> Figure:
    note = f"{found.scenario}, {found.worlds:,} simulated worlds, seed {found.seed}"
    places = [one for one in found.places if one.value or one.error]
    groups = {"Outcomes": _marks(found.outcomes), "Places taken": _marks(places)}
    return intervals(groups, "Change in 100 worlds", note)


def _marks(found: Sequence[_Change]) -> list[Mark]:
    return [
        Mark(one.name, *(100 * (one.value + k * one.error) for k in (0.0, -1.96, 1.96)))
        for one in found
    ]
