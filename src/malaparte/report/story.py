"""Everything that a report tells of a scenario, gathered before a word is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from malaparte.ensemble.road_bands import Band
from malaparte.ensemble.road_summary import RoadSummary
from malaparte.report.figures.changes import Effect
from malaparte.results.summary import Summary
from malaparte.scenario.claim import Dossier

if TYPE_CHECKING:
    from malaparte.analysis.compare import Comparison
    from malaparte.analysis.explain import Explanation
    from malaparte.analysis.given import Given
    from malaparte.world.build import World


@dataclass(frozen=True)
class Carrier:
    """Decisions by what they do: a title, how it was found, and effects, the strongest first."""

    title: str
    text: str
    effects: tuple[Effect, ...]


@dataclass(frozen=True)
class Origin:
    """How a report was made: enough to make it again."""

    run: str
    version: str
    rules: str
    command: str


@dataclass(frozen=True)
class Story:
    """What a report tells.

    options: what single decisions of the defence do.  explained: which assumptions carry the
    answer, None if no number is uncertain.
    given: the ensemble given the record, None if there is none, or if too few worlds fit it.
    chronicle: the typical day in prose.
    """

    world: World
    summary: Summary
    origin: Origin
    dossier: Dossier
    chronicle: str
    road: RoadSummary | None = None
    bands: tuple[Band, ...] = ()
    options: tuple[Comparison, ...] = ()
    explained: Explanation | None = None
    given: Given | None = None


@dataclass(frozen=True)
class Report:
    """A report: one file that opens from disk."""

    html: str

    def save(self, path: str | Path) -> Path:
        """Write the report; StoreError if the file cannot be written, UsageError if no .html."""
        from malaparte.errors import StoreError, UsageError, ends_in, unwritten

        path = Path(path)
        if path.suffix != ".html":
            raise UsageError(ends_in(path, ".html"))
        try:
            path.write_text(self.html, encoding="utf-8")
        except OSError as error:
            raise StoreError(unwritten(path, error)) from None
        return path

    def __repr__(self) -> str:
        """Return how large it is."""
        return (
            f"a report of {len(self.html.encode()) / 1024:,.0f} KB; save it: .save('report.html')"
        )
