"""The messages that a script can say: few of those of the laboratory, so that it loads fast."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from pathlib import Path

STATIC = Path(str(resources.files("malaparte"))) / "web" / "static"
"""The built page."""
PAGE, MORE, LESSON = "page.js", "more.js", "lesson/lesson.js"
"""Scripts: the first view of the page, the others, the lesson."""

_NAME = re.compile(r"[\"'`]([a-z][a-z0-9]*(?:-[a-z0-9]+)*-?)(?=[\"'`]|\$\{)")
_REFERENCE = re.compile(r"\{ ([a-z][a-z0-9-]*) \}")


def messages(lang: str, script: str) -> str:
    """Return the messages of a language that a built script names, as Fluent.

    The script of the first view is loaded before the one of the others, which gets what is left.
    """
    said = _said(lang, script) - (_said(lang, PAGE) if script == MORE else set())
    return "\n".join(one for name, one in _known(lang).items() if name in said) + "\n"


@cache
def _known(lang: str) -> dict[str, str]:
    folder = resources.files("malaparte.report").joinpath("messages")
    names = f"{lang}.ftl", f"{lang}.page.ftl"
    text = "\n".join(folder.joinpath(name).read_text("utf-8") for name in names)
    entries = re.split(r"\n(?=[a-z#])", f"\n{text}")
    return {one.partition(" =")[0]: one.rstrip() for one in entries if re.match("[a-z]", one)}


@cache
def _said(lang: str, script: str) -> set[str]:
    """Return what a script can say.

    It names a message as a text, or by the beginning of one (`label-${...}`); what messages name
    in turn comes with them.
    """
    known = _known(lang)
    named = set(_NAME.findall((STATIC / script).read_text()))
    begins = tuple(name for name in named if name.endswith("-"))
    said = {name for name in known if name in named or name.startswith(begins)}
    waiting = list(said)
    while waiting:
        text = known[waiting.pop()].replace("COUNT(", "{ count }")  # it says that message
        more = set(_REFERENCE.findall(text)) & set(known) - said
        said |= more
        waiting += more
    return said
