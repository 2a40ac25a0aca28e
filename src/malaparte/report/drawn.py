"""Results that draw themselves: pictures for whoever asks, static HTML in notebooks."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Protocol

from malaparte.analysis.given import Given
from malaparte.drawing.svg import Figure
from malaparte.ensemble.ensemble import Ensemble
from malaparte.ensemble.road_bands import road_bands
from malaparte.ensemble.roads import walked
from malaparte.errors import UsageError
from malaparte.report.figures import KINDS
from malaparte.report.figures.nodes import nodes_figure
from malaparte.report.figures.outcomes import outcomes_figure
from malaparte.report.figures.road import road_figure
from malaparte.report.figures.turns import turns_figure
from malaparte.report.words import Words
from malaparte.said import said


@dataclass(frozen=True, repr=False)
class DrawnEnsemble(Ensemble):
    """An ensemble that draws itself."""

    def plot(self, what: str = "outcomes", lang: str = "en") -> Figure:
        """Draw outcomes, road or nodes.

        Raises
        ------
        UsageError
            If there is nothing called so, or the scenario has no road to draw.
        """
        words, scenario = Words(lang), self.world.scenario
        if what not in KINDS:
            names = {"name": what, "names": ", ".join(KINDS)}
            raise UsageError(said("no picture `{name}`; expected one of {names}", **names))
        if what == "outcomes":
            return outcomes_figure(self.summary, words).framed(caption(self.summary, words))
        if what == "nodes":
            return nodes_figure(self.summary, scenario, words).framed(caption(self.summary, words))
        if scenario.road is None:
            raise UsageError(words.say("plot-none"))
        bands = road_bands(walked(self.world, self.design), scenario)
        return road_figure(bands, scenario, words).framed(caption(self.summary, words))

    def _repr_html_(self) -> str:
        return self.plot().svg


@dataclass(frozen=True, repr=False)
class DrawnGiven(Given):
    """An ensemble given the record, that draws itself."""

    def plot(self, lang: str = "en") -> Figure:
        """Draw the outcomes before and after the record."""
        words = Words(lang)
        turns = [(one.name, one.before, one.after) for one in self.outcomes]
        after = words.say("given-column-after")
        return turns_figure(words.say("given-outcomes"), after, turns, words).framed(
            caption(self, words)
        )

    def _repr_html_(self) -> str:
        return self.plot().svg


class _Told(Protocol):
    @property
    def scenario(self) -> str: ...
    @property
    def worlds(self) -> int: ...
    @property
    def sets(self) -> int: ...
    @property
    def seed(self) -> int: ...


def caption(found: _Told, words: Words) -> str:
    """Return which worlds a picture shows; a copied picture keeps it."""
    sizes = {"worlds": found.worlds, "sets": found.sets, "seed": str(found.seed)}
    return words.sentence(
        "plot-caption", reading=found.scenario, size=words.say("run-size", **sizes)
    )


def drawn_ensemble(found: Ensemble) -> DrawnEnsemble:
    """Return an ensemble that draws itself."""
    return DrawnEnsemble(*(getattr(found, field.name) for field in fields(found)))


def drawn_given(found: Given) -> DrawnGiven:
    """Return an ensemble given the record that draws itself."""
    return DrawnGiven(*(getattr(found, field.name) for field in fields(found)))
