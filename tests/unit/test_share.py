import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import beta

from malaparte.report.share import few
from malaparte.results.beta import beta_cdf, beta_quantile
from malaparte.results.share import Share, Sums, luck, say_share, share
from malaparte.results.tally import sums


@pytest.mark.parametrize(
    ("a", "b"), [(0.01, 0.3), (0.5, 0.5), (2, 30), (400, 300), (1e5, 3e4), (1, 1)]
)
@pytest.mark.parametrize("q", [0.05, 0.5, 0.95])
def test_beta_agrees_with_scipy(a: float, b: float, q: float) -> None:
    x = float(beta.ppf(q, a, b))
    assert beta_quantile(q, a, b) == pytest.approx(x, abs=2e-9)
    assert beta_cdf(x, a, b) == pytest.approx(float(beta.cdf(x, a, b)), rel=1e-9)


def counts(cases: np.ndarray, inner: int = 16) -> Sums:
    flat = cases.reshape(-1, 1)
    return Sums(*map(int, sums(flat, np.ones_like(flat), inner)[0]))


def draw(sets: int, a: float, b: float, seed: int) -> np.ndarray:
    """Worlds of sets whose shares are beta distributed."""
    rng = np.random.default_rng(seed)
    shares = rng.beta(a, b, size=(sets, 1))
    return (rng.random((sets, 16)) < shares).astype(np.int64)


def test_range_is_that_of_the_assumptions_without_the_luck() -> None:
    found = [share(counts(draw(1000, 2, 6, seed))) for seed in range(20)]
    assert np.mean([one.low for one in found]) == pytest.approx(beta.ppf(0.05, 2, 6), abs=0.01)
    assert np.mean([one.high for one in found]) == pytest.approx(beta.ppf(0.95, 2, 6), abs=0.01)


def test_no_ignorance_leaves_no_range() -> None:
    rng = np.random.default_rng(7)
    one = share(counts((rng.random((1000, 16)) < 0.3).astype(np.int64)))
    assert one.high - one.low < 0.08  # 16 worlds alone would scatter over 0.12 to 0.5
    assert one.error == pytest.approx(math.sqrt(0.3 * 0.7 / 16_000), rel=0.1)


def test_error_is_the_scatter_of_repeated_ensembles() -> None:
    found = [share(counts(draw(200, 2, 6, seed))) for seed in range(200)]
    scatter = np.std([one.value for one in found])
    assert np.mean([one.error for one in found]) == pytest.approx(scatter, rel=0.15)


def test_what_never_happened_has_the_exact_bound() -> None:
    one = share(Sums(sets=100, k=0, m=1600, kk=0, mm=25600, km=0, k2=0, m2=1600))
    assert (one.value, one.low) == (0.0, 0.0)
    assert one.high == pytest.approx(1 - 0.05**0.01)  # Clopper and Pearson, 0 of 100 sets
    assert str(say_share(one)) == "between 0 and 3 in 100"


def test_one_set_says_nothing_about_assumptions() -> None:
    one = share(Sums(sets=1, k=8, m=16, kk=64, mm=256, km=128, k2=8, m2=16))
    assert (one.low, one.high) == (0.0, 1.0)
    assert math.isnan(one.error)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0.0, 0.1153, "between 0 and 12 in 100"),
        (0.5, 0.5, "about 50 in 100"),
        (0.0, 0.0012, "between 0 and 12 in 10,000"),
        (0.9987, 1.0, "between 9,987 and 10,000 in 10,000"),
        (0.981, 0.9999, "between 981 and 1,000 in 1,000"),
        (0.0, 1.0, "between 0 and 100 in 100"),
    ],
)
def test_words_have_no_digit_too_many(low: float, high: float, words: str) -> None:
    middle = (low + high) / 2
    assert str(say_share(Share(1, 3, 2, middle, 0.0, low, high))) == words


@given(st.lists(st.integers(0, 16), min_size=2, max_size=40))
def test_words_hold_the_share(k: list[int]) -> None:
    cases = np.array([[1] * each + [0] * (16 - each) for each in k], np.int64)
    one = share(counts(cases))
    said = say_share(one)
    assert 0 <= said.low <= one.value * said.of + 1e-6
    assert one.value * said.of - 1e-6 <= said.high <= said.of


def test_luck_of_independent_worlds_is_that_of_clopper_and_pearson() -> None:
    """Ten of a hundred: 4.90 to 17.62 % (Clopper and Pearson 1934)."""
    error = math.sqrt(0.1 * 0.9 / 100)
    assert luck(Share(10, 100, 100, 0.1, error, 0.0, 1.0)) == pytest.approx(
        (0.0490, 0.1762), abs=1e-4
    )
    rare = luck(Share(1, 1000, 1000, 0.001, 0.001, 0.0, 1.0))
    assert 0.0 < rare[0] < 0.001 < rare[1]
    assert luck(Share(7, 7, 7, 1.0, 0.0, 0.0, 1.0))[1] == 1.0
    assert luck(Share(1, 16, 1, 1 / 16, math.nan, 0.0, 1.0)) == (0.0, 1.0)


def test_a_number_of_many_worlds_has_three_digits_at_most() -> None:
    told = [(1474.4, 0), (298.66, 1), (26.81, 2), (0.0412345, 3), (0.8249, 2), (-0.01, 1), (1.0, 0)]
    assert [few(*one) for one in told] == [1470, 299, 26.8, 0.041, 0.82, 0, 1]
    assert [type(few(*one)) for one in told[:3]] == [int, int, float]
    assert few(math.inf) == math.inf
