"""What is known of the history that happened: statements of documents, and their silence."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field, model_validator

from malaparte.errors import Unfit
from malaparte.kernel.outcome import CAUSES, COLUMNS, FATES, LABELS, MORE
from malaparte.quantity.quantity import Probability
from malaparte.quantity.text import Remark, Text
from malaparte.said import both, said
from malaparte.scenario.base import Base, SourceRef

ROAD_OUTPUTS = (
    "rumour",
    "queue",
    "queue_goods",
    "home",
    "procured",
    "shortfall",
    "cover",
    "incidents",
    "trust",
    "plotters",
    "belief",
)
"""Outputs of the road by day; a statement about one names the day."""

WORDS: dict[str, tuple[str, ...]] = {"label": LABELS, "cause": CAUSES, "leader": FATES}
"""Outputs that are words, with the words that they can be."""

SUMS = {
    "losses": ("loss_plot", "loss_regime"),
    "fighting": ("loss_plot", "loss_regime", "nodes_taken"),
}
"""Outputs that are sums of columns of the outcome row.  Fighting: men put out of action, and places
that changed hands; it is above zero where anybody could have seen a fight at a building."""

DAY_OUTPUTS = (*COLUMNS, *SUMS)
"""Outputs of the day that every scenario has; ``falls.PLACE`` and ``arrested.GROUP`` come on top.

Times (``..._at``) are hours after 00:00 of the day; what never happened has none, and then no
bound on it holds.
"""

STREET_OUTPUTS = MORE
"""Outputs of scenarios with an army, a street or holding: crowds, risings, units, the dead."""


class Statement(Base):
    """Something that documents say of the world, or would say if it were so.

    It is about one output and has one form: ``one_of`` for words, ``least`` and ``most`` for what
    is so or not so, or ``value`` with ``lo`` and ``hi`` for a number that somebody gives.
    """

    says: Text
    """The statement in words."""
    output: str
    """What it is about: a column of the outcome row (where there is an army or a street, also
    crowds, risings, units and the dead), losses, fighting, falls.PLACE, arrested.GROUP, or an
    output of the road."""
    date: datetime.date | None = None
    """At the beginning of this day; only for outputs of the road."""
    absent: bool = False
    """True when nobody reports it: the form describes what would have been reported."""
    one_of: tuple[str, ...] = ()
    """Words that the output may be."""
    least: float | None = None
    """Smallest value for which it is so."""
    most: float | None = None
    """Largest value for which it is so."""
    value: float | None = None
    """A number, in the unit of the output."""
    lo: float | None = None
    """Lowest value that the sources allow; nine in ten lie between lo and hi."""
    hi: float | None = None
    """Highest value that the sources allow."""
    tolerance: Annotated[float, Field(ge=0)] = 0.0
    """How far the model may miss a number and still be said to agree, as a standard deviation: the
    roughness of the model, which is ours to say."""
    reported: Probability | None = None
    """Chance that it is reported, and the report known to us, if it happened; certain if left out.
    An absence must have it."""
    reliability: Probability | None = None
    """Chance that nothing of the kind is said if it did not happen; of a number, the chance that
    the source says anything about the world.  Certain if left out."""
    weighed: bool = True
    """False when others say it already, so that it is shown and never weighed."""
    input: bool = False
    """True when numbers of the scenario were made from it: shown as an input, no test of the model,
    and never weighed."""
    kind: Literal["record", "reconstruction"] = "record"
    """record: somebody counted, saw or kept silent. reconstruction: reckoned afterwards, shown
    hatched and never weighed."""
    grade: str
    """Grade as history, A to D, X contradicted."""
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    """Who says so, or is silent."""
    note: Remark | None = None
    """How it was reckoned; why these chances."""

    @property
    def evidence(self) -> bool:
        """Whether worlds are weighed by it."""
        return self.weighed and not self.input and self.kind == "record"

    @model_validator(mode="after")
    def _one_form(self) -> Statement:
        numbers = [key for key in ("value", "lo", "hi") if getattr(self, key) is not None]
        bounds = [key for key in ("least", "most") if getattr(self, key) is not None]
        forms = [name for name in (["one_of"] if self.one_of else [], bounds, numbers) if name]
        if len(forms) != 1:
            found = both(key for form in forms for key in form) if forms else said("no form")
            raise Unfit(found, said("one of: {forms}", forms="one_of; least, most; value, lo, hi"))
        if numbers:
            self._number(numbers)
        if self.least is not None and self.most is not None and self.least > self.most:
            raise Unfit(said("least above most"), "least <= most")
        if self.absent and self.reported is None:
            found = said("an absence without `reported`")
            raise Unfit(found, said("the chance of a report had it happened"))
        return self

    def _number(self, given: list[str]) -> None:
        if self.value is None or self.lo is None or self.hi is None:
            raise Unfit(said("only {names}", names=both(given)), both(["value, lo", "hi"]))
        if not self.lo <= self.value <= self.hi:
            raise Unfit(said("a value outside lo to hi"), "lo <= value <= hi")
        if not self.tolerance and self.value in (self.lo, self.hi):
            raise Unfit(said("a number that nothing can hit"), said("a tolerance above 0"))
        if self.absent:
            expected = said("least or most with `absent`")
            raise Unfit(said("a number that is absent"), expected)
