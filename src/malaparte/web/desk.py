"""What the server has at hand: scenarios that may be asked for, laboratories, answers.

Everything is bounded; what was not used longest goes first.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Generic, TypeVar

from malaparte.api import Laboratory
from malaparte.errors import Problem, ScenarioError, UsageError
from malaparte.said import said, strung
from malaparte.scenario.check import check
from malaparte.scenario.claim import Dossier, Sentence
from malaparte.scenario.near import near
from malaparte.scenario.read import library, read
from malaparte.scenario.tree import parse
from malaparte.web.asked import MOST_UNITS, Case

if TYPE_CHECKING:  # what simulates compiles the kernel when it is imported
    from malaparte.ensemble.ensemble import Ensemble

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """The most recently used values by key."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[str, Value] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: str, make: Callable[[], Value]) -> Value:
        """Return a value, made now if it is not kept."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
        value = make()
        self.put(key, value)
        return value

    def __contains__(self, key: str) -> bool:
        """Tell whether a value is kept; asking counts as use, so that it stays."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
            return key in self._values

    def put(self, key: str, value: Value) -> None:
        """Keep a value."""
        with self._lock:
            self._values[key] = value
            self._values.move_to_end(key)
            while len(self._values) > self._most:
                self._values.popitem(last=False)


class NoScenario(UsageError):
    """There is no such scenario."""

    code = "no-scenario"


class TooMany(UsageError):
    """A scenario is too large for the page."""

    code = "too-many"


class Desk:
    """Scenarios, laboratories and answers of one server.

    Parameters
    ----------
    first : str or Path
        The scenario that the page opens: an id of the library, or a file.

    Raises
    ------
    ScenarioError
        If there is no such scenario.
    """

    def __init__(self, first: str | Path) -> None:
        known = str(first) in library()
        if not known:
            read(first)  # a misspelt id, or a file that is not there, is told as it was written
        self._folder = TemporaryDirectory(prefix="malaparte-")
        self._files: OrderedDict[str, tuple[Path, str]] = OrderedDict()
        self._laboratories: Kept[Laboratory] = Kept(8)
        self.answers: Kept[Ensemble] = Kept(6)
        self.dossiers: Kept[tuple[Dossier, tuple[Sentence, ...]]] = Kept(4)
        self.busy = threading.Lock()
        """Held while a run computes: one at a time, because a run takes all cores."""
        self.runner_left = threading.Event()
        """Set once the viewer of the run that holds it, or held it last, has left."""
        self.first = str(first)
        if not known:
            self._files["file"] = (Path(first), Path(first).name)
            self.first = "file"

    def knows(self, name: str) -> bool:
        """Return whether there is a scenario of this name."""
        return name in self._files or name in library()

    def ref(self, name: str) -> str | Path:
        """Return what `load` reads for a scenario that was asked for; never a path of a request."""
        if name in self._files:
            return self._files[name][0]
        if not self.knows(name):
            hint = near(name, library())  # what other viewers dropped is not theirs to see
            found = said("no scenario `{name}`.", name=name)
            raise NoScenario(strung([found, hint] if hint else [found], " "))
        return name

    def named(self, name: str, problems: list[Problem] | tuple[Problem, ...]) -> list[Problem]:
        """Return problems with the name that the viewer gave to a file, not with its path."""
        if name not in self._files:
            return list(problems)
        path, called = self._files[name]
        return [replace(one, file=called) if one.file == str(path) else one for one in problems]

    def laboratory(self, case: Case) -> Laboratory:
        """Return the laboratory of a case; ScenarioError or UsageError if there is none."""
        key = digest(case)
        ref = self.ref(case.scenario)
        try:
            lab = self._laboratories.get(key, lambda: Laboratory(ref).change(case.do, case.set))
            units = sum(len(lab.world.names[kind]) for kind in ("team", "group", "person"))
        except ScenarioError as error:
            raise ScenarioError(self.named(case.scenario, error.problems)) from None
        if units > MOST_UNITS:
            words = said(
                "{n:,} squads, groups and persons; the page simulates at most {most:,}, "
                "the command line any number",
                n=units,
                most=MOST_UNITS,
            )
            raise TooMany(words)
        return lab

    def check(self, name: str, text: str) -> tuple[list[Problem], str | None]:
        """Return the problems of a file, and what to ask for if it can run."""
        key = f"file-{hashlib.sha256(text.encode()).hexdigest()[:12]}"
        path = Path(self._folder.name) / f"{key}.yaml"
        try:
            base = parse(text, name).data.get("extends")
            if base is not None and base not in library():
                expected = said("the id of a library scenario; a dropped file has no folder")
                hint = near(str(base), library())
                return [Problem(name, 0, "extends", f"`{base}`", expected, hint)], None
            path.write_text(text, encoding="utf-8")
            self._files[key] = (path, name)
            while len(self._files) > 16:
                gone, _ = self._files.popitem(last=False)[1]
                gone.unlink(missing_ok=True)
            document = read(path)
            problems = check(document)
            if not problems and document.data.get("abstract") is True:
                found, expected = said("an abstract scenario"), said("one that can run")
                problems = [document.problem("abstract", found, expected)]
        except ScenarioError as error:
            problems = list(error.problems)
        return self.named(key, problems), None if problems else key


def digest(case: Case) -> str:
    """Return a key of a case: the same decisions and values in any order."""
    told = case.model_dump(include={"scenario", "do", "set"})
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
