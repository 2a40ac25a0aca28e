"""Mistakes as the page tells them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from starlette.requests import Request

from malaparte.errors import KernelError, MalaparteError, Problem, ScenarioError
from malaparte.report.telling import tell
from malaparte.report.words import LANGUAGES
from malaparte.web.asked import Trouble


def spoken(request: Request) -> str:
    """Return the language of a request, as its header `Accept-Language` says; English if none.

    The first of the header's languages that we speak is taken; browsers name the best one first.
    """
    return first_spoken(request.headers.get("accept-language", ""))


def first_spoken(header: str) -> str:
    """Return the first language of a header `Accept-Language` that we speak, else English."""
    asked = (one.strip()[:2].lower() for one in header.split(","))
    return next((lang for lang in asked if lang in LANGUAGES), "en")


def trouble(error: MalaparteError, lang: str) -> Trouble:
    """Return one sentence, and the problems of a scenario if there are any."""
    if isinstance(error, ScenarioError):
        problems = told(error.problems, lang)
        return Trouble(message=tell(error.head, lang), problems=problems)
    return Trouble(message=tell(error.words, lang), code=getattr(error, "code", ""))


def told(problems: Sequence[Problem], lang: str) -> list[dict[str, Any]]:
    """Return problems as plain data, their words in a language."""
    return [
        {
            **one.as_dict(),
            "path": tell(one.path, lang),
            "found": tell(one.found, lang),
            "expected": tell(one.expected, lang),
            "hint": tell(one.hint, lang),
        }
        for one in problems
    ]


def status(error: MalaparteError) -> int:
    """Return the status of a refusal: the request is at fault, unless a world broke."""
    if isinstance(error, ScenarioError):
        return 422
    return 500 if isinstance(error, KernelError) else 400
