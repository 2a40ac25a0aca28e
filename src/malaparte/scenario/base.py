"""What every model of the scenario language shares."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints


class Base(BaseModel):
    """A frozen part of a scenario; unknown keys are refused, field docs become the reference."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


_CLOCK = r"\d{1,2}:[0-5]\d"

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$")]
"""Name of an entity: lower case letters, digits, hyphen, underscore."""
PlaceRef = Annotated[str, "places"]
"""Id of a place."""
LeaderRef = Annotated[str, "leaders"]
"""Id of a group of leaders."""
UnitRef = Annotated[str, "army.units"]
"""Id of a unit of the army."""
PhaseRef = Annotated[str, "plan.phases"]
"""Id of a phase of the plan."""
SourceRef = Annotated[str, "sources"]
"""Id of a source."""
ClockTime = Annotated[str, StringConstraints(pattern=f"^{_CLOCK}$")]
"""Hours and minutes after 00:00 of the day; hours may pass 24 for the day after."""


def clock_seconds(clock: str) -> int | None:
    """Return the seconds after midnight of a clock time, None if it is none."""
    return seconds(clock) if re.fullmatch(_CLOCK, clock) else None


def seconds(clock: str) -> int:
    """Return the seconds after midnight of a clock time like '11:30' or '26:00'."""
    hours, minutes = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60
