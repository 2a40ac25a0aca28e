"""What must hold for every quantity of a scenario."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from malaparte.quantity.quantity import Measure, Quantity
from malaparte.quantity.spread import Spread
from malaparte.said import either, said, strung
from malaparte.scenario.merge import is_mapping, mapping_at
from malaparte.scenario.near import near
from malaparte.scenario.tree import join
from malaparte.scenario.walk import Node
from malaparte.scenario.wording import Finding, id_of

_TAIL = 12.0
"""Standard deviations of a Poisson count after which nothing is expected in any ensemble."""


def quantity_findings(walk: list[Node], data: Mapping[str, Any]) -> Iterator[Finding]:
    """Check unit, spread, bounds, basis and sources of every well-formed quantity.

    Parameters
    ----------
    walk : list of Node
        The scenario as plain data.
    data : mapping
        The same, for its ``numbers`` and ``sources``.
    """
    shared, sources = mapping_at(data, "numbers"), mapping_at(data, "sources")
    for node in walk:
        quantity = quantity_of(node.value) if node.kind is Quantity and not node.key else None
        if quantity is None:
            continue
        if quantity.same is None:
            yield from _own(node.path, quantity, node.measure)
            yield from _support(node.path, quantity, sources)
        elif node.measure is None:
            expected = said("a spread (numbers share nothing)")
            yield Finding(node.path, f"same: {quantity.same}", expected)
        elif quantity.same not in shared:
            found = said("no shared number `{name}`", name=quantity.same)
            yield Finding(node.path, found, id_of("numbers"), near(quantity.same, shared))
        else:
            number = quantity_of(shared[quantity.same])
            if number and number.same is None and not number.spread.faults():
                yield from _fit(node.path, number, node.measure, f"numbers.{quantity.same}: ")


def quantity_of(value: object) -> Quantity | None:
    """Return the quantity that a value describes, or None if it describes none."""
    try:
        return Quantity.model_validate(value)
    except ValidationError:
        return None


def _own(path: str, quantity: Quantity, measure: Measure | None) -> Iterator[Finding]:
    faults = quantity.spread.faults()
    for found, expected in faults:
        yield Finding(path, found, expected)
    if measure is None and quantity.unit is None:
        yield Finding(join(path, "unit"), said("no unit"), said("the unit of the number"))
    elif measure is not None and not faults:
        yield from _fit(path, quantity, measure)


def _fit(path: str, quantity: Quantity, measure: Measure, of: str = "") -> Iterator[Finding]:
    if quantity.unit != measure.unit:
        where = path if of else join(path, "unit")
        found = said("unit {unit}", unit=quantity.unit) if quantity.unit else said("no unit")
        yield Finding(where, strung([of, found], ""), said("unit {unit}", unit=measure.unit))
        return  # bounds in another unit would be noise
    lo, hi = reach(quantity.spread)
    if measure.lo <= lo and hi <= measure.hi:
        return
    values = _values(lo, hi) if lo < hi else said("the value {n:g}", n=lo)
    found = strung([of, said("{values} {unit}", values=values, unit=measure.unit)], "")
    endless = quantity.spread.kind in ("normal", "lognormal")
    hint = said("limits: `within: [lo, hi]`") if endless else ""
    yield Finding(path, found, _values(measure.lo, measure.hi), hint)


def _values(lo: float, hi: float) -> str:
    return said("values from {lo:g} to {hi:g}", lo=lo, hi=hi)


def reach(spread: Spread) -> tuple[float, float]:
    """Return the values between which draws lie; for a Poisson count, lie in practice."""
    lo, hi = spread.support()
    if spread.kind == "poisson":
        mean = spread.args[0]
        hi = mean + _TAIL * math.sqrt(mean) + _TAIL
    return lo, hi


def _support(path: str, quantity: Quantity, sources: Mapping[str, Any]) -> Iterator[Finding]:
    """Who says so: basis and sources."""
    for source in quantity.sources:
        if source not in sources:
            found = said("no source `{name}`", name=source)
            hint = near(source, sources) or said("add it to `{part}`", part="sources")
            yield Finding(join(path, "sources"), found, id_of("sources"), hint)
    if quantity.basis is None:
        expected = either(["documented, claimed, estimated", "assumed"])
        yield Finding(join(path, "basis"), said("no basis"), expected)
    elif quantity.basis != "assumed" and not quantity.sources:
        found = said("{basis}, but no source", basis=quantity.basis)
        hint = said("name its source, or say `basis: assumed` and widen the spread")
        yield Finding(path, found, "`sources: [...]`", hint)
    elif quantity.basis == "documented" and all(s in sources for s in quantity.sources):
        seen = [s.get("seen") for s in map(sources.get, quantity.sources) if is_mapping(s)]
        if not {"page", "excerpt"} & set(map(str, seen)):
            names = ", ".join(quantity.sources)
            found = said("documented by {names}, of which nothing was seen", names=names)
            expected = said("at least one source with `seen: page` or `seen: excerpt`")
            yield Finding(path, found, expected, "`basis: claimed`")
