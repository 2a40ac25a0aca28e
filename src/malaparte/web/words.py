"""The messages that a script can say: a third of those of the laboratory, so that it loads fast."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from pathlib import Path

STATIC = Path(str(resources.files("malaparte"))) / "web" / "static"
"""The built page."""
PAGE, LESSON = "page.js", "lesson/lesson.js"

_NAME = re.compile(r"[\"'`]([a-z][a-z0-9]*(?:-[a-z0-9]+)*-?)(?=[\"'`]|\$\{)")
_REFERENCE = re.compile(r"\{ ([a-z][a-z0-9-]*) \}")


@cache
def messages(lang: str, script: str) -> str:
    """Return the messages of a language that a built script names, as Fluent.

    A script names a message as a text, or by the beginning of one (`label-${...}`);
    what messages name in turn comes with them.
    """
    folder = resources.files("malaparte.report").joinpath("messages")
    names = f"{lang}.ftl", f"{lang}.page.ftl"
    text = "\n".join(folder.joinpath(name).read_text("utf-8") for name in names)
    entries = re.split(r"\n(?=[a-z#])", f"\n{text}")
    known = {one.partition(" =")[0]: one.rstrip() for one in entries if re.match("[a-z]", one)}
    named = set(_NAME.findall((STATIC / script).read_text()))
    begins = tuple(name for name in named if name.endswith("-"))
    said = {name for name in known if name in named or name.startswith(begins)}
    waiting = list(said)
    while waiting:
        more = set(_REFERENCE.findall(known[waiting.pop()])) & set(known) - said
        said |= more
        waiting += more
    return "\n".join(one for name, one in known.items() if name in said) + "\n"
