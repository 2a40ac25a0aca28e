"""Commands that ask what if, and why: compare, explain, chronicle."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from malaparte.cli.options import (
    Brief,
    Do,
    Given,
    Json,
    Lang,
    On,
    Scenario,
    Seed,
    Set,
    With,
    Without,
    World,
    Worlds,
    by_record,
    decisions,
    own_worlds,
    put,
    put_json,
    transplants,
    values,
)
from malaparte.cli.progress import progress
from malaparte.errors import UsageError
from malaparte.said import said

if TYPE_CHECKING:
    from malaparte.analysis.compare import Comparison
    from malaparte.analysis.ranking import Stage
    from malaparte.api import Laboratory
    from malaparte.world.build import World as Numbers

TOLD = "told"
"""The word for the scenario as its reading tells it."""

Against = Annotated[
    list[str] | None,
    typer.Option(
        "--against",
        metavar="NAME=OPTION|told",
        help="Compare with these decisions, or with all as told; may be repeated.",
    ),
]
Label = Annotated[
    str | None,
    typer.Option(
        metavar="OUTCOME",
        help="Ask for this outcome, or power: the plot in power. Left out: power "
        "(with --all: held, if simulated).",
    ),
]
SIZE = 4
"""Largest set of changes that `--all` tries, if nothing else is said."""

Every = Annotated[
    bool, typer.Option("--all", help="Rank every declared option, pairs, and what it would take.")
]
Among = Annotated[
    list[str] | None,
    typer.Option("--among", metavar="DECISION", help="With --all: only this one; repeatable."),
]
Size = Annotated[
    int, typer.Option(metavar="N", min=1, max=8, help="With --all: largest set that is tried.")
]
Shapley = Annotated[
    bool, typer.Option("--shapley", help="Say what each of the changes is worth (Shapley).")
]


def add(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(epilog="Example: malaparte compare moscow-1927-article --do leaders=homes")(compare)
    example = "malaparte chronicle moscow-1927-article --world 17 --do agent=none --against told"
    app.command(epilog=f"Example: {example}")(chronicle)
    app.command(epilog="Example: malaparte explain moscow-1927-article --points 64")(explain)


def compare(
    context: typer.Context,
    scenario: Scenario,
    worlds: Worlds = 10_000,
    seed: Seed = 1,
    do: Do = None,
    set: Set = None,  # noqa: A002 - the word of the language
    with_: With = None,
    against: Against = None,
    label: Label = None,
    every: Every = False,
    among: Among = None,
    size: Size = SIZE,
    shapley: Shapley = False,
    given: Given = None,
    without: Without = None,
    on: On = None,
    brief: Brief = False,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Say what decisions change: the same worlds, with and without them, on the same luck.

    --all ranks every declared option, goes on to pairs, and says what it would take.
    With it, --set and --with add values and groups of other scenarios to the options.
    --shapley says what each of several changes is worth, groups of other scenarios among them.
    Two folders of one scenario that `run --out` filled can be compared too:
    compare AFTER --against BEFORE.
    """
    if (among or size != SIZE) and not every:
        raise UsageError(said("--among and --size belong to --all"))
    if by_record(given):
        if with_:
            words = said(
                "--given weighs the scenario as it is, without --with; "
                "expected only --do, --set, --against beside it"
            )
            raise UsageError(words)
        if every or shapley or label:
            words = said("--given asks about one change; expected only --do, --set, --against")
            raise UsageError(words)
        if Path(scenario).is_dir():
            words = said(
                "{folder} is a folder, and changes of worlds that are kept cannot be weighed; "
                "try malaparte given {folder}, or compare a scenario",
                folder=scenario,
            )
            raise UsageError(words)
        _something(do, set, against)
        from malaparte.api import load
        from malaparte.cli.record import compare_given

        changes = decisions(do), values(set), worlds, seed, on
        other = _against(against)
        compare_given(load(scenario), changes, other, without, lang, brief=brief, json=json)
        return
    if without:
        raise UsageError(said("--without belongs to --given record"))
    if with_ and Path(scenario).is_dir():
        words = said(
            "{folder} is a folder of results; --with needs a scenario that is run", folder=scenario
        )
        raise UsageError(words)
    if every and (do or shapley):
        raise UsageError(said("--all tries every option by itself; leave out --do and --shapley"))
    if Path(scenario).is_dir():
        if every or shapley:
            words = said(
                "{folder} is a folder of results; --all and --shapley need a run", folder=scenario
            )
            raise UsageError(words)
        own_worlds(scenario, context)
        found, numbers = _kept(scenario, do or set, against, label)
        _put_comparison(found, numbers, lang, brief=brief, json=json)
        return
    if not every and not shapley:
        _something(do, set, with_, against)
    from malaparte.api import load
    from malaparte.scenario.patch import BY_AGAINST, named

    lab = load(scenario)
    with named(BY_AGAINST):
        other = lab.change(_against(against))
    if every:

        def tell(stage: Stage) -> None:
            # Pairs and sets take longer than the single options, which are worth reading meanwhile.
            if not json:
                from malaparte.report.ranking import stage_text

                done.write(stage_text(stage, lab.scenario, lang, brief=brief))

        with progress(None, lang) as done:
            ranked = other.rank(
                *(worlds, seed, on, done),
                label=label,
                among=tuple(among or ()),
                set=values(set),
                transplant=transplants(with_),
                size=size,
                found=tell,
            )
        if json:
            put_json(ranked.as_dict())
    elif shapley:
        with progress(None, lang) as done:
            changes = decisions(do), values(set), worlds, seed, on, done, transplants(with_)
            worths = other.shapley(*changes, label=label)
        if json:
            put_json(worths.as_dict())
        else:
            from malaparte.report.ranking import worths_text

            put(worths_text(worths, lab.scenario, lang))
    else:
        with progress(2 * worlds, lang) as done:
            changes = decisions(do), values(set), worlds, seed, on, done, transplants(with_)
            found = lab.compare(*changes, against=other.do, label=label)
        _put_comparison(found, lab.world, lang, brief=brief, json=json)


def _put_comparison(
    found: Comparison, numbers: Numbers, lang: str, *, brief: bool, json: bool
) -> None:
    from malaparte.report.terminal import answer_text, compare_text

    if json:
        put_json(found.as_dict())
    else:
        put((answer_text if brief else compare_text)(found, numbers, lang))


def _something(*changes: list[str] | None) -> None:
    """Refuse to compare a scenario with itself; to ask what nothing changes, name the default."""
    if not any(changes):
        raise UsageError(said("nothing to compare; expected --do, --set or --with, or --all"))


def _against(given: list[str] | None) -> dict[str, str]:
    return {} if given == [TOLD] else decisions(given, "--against")


def _kept(
    folder: str, changes: object, against: list[str] | None, label: str | None
) -> tuple[Comparison, Numbers]:
    from malaparte.api import compare_kept, reopen

    if changes or not against or len(against) > 1:
        words = said(
            "{folder} is a folder of results; expected only --against OTHER_FOLDER", folder=folder
        )
        raise UsageError(words)
    before, after = reopen(against[0]), reopen(folder)
    return compare_kept(before, after, label), before.world


def explain(
    scenario: Scenario,
    worlds: Worlds = 10_000,
    seed: Seed = 1,
    points: Annotated[
        int, typer.Option(help="Points of the design, a power of two; more are surer.")
    ] = 256,
    do: Do = None,
    set: Set = None,  # noqa: A002
    label: Label = None,
    of: Annotated[
        str | None, typer.Option(metavar="OUTPUT", help="Explain outcome, places or arrested.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Keep inputs and outcomes of the design.")
    ] = None,
    on: On = None,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Say which assumptions carry the answer, and what would be worth knowing."""
    from malaparte.api import load

    _no_folder(scenario)
    lab = load(scenario, decisions(do), values(set))
    with progress(None, lang) as done:
        found = lab.explain(worlds, seed, on, done, points=points, label=label, of=of, out=out)
    if json:
        put_json(found.as_dict())
    else:
        from malaparte.report.explained import explained_text

        put(explained_text(found, lab.scenario, lang))


def _no_folder(ref: str) -> None:
    """Refuse a folder of results where other worlds are run, and name its scenario."""
    if not (Path(ref) / "manifest.json").is_file():
        return
    from malaparte.api import reopen
    from malaparte.scenario.read import library
    from malaparte.scenario.tree import written

    told = reopen(ref).manifest
    words = ["malaparte", "explain", told.name if told.name in library() else "FILE"]
    for flag, given in (("--do", told.settings.do), ("--set", told.settings.set)):
        words += [
            part for name, value in given.items() for part in (flag, f"{name}={written(value)}")
        ]
    refusal = said(
        "{folder} is a folder of worlds of {name}, and explain needs the scenario itself, "
        "whose numbers it varies; try {command}",
        folder=ref,
        name=told.name,
        command=shlex.join(words),
    )
    raise UsageError(refusal)


def chronicle(
    scenario: Scenario,
    world: World = 0,
    seed: Seed = 1,
    do: Do = None,
    set: Set = None,  # noqa: A002
    with_: With = None,
    against: Against = None,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Tell one world in prose, or its events as data; --against tells it twice."""
    from malaparte.api import load
    from malaparte.scenario.patch import BY_AGAINST, named

    lab = load(scenario, decisions(do), values(set), transplants(with_))
    if against is not None:
        with named(BY_AGAINST):
            other = load(scenario, _against(against))
        found = other.parting(lab, world, seed)
        if json:
            tellings = {"before": _data(other, world, seed, lang)}
            put_json({**found.as_dict(), **tellings, "after": _data(lab, world, seed, lang)})
        else:
            from malaparte.report.parting import both_text

            told = [one.chronicle(world, seed, lang) for one in (other, lab)]
            put(both_text(found, told[0], told[1], lang))
    elif json:
        put_json(_data(lab, world, seed, lang))
    else:
        put(lab.chronicle(world, seed, lang))


def _data(lab: Laboratory, world: int, seed: int, lang: str) -> dict[str, object]:
    from malaparte.report.chronicle import chronicle_data
    from malaparte.results.events import as_dicts

    told = lab.trace(world, seed)
    events = told.events.tolist()
    return {
        "scenario": lab.scenario.id,
        "do": dict(lab.do),
        "set": dict(lab.set),
        "changed": lab.changed(lang),
        "seed": seed,
        "world": world,
        "passages": chronicle_data(lab.world, events, told.row.tolist(), lang),
        "events": as_dicts(events, lab.world.names),
    }
