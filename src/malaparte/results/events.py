"""Events in words: the ids of entities instead of their places in arrays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from malaparte.kernel.events import EVENTS

Names = Mapping[str, Sequence[str]]
"""Kind of entity -> ids in array order (`World.names`)."""


def as_dicts(events: Iterable[Sequence[int]], names: Names) -> list[dict[str, Any]]:
    """Return events as plain data; what an event does not have is None.

    Parameters
    ----------
    events : int [n, 8]
        Rows as `malaparte.kernel.events` describes them.
    names : mapping
        Ids of the entities.
    """

    def named(kind: str, index: int) -> str | None:
        return names[kind][index] if kind and index >= 0 else None

    found: list[dict[str, Any]] = []
    for row in events:
        seq, t, code, actor, place, target, value, cause = map(int, row)
        kind = EVENTS[code]
        found.append(
            {
                "seq": seq,
                "t": t,
                "kind": kind.name,
                "actor": named(kind.actor, actor),
                "place": named("place", place),
                "target": named(kind.target, target),
                "value": value if kind.value else None,
                "cause_seq": cause if cause >= 0 else None,
            }
        )
    return found
