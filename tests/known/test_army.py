"""Published results on armies, crowds and holding, reproduced by the very rules that worlds run."""

import math

import numba
import numpy as np
import pytest

from malaparte.kernel.after.support import hazard_until, support_after, touched
from malaparte.kernel.maths import normal_quantile
from malaparte.kernel.public.acting import kept
from malaparte.kernel.public.crowd import arrest_chance, would_come
from malaparte.kernel.public.game import margin, marginal_strength, normal_share
from malaparte.kernel.rng import DYNAMICS, uniform
from tests.known.expected import expected


def called(rule):  # the rules have no door to Python, so a compiled caller opens one
    return numba.njit(lambda *args: rule(*args))


DIFFUSE = 1e-9
"""A public signal that says nothing."""


def test_diffuse_global_game() -> None:
    solve, told = called(marginal_strength), expected("army.globalgame_diffuse", "inputs")
    for cost, sigma, strength in zip(
        told["c"], told["sigma"], expected("army.globalgame_diffuse"), strict=True
    ):
        found = solve(cost, 1.0 / sigma**2, DIFFUSE, 0.5, 0.5)
        assert found == pytest.approx(strength, abs=1e-6)


def test_public_global_game() -> None:
    solve, told = called(marginal_strength), expected("army.globalgame_public", "inputs")
    for z, strength in zip(told["z"], expected("army.globalgame_public"), strict=True):
        for start in (0.0, 0.5, 1.0):
            found = solve(told["c"], told["alpha_x"], told["alpha_z"], z, start)
            assert found == pytest.approx(strength, abs=1e-5)


def test_risk_dominance_is_a_half() -> None:
    found = called(marginal_strength)(0.5, 1.0 / 0.09, DIFFUSE, 0.5, 0.9)
    assert found == pytest.approx(expected("army.risk_dominance"), abs=1e-6)


@pytest.mark.parametrize("factor", [0.95, 1.2])
def test_uniqueness_bound(factor: float) -> None:
    """Best replies from both ends meet below the bound and stay apart above it."""
    solve, bound = called(marginal_strength), expected("army.uniqueness_bound")
    assert bound == pytest.approx(math.sqrt(2.0 * math.pi), abs=1e-6)
    private = 9.0
    public = factor * bound * math.sqrt(private)
    low = solve(0.5, private, public, 0.5, 0.0)
    high = solve(0.5, private, public, 0.5, 1.0)
    assert (high - low < 1e-6) == (factor < 1.0)
    assert abs(called(margin)(low, 0.5, private, public, 0.5)) < 1e-6


def test_the_normal_law_inverts_the_quantile() -> None:
    share, quantile = called(normal_share), called(normal_quantile)
    for p in (1e-12, 1e-6, 0.01, 0.3, 0.5, 0.9, 1.0 - 1e-9):
        assert share(quantile(p)) == pytest.approx(p, rel=1e-9)


def test_epstein_constants() -> None:
    come, chance = called(would_come), called(arrest_chance)
    told, given = (
        expected("uprising.epstein_constants"),
        expected("uprising.epstein_constants", "inputs"),
    )
    assert chance(2.3, 1.0, 1.0) == pytest.approx(told["P11"], abs=1e-6)
    for legitimacy, share in zip(given["L"], told["no_cops"], strict=True):
        assert come(legitimacy, 0.0, given["T"]) == pytest.approx(share, abs=1e-6)
    at_par = come(0.82, chance(2.3, 1.0, 1.0), given["T"])
    assert at_par == pytest.approx(told["one_to_one_L082"], abs=1e-6)


def test_square_law_of_units() -> None:
    """Ten against eight: six are left, as in the fights of squads."""
    told = expected("force.lanchester_square")
    assert 100.0 * called(kept)(100.0 / 80.0) == pytest.approx(told["survivors"], abs=1e-9)


@numba.njit
def _paths(worlds, steps, begin, mean, reversion, noise, days, barrier):
    """Return the last values, and how many touched nought on the way."""
    ends = np.empty(worlds)
    ruined = 0
    for world in range(worlds):
        x = begin
        alive = True
        for step in range(steps):
            u = uniform(1, world, DYNAMICS, 1, 0, step, 0)
            then = support_after(x, mean, reversion, noise, days, normal_quantile(u))
            if barrier and alive:
                alive = uniform(1, world, DYNAMICS, 2, 0, step, 0) >= touched(x, then, noise, days)
            x = then
        ends[world] = x
        ruined += 0 if alive else 1
    return ends, ruined


def test_support_has_the_stationary_law_of_its_process() -> None:
    given, told = expected("hold.ou_stationary", "inputs"), expected("hold.ou_stationary")
    kappa, sigma, dt = given["kappa"], given["sigma"], given["dt"]
    ends, _ = _paths(20_000, 60, 0.0, 0.0, kappa, sigma, dt, False)
    assert ends.var() == pytest.approx(told["var"], rel=0.03)
    step = called(support_after)
    assert step(1.0, 0.0, kappa, sigma, dt, 0.0) == pytest.approx(told["ac1"], abs=1e-6)
    assert abs(ends.var() - told["euler_var"]) > 10 * told["var"] * math.sqrt(2 / 20_000) / 4


def test_support_with_drift_is_ruined_as_often_as_it_should_be() -> None:
    """With a far mean and hardly any reversion the process is Brownian motion with drift."""
    given, told = expected("hold.support_ruin", "inputs"), expected("hold.support_ruin")
    reversion = 1e-6
    mean = given["x"] + given["mu"] / reversion
    worlds = 20_000
    _, ruined = _paths(worlds, 30, given["x"], mean, reversion, given["sigma"], 1.0, True)
    assert ruined / worlds == pytest.approx(told["by_T"], abs=4 * 0.4 / math.sqrt(worlds))


def test_a_hazard_that_falls_adds_up() -> None:
    rule = called(hazard_until)
    assert rule(7.0, 0.1, 0.1, 4.0) == pytest.approx(0.7)
    assert rule(1e6, 0.2, 0.0, 3.0) == pytest.approx(0.6)
    parts = np.linspace(0.0, 7.0, 100_001)
    rates = 0.01 + (0.2 - 0.01) * np.exp(-parts / 4.0)
    assert rule(7.0, 0.2, 0.01, 4.0) == pytest.approx(np.trapezoid(rates, parts), rel=1e-6)
