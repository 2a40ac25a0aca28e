"""Worlds whose events are kept."""

from __future__ import annotations

import re
from dataclasses import dataclass

from malaparte.errors import UsageError
from malaparte.said import said, strung


@dataclass(frozen=True)
class Selection:
    """Every so many worlds, or some by number.

    every: 0 for none, 1 for all.  worlds: numbers, sorted.
    """

    every: int = 0
    worlds: tuple[int, ...] = ()

    def among(self, first: int, worlds: int) -> list[int]:
        """Return the chosen ones of a stretch of worlds."""
        found = [world for world in self.worlds if first <= world < first + worlds]
        if self.every:
            found += range(-(-first // self.every) * self.every, first + worlds, self.every)
        return found

    def __str__(self) -> str:
        """Return the words that `selection` reads."""
        if self.worlds:
            return f"worlds:{','.join(map(str, self.worlds))}"
        return {0: "none", 1: "all"}.get(self.every, f"every:{self.every}")


def selection(words: str, worlds: int) -> Selection:
    """Return what words choose among a number of worlds: all, none, every:1000, worlds:17,23."""
    if words in ("all", "none"):
        return Selection(every=int(words == "all"))
    match = re.fullmatch(r"every:(\d+)", words)
    if match and int(match[1]) > 0:
        return Selection(every=int(match[1]))
    match = re.fullmatch(r"worlds:(\d+(?:,\d+)*)", words)
    if not match:
        expected = said("expected all, none, every:1000 or worlds:17,23")
        raise UsageError(strung([f"--events {words}", expected], ": "))
    chosen = tuple(sorted({int(number) for number in match[1].split(",")}))
    if chosen[-1] >= worlds:
        found = said("worlds are numbered 0 to {last}", last=worlds - 1)
        raise UsageError(strung([f"--events {words}", found], ": "))
    return Selection(worlds=chosen)
