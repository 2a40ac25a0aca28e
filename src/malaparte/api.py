"""The verbs: load, run, compare, given; and reopen, for what was kept.

>>> import malaparte as mp
>>> lab = mp.load("moscow-1927-article", do={"leaders": "homes"})
>>> lab.run(worlds=10_000)                                       # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from malaparte.asking import Asking, Progress, checked, known
from malaparte.said import said
from malaparte.scenario.document import Scenario
from malaparte.scenario.load import decided, opened
from malaparte.scenario.patch import BY_AGAINST, named
from malaparte.scenario.read import Document

# What simulates imports Numba, which takes half a second: only where it is needed.
if TYPE_CHECKING:
    from malaparte.ensemble.ensemble import Ensemble
    from malaparte.ensemble.kept import Kept
    from malaparte.report.drawn import DrawnEnsemble, DrawnGiven
    from malaparte.report.drawn_answers import DrawnComparison
    from malaparte.report.story import Report
    from malaparte.world.build import World
    from malaparte.world.trace import Trace


@dataclass(frozen=True, repr=False)
class Laboratory(Asking):
    """A scenario, with decisions taken and values set, ready to be run.

    ref: id of a library scenario or path of a file.  do: decision -> option.  set: path -> value.
    """

    ref: str | Path
    do: Mapping[str, str] = field(default_factory=dict[str, str])
    set: Mapping[str, object] = field(default_factory=dict[str, object])
    base: Document | None = field(default=None, compare=False)
    """The scenario as read; what a laboratory is made from shares it, so that it is read once."""

    @cached_property
    def document(self) -> Document:
        """The scenario as read, before any change."""
        return self.base or opened(self.ref)

    @cached_property
    def _ready(self) -> tuple[Scenario, Document]:
        return decided(self.document, self.do, self.set)

    @property
    def scenario(self) -> Scenario:
        """The scenario, changes included."""
        return self._ready[0]

    @property
    def current(self) -> Document:
        """The scenario as data, changes included."""
        return self._ready[1]

    @cached_property
    def world(self) -> World:
        """The scenario as numbers."""
        from malaparte.world.build import build

        return build(self.scenario)

    def change(
        self,
        do: Mapping[str, str] | None = None,
        set: Mapping[str, object] | None = None,  # noqa: A002 - the word of the language
    ) -> Laboratory:
        """Return a laboratory with more decisions taken and values set."""
        changes = {**self.do, **(do or {})}, {**self.set, **(set or {})}
        other = Laboratory(self.ref, *changes, base=self.document)
        _ = other.scenario  # its problems are told here, not at the first run
        return other

    def transplant(self, groups: Mapping[str, str]) -> Laboratory:
        """Return a laboratory with groups (army, authorities, mood, guards) of other scenarios.

        groups: group -> id of a library scenario, or path of a file; see
        `malaparte.scenario.transplant`.
        """
        from malaparte.scenario.transplant import transplanted

        return Laboratory(self.ref, base=transplanted(self.document, groups)).change(
            self.do, self.set
        )

    def run(
        self,
        worlds: int = 10_000,
        seed: int = 1,
        on: str | None = None,
        progress: Progress | None = None,
    ) -> DrawnEnsemble:
        """Run many worlds; see `run`."""
        checked(worlds, seed, on)
        from malaparte.ensemble import runner
        from malaparte.ensemble.design import Design
        from malaparte.ensemble.executors import executor
        from malaparte.report.drawn import drawn_ensemble

        design = Design(worlds, seed, do=dict(self.do), set=dict(self.set))
        return drawn_ensemble(runner.run(self.world, design, executor(on), progress))

    def keep(
        self,
        folder: str | Path,
        worlds: int = 10_000,
        seed: int = 1,
        on: str | None = None,
        *,
        events: str = "none",
        shard: str | None = None,
        progress: Progress | None = None,
    ) -> Ensemble | None:
        """Run many worlds into a folder, or go on where a run of the same was interrupted.

        A folder of the same settings and fewer worlds grows.

        Parameters
        ----------
        folder : str or Path
            Made if it is not there.
        events : str
            Worlds whose events are kept: all, none, every:1000 or worlds:17,23.
        shard : str, optional
            i/k: compute only every k-th block, from the i-th on; k runs share a folder.

        Returns
        -------
        Ensemble or None
            None while blocks of other shards are missing.

        Raises
        ------
        StoreError
            If the folder holds something else, is in use, or cannot be written.
        """
        checked(worlds, seed, on)
        from malaparte.ensemble import provenance, runner
        from malaparte.ensemble.design import Design
        from malaparte.ensemble.executors import executor
        from malaparte.ensemble.recorder import Recorder
        from malaparte.ensemble.selection import selection
        from malaparte.results.files import made
        from malaparte.results.lock import alone, locked
        from malaparte.results.store import prepare, refuse_others

        design = Design(worlds, seed, do=dict(self.do), set=dict(self.set))
        chosen, part, where = selection(events, worlds), runner.shard_of(shard), executor(on)
        told = provenance.manifest(self._ready[1], self.world, design, chosen, on)
        refuse_others(made(Path(folder)), told)
        with locked(Path(folder), part.tag, shard=part.of > 1):
            with alone(Path(folder)):
                store = prepare(Path(folder), told, part.tag)
            recorder = Recorder(self.world, design, store, chosen)
            return runner.keep(recorder, where, part, progress)

    def compare(
        self,
        do: Mapping[str, str] | None = None,
        set: Mapping[str, object] | None = None,  # noqa: A002
        worlds: int = 10_000,
        seed: int = 1,
        on: str | None = None,
        progress: Progress | None = None,
        transplant: Mapping[str, str] | None = None,
        *,
        against: Mapping[str, str] | None = None,
        label: str | None = None,
    ) -> DrawnComparison:
        """Run the same worlds with more changes, and say what these did; see `compare`."""
        checked(worlds, seed, on)
        from malaparte.analysis.target import target

        asked = target(label, self.scenario)
        with named(BY_AGAINST):
            before = self.change(against)
        after = (self.transplant(transplant) if transplant else self).change(do, set)
        from malaparte.analysis.compare import compare
        from malaparte.report.drawn_answers import DrawnComparison, drawn

        was, now = (one.run(worlds, seed, on, progress) for one in (before, after))
        return drawn(DrawnComparison, compare(was, now, asked), self.scenario)

    def given(
        self,
        against: Sequence[Laboratory | str | Path] = (),
        worlds: int = 10_000,
        seed: int = 1,
        on: str | None = None,
        *,
        without: Sequence[str] = (),
        progress: Progress | None = None,
    ) -> DrawnGiven:
        """Weigh worlds by the record; see `given`."""
        checked(worlds, seed, on)
        others = [_laboratory(one) for one in against]
        from malaparte.analysis.given import given, readable
        from malaparte.ensemble.executors import executor
        from malaparte.report.drawn import drawn_given

        readable(self.world, [one.world for one in others], without)
        ensemble = self.run(worlds, seed, on, progress)
        runs = [other.run(worlds, seed, on, progress) for other in others]
        return drawn_given(given(ensemble, runs, executor(on), without))

    def report(
        self,
        worlds: int = 10_000,
        seed: int = 1,
        on: str | None = None,
        *,
        lang: str = "en",
        against: Sequence[Laboratory | str | Path] = (),
        progress: Progress | None = None,
    ) -> Report:
        """Tell everything in one file that opens from disk; ``.save("moscow.html")`` writes it.

        Parameters are those of `given`, and ``lang``: 'en' or 'ru'.
        """
        checked(worlds, seed, on)
        readings = [_laboratory(one) for one in against]
        from malaparte.analysis.given import readable
        from malaparte.report.reporting import reported

        if readings:
            readable(self.world, [one.world for one in readings])
        others = [one.run(worlds, seed, on, progress) for one in readings]
        ensemble = self.run(worlds, seed, on, progress)
        return reported(self, ensemble, others, lang, on, progress=progress)

    def trace(self, world: int, seed: int = 1) -> Trace:
        """Run one world and keep its events (`malaparte.kernel.events`)."""
        known(world, seed)
        from malaparte.world.trace import run_traced

        return run_traced(self.world, seed, world)

    def __repr__(self) -> str:
        """Return the call that makes this laboratory."""
        parts = [repr(str(self.ref))]
        parts += [
            f"{name}={value!r}" for name, value in (("do", self.do), ("set", self.set)) if value
        ]
        return f"load({', '.join(parts)})"


def load(
    ref: str | Path,
    do: Mapping[str, str] | None = None,
    set: Mapping[str, object] | None = None,  # noqa: A002
    transplant: Mapping[str, str] | None = None,
) -> Laboratory:
    """Load a scenario.

    Parameters
    ----------
    ref : str or Path
        Id of a library scenario (``moscow-1927-article``) or path of a file.
    do : mapping of str to str
        Decision -> option.
    set : mapping of str to object
        Path of a value (``guards.*.size``) -> value.
    transplant : mapping of str to str
        Group (army, authorities, mood, guards) -> scenario from which it is taken.

    Raises
    ------
    ScenarioError
        With all problems of the scenario.
    """
    lab = Laboratory(ref)
    return (lab.transplant(transplant) if transplant else lab).change(do, set)


def run(
    lab: Laboratory | str | Path,
    worlds: int = 10_000,
    seed: int = 1,
    on: str | None = None,
    progress: Progress | None = None,
) -> DrawnEnsemble:
    """Run many worlds of a scenario.

    Parameters
    ----------
    lab : Laboratory, str or Path
        What `load` returned, or what it takes.
    worlds : int
        How many; sixteen share one set of assumptions.
    seed : int
        Names the luck: the same seed gives the same worlds, on any machine and any number of cores.
    on : str
        ``threads:N``, ``procs:N`` or ``sequential``; all cores if left out.  Processes are started
        afresh, so a script that uses them needs ``if __name__ == "__main__":``.
    progress : function of int
        Is told, again and again, how many more worlds are done.

    Raises
    ------
    UsageError
        If a number is out of range.
    """
    return _laboratory(lab).run(worlds, seed, on, progress)


def compare(
    lab: Laboratory | str | Path,
    do: Mapping[str, str] | None = None,
    set: Mapping[str, object] | None = None,  # noqa: A002
    worlds: int = 10_000,
    seed: int = 1,
    on: str | None = None,
    progress: Progress | None = None,
    *,
    against: Mapping[str, str] | None = None,
    label: str | None = None,
) -> DrawnComparison:
    """Say what a decision, or a value, changes: world by world, on the same luck.

    Parameters are those of `load` and `run`; the changes come on top of those of ``lab``.
    ``against``: decisions of the other side, none: as ``lab`` is; ``label``: the outcome that is
    asked for (`malaparte.kernel.outcome.LABELS`), the plot in power if left out.
    """
    return _laboratory(lab).compare(
        do, set, worlds, seed, on, progress, against=against, label=label
    )


def compare_kept(before: Kept, after: Kept, label: str | None = None) -> DrawnComparison:
    """Say what differs between two folders of results of one scenario, world by world.

    Raises
    ------
    StoreError
        If one of them is not finished, or if other rules made it.
    UsageError
        If they are not of the same worlds of one scenario.
    """
    from malaparte.analysis.compare import compare as compared
    from malaparte.analysis.target import target
    from malaparte.errors import StoreError
    from malaparte.report.drawn_answers import DrawnComparison, drawn

    if before.manifest.settings.rules != after.manifest.settings.rules:
        words = said(
            "{one} and {other} were made by other rules; run one of them again",
            one=before.store.folder,
            other=after.store.folder,
        )
        raise StoreError(words)
    scenario = before.world.scenario
    found = compared(before.ensemble(), after.ensemble(), target(label, scenario))
    return drawn(DrawnComparison, found, scenario)


def given(
    lab: Laboratory | str | Path,
    against: Sequence[Laboratory | str | Path] = (),
    worlds: int = 10_000,
    seed: int = 1,
    on: str | None = None,
    *,
    without: Sequence[str] = (),
    progress: Progress | None = None,
) -> DrawnGiven:
    """Weigh worlds by the record: which fit, what they say, what was learned.

    Parameters are those of `run`; ``against``: other readings, held against the same record;
    ``without``: statements to leave out.  RecordError if too few worlds fit.
    """
    return _laboratory(lab).given(against, worlds, seed, on, without=without, progress=progress)


def reopen(folder: str | Path) -> Kept:
    """Open a folder that ``Laboratory.keep`` or ``malaparte run --out`` filled.

    Raises
    ------
    StoreError
        If it holds no results.
    """
    from malaparte.ensemble import kept

    return kept.reopen(Path(folder))


def _laboratory(lab: Laboratory | str | Path) -> Laboratory:
    return lab if isinstance(lab, Laboratory) else load(lab)
