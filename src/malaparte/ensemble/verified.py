"""What was found when a folder was looked at and computed again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from malaparte.results.store import MENDS, few
from malaparte.said import said, strung

_ANEW = said(
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
            told.append(said("{folder} does not hold what it says", folder=folder))
            told += [
                said("block {number}: {words}", number=number, words=words)
                for number, words in sorted(self.wrong.items())
            ]
            told.append(_ANEW)
        if self.damaged:
            found = said("damaged in {folder}: {names}", folder=folder, names=few(self.damaged))
            told.append(strung([found, MENDS], "; "))
        if self.missing:
            names = few(self.missing, self.absent)
            found = said("missing in {folder}: {names}", folder=folder, names=names)
            told.append(strung([found, MENDS], "; "))
        return told
