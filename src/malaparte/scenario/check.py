"""All problems of a scenario at once."""

from __future__ import annotations

import json

from pydantic import ValidationError

from malaparte.errors import Problem
from malaparte.said import said
from malaparte.scenario.document import Scenario
from malaparte.scenario.numbers import quantity_findings
from malaparte.scenario.options import option_problems
from malaparte.scenario.read import Document
from malaparte.scenario.rules import rule_findings
from malaparte.scenario.unused import unused
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
        for part, key in unused(document.data):
            expected = said("something that names `{key}`", key=key)
            hint = said("use it, or delete it")
            problems.append(document.problem(f"{part}.{key}", said("never used"), expected, hint))
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
