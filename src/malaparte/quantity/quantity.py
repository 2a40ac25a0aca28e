"""A number with unit, spread, basis and sources."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from malaparte.errors import Unfit
from malaparte.quantity.source import Basis
from malaparte.quantity.spread import KINDS, Spread
from malaparte.quantity.text import Remark
from malaparte.said import both, said

Pair = tuple[float, float]
Triple = tuple[float, float, float]


class Quantity(BaseModel):
    """A number that is not known exactly: its spread, its unit, and who says so.

    Exactly one of the keys point, uniform, triangular, pert, normal, lognormal, beta, poisson,
    categorical gives the spread, or ``same`` names a shared number of ``numbers``: quantities that
    share a number are the same in every world, because we are ignorant of all of them together.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    same: str | None = None
    """Id of a shared number in ``numbers``; then no other key but ``note`` is given."""
    point: float | None = None
    """A value taken as exact."""
    uniform: Pair | None = None
    """[lo, hi], every value alike."""
    triangular: Triple | None = None
    """[lo, mode, hi]."""
    pert: Triple | None = None
    """[lo, mode, hi], smoother than triangular (Clark 1962)."""
    normal: Pair | None = None
    """[mean, standard deviation]."""
    lognormal: Pair | None = None
    """[median, geometric standard deviation]."""
    beta: Pair | None = None
    """[a, b], both at least 1, on 0..1."""
    poisson: float | None = None
    """Mean of a count."""
    categorical: tuple[Pair, ...] | None = None
    """Pairs [value, weight]."""
    within: Pair | None = None
    """Limits that cut a normal or a lognormal."""
    unit: str | None = None
    """The unit of the field; another unit is refused."""
    basis: Basis | None = None
    """documented, claimed, estimated or assumed."""
    sources: tuple[str, ...] = ()
    """Ids of ``sources`` that speak of this number; an assumed number may have none."""
    note: Remark | None = None
    """Why this spread; how a disagreement was settled."""

    @model_validator(mode="after")
    def _one_spread(self) -> Quantity:
        given = [kind for kind in (*KINDS, "same") if getattr(self, kind) is not None]
        if len(given) != 1:
            kinds = ", ".join((*KINDS, "same"))
            found = both(given) if given else said("no spread")
            raise Unfit(found, said("exactly one of {names}", names=kinds))
        if self.same is not None and (self.unit or self.basis or self.sources or self.within):
            raise Unfit(said("same with other keys"), said("only same and note"))
        return self

    @property
    def spread(self) -> Spread:
        """The distribution; a quantity that says ``same`` has none of its own (ValueError)."""
        for kind in KINDS:
            value: float | tuple[float | Pair, ...] | None = getattr(self, kind)
            if value is not None:
                parts = value if isinstance(value, tuple) else (value,)
                pairs = (part if isinstance(part, tuple) else (part,) for part in parts)
                args = tuple(float(number) for pair in pairs for number in pair)
                return Spread(kind, args, self.within or (-math.inf, math.inf))
        raise ValueError(f"the spread of {self.same!r} stands in numbers")


@dataclass(frozen=True)
class Measure:
    """What a field of a scenario accepts: its unit and its bounds."""

    unit: str
    lo: float = -math.inf
    hi: float = math.inf


# The measures that fields use.  Bounds are those of sense (no negative men), not of opinion.
Men = Annotated[Quantity, Measure("person", 0, 100_000)]
People = Annotated[Quantity, Measure("person", 0, 100_000_000)]
Count = Annotated[Quantity, Measure("count", 0, 10_000)]
Share = Annotated[Quantity, Measure("share", 0, 1)]
Probability = Annotated[Quantity, Measure("probability", 0, 1)]
Factor = Annotated[Quantity, Measure("factor", 0, 1_000)]
Ratio = Annotated[Quantity, Measure("factor", 1, 1_000)]
LogSpread = Annotated[Quantity, Measure("log", 0, 3)]
Weight = Annotated[Quantity, Measure("weight", 0, 1_000)]
Hours = Annotated[Quantity, Measure("hour", 0, 48)]
HoursOfWeek = Annotated[Quantity, Measure("hour", 0, 264)]
"""Hours of the longest day, 96, and of the seven days of holding."""
Minutes = Annotated[Quantity, Measure("minute", 0, 2_880)]
Delay = Annotated[Quantity, Measure("minute", 0.01, 2_880)]
Metres = Annotated[Quantity, Measure("metre", 0, 100_000)]
Speed = Annotated[Quantity, Measure("km/h", 0.1, 200)]
PerMinute = Annotated[Quantity, Measure("1/minute", 0, 1_000)]
Precision = Annotated[Quantity, Measure("weight", 0.0001, 100_000)]
"""One over the variance of a signal about a share."""
PerDay = Annotated[Quantity, Measure("1/day", 0, 1_000)]
PerPersonDay = Annotated[Quantity, Measure("1/day/person", 0, 1)]
Days = Annotated[Quantity, Measure("day", 0, 1_000)]
HoursPerDay = Annotated[Quantity, Measure("hour/day", 0.0001, 24)]
Poods = Annotated[Quantity, Measure("million poods", 0, 100_000)]
PoodsPerMonth = Annotated[Quantity, Measure("million poods/month", 0.001, 10_000)]
Price = Annotated[Quantity, Measure("rouble/pood", 0.001, 1_000)]
Divisor = Annotated[Quantity, Measure("factor", 0.001, 1_000)]
"""A factor that something is divided by, so that it is never zero."""
OpenShare = Annotated[Quantity, Measure("share", 0.0001, 0.9)]
"""A share whose odds are taken, so that it is neither zero nor one."""
Title = Annotated[str, Field(min_length=1)]
