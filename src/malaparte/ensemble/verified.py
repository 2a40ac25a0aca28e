"""What was found when a folder was looked at and computed again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from malaparte.results.store import MENDS, few

_ANEW = (
    "Their seals are good, so remove the files of these blocks and give the command that filled"
    " the folder again (`malaparte info` prints it)."
)


@dataclass(frozen=True)
class Verified:
    """What of a folder was looked at and computed again.

    checked: numbers of the blocks that were computed again.  wrong: number of one of them -> what
    is other in it.  damaged, absent, missing: of all blocks, as a `Survey` has them.
    """

    checked: list[int]
    wrong: dict[int, str]
    damaged: list[str]
    absent: int
    missing: list[str]

    def complaints(self, folder: Path) -> list[str]:
        """Return what is wrong with the folder and what to try, a line each."""
        told: list[str] = []
        if self.wrong:
            told.append(f"{folder} does not hold what it says")
            told += [f"block {number}: {words}" for number, words in sorted(self.wrong.items())]
            told.append(_ANEW)
        lacks = ("damaged", self.damaged, None), ("missing", self.missing, self.absent)
        for word, names, of in lacks:
            if names:
                told.append(f"{word} in {folder}: {few(names, of)}; {MENDS}")
        return told
