"""What a folder of results was made of: enough to make it again, and to tell it from others."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator
from pydantic_core import ErrorDetails

from malaparte.errors import StoreError, reason
from malaparte.kernel.outcome import COLUMNS
from malaparte.results.block import Layout
from malaparte.results.files import write_whole
from malaparte.said import said, strung
from malaparte.scenario.read import digest_of

NAME = "manifest.json"
FORMAT: Final = 3
_MENDS = said("the same run command with --out mends it")


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Rules(_Part):
    """Versions of what computes a world; another version may give other numbers."""

    sources: str
    """Hash of all sources that turn numbers of a scenario into worlds."""
    chance: int
    """Version of the addresses of draws (`kernel.rng.FORMAT`)."""
    maths: str
    """Hash of the laboratory's own exp, log and normal quantile."""


class Settings(_Part):
    """Everything that the worlds of a folder depend on; the run id is its hash."""

    scenario: str
    """Hash of the scenario, options and values set."""
    rules: Rules
    """What computes a world."""
    seed: int
    """Names the luck."""
    worlds: int
    """How many worlds."""
    inner: int
    """Worlds that share one set of assumptions."""
    do: dict[str, str]
    """Decision -> option."""
    set: dict[str, Any]
    """Path -> value set by hand."""
    events: str
    """Worlds whose events are kept: all, none, every:N, worlds:A,B."""
    record: None = None
    """Always null: worlds are kept unweighed; `malaparte given` weighs them."""

    @property
    def run(self) -> str:
        """The run id."""
        return _hash(self.model_dump())

    @property
    def series(self) -> str:
        """The run id but for how many worlds: a run and a longer one share their blocks."""
        return _hash(self.model_dump(exclude={"worlds"}))


def _hash(data: dict[str, Any]) -> str:
    text = json.dumps(data, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


class Transplant(_Part):
    """Where a group was taken from that stands in place of the scenario's own (``--with``)."""

    scenario: str
    """Id of the other scenario."""
    digest: str
    """Hash of the other scenario."""


class Columns(_Part):
    """What the columns stand for."""

    goals: tuple[str, ...]
    """Places that the plot may want."""
    goal_places: tuple[int, ...]
    """Their indices among all places."""
    leaders: tuple[str, ...]
    """Groups of persons."""
    person_leader: tuple[int, ...]
    """Group of each person."""
    columns: tuple[str, ...] = COLUMNS
    """Columns of the outcome rows."""


class Origin(_Part):
    """How the folder was first made; not part of the run id."""

    command: str
    """The command, but for a --shard, or 'Python'."""
    host: str
    """Name of the machine."""
    on: str
    """Where it ran."""
    started: str
    """When, UTC."""
    version: str
    """Version of malaparte."""


class Manifest(_Part):
    """The manifest of a folder of results."""

    malaparte_results: Literal[3] = FORMAT
    """Version of this form."""
    run: str
    """Run id: hash of ``settings``."""
    settings: Settings
    """Everything that the worlds depend on."""
    block: int
    """Worlds in a file."""
    columns: Columns
    """What the columns stand for."""
    name: str
    """Id of the scenario."""
    scenario: dict[str, Any]
    """The scenario itself, merged, groups put in, options and values set."""
    transplants: dict[str, Transplant] = {}
    """Group (army, authorities, mood, guards) -> where it was taken from."""
    origin: Origin
    """How the folder was first made."""

    @model_validator(mode="after")
    def _one_run(self) -> Manifest:
        if self.run != self.settings.run:
            raise ValueError(
                said(
                    "run {run} is not that of the settings, {other}",
                    run=self.run,
                    other=self.settings.run,
                )
            )
        if digest_of(self.scenario) != self.settings.scenario:
            raise ValueError(said("its scenario is not that of the settings"))
        return self

    @property
    def events(self) -> str:
        """Worlds whose events are kept."""
        return self.settings.events

    @property
    def layout(self) -> Layout:
        """What the columns of blocks stand for."""
        return Layout(**self.columns.model_dump())

    def save(self, folder: Path, tag: str) -> None:
        """Write the manifest into a folder."""
        text = json.dumps(self.model_dump(), ensure_ascii=False, indent=1)
        write_whole(folder / NAME, f"{text}\n".encode(), tag)


def load_manifest(folder: Path) -> Manifest:
    """Return the manifest of a folder.

    Raises
    ------
    StoreError
        If there is none, or none that can be read.
    """
    try:
        text = (folder / NAME).read_text(encoding="utf-8")
    except FileNotFoundError:
        if any(folder.glob("outcomes-*.parquet")):
            lost = said("{folder} has lost its {name}", folder=folder, name=NAME)
            raise StoreError(strung([lost, _MENDS], "; ")) from None
        named = {"folder": folder, "name": NAME}
        raise StoreError(said("{folder} holds no results: no {name} in it", **named)) from None
    except NotADirectoryError:
        raise StoreError(
            said("{folder} is a file; expected a folder that `run --out` filled", folder=folder)
        ) from None
    except OSError as error:
        why = reason(error)
        raise StoreError(said("cannot read {path}: {why}", path=folder / NAME, why=why)) from None
    except UnicodeDecodeError as error:
        raise StoreError(_damaged(folder, str(error))) from None
    try:
        return Manifest.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        if first["loc"] == ("malaparte_results",):
            words = said(
                "{path} was written by another version of malaparte: "
                "form {found}, expected {expected}",
                path=folder / NAME,
                found=first["input"],
                expected=FORMAT,
            )
            raise StoreError(strung([words, _MENDS], "; ")) from None
        raise StoreError(_damaged(folder, _damage(first))) from None


def _damaged(folder: Path, why: str) -> str:
    words = said("{path} is damaged: {why}", path=folder / NAME, why=why)
    return strung([words, _MENDS], "; ")


def _damage(found: ErrorDetails) -> str:
    """Return in words what is wrong with a manifest."""
    path = ".".join(map(str, found["loc"])) or said("the whole")
    match found["type"]:
        case "json_invalid":
            return said("it is cut off, or no JSON")
        case "missing":
            return said("{path} is missing", path=path)
        case "extra_forbidden":
            return said("{path} is not known", path=path)
        case "value_error":
            return str(found.get("ctx", {})["error"].args[0])
        case _:
            return said(
                "{path} has a value that does not belong there: {value}",
                path=path,
                value=f"{found['input']!r:.40}",
            )


def manifest_schema() -> dict[str, Any]:
    """Return the JSON Schema of the manifest."""
    schema = Manifest.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
