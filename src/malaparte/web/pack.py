"""Events as few bytes, so that hundreds of worlds fit into one file; `unpack` is in the page.

A world is its number of events, then for each: seconds since the one before, kind, actor + 1,
place + 1, target + 1, value; the value is zigzag, and an arrival is told as seconds from now.
Numbers are little-endian groups of seven bits.  Worlds stand one after the other; what the page
does not need (cause, and kinds that change nothing on the map) is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from malaparte.kernel.events import EVENTS

LEFT_OUT = frozenset(
    {"leaked", "detected", "news", "call", "raid", "person_missed", "spent", "toll"}
)
"""Kinds that neither the map nor its ticks show."""


def pack(events: Iterable[Sequence[int]]) -> bytes:
    """Return the events of one world."""
    kept = [event for event in events if EVENTS[event[2]].name not in LEFT_OUT]
    out = bytearray()
    _put(out, len(kept))
    before = 0
    for _, t, kind, actor, place, target, value, _ in kept:
        arrival = EVENTS[kind].value == "arrival"
        told = value - t if arrival else value
        for number in (t - before, kind, actor + 1, place + 1, target + 1):
            _put(out, number)
        _put(out, told * 2 if told >= 0 else -told * 2 - 1)
        before = t
    return bytes(out)


def _put(out: bytearray, number: int) -> None:
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
