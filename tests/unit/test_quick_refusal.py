"""What is wrong with a call is told at once: nothing is compiled for it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

MOSCOW = "moscow-1927-article"


@pytest.mark.parametrize(
    "words",
    [
        "run nofile.yaml",
        f"run {MOSCOW} --worlds 0",
        f"run {MOSCOW} --seed -1",
        f"run {MOSCOW} --on nowhere",
        f"run {MOSCOW} --do leaders=home",
        f"run {MOSCOW} --worlds 0 --out kept",
        "chain nofile.yaml",
        f"compare {MOSCOW} --do leaders=homes --worlds 0",
        f"compare {MOSCOW} --all --worlds 0",
        f"explain {MOSCOW} --worlds 0",
        "given nofile.yaml",
        f"given {MOSCOW} --worlds 0",
        f"chronicle {MOSCOW} --world -1",
        "map nofile.yaml",
        "plot nofile.yaml outcomes",
        f"plot {MOSCOW} nothing",
        "report nofile.yaml -o x.html",
    ],
)
def test_a_wrong_call_is_refused_before_anything_is_compiled(words: str, tmp_path: Path) -> None:
    where = {"MALAPARTE_CACHE": str(tmp_path / "cache"), "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-m", "malaparte", *words.split()],
        cwd=tmp_path,
        env={**os.environ, **where},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode in (2, 3), done.stderr
    assert "Compiling" not in done.stderr
