"""Sensitivity: the indices of Ishigami's function, and SALib on the same points."""

import time
import tracemalloc
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from SALib.analyze import sobol as salib_sobol
from SALib.sample import sobol as salib_sample

from malaparte.analysis.sobol import BATCHES, Sums
from malaparte.ensemble.saltelli import Points, points
from tests.known.expected import expected

Floats = NDArray[np.float64]
Function = Callable[[Floats], Floats]


def ishigami(shares: Floats) -> Floats:
    given = expected("cf.ishigami", "inputs")
    x = np.pi * (2 * shares - 1)
    s = np.sin(x[..., 0])
    return s + given["a"] * np.sin(x[..., 1]) ** 2 + given["b"] * x[..., 2] ** 4 * s


def radial(one: Points) -> Floats:
    """Return A, one mixture a number, B of some points: [n, dimensions + 2, dimensions]."""
    mixed = np.repeat(one.a[:, None, :], one.a.shape[1] + 2, axis=1)
    for j in range(one.a.shape[1]):
        mixed[:, j + 1, j] = one.b[:, j]
    mixed[:, -1] = one.b
    return mixed


def streamed(function: Function, dimensions: int, number: int, seed: int = 1) -> Sums:
    sums = Sums(number, dimensions, 1)
    for one in points(dimensions, number, seed, step=64):
        sums.add(one.first, function(radial(one))[..., None])
    return sums


def problem(dimensions: int) -> dict[str, object]:
    names = [f"x{i}" for i in range(dimensions)]
    return {"num_vars": dimensions, "names": names, "bounds": [[0, 1]] * dimensions}


def test_the_design_is_that_of_salib() -> None:
    theirs = salib_sample.sample(problem(5), 256, calc_second_order=False, seed=7)
    ours = np.concatenate([radial(one).reshape(-1, 5) for one in points(5, 256, 7)])
    assert (ours == theirs).all()


def test_ishigami() -> None:
    said = expected("cf.ishigami")
    sums = streamed(ishigami, 3, 2**14)
    assert sums.variance()[0] == pytest.approx(said["V"], rel=2e-3)
    (found,) = sums.indices()
    assert [one.first for one in found] == pytest.approx(said["S"], abs=0.01)
    assert [one.total for one in found] == pytest.approx(said["ST"], abs=0.01)
    for one, first, total in zip(found, said["S"], said["ST"], strict=True):
        assert one.first_low <= first <= one.first_high
        assert one.total_low <= total <= one.total_high


def rare(shares: Floats) -> Floats:
    return (shares.sum(axis=-1) > 0.6 * shares.shape[-1]).astype(np.float64)


def far(shares: Floats) -> Floats:
    """A large constant would eat the digits of sums of squares."""
    return 1e6 + ishigami(shares)


@pytest.mark.parametrize("function", [ishigami, rare, far])
@pytest.mark.parametrize("number", [16, 1024])
def test_streamed_indices_are_those_of_salib(function: Function, number: int) -> None:
    (ours,) = streamed(function, 6, number, seed=3).indices()
    design = salib_sample.sample(problem(6), number, calc_second_order=False, seed=3)
    theirs = salib_sobol.analyze(
        problem(6), function(design), calc_second_order=False, num_resamples=2, seed=1
    )
    # Of 1e6 and more ten digits are left to SALib itself.
    near = 1e-12 if function is not far else 1e-8
    assert [one.first for one in ours] == pytest.approx(theirs["S1"], abs=near)
    assert [one.total for one in ours] == pytest.approx(theirs["ST"], abs=near)


def test_intervals_cover_the_indices() -> None:
    # Scrambled nets of 64 points; the jackknife over batches must not promise too much.
    said = expected("cf.ishigami")
    covered = 0
    for seed in range(200):
        (found,) = streamed(ishigami, 3, 64, seed).indices()
        covered += found[1].total_low <= said["ST"][1] <= found[1].total_high
    assert covered >= 186  # a net is more even than its parts, so intervals are wide


def test_what_never_varies_is_carried_by_nothing() -> None:
    sums = streamed(lambda shares: np.full(shares.shape[:-1], 0.3), 3, 64)
    assert {one.total for one in sums.indices()[0]} == {0.0}


def made(function: Function, dimensions: int, number: int) -> Iterator[tuple[int, Floats]]:
    for one in points(dimensions, number, 1, step=64):
        yield one.first, function(radial(one))[..., None]


def additive(shares: Floats) -> Floats:
    return shares @ np.arange(1.0, shares.shape[-1] + 1)


def test_memory_does_not_grow_with_points() -> None:
    def peak(number: int) -> int:
        tracemalloc.start()
        sums = Sums(number, 60, 1)
        for first, outputs in made(additive, 60, number):
            sums.add(first, outputs)
        sums.indices()
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(64)
    few, many = peak(256), peak(4096)
    assert many < 1.1 * few
    assert many < 2**25


@pytest.mark.bench
def test_analysis_is_twenty_times_faster_than_salibs() -> None:
    blocks = list(made(additive, 60, 2**12))
    y = np.concatenate([outputs[..., 0] for _, outputs in blocks]).ravel()
    begin = time.perf_counter()
    sums = Sums(2**12, 60, 1)
    for first, outputs in blocks:
        sums.add(first, outputs)
    (ours,) = sums.indices()
    mine = time.perf_counter() - begin
    begin = time.perf_counter()
    theirs = salib_sobol.analyze(problem(60), y, calc_second_order=False, seed=1)
    assert [one.total for one in ours] == pytest.approx(theirs["ST"], abs=1e-12)
    assert 20 * mine <= time.perf_counter() - begin


def test_batches_are_few() -> None:
    assert BATCHES <= 64
