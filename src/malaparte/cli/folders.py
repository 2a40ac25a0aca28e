"""Folders of results, weighed and told like the scenarios that filled them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from malaparte.analysis.given import Given, readable
from malaparte.analysis.given import given as weigh
from malaparte.api import Laboratory, Progress, load, reopen
from malaparte.ensemble.executors import executor
from malaparte.report.reporting import reported
from malaparte.report.story import Report
from malaparte.scenario.read import Document, library
from malaparte.world.build import World


def given(
    folder: Path,
    against: Sequence[str | Path],
    on: str | None,
    without: Sequence[str],
    progress: Progress | None = None,
) -> tuple[Given, World]:
    """Weigh the worlds of a folder; other readings are run with as many worlds and its seed.

    Raises
    ------
    StoreError
        If blocks are missing, or other rules made them.
    """
    kept = reopen(folder)
    kept.same_rules()  # the roads are walked again
    readings = [load(one) for one in against]
    readable(kept.world, [one.world for one in readings], without)
    ensemble, design = kept.ensemble(), kept.design
    others = [one.run(design.worlds, design.seed, on, progress) for one in readings]
    return weigh(ensemble, others, executor(on), without), kept.world


def report(
    folder: Path,
    against: Sequence[str | Path],
    on: str | None,
    lang: str,
    progress: Progress | None = None,
) -> Report:
    """Return the report of the worlds of a folder; see `Laboratory.report`.

    Raises
    ------
    StoreError
        If blocks are missing, or other rules made them.
    """
    kept = reopen(folder)
    kept.same_rules()  # decisions are taken otherwise and roads are walked again
    readings = [load(one) for one in against]
    if readings:
        readable(kept.world, [one.world for one in readings])
    name, design = kept.manifest.name, kept.design
    document = Document(kept.manifest.scenario, {}, name, (name,), changed=True)
    lab = Laboratory(name, base=document)
    others = [one.run(design.worlds, design.seed, on, progress) for one in readings]
    named = name in library()
    return reported(lab, kept.ensemble(), others, lang, on, named=named, progress=progress)
