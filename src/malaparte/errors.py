"""Exceptions of malaparte, and the one form in which a mistake is told.

MalaparteError            exit code 1
├── UsageError            2   the call's words are off
├── ScenarioError         3   a scenario has problems, all of them listed
├── StoreError            4   a results folder is not what it should be
├── KernelError           5   a world could not be computed (a bug, or a buffer too small)
├── RecordError           6   the record leaves too few worlds to speak of
└── Interrupted         130   somebody pressed Ctrl-C; what is done is kept
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: where it is, what was found, what was expected, what to try."""

    file: str
    line: int
    path: str
    found: str
    expected: str
    hint: str = ""

    def __str__(self) -> str:
        """Return the problem as a person reads it, in at most four short lines."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        lines = [f"{where}  {self.path}".rstrip(), f"  found     {self.found}"]
        lines.append(f"  expected  {self.expected}")
        if self.hint:
            lines.append(f"  try       {self.hint}")
        return "\n".join(lines)

    def as_dict(self) -> dict[str, object]:
        """Return the problem as plain data, for ``--json``."""
        return asdict(self)


class MalaparteError(Exception):
    """Anything that malaparte says instead of a traceback."""

    exit_code = 1


class UsageError(MalaparteError):
    """The words of the call do not fit: a number out of range, an unknown option."""

    exit_code = 2


class ScenarioError(MalaparteError):
    """A scenario has problems; all of them are in ``problems``."""

    exit_code = 3

    def __init__(self, problems: Sequence[Problem], asked: str = "") -> None:
        """Keep the problems in the order of their lines, those of the file asked for first."""
        self.problems = tuple(sorted(problems, key=lambda one: (one.file != asked, one)))
        count = len(self.problems)
        head = "1 problem" if count == 1 else f"{count} problems"
        super().__init__("\n".join([head, *(str(problem) for problem in self.problems)]))


class StoreError(MalaparteError):
    """A folder of results cannot be used as it is."""

    exit_code = 4


class KernelError(MalaparteError):
    """A world could not be computed."""

    exit_code = 5


class RecordError(MalaparteError):
    """The record leaves too few worlds to speak of."""

    exit_code = 6


class Interrupted(MalaparteError):
    """Somebody pressed Ctrl-C."""

    exit_code = 130
