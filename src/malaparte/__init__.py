"""A laboratory for counterfactual history of seizures of power.

Public names are imported when they are first used, because some of them bring Numba along.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from malaparte.analysis.compare import Comparison
    from malaparte.analysis.given import Given
    from malaparte.api import Laboratory, compare, given, load, reopen, run
    from malaparte.ensemble.ensemble import Ensemble
    from malaparte.ensemble.kept import Kept
    from malaparte.errors import (
        KernelError,
        MalaparteError,
        Problem,
        RecordError,
        ScenarioError,
        StoreError,
        UsageError,
    )
    from malaparte.results.share import Share, say_share
    from malaparte.results.summary import Summary
    from malaparte.scenario.document import Scenario
    from malaparte.scenario.read import library
    from malaparte.world.build import World

__version__ = "0.1.0"

_HOMES = {
    "analysis.compare": ("Comparison",),
    "analysis.given": ("Given",),
    "api": ("Laboratory", "compare", "given", "load", "reopen", "run"),
    "ensemble.ensemble": ("Ensemble",),
    "ensemble.kept": ("Kept",),
    "errors": (
        "KernelError",
        "MalaparteError",
        "Problem",
        "RecordError",
        "ScenarioError",
        "StoreError",
        "UsageError",
    ),
    "results.share": ("Share", "say_share"),
    "results.summary": ("Summary",),
    "scenario.document": ("Scenario",),
    "scenario.read": ("library",),
    "world.build": ("World",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Comparison",
    "Ensemble",
    "Given",
    "Kept",
    "KernelError",
    "Laboratory",
    "MalaparteError",
    "Problem",
    "RecordError",
    "Scenario",
    "ScenarioError",
    "Share",
    "StoreError",
    "Summary",
    "UsageError",
    "World",
    "__version__",
    "compare",
    "given",
    "library",
    "load",
    "reopen",
    "run",
    "say_share",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'malaparte' has no attribute {name!r}")
    value = getattr(import_module(f"malaparte.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*__all__, *(name for name in globals() if name.startswith("__"))})
