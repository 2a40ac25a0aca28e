"""From the name of a scenario to checked models."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from malaparte.errors import ScenarioError
from malaparte.said import said
from malaparte.scenario.check import check, faults, validated
from malaparte.scenario.document import Scenario
from malaparte.scenario.patch import patched, together
from malaparte.scenario.read import Document, library, read
from malaparte.scenario.walk import Node


def load(
    ref: str | Path | Document,
    do: Mapping[str, str] | None = None,
    set: Mapping[str, object] | None = None,  # noqa: A002 - the word of the language and the page
) -> Scenario:
    """Return a scenario that is fit to run.

    Parameters
    ----------
    ref : str, Path or Document
        Id of a library scenario, path of a file, or what `malaparte.scenario.read.read` returned.
    do : mapping of str to str
        Decision -> option.
    set : mapping of str to object
        Path of a value -> value.

    Raises
    ------
    ScenarioError
        With all problems; or if the scenario is abstract.
    """
    return ready(ref, do, set)[0]


def readings() -> list[str]:
    """Return the ids of the library scenarios that can run: all but the abstract ones."""
    return [name for name in library() if read(name).data.get("abstract") is not True]


def ready(
    ref: str | Path | Document,
    do: Mapping[str, str] | None = None,
    set: Mapping[str, object] | None = None,  # noqa: A002
) -> tuple[Scenario, Document]:
    """Return what `load` returns, and the document from which it was made."""
    return decided(opened(ref), do, set)


def opened(ref: str | Path | Document) -> Document:
    """Return a document that can run as it stands, before any decision."""
    document = ref if isinstance(ref, Document) else read(ref)
    if document.data.get("abstract") is True:
        expected = said("a scenario that extends it; an abstract one is only a base for others")
        raise ScenarioError([document.problem("abstract", said("an abstract scenario"), expected)])
    # What the library holds is checked in full by the tests; here its values are enough.
    known = document.changed or ref in library()
    problems = faults(document) if known else check(document)
    if problems:
        raise ScenarioError(problems, document.file)
    return document


def decided(
    document: Document,
    do: Mapping[str, str] | None = None,
    set: Mapping[str, object] | None = None,  # noqa: A002
    nodes: Mapping[str, Node] | None = None,
) -> tuple[Scenario, Document]:
    """Return scenario and document with decisions taken and values set.

    ``nodes``: what `malaparte.scenario.patch.settable` says of the document, if it is known.
    """
    if do or set:
        document = patched(document, do, set, nodes)
        problems = faults(document)
        if problems:
            raise ScenarioError(together(problems, set or {}), document.file)
    return validated(document), document
