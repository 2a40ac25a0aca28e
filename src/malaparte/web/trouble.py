"""Mistakes as the page tells them."""

from __future__ import annotations

from malaparte.errors import KernelError, MalaparteError, ScenarioError
from malaparte.web.asked import Trouble


def trouble(error: MalaparteError) -> Trouble:
    """Return one sentence, and the problems of a scenario if there are any."""
    if isinstance(error, ScenarioError):
        count = len(error.problems)
        words = "1 problem" if count == 1 else f"{count} problems"
        return Trouble(message=words, problems=[one.as_dict() for one in error.problems])
    return Trouble(message=str(error), code=getattr(error, "code", ""))


def status(error: MalaparteError) -> int:
    """Return the status of a refusal: the request is at fault, unless a world broke."""
    if isinstance(error, ScenarioError):
        return 422
    return 500 if isinstance(error, KernelError) else 400
