"""Chance and its functions, held against published vectors and against other implementations."""

import math

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import special, stats

from malaparte.kernel.maths import exp, log, normal_quantile
from malaparte.kernel.rng import entity_key, philox, rule_key
from malaparte.quantity.spread import KINDS, Spread
from malaparte.world.draw import fill, tabulate
from tests import small
from tests.known.expected import expected, near

# Random123 1.14, examples/kat_vectors, philox4x32 with 10 rounds: counter, key, result.
KAT = (
    (
        "00000000 00000000 00000000 00000000",
        "00000000 00000000",
        "6627e8d5 e169c58d bc57ac4c 9b00dbd8",
    ),
    (
        "ffffffff ffffffff ffffffff ffffffff",
        "ffffffff ffffffff",
        "408f276d 41c83b0e a20bc7c6 6d5451fd",
    ),
    (
        "243f6a88 85a308d3 13198a2e 03707344",
        "a4093822 299f31d0",
        "d16cfe09 94fdcceb 5001e420 24126ea1",
    ),
)


def words(text: str) -> tuple[int, ...]:
    return tuple(int(word, 16) for word in text.split())


@pytest.mark.parametrize(("counter", "key", "result"), KAT)
def test_philox(counter: str, key: str, result: str) -> None:
    assert philox(*words(counter), *words(key)) == words(result)
    assert philox.py_func(*words(counter), *words(key)) == words(result), "interpreted"


def ulps(ours: float, true: float) -> float:
    return abs(ours - true) / math.ulp(true) if true else abs(ours) / 5e-324


def grid(lo: float, hi: float) -> list[float]:
    return np.random.default_rng(1927).uniform(lo, hi, 20_000).tolist()


def test_exp_is_within_one_ulp_of_the_platform() -> None:
    assert max(ulps(exp(x), math.exp(x)) for x in grid(-700, 700)) <= 1
    assert max(ulps(exp(x), math.exp(x)) for x in grid(-1, 1)) <= 1
    assert (exp(0.0), exp(710.0), exp(-1000.0)) == (1.0, math.inf, 0.0)


def test_log_is_within_one_ulp_of_the_platform() -> None:
    assert max(ulps(log(x), math.log(x)) for x in grid(1e-12, 1)) <= 1
    assert max(ulps(log(x), math.log(x)) for x in grid(0.5, 2)) <= 1
    large = [math.ldexp(x, int(1000 * y)) for x, y in zip(grid(0.5, 1), grid(-1, 1), strict=True)]
    assert max(ulps(log(x), math.log(x)) for x in large) <= 1
    assert (log(1.0), log(0.0), log(math.inf)) == (0.0, -math.inf, math.inf)
    assert math.isnan(log(-1.0))


def test_normal_quantile_is_that_of_scipy() -> None:
    shares = np.concatenate([grid(0, 1), np.logspace(-300, -1, 500)])
    ours = np.array([normal_quantile(p) for p in shares])
    assert ours == pytest.approx(special.ndtri(shares), rel=4e-15, abs=1e-16)


def test_normal_quantile_is_odd() -> None:
    for p in grid(0.001, 0.5):
        q = math.fsum([1.0, -p])
        assert normal_quantile(q) == pytest.approx(-normal_quantile(p), rel=1e-12)


def test_a_key_is_a_fixed_function_of_the_name() -> None:
    # Part of the address format: other keys would be other worlds for every shared link.
    assert (rule_key("alarm"), entity_key("telegraph")) == RULE_AND_ENTITY


RULE_AND_ENTITY = (929314, 1373566839)

SPREADS = {
    "point": (Spread("point", (3.0,)), lambda u: np.full_like(u, 3.0)),
    "uniform": (Spread("uniform", (2.0, 5.0)), stats.uniform(2, 3).ppf),
    "triangular": (Spread("triangular", (1.0, 2.0, 5.0)), stats.triang(0.25, 1, 4).ppf),
    "triangular at its end": (Spread("triangular", (1.0, 5.0, 5.0)), stats.triang(1, 1, 4).ppf),
    "pert": (Spread("pert", (4.0, 15.0, 40.0)), stats.beta(1 + 44 / 36, 1 + 100 / 36, 4, 36).ppf),
    "normal": (Spread("normal", (10.0, 2.0)), stats.norm(10, 2).ppf),
    "normal within": (
        Spread("normal", (10.0, 2.0), (9.0, 15.0)),
        stats.truncnorm(-0.5, 2.5, 10, 2).ppf,
    ),
    "lognormal": (Spread("lognormal", (0.02, 2.0)), stats.lognorm(math.log(2), 0, 0.02).ppf),
    "beta": (Spread("beta", (2.0, 5.0)), stats.beta(2, 5).ppf),
    "beta flat": (Spread("beta", (1.0, 1.0)), stats.uniform(0, 1).ppf),
    "poisson": (Spread("poisson", (7.5,)), stats.poisson(7.5).ppf),
    "categorical": (
        Spread("categorical", (1.0, 2.0, 4.0, 6.0)),
        lambda u: np.where(u <= 0.25, 1.0, 4.0),
    ),
}
"""Name -> spread, and its quantile function by somebody else."""


def drawn(spread: Spread, number: int = 4000) -> NDArray[np.float64]:
    """Return shares u and the quantiles of a spread at them: two columns at one address."""
    kinds, p, table = tabulate([Spread("uniform", (0.0, 1.0)), spread])
    keys = np.array([entity_key("x")] * 2, np.int64)
    out = np.empty((number, 2))
    fill(1927, 0, kinds, p, keys, table, out)
    return out


@pytest.mark.parametrize("name", SPREADS)
def test_quantile_function(name: str) -> None:
    spread, other = SPREADS[name]
    u, ours = drawn(spread).T
    true = other(u)
    lo, hi = true.min(), true.max()
    # PERT and beta are tabulated: the file promises 1e-5 of the range; a flat end costs a bit more.
    tolerance = 2e-4 if spread.kind in ("pert", "beta") else 1e-9
    assert np.abs(ours - true).max() <= tolerance * max(hi - lo, 1.0)
    assert (np.diff(ours[np.argsort(u)]) >= 0).all(), "a larger share is never a smaller value"


def test_every_kind_of_spread_has_a_quantile_test() -> None:
    assert {spread.kind for spread, _ in SPREADS.values()} == set(KINDS)


def test_draws_are_uniform() -> None:
    u = drawn(Spread("point", (0.0,)), 100_000)[:, 0]
    assert stats.kstest(u, "uniform").pvalue > 1e-4
    near(u, 0.5)
    near(u[:-1] * u[1:], 0.25)


@pytest.fixture(scope="module")
def city() -> small.World:
    return small.city()


def variances(before: NDArray[np.int64], after: NDArray[np.int64]) -> tuple[float, float]:
    """Return the variance of the difference on the same luck, and on separate luck."""
    return (after - before).var(), before.var() + after.var()


def test_crn_bernoulli(city: small.World) -> None:
    # Is there a plot at all? One draw, two chances.
    given, said = expected("cf.crn_bernoulli", "inputs"), expected("cf.crn_bernoulli")
    before, after = (
        small.run(city, 400_000, plan_exists=given[p]).column("plot_existed") for p in ("p1", "p2")
    )
    shared, apart = variances(before, after)
    near((after - before - 0.02) ** 2, said["crn"])
    assert apart == pytest.approx(said["indep"], abs=1e-3)
    assert apart / shared == pytest.approx(said["gain"], rel=0.05)
    assert ((after - before) >= 0).all()


def test_crn_normal(city: small.World) -> None:
    # An undefended place is occupied after an exponential time; twice the mean, the same draw.
    said = expected("cf.crn_normal")
    before, after = (
        (small.run(city, 400_000, clash_occupy=mean).fell() - 7200) / 60 for mean in (60, 120)
    )
    shared, apart = variances(before / 60, after / 60)
    assert shared == pytest.approx(said["crn"], rel=0.02)
    assert apart == pytest.approx(said["indep"], rel=0.02)
