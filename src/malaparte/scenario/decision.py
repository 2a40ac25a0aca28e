"""Decisions: what a side could have done otherwise."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from malaparte.quantity.text import Text
from malaparte.scenario.base import Base, SourceRef


class Card(Base):
    """Why a counterfactual may be asked at all (Tetlock and Belkin 1996)."""

    evidence: Text
    """What shows that the option was on the table."""
    differs: Text
    """What else would have to be different; as little as possible."""
    theory: Text
    """Why it should matter for the outcome."""
    sources: tuple[SourceRef, ...] = ()
    """Where the evidence stands."""


class Option(Base):
    """One way to decide: changes of values, by path."""

    title: Text
    """The option in the words of the time."""
    set: dict[str, Any] = Field(default={})
    """Path of a value (``guards.*.posture``) and its new value; the default changes nothing."""
    card: Card | None = None
    """Plausibility; required for every option but the default."""


class Decision(Base):
    """A decision of one side, with what it knew when it was asked."""

    title: Text
    """The question."""
    side: Literal["plot", "defence"]
    """Whose decision it is."""
    who: Text
    """Who decides."""
    asked: Text
    """When: a date or an event."""
    knows: Text
    """What that side knows at that moment."""
    default: str
    """The option that the reading tells."""
    options: Annotated[dict[str, Option], Field(min_length=2)]
    """Options by id."""
