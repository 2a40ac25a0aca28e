"""What must hold for the decisions of a scenario."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from malaparte.errors import Problem
from malaparte.quantity.spread import KINDS
from malaparte.said import said
from malaparte.scenario.merge import is_list, is_mapping, is_quantity
from malaparte.scenario.near import near
from malaparte.scenario.patch import Patch, settable
from malaparte.scenario.read import Document
from malaparte.scenario.rules import section
from malaparte.scenario.tree import join
from malaparte.scenario.walk import Node, taken_away
from malaparte.scenario.wording import id_of

Faults = Callable[[Document], list[Problem]]


def option_problems(document: Document, faults: Faults) -> Iterator[Problem]:
    """Check defaults, cards and changes of all options.

    Parameters
    ----------
    document : Document
        The scenario.
    faults : function of Document to list of Problem
        Checks a document without its decisions; each option is tried with it.
    """
    nodes = settable(document)
    known = {(problem.path, problem.found) for problem in faults(document)}
    for key, decision in section(document.data, "decisions").items():
        path = f"decisions.{key}"
        options = section(decision, "options")
        default = decision.get("default")
        if isinstance(default, str) and options and default not in options:
            hint = near(default, options)
            at = join(path, "default")
            found = said("no option `{name}`", name=default)
            yield document.problem(at, found, id_of("options"), hint)
        for name, option in options.items():
            at = f"{path}.options.{name}"
            if name == default:
                if option.get("set"):
                    found = said("the default changes values")
                    expected = said("a default that is what the scenario says anyway")
                    yield document.problem(join(at, "set"), found, expected)
                continue
            if option.get("card") is None:
                expected = said("`card`: evidence, what else would differ, theory")
                yield document.problem(at, said("no card"), expected)
            yield from _changes(document, at, option.get("set"), nodes, known, faults)


def _changes(
    document: Document,
    at: str,
    given: object,
    nodes: Mapping[str, Node],
    known: set[tuple[str, str]],
    faults: Faults,
) -> Iterator[Problem]:
    if not is_mapping(given) or not given:
        found = said("an option that changes nothing")
        yield document.problem(at, found, said("a `set` with values"))
        return
    patch = Patch(document, nodes)
    paths: list[str] = []
    for pattern, value in given.items():
        paths += patch.change(pattern, value, document.where(join(join(at, "set"), pattern)))
    if patch.problems:
        decision = ".".join(at.split(".")[:2])
        if document.where(at)[0] == document.file:
            yield from patch.problems
        else:
            # An inherited question about what this scenario has taken away.
            asked = ", ".join(f"`{one.path}`" for one in patch.problems)
            hint = said("`{lines}` drops the question", lines=taken_away(decision))
            found = said("asks about what is not there: {names}", names=asked)
            expected = said("a decision about something")
            yield Problem(document.file, 0, decision, found, expected, hint)
        return
    yield from (one for one in faults(patch.result) if (one.path, one.found) not in known)
    if all(_effect(document.data, one) == _effect(patch.result.data, one) for one in paths):
        found = said("an option that sets what is there already")
        yield document.problem(join(at, "set"), found, said("a change"))


def _effect(data: Mapping[str, Any], path: str) -> object:
    """Return what a value does in a world: of a quantity its spread, not who says so."""
    here: Any = data
    for key in path.split("."):
        here = here[int(key)] if is_list(here) else here.get(key)
    if is_quantity(here) and "same" in here:
        here = section(data, "numbers").get(str(here["same"]), here)
    if is_mapping(here):
        return {key: here[key] for key in (*KINDS, "same", "within") if key in here}
    return here
