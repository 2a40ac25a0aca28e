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
from pathlib import Path

from malaparte.said import counted, either, said, strung


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: where it is, what was found, what was expected, what to try."""

    file: str
    line: int
    path: str
    found: str
    expected: str
    hint: str = ""

    @property
    def words(self) -> str:
        """The problem as a person reads it, in at most four short lines."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        lines = [strung([where, self.path] if self.path else [where], "  ")]
        lines.append(said("  found     {found}", found=self.found))
        lines.append(said("  expected  {expected}", expected=self.expected))
        if self.hint:
            lines.append(said("  try       {hint}", hint=self.hint))
        return strung(lines, "\n")

    def __str__(self) -> str:
        """Return the problem in English."""
        return str(self.words)

    def as_dict(self) -> dict[str, object]:
        """Return the problem as plain data, for ``--json``."""
        return asdict(self)


class MalaparteError(Exception):
    """Anything that malaparte says instead of a traceback."""

    exit_code = 1

    @property
    def words(self) -> str:
        """Its words, which `malaparte.report.telling` tells in other languages."""
        return self.args[0] if self.args else ""


class UsageError(MalaparteError):
    """The words of the call do not fit: a number out of range, an unknown option."""

    exit_code = 2


class ScenarioError(MalaparteError):
    """A scenario has problems; all of them are in ``problems``."""

    exit_code = 3

    def __init__(self, problems: Sequence[Problem], asked: str = "") -> None:
        """Keep the problems in the order of their lines, those of the file asked for first."""
        self.problems = tuple(sorted(problems, key=lambda one: (one.file != asked, one)))
        super().__init__(strung([self.head, *(one.words for one in self.problems)], "\n"))

    @property
    def head(self) -> str:
        """How many problems there are, in words."""
        return counted("{n} problem", "{n} problems", n=len(self.problems))


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


_OF_SYSTEM = {
    str(one): one
    for one in (
        said("Address already in use"),
        said("File exists"),
        said("File name too long"),
        said("Is a directory"),
        said("No space left on device"),
        said("No such file or directory"),
        said("Not a directory"),
        said("Permission denied"),
        said("Read-only file system"),
    )
}
"""What the system says of the usual mistakes."""


def reason(error: OSError) -> str:
    """Return the words of the system; those of a rare mistake cannot be told in other languages."""
    words = error.strerror or str(error)
    return _OF_SYSTEM.get(words, words)


def unwritten(path: Path, error: OSError) -> str:
    """Return that a file could not be written, and why."""
    return said("cannot write {path}: {why}", path=path, why=reason(error))


def ends_in(path: Path, *suffixes: str) -> str:
    """Return that the name of a file must have another end."""
    *most, last = suffixes
    names = either([", ".join(most), last] if most else [last])
    return said("{path}: expected a name that ends in {names}", path=path, names=names)


class Unfit(ValueError):
    """Raised while pydantic validates: what was found, what was expected."""

    def __init__(self, found: str, expected: str) -> None:
        """Keep both."""
        super().__init__(f"{found}; expected {expected}")
        self.found, self.expected = found, expected
