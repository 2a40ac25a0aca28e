"""Intervals hold what they promise: luck's cover the truth, ranges hold the assumptions."""

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import stats

from malaparte.analysis.compare import _difference
from malaparte.results.share import Share, Sums, share
from malaparte.results.tally import sums

INNER, SETS = 16, 128
Cases = NDArray[np.int64]


def summed(cases: Cases) -> Sums:
    """Return the sums of worlds, int64 [worlds]."""
    column = cases.astype(np.int64)[:, None]
    return Sums(*map(int, sums(column, np.ones_like(column), INNER)[0]))


@pytest.fixture(scope="module")
def paired() -> list[tuple[Cases, Cases]]:
    """1,000 pairs of ensembles: assumptions move both shares, luck is shared."""
    chance = np.random.default_rng(1927)
    found: list[tuple[Cases, Cases]] = []
    for _ in range(1000):
        before = chance.beta(2, 8, SETS)
        more = chance.beta(2, 18, SETS)  # of those who would not, so many do now
        luck = chance.random((2, SETS, INNER))
        was = luck[0] < before[:, None]
        now = was | (luck[1] < more[:, None])
        found.append((was.ravel().astype(np.int64), now.ravel().astype(np.int64)))
    return found


def test_a_difference_covers_the_truth(paired: list[tuple[Cases, Cases]]) -> None:
    truth, covered = 0.8 * 0.1, 0
    for was, now in paired:
        parts = (was, now, now - was, (now > was) * 1, (now < was) * 1)
        one = _difference("power", *map(summed, parts))
        covered += abs(one.value - truth) <= 1.96 * one.error
        assert one.gain is not None
        assert one.gain > 1.0
    assert 930 <= covered <= 970


def test_a_share_covers_the_truth(paired: list[tuple[Cases, Cases]]) -> None:
    found = [share(summed(was)) for was, _ in paired]
    covered = sum(abs(one.value - 0.2) <= 1.96 * one.error for one in found)
    assert 930 <= covered <= 970


def test_nested_ranges_hold_nine_tenths_of_the_assumptions(
    paired: list[tuple[Cases, Cases]],
) -> None:
    law = stats.beta(2, 8)

    def held(one: Share) -> float:
        return float(law.cdf(one.high) - law.cdf(one.low))

    found = [held(share(summed(was))) for was, _ in paired[:300]]
    assert 0.88 <= np.mean(found) <= 0.93
    # The naive range, with the luck inside sets left in, would be wider.
    naive = []
    for was, _ in paired[:300]:
        low, high = np.quantile(was.reshape(SETS, INNER).mean(axis=1), (0.05, 0.95))
        naive.append(law.cdf(high) - law.cdf(low))
    assert np.mean(naive) > np.mean(found) + 0.02
