"""The published numbers, and how near a simulation must come."""

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from ruamel.yaml import YAML

HERE = Path(__file__).parent


@cache
def results() -> dict[str, dict[str, Any]]:
    """Return every entry of known_results.yaml by its id."""
    return YAML(typ="safe").load((HERE / "known_results.yaml").read_text(encoding="utf-8"))


def expected(name: str, what: str = "expected") -> Any:
    """Return the expected numbers of an entry, or another of its keys."""
    return results()[name][what]


def near(values: ArrayLike, mean: float, sigma: float = 4.0, bias: float = 0.0) -> None:
    """Refuse a sample whose mean is too far from a known mean.

    bias: what a finite case may differ from the limit that was published.
    """
    sample = np.asarray(values, dtype=np.float64)
    # A sample that never varies still has the error of the mean that it is held against.
    spread = max(float(sample.std()), float(np.sqrt(abs(mean * (1 - mean)))) if mean < 1 else 0.0)
    error = spread / np.sqrt(sample.size)
    off = abs(float(sample.mean()) - mean)
    assert off <= sigma * error + bias, f"{sample.mean():.6g}, expected {mean:.6g} +- {error:.2g}"
