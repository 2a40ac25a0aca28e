"""From the name of a scenario to one document, its chain of `extends` resolved."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from malaparte.errors import Problem, ScenarioError
from malaparte.said import said
from malaparte.scenario.merge import deleted, idle, lost, merge
from malaparte.scenario.near import brief, near
from malaparte.scenario.tree import Tree, read_tree
from malaparte.scenario.unused import forget
from malaparte.scenario.walk import removable, taken_away

# What a scenario says of itself only, never of those that extend it.
_OWN = ("id", "extends", "abstract")


@dataclass(frozen=True)
class Document:
    """A scenario as plain data, not yet checked.

    data: the merged data.  lines: dotted path -> (file, line) of the value that won.
    file: name of the file that was asked for.  chain: names of all files, that one first.
    changed: True when options or values were set after reading.
    transplants: group -> (id, digest) of the scenario that it was taken from.
    """

    data: dict[str, Any]
    lines: dict[str, tuple[str, int]]
    file: str
    chain: tuple[str, ...]
    changed: bool = False
    transplants: Mapping[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])

    def where(self, path: str) -> tuple[str, int]:
        """Return file and line of a path, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path.rpartition(".")[0]
        return self.lines.get(path, (self.file, 0))

    def problem(self, path: str, found: str, expected: str, hint: str = "") -> Problem:
        """Return a problem at a path."""
        return Problem(*self.where(path), path, found, expected, hint)


def read(ref: str | Path) -> Document:
    """Read a scenario and everything that it extends.

    Parameters
    ----------
    ref : str or Path
        Id of a library scenario (``moscow-1927-article``) or path of a file (``./my.yaml``).
        A string of only lower case letters, digits, hyphens and underscores is an id.

    Raises
    ------
    ScenarioError
        If a file cannot be read, or if `extends` leads nowhere or in a circle.
    """
    trees: list[Tree] = []
    chain: list[str] = []
    seen: list[Path] = []
    path, name = _locate(ref, None, (str(ref), 0, ""))
    while True:
        tree = read_tree(path, name)
        trees.append(tree)
        chain.append(name)
        seen.append(path.resolve())
        if "extends" not in tree.data:
            break
        at = (*tree.lines["extends"], "extends")
        base = tree.data["extends"]
        if not isinstance(base, str):
            expected = said("the id of a scenario, or a path")
            raise ScenarioError([Problem(*at, brief(base), expected)])
        path, name = _locate(base, (path, name), at)
        if path.resolve() in seen:
            circle = " > ".join([*chain, name])
            found = said("a circle: {chain}", chain=circle)
            raise ScenarioError([Problem(*at, found, said("a chain that ends"))])
    merged = trees.pop()
    problems: list[Problem] = []
    gone: dict[str, tuple[str, int]] = {}
    while trees:
        over = trees.pop()
        base_of = Tree({k: v for k, v in merged.data.items() if k not in _OWN}, merged.lines)
        for path in lost(base_of, over):
            found = said("null for a key that is not there")
            expected = said("null only deletes what `extends` brings")
            problems.append(Problem(*over.lines[path], path, found, expected))
        for path in idle(base_of, over):
            found = said("an empty mapping, which changes nothing")
            expected = said("the keys to change")
            problems.append(Problem(*over.lines[path], path, found, expected, _away(path)))
        gone = {path: over.lines[path] for path in deleted(over)} | gone
        merged = merge(base_of, over)
    if merged.data.get("abstract") is not True:
        for path, where in gone.items():
            # What a later file writes again is not gone, and what went with its whole is no matter.
            above = path.rpartition(".")[0]
            if path not in merged.lines and above in merged.lines and removable(path) != path:
                found = said("null for what cannot be missing")
                expected = said("a part that may be left out")
                problems.append(Problem(*where, path, found, expected, _away(path)))
    if problems:
        raise ScenarioError(problems)
    if "malaparte" not in merged.data:
        # Whatever else it is: a list of all that it lacks would help nobody.
        found = said("no key `{key}`", key="malaparte")
        expected = said("a scenario; its first line is `malaparte: 1`")
        raise ScenarioError([Problem(chain[0], 0, "", found, expected)])
    if len(chain) > 1 and ref not in library() and merged.data.get("abstract") is not True:
        forget(merged, chain[0])
    return Document(merged.data, merged.lines, chain[0], tuple(chain))


def _away(path: str) -> str:
    """Return how to take away what stands at a path, or the part that it belongs to."""
    key, part = path.rpartition(".")[2], removable(path)
    if part == path:
        return said("`{key}: null` to take away what is there", key=key)
    if not part:
        return said("leave `{key}` out to keep it as it is; it cannot be taken away", key=key)
    return said(
        "leave `{key}` out to keep it, or take away all around it: `{lines}`",
        key=key,
        lines=taken_away(part),
    )


def digest(document: Document) -> str:
    """Return the SHA-256 of the merged data, the same whatever the order of the keys."""
    return digest_of(document.data)


def digest_of(data: dict[str, Any]) -> str:
    """Return the SHA-256 of merged data."""
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def library() -> list[str]:
    """Return the ids of all library scenarios, abstract ones too, sorted."""
    root = _library()
    if not root.is_dir():
        return []
    return sorted(folder.name for folder in root.iterdir() if (folder / "scenario.yaml").is_file())


def _library() -> Path:
    return Path(str(files("malaparte"))) / "library"


def _abstract(name: str) -> bool:
    """Tell whether a library scenario is only a base for others."""
    return read_tree(_library() / name / "scenario.yaml", name).data.get("abstract") is True


def _locate(
    ref: str | Path, beside: tuple[Path, str] | None, at: tuple[str, int, str]
) -> tuple[Path, str]:
    """Return a file and what messages call it; ``beside``: the file that extends it."""
    if isinstance(ref, str) and re.fullmatch(r"[a-z0-9_-]+", ref):
        if ref not in library():
            found = said("no scenario `{name}` in the library", name=ref)
            known = [name for name in library() if beside or not _abstract(name)]
            hint = near(ref, known) or said("a path, like {path}", path="./scenario.yaml")
            expected = said("the id of a library scenario, or a path")
            raise ScenarioError([Problem(*at, found, expected, hint)])
        return _library() / ref / "scenario.yaml", f"library/{ref}/scenario.yaml"
    if beside is None:
        return Path(ref), str(ref)
    path, name = beside[0].parent / ref, os.path.normpath(Path(beside[1]).parent / ref)
    if not path.exists():
        expected = said("the id of a library scenario, or a path from this file on")
        raise ScenarioError([Problem(*at, said("no such file as {name}", name=name), expected)])
    return path, name
