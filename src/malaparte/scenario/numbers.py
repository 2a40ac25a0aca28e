"""What must hold for every quantity of a scenario."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from malaparte.quantity.quantity import Measure, Quantity
from malaparte.quantity.spread import Spread
from malaparte.scenario.merge import is_mapping, mapping_at
from malaparte.scenario.near import near
from malaparte.scenario.tree import join
from malaparte.scenario.walk import Node
from malaparte.scenario.wording import Finding

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
            yield Finding(node.path, f"same: {quantity.same}", "a spread (numbers share nothing)")
        elif quantity.same not in shared:
            found = f"no shared number `{quantity.same}`"
            yield Finding(node.path, found, "an id of `numbers`", near(quantity.same, shared))
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
        yield Finding(join(path, "unit"), "no unit", "the unit of the number")
    elif measure is not None and not faults:
        yield from _fit(path, quantity, measure)


def _fit(path: str, quantity: Quantity, measure: Measure, of: str = "") -> Iterator[Finding]:
    if quantity.unit != measure.unit:
        where = path if of else join(path, "unit")
        found = f"{of}unit {quantity.unit}" if quantity.unit else f"{of}no unit"
        yield Finding(where, found, f"unit {measure.unit}")
        return  # bounds in another unit would be noise
    lo, hi = reach(quantity.spread)
    if measure.lo <= lo and hi <= measure.hi:
        return
    values = f"the value {lo:g}" if lo == hi else f"values from {lo:g} to {hi:g}"
    found = f"{of}{values} {measure.unit}"
    expected = f"values from {measure.lo:g} to {measure.hi:g}"
    endless = quantity.spread.kind in ("normal", "lognormal")
    yield Finding(path, found, expected, "limits: `within: [lo, hi]`" if endless else "")


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
            found = f"no source `{source}`"
            hint = near(source, sources) or "add it to `sources`"
            yield Finding(join(path, "sources"), found, "an id of `sources`", hint)
    if quantity.basis is None:
        found, expected = "no basis", "documented, claimed, estimated or assumed"
        yield Finding(join(path, "basis"), found, expected)
    elif quantity.basis != "assumed" and not quantity.sources:
        hint = "name its source, or say `basis: assumed` and widen the spread"
        yield Finding(path, f"{quantity.basis}, but no source", "`sources: [...]`", hint)
    elif quantity.basis == "documented" and all(s in sources for s in quantity.sources):
        seen = [s.get("seen") for s in map(sources.get, quantity.sources) if is_mapping(s)]
        if not {"page", "excerpt"} & set(map(str, seen)):
            found = f"documented by {', '.join(quantity.sources)}, of which nothing was seen"
            expected = "at least one source with `seen: page` or `seen: excerpt`"
            yield Finding(path, found, expected, "`basis: claimed`")
