"""Places of the city and the services that one gives another."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from malaparte.quantity.quantity import Hours, Metres, Share
from malaparte.quantity.text import Remark, Text
from malaparte.scenario.base import Base, PlaceRef, SourceRef


class Place(Base):
    """A building, square or bridge; a node if somebody may want to hold it."""

    name: Text
    """What it was called."""
    at: tuple[
        Annotated[float, Field(ge=-90, le=90)],
        Annotated[float, Field(ge=-180, le=180)],
    ]
    """Latitude and longitude, WGS84 degrees."""
    precision: Annotated[float, Field(gt=0)]
    """Radius of error of the position, metres."""
    category: str
    """Kind of place: telephone, telegraph, power, rail, government ..."""
    scenery: bool = False
    """True when no plan touches it: drawn on the map, never fought for."""
    open: bool = False
    """True where nobody who holds it stands behind walls: a bridge, a square."""
    scattered: Metres | None = None
    """For places that are many (private flats): radius in which they lie around ``at``."""
    role: Remark | None = None
    """What it did."""
    grade: Remark | None = None
    """Grade of the evidence for status and position, A to E, X."""
    sources: tuple[SourceRef, ...] = ()
    """Who says that it stood there and did that."""
    note: Remark | None = None
    """What is uncertain about it."""


class Dependency(Base):
    """What a place loses when another, its supplier, fails (Haimes and Jiang 2001)."""

    supplier: PlaceRef
    """The place that gives."""
    consumer: PlaceRef
    """The place that needs."""
    kind: Literal["power", "water", "information", "command", "guard"]
    """power, water, information: the consumer's own service suffers. command: orders and alarms
    reach it later. guard: its guards stand under the supplier's command."""
    loss: Share
    """Share of the function that is lost when the supplier is down."""
    backup: Hours
    """Hours for which the consumer goes on without its supplier."""
