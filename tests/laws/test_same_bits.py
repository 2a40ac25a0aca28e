"""The same bits whatever computes them: compiled or interpreted, on another processor or C library.

Every other way of computing runs in a process of its own and says the digest of its worlds.
"""

import os
import platform
import subprocess
import sys
from functools import cache
from typing import Any

import numpy as np
import pytest

import malaparte as mp

THREE = "docs/first/three-nodes.yaml"
ARTICLE = "moscow-1927-article"
PROGRAM = """
import sys
import malaparte as mp
print(mp.load(sys.argv[1]).run(worlds=int(sys.argv[2]), on="sequential").digest)
"""


@cache
def here(name: str, worlds: int) -> str:
    """Return the digest that this process computes."""
    return mp.load(name).run(worlds=worlds, on="sequential").digest


def elsewhere(name: str, worlds: int, **settings: str) -> str:
    """Return the digest that a process with these settings computes."""
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM, name, str(worlds)],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


@pytest.mark.parametrize(("name", "worlds"), [(THREE, 64), (ARTICLE, 16)])
def test_interpreted(name: str, worlds: int) -> None:
    assert elsewhere(name, worlds, NUMBA_DISABLE_JIT="1") == here(name, worlds)


x86 = pytest.mark.skipif(platform.machine() != "x86_64", reason="settings of x86-64 processors")


@x86
def test_another_c_library() -> None:
    # glibc without fused multiply-add gives other bits for exp and log; ours must not be asked.
    tunables = "glibc.cpu.hwcaps=-FMA,-FMA4,-AVX2"
    assert elsewhere(ARTICLE, 320, GLIBC_TUNABLES=tunables) == here(ARTICLE, 320)


def vectors() -> str:
    """Return the vector instructions that this NumPy uses on this processor."""
    inside: Any = np._core._multiarray_umath  # type: ignore[attr-defined] - private
    return " ".join(word for word in inside.__cpu_dispatch__ if inside.__cpu_features__[word])


@x86
def test_numpy_without_its_vectors() -> None:
    assert elsewhere(ARTICLE, 320, NPY_DISABLE_CPU_FEATURES=vectors()) == here(ARTICLE, 320)


@pytest.mark.slow
def test_an_older_processor() -> None:
    # Compiled anew, without the instructions that only the processor at hand has.
    old = elsewhere(ARTICLE, 640, NUMBA_CPU_NAME="generic", NUMBA_CPU_FEATURES="")
    assert old == here(ARTICLE, 640)
