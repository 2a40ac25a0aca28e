"""A run that was killed goes on, and its files are those of a run that was not."""

import functools
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import malaparte as mp
from malaparte.ensemble.executors import Threads
from tests.lines import unbroken

THREE = "docs/first/three-nodes.yaml"
WORLDS = 250_000  # 62 blocks, two or three seconds
SOON = 5.0  # 0.3 to 0.7 on a quiet machine; one that does much else must pass too
MAIN = "from malaparte.cli import main; main()"
COMMAND = [sys.executable, "-c", MAIN, "run", THREE, "--worlds", str(WORLDS), "--json"]


# Who started the tests may ignore Ctrl-C, as a shell does in the background; the run must not.
hear = functools.partial(signal.signal, signal.SIGINT, signal.SIG_DFL)


def begin(*words: str) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    return subprocess.Popen(words, stdout=pipe, stderr=pipe, preexec_fn=hear)


def start(folder: Path, on: str) -> subprocess.Popen[bytes]:
    return begin(*COMMAND, "--out", str(folder), "--on", on)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.parquet"))}


def wait_for_blocks(folder: Path, number: int, run: subprocess.Popen[bytes]) -> None:
    limit = time.monotonic() + 300
    while len(list(folder.glob("outcomes-*"))) < number and run.poll() is None:
        assert time.monotonic() < limit
        time.sleep(0.005)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("whole")
    mp.load(THREE).keep(folder, WORLDS)
    return contents(folder)


def kill_and_go_on(folder: Path, kills: int, whole: dict[str, bytes], seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(kills):
        before = len(list(folder.glob("outcomes-*"))) if folder.exists() else 0
        on = chance.choice(["procs:2", "threads:2"])
        run = start(folder, on)
        try:
            wait_for_blocks(folder, before + chance.randrange(1, 62 // kills), run)
            time.sleep(chance.random() * 0.05)
        finally:
            run.kill()
            run.communicate()
        there = contents(folder)
        # What is there is right, for a kill leaves a block whole or not at all.
        assert there.items() <= whole.items()
    run = start(folder, "procs:2")
    _, said = run.communicate(timeout=300)
    assert run.returncode == 0, said.decode()
    assert contents(folder) == whole
    assert not list(folder.glob(".part-*"))


def test_three_kills(tmp_path: Path, whole: dict[str, bytes]) -> None:
    kill_and_go_on(tmp_path / "run", 3, whole, seed=1927)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_twenty_kills(tmp_path: Path, whole: dict[str, bytes], seed: int) -> None:
    kill_and_go_on(tmp_path / "run", 5, whole, seed)


@pytest.mark.parametrize("on", ["threads:2", "procs:2", "sequential"])
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_within_a_second_and_says_how_to_go_on(
    how: signal.Signals, on: str, tmp_path: Path, whole: dict[str, bytes]
) -> None:
    run = start(tmp_path / "run", on)
    wait_for_blocks(tmp_path / "run", 2, run)
    asked = time.monotonic()
    os.kill(run.pid, how)
    _, said = run.communicate(timeout=120)
    assert time.monotonic() - asked < SOON
    assert run.returncode == 130, said.decode()
    assert "of 62 blocks are kept" in unbroken(said.decode())
    assert "the same command goes on" in unbroken(said.decode())
    assert contents(tmp_path / "run").items() <= whole.items()
    assert not list((tmp_path / "run").glob(".part-*"))


def test_ctrl_c_in_a_very_long_run_ends_as_soon(tmp_path: Path) -> None:
    """A quarter of a million blocks are still to come: nobody may ask the disk for each."""
    out = tmp_path / "run"
    run = begin(*COMMAND[:-1], "--worlds", "1000000000", "--out", str(out))
    try:
        wait_for_blocks(out, 2, run)
        asked = time.monotonic()
        os.kill(run.pid, signal.SIGINT)
        _, said = run.communicate(timeout=120)
        assert time.monotonic() - asked < SOON
    finally:
        run.kill()
    assert run.returncode == 130, said.decode()
    assert "of 244,141 blocks are kept" in unbroken(said.decode())


def test_a_thread_that_hears_nothing_is_not_waited_for() -> None:
    """Who compiles the kernel cannot be stopped; what is left to do comes after a look."""
    begun, go_on, gave_up = threading.Event(), threading.Event(), threading.Event()

    def task(number: int, stopped: Callable[[], bool]) -> int:
        if number == 0:
            return 0
        begun.set()
        go_on.wait(120)
        if stopped():
            gave_up.set()
        return number

    results = Threads(2).map(task, [0, 1])
    try:
        assert next(results) == 0
        assert begun.wait(120)
        asked = time.monotonic()
        results.close()
        assert time.monotonic() - asked < SOON
    finally:
        go_on.set()
    assert gave_up.wait(120)


@pytest.mark.parametrize("on", ["threads:2", "procs:2", "sequential"])
def test_ctrl_c_without_a_folder_keeps_nothing(on: str) -> None:
    run = begin(*COMMAND[:-1], "--worlds", "100000000", "--on", on)
    try:
        time.sleep(4)
        asked = time.monotonic()
        os.kill(run.pid, signal.SIGINT)
        _, said = run.communicate(timeout=120)
        assert time.monotonic() - asked < SOON
    finally:
        run.kill()
    assert run.returncode == 130, said.decode()
    assert "nothing was kept" in said.decode()
