"""Changes of values: options of decisions, and values set by hand."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, get_args, get_origin

from malaparte.errors import Problem, ScenarioError
from malaparte.quantity.quantity import Quantity
from malaparte.said import counted, said
from malaparte.scenario.merge import is_list, is_mapping, mapping_at
from malaparte.scenario.near import NOTHING, brief, near, near_path, one_of
from malaparte.scenario.read import Document, library
from malaparte.scenario.renamed import renamed
from malaparte.scenario.walk import ABSENT, Node, bare, is_model, nodes, removable, taken_away

BY_HAND, BY_OPTION, BY_AGAINST = "--set", "--do", "--against"
"""The files that are named for a value set, and for options taken on either side, by hand."""
_REMOVES_NOTHING = said("a plain value (a change removes nothing)")
NO_VALUE = said("no such value"), said("the path of a value")
"""What is found and expected where a path leads to nothing."""
_WORDS = ("malaparte", "id", "extends", "abstract", "title", "reading", "summary")
_FIXED = (*_WORDS, "sources", "decisions")


def patched(
    document: Document,
    do: Mapping[str, str] | None = None,
    set: Mapping[str, object] | None = None,  # noqa: A002 - the word of the language and the page
    nodes: Mapping[str, Node] | None = None,
) -> Document:
    """Return a document with options of decisions chosen and values set.

    Parameters
    ----------
    document : Document
        Left as it is.
    do : mapping of str to str
        Decision -> option.
    set : mapping of str to object
        Dotted path, ``*`` for any one key, -> value.  A bare number for a quantity becomes an
        assumed point in the unit of the field; values set by hand come after the options.
    nodes : mapping, optional
        What `settable` says of the document, if it is known already.

    Raises
    ------
    ScenarioError
        If a decision, an option or a path is unknown, or if a value has the wrong form.  Whether
        the value makes sense, `malaparte.scenario.check.faults` says.
    """
    patch = Patch(document, nodes)
    problems: list[Problem] = []
    by: dict[str, str] = {}
    for decision, option in sorted((do or {}).items()):
        given, wrong = _option(document, decision, option)
        problems += wrong
        for pattern, value in given.items():
            at = f"decisions.{decision}.options.{option}.set.{pattern}"
            for path in patch.change(pattern, value, document.where(at), option):
                if by.setdefault(path, decision) != decision:
                    found = said("`{path}` also set by the decision `{by}`", path=path, by=by[path])
                    expected = said("decisions that do not touch the same value")
                    problems.append(document.problem(at, found, expected))
    for pattern, value in (set or {}).items():
        patch.change(pattern, value, (BY_HAND, 0))
    if problems or patch.problems:
        raise ScenarioError(together([*problems, *patch.problems], set or {}))
    return patch.result


def _note(option: str) -> dict[str, str]:
    if not option:
        return {"en": "set by hand", "ru": "задано вручную"}
    return {"en": f"set by the option {option}", "ru": f"задано вариантом {option}"}


@contextmanager
def named(option: str) -> Generator[None]:
    """Tell mistakes in decisions as those of another option of the command line than `--do`."""
    try:
        yield
    except ScenarioError as error:
        raise ScenarioError(
            [replace(one, file=option) if one.file == BY_OPTION else one for one in error.problems]
        ) from None


def together(problems: Iterable[Problem], patterns: Iterable[str]) -> list[Problem]:
    """Tell once what one change with a wildcard has put wrong in many places."""
    forms = {pattern: _form(pattern) for pattern in patterns}
    alike: dict[tuple[str, int, str, str, str], list[Problem]] = {}
    for one in problems:
        change = ""  # one of an option has a line of its own
        if one.file == BY_HAND:
            change = next((name for name, form in forms.items() if form.match(one.path)), one.path)
        alike.setdefault((change, one.line, one.file, one.found, one.expected), []).append(one)
    return [
        same[0] if len(same) == 1 else replace(same[0], path=_places(change, same))
        for (change, *_), same in alike.items()
    ]


def _places(change: str, same: Sequence[Problem]) -> str:
    if change:
        return counted("{path} ({n} value)", "{path} ({n} values)", path=change, n=len(same))
    return said("{names} and {more} more", names=same[0].path, more=len(same) - 1)


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(re.escape(pattern).replace(r"\*", r"[^.]+") + r"(?=\.|$)")


def _option(
    document: Document, decision: str, option: str
) -> tuple[Mapping[str, object], list[Problem]]:
    decisions = mapping_at(document.data, "decisions")
    if decision not in decisions:
        found = said("no decision `{name}`", name=decision)
        return {}, [Problem(BY_OPTION, 0, decision, found, *_one_of(decision, decisions))]
    path = f"decisions.{decision}.options"
    options = mapping_at(document.data, path)
    if option not in options:
        found = said("no option `{name}`", name=option)
        return {}, [Problem(BY_OPTION, 0, decision, found, *_one_of(option, options))]
    return mapping_at(options, f"{option}.set"), []


def _one_of(word: str, words: Mapping[str, object]) -> tuple[str, str]:
    """Return what was expected, and which of it was meant, if that can be told."""
    hint = near(word, words)
    none = said("none: there is nothing to choose from")
    expected = one_of(", ".join(words)) if words else none
    return expected, hint if hint.startswith("did") else ""


def settable(document: Document) -> dict[str, Node]:
    """Return every value that may be set, by path."""
    walk = nodes(document.data, absent=True)
    return {node.path: node for node in walk if not node.key and _settable(node)}


class Patch:
    """Changes collected on a copy of a document.

    result: the changed document.  problems: what did not fit.
    """

    def __init__(self, document: Document, nodes: Mapping[str, Node] | None = None) -> None:
        """Start without changes; ``nodes``: what `settable` says, if it is known already."""
        self.nodes = settable(document) if nodes is None else nodes
        self.problems: list[Problem] = []
        self.result = replace(
            document,
            data=copy.deepcopy(document.data),
            lines=dict(document.lines),
            changed=True,
        )

    def change(
        self, pattern: str, value: object, where: tuple[str, int], option: str = ""
    ) -> list[str]:
        """Set every path that a pattern matches, by option or by hand, and return these paths."""
        try:
            value = json.loads(json.dumps(value))  # tuples become lists, as in a file
        except (TypeError, ValueError):
            self._problem(
                where, pattern, brief(value), said("plain data: number, text, list, mapping")
            )
            return []
        form = _form(pattern)
        found = [path for path in self.nodes if form.fullmatch(path)]
        part = pattern.partition(".")[0] not in _FIXED and _there(self.result.data, pattern)
        if not found and value is None and part:
            self._problem(where, pattern, NOTHING, _REMOVES_NOTHING, self._away(pattern))
        elif not found:
            hint = self._near(pattern, option)
            self._problem(where, pattern, *NO_VALUE, hint)
        for path in found:
            node = self.nodes[path]
            if node.kind is Quantity:
                new = self._quantity(node, value, where, _note(option))
            else:
                new = self._plain(node, value, where)
            _put(self.result.data, path, new)
            for line in [line for line in self.result.lines if line.startswith(f"{path}.")]:
                del self.result.lines[line]
            self.result.lines[path] = where
        return found

    def _quantity(self, node: Node, value: object, where: tuple[str, int], note: object) -> object:
        old: Mapping[str, Any] = node.value if is_mapping(node.value) else {}
        unit = node.measure.unit if node.measure else old.get("unit")
        if is_mapping(value):
            if "same" in value:
                return dict(value)
            return {"unit": unit, "basis": "assumed", "note": note, **value}
        if isinstance(value, int | float) and not isinstance(value, bool):
            return {"point": value, "unit": unit, "basis": "assumed", "note": note}
        expected = said("a number ({unit}), or a mapping with a spread", unit=unit)
        self._problem(where, node.path, brief(value), expected)
        return node.value

    def _plain(self, node: Node, value: object, where: tuple[str, int]) -> object:
        if value is None or is_mapping(value):
            hint = "" if is_mapping(value) else self._away(node.path)
            self._problem(where, node.path, brief(value), _REMOVES_NOTHING, hint)
        return value

    def _away(self, path: str) -> str:
        """Return how a file of one's own takes away what a change cannot."""
        part, name = removable(path), str(self.result.data.get("id"))
        base = name if name in library() else self.result.file
        if part != path:
            return ""
        lines = {"base": base, "lines": taken_away(path)}
        return said("a file of your own with `extends: {base}` and `{lines}`", **lines)

    def _near(self, pattern: str, option: str) -> str:
        root = pattern.partition(".")[0]
        if root in _FIXED:
            return said("`{root}` says what the scenario is; only its values can be set", root=root)
        hint = renamed(pattern) or near_path(pattern, self.nodes)
        if root in self.result.transplants and (option or not hint.startswith("did")):
            lent = f"`--with {root}={self.result.transplants[root][0]}`"
            part = self._missing(pattern)
            return said("{lent} leaves no `{part}`; leave out one of the two", lent=lent, part=part)
        return hint

    def _missing(self, pattern: str) -> str:
        """Return the first part of a path that is not there."""
        keys = pattern.split(".")
        tops = (".".join(keys[:depth]) for depth in range(1, len(keys)))
        form = ((top, _form(top)) for top in tops)
        return next((top for top, one in form if not any(map(one.match, self.nodes))), pattern)

    def _problem(
        self, where: tuple[str, int], path: str, found: str, expected: str, hint: str = ""
    ) -> None:
        self.problems.append(Problem(*where, path, found, expected, hint))


def _settable(node: Node) -> bool:
    if node.path.partition(".")[0] in _FIXED:
        return False
    if node.kind is Quantity:  # one that is left out has no column in any world
        return node.value is not ABSENT and node.value is not None
    if get_origin(node.kind) is tuple:
        return not any(is_model(bare(item)[0]) for item in get_args(node.kind))
    return not is_model(node.kind) and get_origin(node.kind) is not dict


def _there(data: object, path: str) -> bool:
    here = data
    for key in path.split("."):
        if not is_mapping(here) or key not in here:
            return False
        here = here[key]
    return True


def _put(data: dict[str, Any], path: str, value: object) -> None:
    *above, last = path.split(".")
    here: Any = data
    for key in above:
        here = here[int(key)] if is_list(here) else here[key]
    here[int(last) if is_list(here) else last] = value
