"""From an ensemble to its report: what else must be computed to tell the whole story."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from malaparte.analysis.compare import Comparison, compare
from malaparte.analysis.explain import Explanation
from malaparte.analysis.given import Given, given
from malaparte.ensemble import provenance
from malaparte.ensemble.ensemble import Ensemble
from malaparte.ensemble.executors import executor
from malaparte.ensemble.road_bands import road_bands
from malaparte.ensemble.road_summary import road_summary
from malaparte.ensemble.roads import walked
from malaparte.ensemble.selection import Selection
from malaparte.errors import RecordError
from malaparte.report.document import document
from malaparte.report.story import Origin, Report, Story
from malaparte.scenario.claim import Dossier, dossier
from malaparte.scenario.document import Scenario
from malaparte.scenario.read import Document
from malaparte.scenario.tree import written
from malaparte.world.shares import uncertain

OPTION_WORLDS = 1_000
"""Worlds in which each decision is taken otherwise; pairing makes so few enough."""
POINTS = 32
"""Points of the design that says what carries the answer: as much work as the decisions."""


class Lab(Protocol):
    """What a report needs of a laboratory (`malaparte.api.Laboratory`)."""

    @property
    def ref(self) -> str | Path:
        """What the scenario was called."""
        ...

    @property
    def do(self) -> Mapping[str, str]:
        """Decisions taken."""
        ...

    @property
    def scenario(self) -> Scenario:
        """The scenario, changes included."""
        ...

    @property
    def current(self) -> Document:
        """The scenario as data, changes included."""
        ...

    def change(self, do: Mapping[str, str] | None = None) -> Lab:
        """Return a laboratory with more decisions taken."""
        ...

    def run(
        self, worlds: int, seed: int, on: str | None, progress: Callable[[int], None] | None
    ) -> Ensemble:
        """Run many worlds."""
        ...

    def explain(
        self,
        worlds: int,
        seed: int,
        on: str | None,
        progress: Callable[[int], None] | None,
        *,
        points: int,
        known: Ensemble,
    ) -> Explanation:
        """Say which assumptions carry the answer."""
        ...

    def chronicle(self, world: int, seed: int, lang: str) -> str:
        """Tell one world in prose."""
        ...


def reported(
    lab: Lab,
    ensemble: Ensemble,
    others: Sequence[Ensemble],
    lang: str,
    on: str | None,
    *,
    named: bool = True,
    progress: Callable[[int], None] | None = None,
) -> Report:
    """Return the report of an ensemble.

    Parameters
    ----------
    lab : Lab
        The laboratory that ran it, or one of the same scenario.
    ensemble : Ensemble
        The worlds.
    others : sequence of Ensemble
        Readings against which the record is held.
    lang : str
        'en' or 'ru'.
    on : str, optional
        Where to compute.
    named : bool
        Whether claims and sources are found by the name of the scenario; else its own sources.
    progress : function of int, optional
        Is told how many worlds were done.
    """
    scenario, design = lab.scenario, ensemble.design
    summary = ensemble.summary
    roads = walked(ensemble.world, design) if scenario.road is not None else None
    told = Story(
        world=ensemble.world,
        summary=summary,
        origin=_origin(lab, ensemble, others, lang),
        dossier=dossier(lab.ref) if named else Dossier(sources=scenario.sources, claims={}),
        chronicle=lab.chronicle(summary.typical, design.seed, lang),
        road=road_summary(roads, scenario) if roads else None,
        bands=road_bands(roads, scenario) if roads else (),
        options=tuple(_options(lab, ensemble, on, progress)),
        explained=_explained(lab, ensemble, on, progress),
        given=_given(ensemble, others, on),
    )
    return document(told, lang)


def _explained(
    lab: Lab, ensemble: Ensemble, on: str | None, progress: Callable[[int], None] | None
) -> Explanation | None:
    if not uncertain(ensemble.world):
        return None
    worlds, seed = ensemble.sample.worlds, ensemble.design.seed
    return lab.explain(worlds, seed, on, progress, points=POINTS, known=ensemble)


def _given(ensemble: Ensemble, others: Sequence[Ensemble], on: str | None) -> Given | None:
    if not any(one.evidence for one in ensemble.world.scenario.record.values()):
        return None
    try:
        return given(ensemble, others, executor(on))
    except RecordError:  # the report says so; the rest of it stands
        return None


def other_options(
    scenario: Scenario, taken: Mapping[str, str], fixed: Mapping[str, str]
) -> list[dict[str, str]]:
    """Return every decision of the defence taken otherwise, one at a time.

    taken: decision -> option that the worlds were run with.  fixed: decisions that cannot be
    taken back, because a folder knows only what came of them.
    """
    return [
        {name: option}
        for name, decision in scenario.decisions.items()
        if decision.side == "defence" and name not in fixed
        for option in decision.options
        if option != taken.get(name, decision.default)
    ]


def _options(
    lab: Lab, ensemble: Ensemble, on: str | None, progress: Callable[[int], None] | None
) -> list[Comparison]:
    design = ensemble.design
    fixed = {name: option for name, option in design.do.items() if name not in lab.do}
    changes = other_options(lab.scenario, lab.do, fixed)
    if not changes:
        return []
    worlds = min(OPTION_WORLDS, design.worlds)
    before = lab.run(worlds, design.seed, on, progress)
    return [
        compare(before, lab.change(change).run(worlds, design.seed, on, progress))
        for change in changes
    ]


def _origin(lab: Lab, ensemble: Ensemble, others: Sequence[Ensemble], lang: str) -> Origin:
    design = ensemble.design
    made = provenance.manifest(lab.current, ensemble.world, design, Selection(), None)
    words = ["malaparte", "report", str(lab.ref), "--worlds", str(design.worlds)]
    words += ["--seed", str(design.seed)]
    for name, value in design.do.items():
        words += ["--do", f"{name}={value}"]
    for name, value in design.set.items():
        words += ["--set", f"{name}={written(value)}"]
    for other in others:
        words += ["--against", other.world.scenario.id]
    rules = made.settings.rules.sources
    return Origin(made.run, made.origin.version, rules, shlex.join([*words, "--lang", lang]))
