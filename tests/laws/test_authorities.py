"""Others who can say no: what they say adds up, whoever is named first."""

from __future__ import annotations

from typing import Any

import pytest

from malaparte.kernel.outcome import HELD, LOST
from tests import small
from tests.laws.test_public import OVER, choices, city, holding, unit


def test_an_authority_that_refuses_never_helps_a_new_power() -> None:
    units = {"mine": unit(men=500, officers=1, ranks=1, pledged=1), "yours": unit(men=1)}
    numbers = {"speaks": 0, "army": 0, "weight": 0.4, "strike": 0.5}
    hold = holding(noise=0.3, strike_cost=0.5)
    held = []
    for refuses in (0, 1):
        king = {"name": small.text("A king"), "refuses": refuses, **numbers}
        found = small.run(city(units, holding=hold, authorities={"king": king}), 200)
        held.append((found.column("label") == HELD).mean())
    assert held[1] < held[0]


def king(**more: Any) -> small.Data:
    """Return somebody who refuses at once, with a word that brings a strike as often as not."""
    numbers = {"refuses": 1, "speaks": 0, "army": 0, "weight": 0.2, "strike": 0.5}
    return {"name": small.text("A king"), **numbers, **more}


def test_two_authorities_that_refuse_hurt_at_least_as_much_as_one() -> None:
    """World by world: on the same luck no power is held with both that one alone brings down."""
    units = {"mine": unit(men=500, officers=1, ranks=1, pledged=1), "yours": unit(men=1)}
    hold = holding(support=0.6, noise=0.3, strike_cost=0.5)
    sets: list[small.Data] = [{}, {"a": king()}, {"b": king()}, {"a": king(), "b": king()}]
    none, first, second, both = (
        small.run(city(units, holding=hold, authorities=those), 200).column("label") == HELD
        for those in sets
    )
    assert not (both & ~first).any()
    assert not (both & ~second).any()
    assert both.sum() < min(first.sum(), second.sum())
    assert max(first.sum(), second.sum()) < none.sum()
    swapped = small.run(city(units, holding=hold, authorities=dict(reversed(sets[3].items()))), 200)
    assert (both == (swapped.column("label") == HELD)).all()
    more = {"a": king(), "b": king(army=0, weight=0, strike=0, refuses=0.5)}
    silent = small.run(city(units, holding=hold, authorities=more), 200)
    assert (first == (silent.column("label") == HELD)).all()  # whose word weighs nothing


def test_their_words_add_up_for_units() -> None:
    """Two that refuse raise the strength that units see; one each way leaves it as it was."""
    units = {f"u{n}": unit(officers=0.7, ranks=0.7) for n in range(12)}

    def over(**others: small.Data) -> float:
        found = small.run(city(units, authorities=others), 64)
        return float((choices(found) == OVER).mean())

    no, yes = king(army=0.3), king(army=0.3, refuses=0)
    assert over(a=no, b=no) < over(a=no) < over() <= over(a=no, b=yes) <= over()


@pytest.mark.parametrize("hours", [1, 47, 150])
def test_an_authority_speaks_in_its_hour_also_after_the_seizure(hours: int) -> None:
    units = {"mine": unit(men=500, officers=1, ranks=1, pledged=1), "yours": unit(men=1)}
    hold = holding(support=0.6, strike_cost=1, strike_days=0.1, reversion=10)
    assert (small.run(city(units, holding=hold), 4).column("label") == HELD).all()
    far = {"far": king(speaks=hours, strike=1)}
    found = small.run(city(units, holding=hold, authorities=far), 4)
    assert (found.column("label") == LOST).all()
    assert (found.column("lost_at") - found.column("launched_at") > 3600 * hours).all()
