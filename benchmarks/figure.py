"""One measured figure, as a line and as a record."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """What was measured, beside what another tool or our aim makes of it.

    peer: name of what stands beside.  ratio: how many times better ours is.  aim: bound of the
    ratio that we want, None where we only look.
    """

    name: str
    unit: str
    ours: float
    peer: str
    theirs: float
    aim: float | None = None
    more_is_better: bool = True

    @property
    def ratio(self) -> float:
        """How many times better ours is."""
        better, worse = self.ours, self.theirs
        if not self.more_is_better:
            better, worse = worse, better
        return better / worse if worse else float("inf")

    @property
    def reached(self) -> bool | None:
        """Whether the aim is reached."""
        return None if self.aim is None else self.ratio >= self.aim

    def __str__(self) -> str:
        """Return a line of the report."""
        said = {None: "", True: "reached", False: "MISSED"}[self.reached]
        ours, theirs = f"{self.ours:,.4g} {self.unit}", f"{self.theirs:,.4g} {self.peer}"
        return f"{self.name:52} {ours:>22}   {theirs:34} {self.ratio:8.2f}  {said}"

    def record(self) -> dict[str, object]:
        """Return what goes into the file."""
        return {
            "name": self.name,
            "unit": self.unit,
            "ours": round(self.ours, 4),
            "peer": self.peer,
            "theirs": round(self.theirs, 4),
            "ratio": round(self.ratio, 3),
            "reached": self.reached,
        }
