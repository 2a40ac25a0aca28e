"""Variants of a scenario, each computed as far as a question needs it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from malaparte.ensemble.design import Design
from malaparte.ensemble.executors import Executor
from malaparte.ensemble.marks import Marking, Marks, joined
from malaparte.ensemble.simulation import layout
from malaparte.errors import UsageError
from malaparte.said import said, strung
from malaparte.scenario.load import decided
from malaparte.scenario.patch import settable
from malaparte.scenario.read import Document
from malaparte.scenario.transplant import transplanted
from malaparte.scenario.tree import written
from malaparte.scenario.walk import Node
from malaparte.world.build import World, build

_SPAN = 256
"""Worlds of one variant that a worker takes at once."""


class Change(NamedTuple):
    """A decision taken otherwise, a value set by hand, or a group of another scenario put in.

    name: decision, path of a value, or group (`malaparte.scenario.transplant.GROUPS`).  option: the
    option, the value, or the other scenario.  flag: which of the three, as the command line says.
    """

    name: str
    option: object
    flag: Literal["do", "set", "with"] = "do"

    @property
    def what(self) -> tuple[str, str]:
        """What is changed; one set changes it once."""
        return self.flag, self.name

    def __str__(self) -> str:
        """Return the change as the command line takes it."""
        return f"{self.name}={written(self.option)}"


Changes = tuple[Change, ...]
"""Changes that are made together; () is the scenario as it is."""


def together(*changes: Change) -> Changes:
    """Return changes in an order that does not depend on who named them first."""
    return tuple(sorted(changes, key=lambda one: (*one.what, str(one.option))))


@dataclass
class Trials:
    """Variants of one scenario on the worlds of one design.

    document: the scenario; do, set: what every variant has.  told: is told how many worlds were
    done.
    """

    document: Document
    do: Mapping[str, str]
    set: Mapping[str, object]
    design: Design
    executor: Executor
    told: Callable[[int], None] = lambda _: None
    _worlds: dict[Changes, World] = field(default_factory=dict[Changes, World])
    _documents: dict[tuple[tuple[str, str], ...], tuple[Document, dict[str, Node]]] = field(
        default_factory=dict[tuple[tuple[str, str], ...], tuple[Document, dict[str, Node]]]
    )
    _marks: dict[Changes, list[Marks]] = field(default_factory=dict[Changes, list[Marks]])

    def world(self, changes: Changes = ()) -> World:
        """Return a variant as numbers.

        Raises
        ------
        ScenarioError
            If the changes do not go together.
        UsageError
            If they change what can be fought over, so that worlds cannot be paired.
        """
        if changes not in self._worlds:
            do = {one.name: str(one.option) for one in changes if one.flag == "do"}
            by_hand = {one.name: one.option for one in changes if one.flag == "set"}
            lent = tuple((one.name, str(one.option)) for one in changes if one.flag == "with")
            document, nodes = self._lent(lent)
            scenario, _ = decided(document, {**self.do, **do}, {**self.set, **by_hand}, nodes)
            made = build(scenario)
            if changes:
                base = self.world()
                if layout(made).goals != layout(base).goals:
                    found = " ".join(map(str, changes))
                    words = said("other goals of the plot, which cannot be paired")
                    raise UsageError(strung([found, words], ": "))
                # Hundreds of variants are held at once; the models of one are enough.
                made = replace(made, scenario=base.scenario)
            self._worlds[changes] = made
        return self._worlds[changes]

    def _lent(self, groups: tuple[tuple[str, str], ...]) -> tuple[Document, dict[str, Node]]:
        """Return the scenario with groups of others put in, and what may be set in it.

        Both are found once instead of for each of hundreds of variants.
        """
        if groups not in self._documents:
            document = transplanted(self.document, dict(groups)) if groups else self.document
            self._documents[groups] = document, settable(document)
        return self._documents[groups]

    def know(self, changes: Changes, marks: Marks) -> None:
        """Take the first worlds of a variant as they were computed before."""
        self._marks[changes] = [marks]

    def done(self, changes: Changes) -> int:
        """Return how many worlds of a variant are computed."""
        return sum(len(part.label) for part in self._marks.get(changes, []))

    def extend(self, variants: Iterable[Changes], worlds: int) -> None:
        """Compute variants up to a number of worlds; what is there already stays."""
        wanted = [one for one in dict.fromkeys(variants) if self.done(one) < worlds]
        if not wanted:
            return
        task = Marking(tuple(self.world(one) for one in wanted), self.design)
        for index, marks in self.executor.map(task, self._items(wanted, worlds)):
            self._marks.setdefault(wanted[index], []).append(marks)
            self.told(len(marks.label))

    def _items(self, wanted: list[Changes], worlds: int) -> Iterator[tuple[int, int, int]]:
        span = max(_SPAN // self.design.inner, 1) * self.design.inner
        for index, one in enumerate(wanted):
            for first in range(self.done(one), worlds, span):
                yield index, first, min(span, worlds - first)

    def marks(self, changes: Changes, worlds: int) -> Marks:
        """Return the first marks of a variant, computed if they are not there."""
        self.extend([changes], worlds)
        parts = self._marks[changes]
        if len(parts) > 1:
            parts[:] = [joined(parts)]
        return parts[0].part(worlds)
