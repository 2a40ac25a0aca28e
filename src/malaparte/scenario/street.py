"""The street: people by district, police, and what the state does about a crowd."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from malaparte.quantity.quantity import Delay, Factor, Hours, Men, People, PerMinute, Share
from malaparte.quantity.text import Text
from malaparte.scenario.base import Base, Id, PlaceRef


class District(Base):
    """A part of the city with its people."""

    name: Text
    """What it is called."""
    place: PlaceRef
    """A place in its middle."""
    people: People
    """People who live or stay there."""
    pool: Share
    """Share of them who could come out for the plot's side at all."""
    police: Men
    """Police and party men on its streets."""
    barred: bool = False
    """True when its ways to the square are barred, so that its crowd stays at home."""


class Street(Base):
    """Who comes out when the people are called.

    Thresholds by Epstein (2002): come out iff hardship (1 - legitimacy) - risk aversion (1 -
    exp(-arrest police / crowd)) > threshold, hardship and risk aversion uniform among people.
    """

    districts: Annotated[dict[Id, District], Field(min_length=1)]
    """Districts by id."""
    square: PlaceRef
    """Where a crowd goes to be seen."""
    policy: Literal["tolerate", "ban", "break-up"]
    """tolerate: police look on. ban: they arrest. break-up: they drive the crowd apart."""
    march: People
    """People who come out at once where the plan calls the people: they were told before."""
    hour: Hours
    """Hours after 00:00 at which they do, where the plan calls the people from the beginning."""
    legitimacy: Share
    """Legitimacy of the state, where no road says it."""
    threshold: Share
    """What hardship less risk must exceed; 0.1 in the published model."""
    arrest: Factor
    """Constant of the chance of arrest; 2.3 in the published model."""
    hear: Delay
    """Time after which most have heard the call by word of mouth."""
    gather: Delay
    """Time in which a crowd follows what people would do."""
    tire: Delay
    """Time after which most who came out have gone home for the day."""
    look_on: Share
    """Weight of police that only look on."""
    disperse: PerMinute
    """Rate at which a policeman for each of a crowd drives it apart."""
    jail: PerMinute
    """Rate at which one of a crowd is arrested where police are as many as the crowd."""
    shots: PerMinute
    """Dead in a minute for each hundred men who fire."""
    flight: Factor
    """People who leave the street for the day for each one who is shot."""
    marchers: People
    """People in the official columns."""
    cover: Share
    """Share of the official columns that hides a crowd among them."""
    rising: People
    """People in the street from whom on it is a rising."""
    believed: Share
    """Share of the pools that headquarters thinks would come, where no road says it."""
