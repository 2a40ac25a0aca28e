"""Answers that draw themselves, with the names that their scenario has in the reader's language."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import TypeVar

from malaparte.analysis.compare import Comparison, Difference
from malaparte.analysis.estimate import Estimate
from malaparte.analysis.explain import Explanation
from malaparte.analysis.ranking import Ranking
from malaparte.analysis.shapley import Worths
from malaparte.analysis.weighed import Apart, Weighed
from malaparte.drawing.svg import Figure, colour_of
from malaparte.report.carried import LEAST, mechanism_bar, number_bar
from malaparte.report.change import change_names
from malaparte.report.changed import give_or_take, points
from malaparte.report.drawn import caption
from malaparte.report.figures.changes import Effect, changes_figure
from malaparte.report.figures.shares import shares_figure
from malaparte.report.names import short
from malaparte.report.ranking import asked_for, hundredths
from malaparte.report.share import label
from malaparte.report.words import Words
from malaparte.scenario.document import Scenario

_MOST = 12
"""Places, and numbers, that are drawn."""


@dataclass(frozen=True, repr=False)
class Drawn(ABC):
    """An answer that draws itself.

    names: the scenario that names places, decisions and options.
    """

    names: Scenario = field(kw_only=True, compare=False)

    @abstractmethod
    def plot(self, lang: str = "en") -> Figure:
        """Draw the answer, in 'en' or 'ru'."""

    def _repr_html_(self) -> str:
        return self.plot().svg


@dataclass(frozen=True, repr=False)
class DrawnComparison(Drawn, Comparison):
    """A comparison that draws itself."""

    def plot(self, lang: str = "en") -> Figure:
        """Draw how often outcomes and places differ, with what luck leaves open."""
        return _paired(self, self.names, Words(lang))


@dataclass(frozen=True, repr=False)
class DrawnWeighed(Drawn, Weighed):
    """A comparison given the record that draws itself."""

    def plot(self, lang: str = "en") -> Figure:
        """Draw how often outcomes and places differ, with what luck leaves open."""
        return _paired(self, self.names, Words(lang))


@dataclass(frozen=True, repr=False)
class DrawnRanking(Drawn, Ranking):
    """A ranking that draws itself."""

    def plot(self, lang: str = "en") -> Figure:
        """Draw what each option does alone, the largest effect first."""
        words = Words(lang)
        effects = [_effect(one.changes[0], one.value, self.names, words) for one in self.options]
        title = words.say("plot-rank", label=asked_for(self.label, words))
        return changes_figure(title, effects, words).framed(caption(self, words))


@dataclass(frozen=True, repr=False)
class DrawnWorths(Drawn, Worths):
    """What several changes are worth, drawn."""

    def plot(self, lang: str = "en") -> Figure:
        """Draw what each change is worth."""
        words = Words(lang)
        effects = [_effect(one.change, one.value, self.names, words) for one in self.worths]
        title = words.say("plot-worth", label=asked_for(self.label, words))
        return changes_figure(title, effects, words).framed(caption(self, words))


@dataclass(frozen=True, repr=False)
class DrawnExplanation(Drawn, Explanation):
    """An explanation that draws itself."""

    def plot(self, lang: str = "en") -> Figure:
        """Draw what luck, mechanisms and the first numbers carry."""
        words = Words(lang)
        groups, numbers = (
            [one for one in part if one.index.total >= LEAST]
            for part in (self.groups, self.numbers[:_MOST])
        )
        bars = [mechanism_bar(one, words) for one in groups]
        bars += [number_bar(one, self, words) for one in numbers]
        title = words.say("plot-explain", by=self.by)
        return shares_figure(title, bars, words).framed(caption(self, words))


_Drawn = TypeVar("_Drawn", bound=Drawn)


def drawn(kind: type[_Drawn], found: object, names: Scenario) -> _Drawn:
    """Return an answer as one that draws itself with the names of a scenario."""
    return kind(**vars(found), names=names)


def _effect(change: str, value: Estimate, names: Scenario, words: Words) -> Effect:
    about, how = change_names(change, names, words)
    middle, low, high = (100 * end for end in (value.value, value.low, value.high))
    return Effect(about, how, middle, low, high, hundredths(value, words))


def _paired(found: Comparison | Weighed, names: Scenario, words: Words) -> Figure:
    outcomes = [
        _difference("outcome", label(one.name, words), one, words, colour_of(one.name))
        for one in found.outcomes
    ]
    places = [
        _difference("place", short(names.places[one.name].name.say(words.lang)), one, words)
        for one in found.places[:_MOST]
        if one.value or one.error
    ]
    given = "yes" if isinstance(found, Weighed) else "no"
    title = words.say("plot-compare", record=given)
    return changes_figure(title, [*outcomes, *places], words).framed(caption(found, words))


def _difference(
    kind: str, name: str, one: Difference | Apart, words: Words, fill: str = ""
) -> Effect:
    middle, half = 100 * one.value, math.inf if math.isnan(one.error) else 196 * one.error
    told = points(one.value, words) + give_or_take(100 * one.error, words)
    about = words.say(f"plot-{kind}")
    return Effect(about, name, middle, middle - half, middle + half, told, fill)
