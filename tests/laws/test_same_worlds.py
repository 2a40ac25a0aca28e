"""The same worlds, whoever computes them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import malaparte as mp
from malaparte.ensemble import executors, runner
from malaparte.ensemble.design import Design
from malaparte.ensemble.executors import executor
from malaparte.results.tally import tally

THREE = "docs/first/three-nodes.yaml"


@pytest.fixture(scope="module")
def here() -> str:
    return mp.load(THREE).run(worlds=1100, on="sequential").digest


@pytest.mark.parametrize("on", ["threads:1", "threads:2", "procs:1", "procs:2"])
def test_workers_change_nothing(on: str, here: str) -> None:
    assert mp.load(THREE).run(worlds=1100, on=on).digest == here


def test_more_worlds_begin_with_the_same(here: str) -> None:
    more = mp.load(THREE).run(worlds=2000)
    same = mp.load(THREE).run(worlds=1100)
    assert (more.block.part(0, 1100).rows == same.block.rows).all()
    assert same.digest == here


def test_another_seed_is_another_ensemble(here: str) -> None:
    assert mp.load(THREE).run(worlds=1100, seed=2).digest != here


def test_statistics_are_those_of_all_worlds() -> None:
    lab = mp.load(THREE)
    ensemble = runner.run(lab.world, Design(1100), executor("threads:2"), None)
    assert (ensemble.tally == tally(ensemble.block, 16)).all()


def test_progress_counts_every_world_once() -> None:
    told: list[int] = []
    mp.load(THREE).run(worlds=1100, progress=told.append)
    assert sum(told) == 1100


@pytest.mark.parametrize("words", ["gpu", "threads:0", "procs:-1", "threads:x", "", "dask://"])
def test_an_unknown_place_to_run_is_refused(words: str) -> None:
    with pytest.raises(mp.UsageError, match="expected"):
        executor(words)


def test_a_worker_that_dies_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(mp.MalaparteError, match="worker process was killed"):
        list(executors.Processes(1).map(_die, [1]))


def _die(item: int, stopped: object) -> None:
    import os

    os._exit(9)


def _elsewhere(**settings: str) -> str:
    code = (
        f"import malaparte as mp; print(mp.load({THREE!r}).run(worlds=1100, on='threads:1').digest)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_another_libm_changes_nothing(here: str) -> None:
    # glibc picks other exp and log without fused multiply-add; the kernel asks neither.
    assert _elsewhere(GLIBC_TUNABLES="glibc.cpu.hwcaps=-FMA,-FMA4,-AVX2,-AVX2_Usable") == here


@pytest.mark.slow
def test_another_processor_changes_nothing(here: str, tmp_path: Path) -> None:
    settings = {"NUMBA_CPU_NAME": "generic", "NUMBA_CPU_FEATURES": ""}
    assert _elsewhere(**settings, MALAPARTE_CACHE=str(tmp_path)) == here
