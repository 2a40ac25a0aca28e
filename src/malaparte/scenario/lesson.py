"""A lesson: what is told, what the class decides, what it asks afterwards.

It stands beside a scenario as ``lesson.yaml`` and holds words only; whatever is counted comes from
the laboratory.
"""

from __future__ import annotations

import datetime
from itertools import product
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from malaparte.errors import Problem, ScenarioError, UsageError
from malaparte.quantity.text import Text
from malaparte.said import counted, said
from malaparte.scenario.base import Base, ClockTime, Id
from malaparte.scenario.claim import ClaimRef, beside, claims
from malaparte.scenario.document import Scenario
from malaparte.scenario.load import load
from malaparte.scenario.near import near


class Step(Base):
    """One screen of the lesson."""

    id: Id
    """Name of the step."""
    title: Text
    """Its heading."""
    text: Text
    """What is told; an empty line parts paragraphs."""
    show: Literal["map", "road", "play", "worlds", "record", "debrief"]
    """What stands beside the text; play and worlds follow from what the class decided."""
    at: ClockTime | None = None
    """Hour that the map shows."""
    on: datetime.date | None = None
    """Day that the road shows."""
    decide: str | None = None
    """The decision that the class takes."""
    options: tuple[str, ...] = ()
    """The options that it may choose from; the default is one of them."""
    claims: tuple[ClaimRef, ...] = ()
    """Claims that are opened."""


class Role(Base):
    """A sheet for a few pupils."""

    side: Literal["plot", "defence", "witness"]
    """Whose side."""
    name: Text
    """Who they are."""
    brief: Text
    """What they know and want."""
    ask: Text
    """What they must answer."""


class Question(Text):
    """What is discussed at the end."""

    listen: tuple[Text, ...] = ()
    """What the teacher may listen for in the answers; stands on the teacher's sheet only."""


class Minutes(Text):
    """A part of the teacher's plan."""

    minutes: Annotated[int, Field(ge=1)]
    """How long it takes."""


class Lesson(Base):
    """A lesson on a scenario."""

    title: Text
    """Its heading."""
    minutes: Annotated[int, Field(ge=1)]
    """How long it takes; the teacher's parts add up to it."""
    steps: Annotated[tuple[Step, ...], Field(min_length=3)]
    """What is shown, in order."""
    questions: tuple[Question, ...]
    """What is discussed at the end."""
    roles: tuple[Role, ...]
    """Who plays whom."""
    teacher: tuple[Minutes, ...]
    """The plan of the hour."""

    @property
    def decisions(self) -> list[Step]:
        """The steps in which the class decides."""
        return [step for step in self.steps if step.decide is not None]

    def combinations(self) -> list[dict[str, str]]:
        """Return every way to decide, the first of each decision first."""
        names = [str(step.decide) for step in self.decisions]
        options = product(*(step.options for step in self.decisions))
        return [dict(zip(names, chosen, strict=True)) for chosen in options]


def lesson(ref: str | Path) -> tuple[Lesson, Scenario]:
    """Return the lesson of a scenario, and the scenario.

    Raises
    ------
    UsageError
        If there is no ``lesson.yaml`` beside the scenario or those that it extends.
    ScenarioError
        If the lesson names what the scenario does not have.
    """
    scenario = load(ref)
    found = beside(ref, "lesson.yaml", Lesson)
    if found is None:
        raise UsageError(
            said("{name} has no lesson; expected a file lesson.yaml beside it", name=scenario.id)
        )
    problems = _problems(found, scenario, set(claims(ref)))
    if problems:
        raise ScenarioError(problems)
    return found, scenario


def _problems(found: Lesson, scenario: Scenario, known: set[str]) -> list[Problem]:
    problems: list[Problem] = []

    def problem(path: str, what: str, expected: str, hint: str = "") -> None:
        problems.append(Problem("lesson.yaml", 0, path, what, expected, hint))

    for step in found.steps:
        for one in step.claims:
            if one not in known:
                what = said("no claim `{name}`", name=one)
                problem(f"steps.{step.id}.claims", what, said("a claim"), near(one, known))
    for step in found.decisions:
        decision = scenario.decisions.get(str(step.decide))
        if decision is None:
            hint = near(str(step.decide), scenario.decisions)
            what = said("no decision `{name}`", name=step.decide)
            problem(f"steps.{step.id}.decide", what, said("a decision"), hint)
            continue
        for option in step.options:
            if option not in decision.options:
                hint = near(option, decision.options)
                what = said("no option `{name}`", name=option)
                problem(f"steps.{step.id}.options", what, said("an option"), hint)
        if decision.default not in step.options:
            told = decision.default
            expected = said("`{name}` among them, which is what the reading tells", name=told)
            problem(f"steps.{step.id}.options", ", ".join(step.options), expected)
    total = sum(part.minutes for part in found.teacher)
    if total != found.minutes:
        what = counted("{n} minute", "{n} minutes", n=total)
        expected = said("{n} minutes, as `minutes` says", n=found.minutes)
        problem("teacher", what, expected)
    return problems
