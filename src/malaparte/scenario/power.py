"""When the plot counts as being in power."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from malaparte.quantity.quantity import Hours, Share, Weight
from malaparte.scenario.base import Base, PlaceRef


class Power(Base):
    """In power: enough command nodes and enough leaders, together, for long enough."""

    nodes: Annotated[dict[PlaceRef, Weight], Field(min_length=1)]
    """Weight of each command node."""
    share_nodes: Share
    """Weighted share of the command nodes that the plot must hold."""
    share_leaders: Share
    """Weighted share of the leaders who must not be free."""
    hours: Hours
    """Time for which both must last."""
