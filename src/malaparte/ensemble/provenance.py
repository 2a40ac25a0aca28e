"""What a run is made of, as its manifest tells it."""

from __future__ import annotations

import datetime
import hashlib
import importlib.metadata
import platform
import re
import shlex
import sys
from pathlib import Path

from malaparte import kernel, world
from malaparte.ensemble.design import Design
from malaparte.ensemble.selection import Selection
from malaparte.ensemble.simulation import layout
from malaparte.errors import UsageError
from malaparte.kernel.rng import FORMAT
from malaparte.results import schema
from malaparte.results.manifest import Columns, Manifest, Origin, Rules, Settings, Transplant
from malaparte.results.store import MOST_BLOCKS
from malaparte.said import said
from malaparte.scenario.read import Document, digest
from malaparte.world.build import World


def rules() -> Rules:
    """Return the versions of what computes a world here."""
    sources = [Path(str(package.__file__)).parent for package in (kernel, world)]
    return Rules(
        sources=_hash(sorted(path for root in sources for path in root.rglob("*.py"))),
        chance=FORMAT,
        maths=_hash([sources[0] / "maths.py"]),
    )


def _hash(paths: list[Path]) -> str:
    total = hashlib.sha256()
    for path in paths:
        total.update(f"{path.parent.name}/{path.name}\n".encode())
        total.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return total.hexdigest()[:16]


def manifest(
    document: Document, world: World, design: Design, events: Selection, on: str | None
) -> Manifest:
    """Return the manifest of a run.

    Parameters
    ----------
    document : Document
        The scenario as data, options and values set.
    world, design, events
        What is computed, and what of it is kept.
    on : str, optional
        Where, for the record.

    Raises
    ------
    UsageError
        If these are more worlds than a folder can hold.
    """
    most = MOST_BLOCKS * schema.BLOCK
    if design.worlds > most:
        words = said(
            "{n:,} worlds; a folder holds at most {most:,} ({files:,} files)",
            n=design.worlds,
            most=most,
            files=MOST_BLOCKS,
        )
        raise UsageError(words)
    columns = layout(world)
    settings = Settings(
        scenario=digest(document),
        rules=rules(),
        seed=design.seed,
        worlds=design.worlds,
        inner=design.inner,
        do=design.do,
        set=design.set,
        events=str(events),
    )
    origin = Origin(
        command=_command() if _is_command() else "Python",
        host=platform.node(),
        on=on or "threads",
        started=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        version=_version(),
    )
    return Manifest(
        run=settings.run,
        settings=settings,
        block=schema.BLOCK,
        columns=Columns(
            goals=columns.goals,
            goal_places=columns.goal_places,
            leaders=columns.leaders,
            person_leader=columns.person_leader,
            columns=columns.columns,
        ),
        name=world.scenario.id,
        scenario=document.data,
        transplants={
            group: Transplant(scenario=name, digest=text)
            for group, (name, text) in document.transplants.items()
        },
        origin=origin,
    )


def _version() -> str:
    try:
        return importlib.metadata.version("malaparte")
    except importlib.metadata.PackageNotFoundError:  # run from its sources
        return "unknown"


def _command() -> str:
    """Return the command of the whole run: a shard, given again, would not mend its sisters."""
    words = shlex.join(["malaparte", *sys.argv[1:]])
    return re.sub(r" --shard[ =]\S+", "", words)


def _is_command() -> bool:
    path = Path(sys.argv[0])  # or python -m malaparte
    return path.stem == "malaparte" or path.parts[-2:] == ("malaparte", "__main__.py")
