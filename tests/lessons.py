"""The lesson of the article, written once for all tests: few worlds, every combination."""

from functools import cache

from malaparte.web.lesson import lesson_html, lesson_plan

DOTS = 10


@cache
def article() -> str:
    plan = lesson_plan("moscow-1927-article")
    return lesson_html(plan, worlds=32, each=DOTS, seed=1, progress=lambda _: None)
