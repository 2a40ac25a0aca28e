"""What the page may ask, with its bounds."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

MOST_WORLDS = 100_000
"""Worlds of one run: about 17 MB in memory, a minute or two on two cores."""
MOST_UNITS = 5_000
"""Squads, groups and persons of a scenario that the page simulates; Moscow has about 300."""
MOST_BYTES = 1_000_000
"""Bytes of a request: a scenario file that is dropped on the page."""

Lang = Literal["en", "ru"]
Part = Literal["page", "more"]
Key = Annotated[str, Field(max_length=200)]


class Asked(BaseModel):
    """Unknown keys and other types are refused, so that no mistake is ignored."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True
    )


class Which(Asked):
    """A scenario."""

    scenario: Annotated[str, Field(max_length=120)]
    """Id of a library scenario, or what `check` returned for a file."""


class Case(Which):
    """A scenario with decisions taken and values set."""

    do: Annotated[dict[Key, Key], Field(max_length=100)] = {}
    """Decision -> option."""
    set: Annotated[dict[Key, JsonValue], Field(max_length=200)] = {}
    """Path of a value -> value."""
    seed: Annotated[int, Field(ge=0, le=2**53 - 1)] = 1
    """Names the luck."""


class OneWorld(Case):
    """One world of a case."""

    world: Annotated[int, Field(ge=0, le=2**40 - 1)] = 0
    """Its number."""


class Picture(OneWorld):
    """One moment of one world."""

    at: Annotated[int, Field(ge=0, le=345_600)]
    """Seconds after 00:00 of the day."""
    lang: Lang = "en"
    """Language of the picture."""


class Many(Case):
    """A run: the case, and the scenario as told beside it if the case changes anything."""

    worlds: Annotated[int, Field(ge=1, le=MOST_WORLDS)] = 2_000
    """How many worlds."""


class Answer(Many):
    """A run whose answer is told as text."""

    lang: Lang = "en"
    """Language of the text."""


class Battle(Case):
    """The order of battle of a case."""

    lang: Lang = "en"
    """Language of the table."""


class File(Asked):
    """A scenario file."""

    name: Annotated[str, Field(min_length=1, max_length=120)]
    """What problems call it."""
    text: Annotated[str, Field(max_length=MOST_BYTES)]
    """Its YAML."""


class Trouble(BaseModel):
    """Why a request was refused."""

    message: str
    """One sentence."""
    code: str = ""
    """Name of a mistake that the page tells in its own words."""
    problems: list[dict[str, Any]] = []
    """Problems of a scenario: file, line, path, found, expected, hint."""


class First(BaseModel):
    """Which scenario the page opens."""

    scenario: str
    """Its name."""
    known: bool
    """Whether there is one of this name."""


class Ready(BaseModel):
    """Whether worlds can be asked for."""

    ready: bool
    """The rules are compiled."""
    seconds: int
    """For how long they have been compiling."""


class Checked(BaseModel):
    """What `check` found in a file."""

    problems: list[dict[str, Any]]
    """None if the scenario can run."""
    scenario: str | None
    """What to ask for, if it can run."""
