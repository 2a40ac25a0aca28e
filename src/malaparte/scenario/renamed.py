"""Keys that had another name once, so that whoever writes the old one is told the new."""

from __future__ import annotations

from malaparte.said import said

RENAMED = {
    "army.loyalty": said("it is called `conviction` now"),
    "authority": said(
        "there may be several now: `{lines}`, an id of yours for each",
        lines="authorities: {ID: ...}",
    ),
}
"""Dotted path of an old key -> what to write."""


def renamed(path: str) -> str:
    """Return what to write in place of an old key at a path or above it, '' if there is none."""
    keys = path.split(".")
    tops = (".".join(keys[:depth]) for depth in range(1, len(keys) + 1))
    return next((RENAMED[top] for top in tops if top in RENAMED), "")
