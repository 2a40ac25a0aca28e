"""Published results of conditioning, through what weighs the laboratory's own worlds."""

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import stats

from malaparte.analysis.learned import before_and_after
from malaparte.analysis.weighed import weighed
from malaparte.analysis.weights import NINE_IN_TEN, agreement
from malaparte.ensemble.design import Design
from malaparte.ensemble.ensemble import Ensemble, Memory
from malaparte.ensemble.executors import Sequential
from malaparte.kernel.outcome import WIDTH
from malaparte.quantity.text import Text
from malaparte.results.block import Block
from malaparte.results.tally import tally
from malaparte.scenario.record import Statement
from tests import small
from tests.known.expected import expected, near

SAYS = Text(en="It is so.", ru="Это так.")


def told(fallen: NDArray[np.bool_]) -> Ensemble:
    """Return worlds that say only whether the one place fell."""
    record = {
        "death": {
            "says": SAYS.model_dump(),
            "output": "falls.node",
            "least": 1,
            "grade": "A",
            "sources": ["book"],
        }
    }
    book = {"book": {"author": "A", "title": "B", "seen": "page"}}
    world = small.city(sources=book, record=record)
    n = len(fallen)
    taken = np.where(fallen, 600, -1).astype(np.int16)[:, None]
    nobody = np.zeros((n, 0), np.int16)
    block = Block(0, np.zeros((n, WIDTH), np.int32), taken, nobody, nobody)
    design = Design(n, inner=20)
    return Ensemble(world, design, tally(block, 20), block, Memory(block))


def test_firing_squad() -> None:
    """Pearl 2009, 7.1.2: he is dead; had rifleman A not fired, would he live?

    In each set of twenty worlds exactly half have the order, and a tenth of the others a nervous A.
    """
    inputs = expected("cf.firing_squad", "inputs")
    assert inputs == {"p": 0.5, "q": 0.1}
    order = np.tile(np.arange(20) < 10, 100)
    nervous = np.tile(np.isin(np.arange(20), (0, 10)), 100)
    as_it_was = told((order | nervous) | order)
    had_a_not_fired = told(order)
    place = weighed(as_it_was, had_a_not_fired, Sequential()).places[0]
    assert place.before.value == 1.0
    assert -place.value == pytest.approx(expected("cf.firing_squad"), abs=1e-6)
    # Without the record, the usual mistake, it is another number.
    unconditional = as_it_was.block.taken.mean() - had_a_not_fired.block.taken.mean()
    assert unconditional / 601 == pytest.approx(0.05)


def test_sbc_coverage() -> None:
    """A posterior kappa times too narrow covers less than it says; ours, with kappa 1, does not."""
    luck = np.random.default_rng(1927)
    values = np.linspace(-10, 10, 4_001)
    for kappa, said in zip(
        expected("cf.sbc_coverage", "inputs")["kappa"], expected("cf.sbc_coverage"), strict=True
    ):
        inside: list[bool] = []
        for truth in luck.uniform(-5, 5, 2_000):
            seen = truth + luck.standard_normal()
            half = kappa * NINE_IN_TEN
            number = Statement(
                says=SAYS,
                output="procured",
                value=seen,
                lo=seen - half,
                hi=seen + half,
                grade="A",
                sources=("book",),
            )
            _, (low, _, high), _ = before_and_after(values, agreement(number, values))
            inside.append(low <= truth <= high)
        near(inside, said)


@pytest.mark.parametrize(("kappa", "passes"), [(1.0, "right_below"), (0.5, "wrong_above")])
def test_sbc_uniform(kappa: float, passes: str) -> None:
    """Talts and others 2018: among draws of a right posterior the truth has any rank as often.

    The posterior of a standard normal seen once with error 1 is normal, with half of what was seen
    as mean and 1/2 as variance; a statement that claims more makes it kappa times as wide.
    """
    inputs, said = expected("cf.sbc_uniform", "inputs"), expected("cf.sbc_uniform")
    draws, times = inputs["L"], inputs["n"]
    luck = np.random.default_rng(1927)
    values = stats.norm.ppf((np.arange(500) + 0.5) / 500)
    variance = kappa**2 / 2
    half = NINE_IN_TEN * np.sqrt(variance / (1 - variance))
    ranks = np.zeros(draws + 1, np.int64)
    for truth in luck.standard_normal(times):
        seen = (truth + luck.standard_normal()) / 2 / (1 - variance)
        number = Statement(
            says=SAYS,
            output="procured",
            value=seen,
            lo=seen - half,
            hi=seen + half,
            grade="A",
            sources=("book",),
        )
        weights = agreement(number, values)
        below = weights[values < truth].sum() / weights.sum()
        ranks[luck.binomial(draws, below)] += 1
    limit = stats.chi2.isf(0.001, draws)
    uneven = stats.chisquare(ranks).statistic
    assert said[passes]
    assert uneven < limit if kappa == 1.0 else uneven > 100 * limit
