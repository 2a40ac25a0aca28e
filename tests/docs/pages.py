"""Pages of the documentation as tests see them: fenced blocks, links, anchors.

A fence says in its info string what a test does with it; readers see only its first word.

```sh              every line is a `malaparte` command and is run
```sh fails        the command ends with exit code 3; `fails-6` with another
```sh untested     a command for another place: a cluster, a shell with make
```python          is run, with what the blocks above it on the page have left
```text printed    exactly what the block above printed; `make golden` writes it anew
```text printed: OUTCOMES | LOSSES     only these sections of it
```text excerpt    parts of what the block above printed; [...] stands for what is left out
```text example    not compared: it holds a date or a path
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
"""Pages whose blocks are run."""

LINKED = [*PAGES, ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md"]
LINKED += sorted((ROOT / "src").rglob("README.md"))
"""Pages whose links are followed."""

_FENCE = re.compile(r"^```(\w*)[ ]?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


@dataclass(frozen=True)
class Block:
    """A fenced block: language, what the info string says, text, and where the text stands."""

    lang: str
    info: str
    text: str
    start: int
    end: int


def blocks(page: str) -> list[Block]:
    return [Block(m[1], m[2].strip(), m[3], m.start(3), m.end(3)) for m in _FENCE.finditer(page)]


def links(page: str) -> list[str]:
    """Return the targets of links and pictures inside the repository."""
    found = _LINK.findall(_FENCE.sub("", page))
    return [target for target in found if not re.match(r"[a-z]+:", target)]


def anchors(page: str) -> set[str]:
    """Return what GitHub makes of the headings."""
    heads = re.findall(r"^#+ (.*)$", _FENCE.sub("", page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


def sections(text: str, names: list[str]) -> str:
    """Return the sections of a printed report with these headings, in that order."""
    parts = re.split(r"\n(?=[^\n]+\n─)", text)
    found = {part.splitlines()[0]: part.strip("\n") for part in parts}
    return "\n\n".join(found[name] for name in names) + "\n"


def is_excerpt(told: str, printed: str) -> bool:
    """Tell whether all that is between the [...] stands in a text, in that order."""
    place = 0
    for part in re.split(r"^\[\.\.\.\]$", told, flags=re.MULTILINE):
        found = printed.find(part.strip("\n"), place)
        if found < 0:
            return False
        place = found + len(part.strip("\n"))
    return True
