"""A YAML file as plain data, with the line of every value."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ruamel.yaml
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from malaparte import cache
from malaparte.errors import Problem, ScenarioError
from malaparte.said import said
from malaparte.scenario.near import brief
from malaparte.scenario.parser_words import parser_words

MOST_BYTES = 4_000_000
"""Largest file that is read; a scenario has some tens of kilobytes."""
MOST_VALUES = 100_000
"""Most values, aliases expanded: ten lines of aliases can mean a thousand million."""
MOST_DEPTH = 40
"""Deepest nesting; an alias of itself would never end."""
MOST_QUICK = 8_000
"""Longest text that is read faster than it is found in the cache."""
MOST_KEPT = 32
"""Most texts in the cache; older ones are forgotten."""

_FORMAT = 1
"""To be raised when this file makes another tree of the same text."""
_TAG = "tag:yaml.org,2002:"
_FILE = said("a file of YAML")


@dataclass(frozen=True)
class Tree:
    """Plain data (mappings, lists, scalars) and where each value stands.

    lines: dotted path -> (file, line); the root has the path ''.
    """

    data: dict[str, Any]
    lines: dict[str, tuple[str, int]]


def join(path: str, key: object) -> str:
    """Return the dotted path of a child."""
    return f"{path}.{key}" if path else str(key)


def read_tree(path: Path, name: str) -> Tree:
    """Read a file of YAML 1.2 that is one mapping.

    Parameters
    ----------
    path : Path
        The file.
    name : str
        What messages call it.

    Raises
    ------
    ScenarioError
        If there is no such file, or if it is not a plain YAML mapping.
    """
    try:
        if path.is_dir():
            raise _refusal(name, 0, said("a folder"), _FILE)
        if not path.is_file():
            found = said("no plain file") if path.exists() else said("no such file")
            raise _refusal(name, 0, found, _FILE)
        if path.stat().st_size > MOST_BYTES:
            expected = said("at most {n:,} bytes", n=MOST_BYTES)
            raise _refusal(name, 0, said("a file too large"), expected)
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = said("byte {n} is not UTF-8", n=error.start)
        raise _refusal(name, 0, found, said("UTF-8 text")) from None
    except (OSError, ValueError) as error:
        found = said("cannot be read ({why})", why=str(error))
        raise _refusal(name, 0, found, _FILE) from None
    return _remembered(text, name) if len(text) > MOST_QUICK else parse(text, name)


def _remembered(text: str, name: str) -> Tree:
    """Return the tree of a text, from the cache if this text was read before.

    Reading Moscow takes most of a second, which is longer than simulating it a thousand times.
    """
    key = hashlib.sha256(f"{ruamel.yaml.__version__}\n{_FORMAT}\n{text}".encode()).hexdigest()
    path = cache.folder("scenarios") / f"{key[:32]}.json"
    try:
        data, lines = json.loads(path.read_bytes())
    except (OSError, ValueError):
        tree = parse(text, name)
        numbers = {path: line for path, (_, line) in tree.lines.items()}
        cache.keep(path, json.dumps([tree.data, numbers]).encode(), MOST_KEPT)
        return tree
    return Tree(data, {path: (name, line) for path, line in lines.items()})


def parse(text: str, name: str) -> Tree:
    """Return the tree of a text of YAML; see `read_tree`."""
    root = _compose(text, name)
    if root is None:
        raise _refusal(name, 0, said("an empty file"), said("a mapping of keys"))
    if root.id != "mapping":
        expected = said("a mapping of keys (`key: value`)")
        raise _refusal(name, 1, said("no mapping at the root"), expected)
    builder = _Builder(name)
    data = builder.value(root, "", root.start_mark.line + 1, 0)
    if builder.problems:
        raise ScenarioError(builder.problems)
    return Tree(data, builder.lines)


def parse_value(text: str) -> object:
    """Return the plain value that a piece of YAML means, as in ``--set path=VALUE``."""
    root = _compose(text, "--set")
    if root is None:
        return None
    builder = _Builder("--set")
    value = builder.value(root, "", 0, 0)
    if builder.problems:
        raise ScenarioError(builder.problems)
    return value


def written(value: object) -> str:
    """Return a value as a file, or ``--set``, takes it: what `parse_value` reads."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def _compose(text: str, name: str) -> Any:
    """Return the root of the nodes, or None if there is nothing."""
    control = _CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        found = said("no text: it has control characters, as pictures and programs do")
        raise _refusal(name, line, found, said("UTF-8 text"))
    directive = re.search(r"^%.*", text, re.MULTILINE)
    if directive:
        line = text.count("\n", 0, directive.start()) + 1
        found = said("the directive {directive}", directive=directive[0])
        raise _refusal(name, line, found, said("YAML 1.2 without directives"))
    try:
        # One reader a file: it keeps state.  Pure, because only then nodes have marks.
        return YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        marks: list[Any] = [error.problem_mark, error.context_mark]
        line: int = next((mark.line + 1 for mark in marks if mark), 0)
        why = parser_words(f"{error.problem or error.context}")
        raise _refusal(name, line, said("not YAML: {why}", why=why), "YAML") from None
    except (YAMLError, ValueError) as error:
        why = " ".join(str(error).split())[:160]
        raise _refusal(name, 0, said("not YAML: {why}", why=why), "YAML") from None
    except RecursionError:
        raise _refusal(name, 0, said("nesting too deep"), _levels()) from None


def _levels() -> str:
    return said("at most {n} levels", n=MOST_DEPTH)


def _refusal(file: str, line: int, found: str, expected: str) -> ScenarioError:
    return ScenarioError([Problem(file, line, "", found, expected)])


class _Builder:
    """Turns nodes into data in one pass, because a second parse would double the time.

    Nodes of ruamel.yaml have no types of their own; what is used here is ``id`` (mapping,
    sequence, scalar), ``tag``, ``value`` and ``start_mark``.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.seen = 0
        self.lines: dict[str, tuple[str, int]] = {}
        self.problems: list[Problem] = []

    def value(self, node: Any, path: str, line: int, depth: int) -> Any:
        self.seen += 1
        if self.seen > MOST_VALUES:
            found = said("too many values; aliases multiply them")
            raise _refusal(self.file, line, found, said("at most {n:,} values", n=MOST_VALUES))
        if depth > MOST_DEPTH:
            found = said("nesting too deep, or an alias inside itself")
            raise _refusal(self.file, line, found, _levels())
        self.lines[path] = (self.file, line)
        if node.id == "mapping" and node.tag == _TAG + "map":
            return self._mapping(node, path, depth)
        if node.id == "sequence" and node.tag == _TAG + "seq":
            return [
                self.value(item, join(path, index), item.start_mark.line + 1, depth + 1)
                for index, item in enumerate(node.value)
            ]
        if node.id == "scalar":
            return self._scalar(node, path, line)
        found = said("the tag {tag}", tag=node.tag)
        return self._problem(path, line, found, said("a value without a tag"))

    def _mapping(self, node: Any, path: str, depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        first: dict[str, int] = {}
        for key_node, value_node in node.value:
            line: int = key_node.start_mark.line + 1
            key = key_node.value
            if key_node.tag == _TAG + "merge":
                found = said("the merge key <<")
                self._problem(path, line, found, said("every key written out"), "`extends`")
            elif not isinstance(key, str) or key_node.tag != _TAG + "str":
                found = said("the key {key}", key=brief(key))
                self._problem(path, line, found, said("a key that is text"), said("quotes"))
            elif key in data:
                twice = {"key": key, "line": first[key]}
                found = said("the key `{key}` twice (first in line {line})", **twice)
                self._problem(join(path, key), line, found, said("each key once"))
            else:
                first[key] = line
                data[key] = self.value(value_node, join(path, key), line, depth + 1)
        return data

    def _scalar(self, node: Any, path: str, line: int) -> object:
        text = str(node.value)
        number = text.replace("_", "").lower()
        kind = str(node.tag).removeprefix(_TAG)
        try:
            if kind in ("str", "timestamp"):  # a date stays text until a field asks for a date
                return text
            if kind == "int":
                return int(number, 0 if number.lstrip("+-")[:2] in ("0x", "0o") else 10)
            if kind == "float":
                return float(re.sub(r"\.(inf|nan)$", r"\1", number))
            if kind == "bool" and text.lower() in ("true", "false"):
                return text.lower() == "true"
            if kind == "null" and text.lower() in ("", "~", "null"):
                return None
        except ValueError:
            return self._problem(path, line, brief(text), said("a number"))
        found = said("the tag {tag} on {value}", tag=node.tag, value=brief(text))
        return self._problem(path, line, found, said("no tag"))

    def _problem(self, path: str, line: int, found: str, expected: str, hint: str = "") -> None:
        self.problems.append(Problem(self.file, line, path, found, expected, hint))
