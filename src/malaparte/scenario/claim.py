"""What the tellers of a story claim, what historians say, and where the scenario carries it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import TypeAdapter, ValidationError, model_validator

from malaparte.errors import Problem, ScenarioError, Unfit
from malaparte.quantity.source import Source
from malaparte.quantity.text import Remark, Text
from malaparte.said import both, said
from malaparte.scenario.base import Base, Id, SourceRef
from malaparte.scenario.near import brief
from malaparte.scenario.read import library, read
from malaparte.scenario.tree import Tree, read_tree

ClaimRef = Annotated[str, "claims"]
"""Id of a claim."""


Model = TypeVar("Model", bound=Base)


class Carried(Base):
    """Where a statement is found in the laboratory: exactly one of paths, outside, later."""

    paths: dict[str, tuple[str, ...]] = {}
    """Reading -> paths of the values that carry it (``*`` for any one key)."""
    outside: Text | None = None
    """Why it lies outside the model."""
    later: Literal["road", "army", "street", "holding"] | None = None
    """The mechanism that will carry it and is not simulated yet."""

    @model_validator(mode="after")
    def _one_place(self) -> Carried:
        given = [key for key in ("paths", "outside", "later") if getattr(self, key)]
        if len(given) != 1:
            found = both(given) if given else said("none of them")
            raise Unfit(found, said("exactly one of {names}", names="paths, outside, later"))
        return self


class Claim(Carried):
    """A claim of the story."""

    says: Text
    """The claim, in our words."""
    book: Text
    """What Malaparte's book says of it."""
    historians: Text
    """What historians and documents say of it."""
    conflict: Literal["no", "partial", "yes", "unverified", "none"]
    """Whether they contradict each other; none: there is nothing to compare."""
    grade: Remark
    """Grade of the claim as history, A to D, X contradicted."""
    sources: tuple[SourceRef, ...] = ()
    """Who says so."""


class Sentence(Carried):
    """A sentence of a text, in our words, and the claims that it makes."""

    says: Text
    """The sentence, paraphrased."""
    claims: tuple[ClaimRef, ...] = ()
    """The claims in it."""


class Dossier(Base):
    """The file of claims of a scenario."""

    sources: dict[Id, Source] = {}
    """Sources that only claims name; the others stand in the scenario."""
    claims: dict[str, Claim]
    """Claims by id."""


def dossier(ref: str | Path) -> Dossier:
    """Return the claims of a scenario with all sources of claims and of the scenario.

    Parameters
    ----------
    ref : str or Path
        Id of a library scenario or path of a file.  The nearest ``claims.yaml`` is read: beside
        the scenario, or else beside the one that it extends.

    Raises
    ------
    ScenarioError
        If the scenario or the file of claims cannot be read.  Without such a file there are no
        claims.
    """
    document = read(ref)
    known = TypeAdapter(dict[str, Source]).validate_python(document.data.get("sources", {}))
    found = beside(ref, "claims.yaml", Dossier)
    if found is None:
        return Dossier(sources=known, claims={})
    return Dossier(sources={**known, **found.sources}, claims=found.claims)


def claims(ref: str | Path) -> dict[str, Claim]:
    """Return the claims of a scenario by id; see `dossier`."""
    return dossier(ref).claims


class _Article(Base):
    sentences: tuple[Sentence, ...]


def article(ref: str | Path) -> tuple[Sentence, ...]:
    """Return the sentences of the text that a scenario retells, in order; see `dossier`."""
    found = beside(ref, "article.yaml", _Article)
    return () if found is None else found.sentences


def beside(ref: str | Path, name: str, model: type[Model]) -> Model | None:
    """Return the nearest file of a name, beside a scenario or beside one that it extends."""
    for label in read(ref).chain:
        folder = _folder(label)
        if (folder / name).is_file():
            tree = read_tree(folder / name, f"{label.rpartition('/')[0]}/{name}".lstrip("/"))
            try:
                return model.model_validate_json(json.dumps(tree.data), strict=True)
            except ValidationError as error:
                raise ScenarioError(list(_problems(tree, error))) from None
    return None


def _folder(label: str) -> Path:
    parts = Path(label).parts
    if len(parts) == 3 and parts[0] == "library" and parts[1] in library():
        return Path(str(files("malaparte"))) / "library" / parts[1]
    return Path(label).parent


def _problems(tree: Tree, error: ValidationError) -> Iterator[Problem]:
    for detail in error.errors(include_url=False):
        path = ".".join(map(str, detail["loc"]))
        near = path
        while near and near not in tree.lines:
            near = near.rpartition(".")[0]
        fault = detail.get("ctx", {}).get("error")
        own = isinstance(fault, Unfit)
        words = (fault.found, fault.expected) if own else (brief(detail["input"]), detail["msg"])
        yield Problem(*tree.lines[near], path, *words)
