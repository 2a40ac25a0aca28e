"""All problems of a scenario at once."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pydantic import ValidationError

from malaparte.errors import Problem
from malaparte.scenario.document import Scenario
from malaparte.scenario.merge import is_mapping
from malaparte.scenario.numbers import quantity_findings, quantity_of
from malaparte.scenario.options import option_problems
from malaparte.scenario.read import Document
from malaparte.scenario.rules import rule_findings, section, texts
from malaparte.scenario.walk import nodes
from malaparte.scenario.wording import Finding, findings


def check(document: Document) -> list[Problem]:
    """Return every problem of a document: its values, its decisions, and what is never used.

    Parameters
    ----------
    document : Document
        As read, without options or values set.  An abstract one may be incomplete.

    Returns
    -------
    list of Problem
        Sorted by file and line; empty if the scenario can be used.
    """
    problems = faults(document)
    problems += option_problems(document, faults)
    if document.data.get("abstract") is not True:
        problems += [document.problem(*finding) for finding in _unused(document)]
    return sorted(set(problems))


def faults(document: Document) -> list[Problem]:
    """Return the problems of the values of a document, options left aside."""
    found: list[Finding] = []
    try:
        validated(document)
    except ValidationError as error:
        incomplete = document.data.get("abstract") is True
        missing = {
            ".".join(map(str, detail["loc"]))
            for detail in error.errors()
            if incomplete and detail["type"] == "missing"
        }
        found += [one for one in findings(error) if one.path not in missing]
    walk = list(nodes(document.data))
    found += quantity_findings(walk, document.data)
    found += rule_findings(walk, document.data)
    return sorted({document.problem(*finding) for finding in found})


def validated(document: Document) -> Scenario:
    """Return the models of a document; raise pydantic's error if they do not fit.

    By way of JSON, because only there pydantic is strict about types and yet takes a list for a
    tuple and a text for a date.
    """
    return Scenario.model_validate_json(json.dumps(document.data), strict=True)


def _unused(document: Document) -> Iterator[Finding]:
    used_sources: set[str] = set()
    used_numbers: set[str] = set()
    values = [node.value for node in nodes(document.data) if not node.key]
    for decision in section(document.data, "decisions").values():
        for option in section(decision, "options").values():
            values += section(option, "set").values()
    for value in values:
        if not is_mapping(value):
            continue
        used_sources.update(texts(value.get("sources")))
        if isinstance(value.get("same"), str) and quantity_of(value):
            used_numbers.add(value["same"])
    for part, used in (("sources", used_sources), ("numbers", used_numbers)):
        for key in section(document.data, part):
            if key not in used:
                hint = "use it, or delete it"
                yield Finding(f"{part}.{key}", "never used", f"something that names `{key}`", hint)
