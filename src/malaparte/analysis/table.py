"""Results as Arrow tables, one row a result, nested parts as columns with dots."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import pyarrow as pa

from malaparte.results.share import plain


def rows(found: Sequence[object]) -> pa.Table:
    """Return dataclasses of one kind as a table."""
    return cast(Any, pa.Table).from_pylist([_flat(plain(one)) for one in found])


def _flat(data: dict[str, Any], before: str = "") -> dict[str, Any]:
    out: dict[str, Any] = {}
    for key, value in data.items():
        name = f"{before}{key}"
        if isinstance(value, dict):
            out |= _flat(cast("dict[str, Any]", value), f"{name}.")
        else:
            out[name] = value
    return out
