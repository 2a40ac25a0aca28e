"""Events in words: the ids of entities instead of their places in arrays.

A table of events has the columns world, seq, t (seconds after 00:00 of the day), kind, actor,
place, target, value, cause_seq; what an event does not have is null.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from malaparte.kernel.outcome import CAUSES, CHOICES, FATES

if TYPE_CHECKING:
    from malaparte.kernel.events import EventKind

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

    kinds = _kinds()
    found: list[dict[str, Any]] = []
    for row in events:
        seq, t, code, actor, place, target, value, cause = map(int, row)
        kind = kinds[code]
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


def said(event: Mapping[str, Any]) -> str:
    """Return an event of `as_dicts` as a line: when, what, who, where, and its value in words."""
    kind = event["kind"].replace("_", " ")
    # A guard may bear the name of its place: once is enough.
    who = dict.fromkeys(event[key] for key in ("actor", "place", "target"))
    names = [name for name in who if name]
    meant = {one.name: one.value for one in _kinds()}[event["kind"]]
    value = event["value"]
    if meant in _CODES:
        names.append(_CODES[meant][value])
    elif meant == "arrival":
        names.append(f"arrives {_clock(value)}")
    elif meant:
        names.append(f"{meant.replace('_', ' ')} {value}")
    return f"{_clock(event['t'])}  {kind:20} {', '.join(names)}".rstrip()


_CODES: dict[str, Sequence[str]] = {
    "half": ("nodes", "arrests"),
    "first": ("both fire", "surprise", "ambush"),
    "reason": ("not there", "slipped away", "out of reach"),
    "good": ("bad", "good"),
    "choice": CHOICES,
    "cause": CAUSES,
    "fate": FATES,
}
"""Words of values that are codes (`malaparte.kernel.events`)."""


def _clock(t: int) -> str:
    return f"{t // 3600:02}:{t % 3600 // 60:02}:{t % 60:02}"


_WORD: Any = cast(Any, pa).dictionary(pa.int32(), pa.string())
_INT: Any = pa.int32()
SCHEMA: Any = pa.schema(
    {
        "world": pa.int64(),
        "seq": _INT,
        "t": _INT,
        "kind": _WORD,
        "actor": _WORD,
        "place": _WORD,
        "target": _WORD,
        "value": _INT,
        "cause_seq": _INT,
    }
)
"""Columns of a table of events."""
COLUMNS: tuple[str, ...] = tuple(SCHEMA.names)


def table(worlds: Sequence[int], logs: Sequence[NDArray[np.int64]], names: Names) -> pa.Table:
    """Return the events of some worlds, int64 [n, 8] each, as one Arrow table."""
    rows = np.concatenate([np.zeros((0, 8), np.int64), *logs])
    codes, kinds = rows[:, 2], _kinds()
    valued = np.array([bool(kind.value) for kind in kinds])[codes]
    columns: dict[str, Any] = {
        "world": np.repeat(np.array(worlds, np.int64), [len(log) for log in logs]),
        "seq": rows[:, 0].astype(np.int32),
        "t": rows[:, 1].astype(np.int32),
        "kind": _words(codes, [kind.name for kind in kinds]),
        "actor": _entities(rows[:, 3], [kind.actor for kind in kinds], codes, names),
        "place": _entities(rows[:, 4], ["place"] * len(kinds), codes, names),
        "target": _entities(rows[:, 5], [kind.target for kind in kinds], codes, names),
        "value": pa.array(rows[:, 6].astype(np.int32), mask=~valued),
        "cause_seq": pa.array(rows[:, 7].astype(np.int32), mask=rows[:, 7] < 0),
    }
    return pa.table(columns, schema=SCHEMA)


def _kinds() -> tuple[EventKind, ...]:
    from malaparte.kernel.events import EVENTS  # brings Numba along; a query needs none

    return EVENTS


def _entities(
    indices: NDArray[np.int64], kinds: Sequence[str], codes: NDArray[np.int64], names: Names
) -> Any:
    """Return ids by index among the entities that a column points to, which the kind decides."""
    wanted = [kind for kind in dict.fromkeys(kinds) if kind in names]
    # A guard may bear the name of its place; Parquet writes a dictionary with twins as it likes.
    ids = list(dict.fromkeys(name for kind in wanted for name in names[kind]))
    place = {name: position for position, name in enumerate(ids)}
    found = np.full(len(codes), -1)
    for kind in wanted:
        own = np.array([place[name] for name in names[kind]], np.int64)
        mine = np.array([one == kind for one in kinds])[codes] & (indices >= 0)
        found[mine] = own[indices[mine]]
    return _words(found, ids)


def _words(codes: NDArray[np.int64], words: Sequence[str]) -> Any:
    places = pa.array(codes.astype(np.int32), mask=codes < 0)
    return cast(Any, pa.DictionaryArray).from_arrays(places, pa.array(words, pa.string()))
