"""Names of the entities of a world, as prose and maps use them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from malaparte.world.build import World


def short(name: str) -> str:
    """Return a name without its address and what stands in brackets."""
    return re.split(r", | / ", re.sub(r"\s+\(.*?\)", "", name))[0]


@dataclass(frozen=True)
class Names:
    """Short names by index, in one language."""

    world: World
    lang: str

    def place(self, index: int) -> str:
        """Name of a place."""
        return short(
            self.world.scenario.places[self.world.names["place"][index]].name.say(self.lang)
        )

    def squad(self, team: int) -> str:
        """Name of the kind of squads to which a team belongs."""
        return self.world.scenario.squads[
            self.world.names["squad"][self.world.team_squad[team]]
        ].name.say(self.lang)

    def leader(self, index: int) -> str:
        """Name of a group of leaders."""
        return self.world.scenario.leaders[self.world.names["leader"][index]].name.say(self.lang)


def inner(name: str) -> str:
    """Return a common name as it stands inside a sentence; abbreviations keep their capitals."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def amid(name: str) -> str:
    """Return a name, perhaps a proper one, as it stands inside a sentence: 'The' is lowered."""
    return re.sub(r"^(The|An?) ", lambda found: found[0].lower(), name)
