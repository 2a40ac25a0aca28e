"""What a laboratory can be asked beyond a run: which option, which assumption, where they part."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from malaparte.said import said
from malaparte.scenario.document import Scenario
from malaparte.scenario.patch import BY_AGAINST, named
from malaparte.scenario.read import Document

if TYPE_CHECKING:
    from malaparte.analysis.chain import Chain
    from malaparte.analysis.effects import Question
    from malaparte.analysis.facts import Facts
    from malaparte.analysis.parting import Parting
    from malaparte.analysis.ranking import Stage
    from malaparte.ensemble.ensemble import Ensemble
    from malaparte.report.drawn_answers import (
        DrawnExplanation,
        DrawnRanking,
        DrawnWeighed,
        DrawnWorths,
    )
    from malaparte.world.build import World
    from malaparte.world.trace import Trace

Progress = Callable[[int], None]


class Asked(Protocol):
    """What a laboratory has."""

    @property
    def do(self) -> Mapping[str, str]:
        """Decisions taken."""
        ...

    @property
    def set(self) -> Mapping[str, object]:
        """Values set by hand."""
        ...

    @property
    def scenario(self) -> Scenario:
        """The scenario, changes included."""
        ...

    @cached_property
    def document(self) -> Document:
        """The scenario as read, before any change."""
        ...

    @cached_property
    def world(self) -> World:
        """The scenario as numbers."""
        ...

    def change(
        self,
        do: Mapping[str, str] | None = None,
        set: Mapping[str, object] | None = None,  # noqa: A002 - the word of the language
    ) -> Asked:
        """Return a laboratory with more decisions taken and values set."""
        ...

    def run(
        self, worlds: int, seed: int, on: str | None, progress: Progress | None = None
    ) -> Ensemble:
        """Run many worlds."""
        ...

    def trace(self, world: int, seed: int = 1) -> Trace:
        """Run one world and keep its events."""
        ...

    def changed(self, lang: str = "en") -> str:
        """Return which decisions are taken otherwise than in the reading."""
        ...


def checked(worlds: int, seed: int, on: str | None = None) -> None:
    """Refuse numbers and places that are off before what simulates is imported: it compiles."""
    from malaparte.ensemble.design import Design
    from malaparte.ensemble.executors import executor

    Design(worlds, seed)
    executor(on)


def known(world: int, seed: int) -> None:
    """Refuse a number that names no world."""
    from malaparte.ensemble.design import Design, whole
    from malaparte.errors import UsageError

    if whole(world, "world") < 0:
        raise UsageError(said("world {world}; expected 0 or more", world=world))
    Design(world + 1, seed)


class Asking:
    """Questions that a laboratory answers."""

    def rank(
        self: Asked,
        worlds: int = 10_000,
        seed: int = 1,
        on: str | None = None,
        progress: Progress | None = None,
        *,
        label: str | None = None,
        among: Sequence[str] = (),
        set: Mapping[str, object] | None = None,  # noqa: A002
        transplant: Mapping[str, str] | None = None,
        size: int = 4,
        found: Callable[[Stage], None] | None = None,
    ) -> DrawnRanking:
        """Rank every declared option: alone, in pairs, and say what it would take.

        Parameters
        ----------
        worlds, seed, on, progress
            As `run` takes them.
        label : str, optional
            The outcome that is asked for; left out, held if the scenario simulates holding, else
            the plot in power.
        among : sequence of str
            Only the options of these decisions; all if there are none.
        set : mapping of str to object
            Values that are tried beside the options, each as a change of its own.
        transplant : mapping of str to str
            Groups of other scenarios (group -> scenario), each tried as a change of its own.
        size : int
            Largest set of changes that is tried.
        found : callable, optional
            Is given singles, pairs and what it would take, each as soon as it is found.

        Raises
        ------
        UsageError
            If a decision is unknown, nothing is left to change, or a change gives the plot other
            goals.
        """
        checked(worlds, seed, on)
        from malaparte.analysis.effects import declared
        from malaparte.analysis.ranking import rank
        from malaparte.ensemble.trials import Change
        from malaparte.errors import UsageError
        from malaparte.report.drawn_answers import DrawnRanking, drawn
        from malaparte.scenario.near import near, with_hint

        for name in among:
            if name not in self.scenario.decisions:
                words = said("no decision '{name}'", name=name)
                raise UsageError(with_hint(words, near(name, self.scenario.decisions)))
        changes = [
            one for one in declared(self.scenario, self.do) if not among or one.name in among
        ]
        changes += [Change(path, value, "set") for path, value in (set or {}).items()]
        changes += [Change(group, ref, "with") for group, ref in (transplant or {}).items()]
        asked = label or ("held" if self.scenario.holding else None)
        question = _question(self, worlds, seed, on, asked, progress)
        ranked = rank(question, changes, worlds, size, found or (lambda _: None))
        return drawn(DrawnRanking, ranked, self.scenario)

    def shapley(
        self: Asked,
        do: Mapping[str, str] | None = None,
        set: Mapping[str, object] | None = None,  # noqa: A002
        worlds: int = 10_000,
        seed: int = 1,
        on: str | None = None,
        progress: Progress | None = None,
        transplant: Mapping[str, str] | None = None,
        *,
        label: str | None = None,
    ) -> DrawnWorths:
        """Say what each of several changes is worth, whatever the others do.

        A group of another scenario that is put in (``transplant``) is a change like the others.

        Raises
        ------
        UsageError
            If there are fewer than two changes, or more than eight.
        """
        checked(worlds, seed, on)
        from malaparte.analysis.shapley import shapley
        from malaparte.ensemble.trials import Change
        from malaparte.report.drawn_answers import DrawnWorths, drawn

        changes = [Change(name, option) for name, option in (do or {}).items()]
        changes += [Change(path, value, "set") for path, value in (set or {}).items()]
        changes += [Change(group, ref, "with") for group, ref in (transplant or {}).items()]
        asked = _question(self, worlds, seed, on, label, progress)
        return drawn(DrawnWorths, shapley(asked, changes, worlds), self.scenario)

    def explain(
        self: Asked,
        worlds: int = 10_000,
        seed: int = 1,
        on: str | None = None,
        progress: Progress | None = None,
        *,
        points: int = 256,
        label: str | None = None,
        of: str | None = None,
        out: str | Path | None = None,
        known: Ensemble | None = None,
    ) -> DrawnExplanation:
        """Say which assumptions carry the answer; see `malaparte.analysis.explain`.

        Parameters
        ----------
        worlds, seed, on, progress
            As `run` takes them; from these worlds come value of information and conditions.
        points : int
            Of the Sobol design, a power of two; each takes a world for every uncertain number.
        label : str, optional
            The outcome that is asked for; the plot in power if left out.
        of : str, optional
            Explain 'outcome', 'places' or 'arrested'; places if the outcome is too rare.
        out : str or Path, optional
            Folder in which inputs and outcomes of the design are kept.
        known : Ensemble, optional
            Worlds of this laboratory that were run before: they are not run again.

        Raises
        ------
        UsageError
            If no number of the scenario is uncertain, or ``known`` has other luck.
        """
        checked(worlds, seed, on)
        from malaparte.analysis.explain import explain
        from malaparte.ensemble.marks import mark
        from malaparte.errors import UsageError
        from malaparte.report.drawn_answers import DrawnExplanation, drawn

        asked = _question(self, worlds, seed, on, label, progress)
        if known is not None:
            if (known.design.seed, known.design.inner) != (seed, asked.inner):
                seeds = {"found": known.design.seed, "seed": seed}
                raise UsageError(said("worlds of seed {found}; expected those of {seed}", **seeds))
            asked.trials.know((), mark(known.sample.part(0, worlds)))
        folder = None if out is None else Path(out)
        found = explain(asked, points, progress or (lambda _: None), folder, of)
        return drawn(DrawnExplanation, found, self.scenario)

    def parting(self: Asked, other: Asked, world: int, seed: int = 1) -> Parting:
        """Say where the histories of one world part, here and in another laboratory.

        Raises
        ------
        UsageError
            If the other laboratory is of another scenario.
        """
        from malaparte.analysis.compare import two_scenarios
        from malaparte.analysis.parting import parting
        from malaparte.errors import UsageError

        names = self.scenario.id, other.scenario.id
        if names[0] != names[1]:
            raise UsageError(two_scenarios(*names))
        traces = self.trace(world, seed), other.trace(world, seed)
        roads = None
        if self.scenario.road is not None:
            from malaparte.ensemble.roads import walked_one

            roads = walked_one(self.world, seed, world), walked_one(other.world, seed, world)
        return parting((world, seed), (self.world, other.world), traces, roads)

    def compare_given(
        self: Asked,
        do: Mapping[str, str] | None = None,
        set: Mapping[str, object] | None = None,  # noqa: A002
        worlds: int = 10_000,
        seed: int = 1,
        on: str | None = None,
        *,
        against: Mapping[str, str] | None = None,
        without: Sequence[str] = (),
        progress: Progress | None = None,
    ) -> DrawnWeighed:
        """Say what a change would have done in worlds like ours: given the record.

        The worlds are weighed as they were, with the decisions ``against`` if any, then changed,
        each with its own luck.
        """
        checked(worlds, seed, on)
        from malaparte.analysis.given import chosen
        from malaparte.analysis.weighed import weighed
        from malaparte.ensemble.executors import executor
        from malaparte.report.drawn_answers import DrawnWeighed, drawn

        after = self.change(do, set)
        with named(BY_AGAINST):
            before = self.change(against)
        chosen(before.scenario.record, without)
        was = before.run(worlds, seed, on, progress)
        now = after.run(worlds, seed, on, progress)
        return drawn(DrawnWeighed, weighed(was, now, executor(on), without), self.scenario)

    def chain(
        self: Asked, worlds: int = 1_024, seed: int = 1, progress: Progress | None = None
    ) -> Chain:
        """Cut each link that is there in turn, on the same luck; see `malaparte.analysis.chain`."""
        checked(worlds, seed)
        from typing import get_args

        from malaparte.analysis.chain import chain
        from malaparte.ensemble.design import Design
        from malaparte.errors import UsageError
        from malaparte.scenario.road import Coupling

        if self.scenario.road is None and self.scenario.army is None:
            words = said(
                "{name} has no road and no army, so no chain to cut", name=self.scenario.id
            )
            raise UsageError(words)
        design = Design(worlds, seed, do=dict(self.do), set=dict(self.set))
        couplings: tuple[str, ...] = get_args(Coupling)
        return chain(self.world, couplings, design, progress or (lambda _: None))

    def facts(
        self: Asked, worlds: int = 4_096, seed: int = 1, progress: Progress | None = None
    ) -> Facts:
        """Hold the engine against stylised facts; see `malaparte.analysis.facts`."""
        checked(worlds, seed)
        from malaparte.analysis.facts import facts

        def changed(set: Mapping[str, object]) -> World:  # noqa: A002 - the word of the language
            return self.change(set=set).world

        return facts(self.world, changed, worlds, seed, progress or (lambda _: None))

    def chronicle(self: Asked, world: int, seed: int = 1, lang: str = "en") -> str:
        """Tell one world in prose."""
        from malaparte.report.chronicle import chronicle

        told = self.trace(world, seed)
        road = None
        if self.scenario.road is not None:
            from malaparte.ensemble.roads import walked_one

            road = walked_one(self.world, seed, world)
        events, row = told.events.tolist(), told.row.tolist()
        return chronicle(
            self.world,
            events,
            row,
            lang,
            seed=seed,
            number=world,
            road=road,
            changed=self.changed(lang),
        )

    def map(self: Asked, world: int, at: int, seed: int = 1, lang: str = "en") -> str:
        """Draw one world ``at`` seconds after 00:00 of its day, as SVG."""
        from malaparte.report.map import map_svg

        told = self.trace(world, seed)
        events = told.events.tolist()
        changed = self.changed(lang)
        return map_svg(self.world, events, at, lang, seed=seed, number=world, changed=changed)

    def changed(self: Asked, lang: str = "en") -> str:
        """Return which decisions are taken otherwise than in the reading; nothing if none is."""
        from malaparte.report.taken import taken
        from malaparte.report.words import Words

        return taken(self.scenario, self.do, self.set, Words(lang))


def _question(
    lab: Asked, worlds: int, seed: int, on: str | None, label: str | None, progress: Progress | None
) -> Question:
    from malaparte.analysis.effects import Question
    from malaparte.analysis.target import target
    from malaparte.ensemble.design import Design
    from malaparte.ensemble.executors import executor
    from malaparte.ensemble.trials import Trials

    made = lab.document, lab.do, lab.set, Design(worlds, seed), executor(on)
    return Question(Trials(*made, progress or (lambda _: None)), target(label, lab.scenario))
