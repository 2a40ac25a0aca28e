"""The table that comparisons of the same worlds share, with a record or without."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import pyarrow as pa

from malaparte.analysis.table import rows


class _Asked(Protocol):
    """A comparison: what changes in its worlds."""

    @property
    def outcomes(self) -> Sequence[object]: ...
    @property
    def places(self) -> Sequence[object]: ...


class Paired:
    """A comparison that shows itself."""

    @property
    def table(self: _Asked) -> pa.Table:
        """Every difference as an Arrow table: outcomes, then places."""
        return rows([*self.outcomes, *self.places])
