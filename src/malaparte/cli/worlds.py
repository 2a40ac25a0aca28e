"""Commands that simulate: run, chain, warm."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from malaparte.cli.options import (
    Do,
    Events,
    Given,
    Json,
    Lang,
    On,
    Out,
    Scenario,
    Seed,
    Set,
    Shard,
    With,
    Worlds,
    by_record,
    decisions,
    put,
    put_json,
    say,
    transplants,
    values,
)
from malaparte.cli.progress import progress
from malaparte.errors import Interrupted, Problem, ScenarioError, UsageError
from malaparte.said import said

if TYPE_CHECKING:
    from malaparte.ensemble.ensemble import Ensemble

FIXTURE = "benchmarks/attempt-generic.yaml"
"""The fixture of `facts`; it stands in the source repository, not in the package."""


def add(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(epilog="Example: malaparte run moscow-1927-article --do leaders=homes")(run)
    app.command(epilog="Example: malaparte chain moscow-1927-article")(chain)
    app.command(epilog=f"Example: malaparte facts {FIXTURE}")(facts)
    app.command(epilog="Example: malaparte warm")(warm)


def run(
    context: typer.Context,
    scenario: Scenario,
    worlds: Worlds = 10_000,
    seed: Seed = 1,
    do: Do = None,
    set: Set = None,  # noqa: A002 - the word of the language
    with_: With = None,
    on: On = None,
    out: Out = None,
    events: Events = "none",
    shard: Shard = None,
    given: Given = None,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Run many worlds and say how they ended, how sure that is, and what is missing."""
    from malaparte.api import load

    if out is None and (events != "none" or shard is not None):
        raise UsageError(said("--events and --shard need --out DIR"))
    if by_record(given):
        if out is not None:
            command = "malaparte given DIR"
            words = said("--out keeps all worlds; weigh them with: {command}", command=command)
            raise UsageError(words)
        if with_:
            raise UsageError(said("--given weighs the scenario as it is; leave out --with"))
        from malaparte.cli.record import given as weigh

        weigh(context, scenario, None, None, worlds, seed, do, set, on, lang, json)
        return
    with _keeping(out):
        lab = load(scenario, decisions(do), values(set), transplants(with_))
        where = worlds, seed, on
        with progress(worlds, lang) as done:
            if out is None:
                ensemble = lab.run(*where, done)
            else:
                ensemble = lab.keep(out, *where, events=events, shard=shard, progress=done)
        if ensemble is None:
            from malaparte.report.words import Words

            say(Words(lang).say("shard-done", folder=str(out)))
        else:
            _tell(ensemble, scenario, transplants(with_), lang, json=json)


def _tell(ensemble: Ensemble, ref: str, lent: dict[str, str], lang: str, *, json: bool) -> None:
    missed, road = ensemble.missed, ensemble.road
    if json:
        roads = {} if road is None else {"road": road.as_dict()}
        told = {"missed": missed.as_dict(), **roads, "digest": ensemble.digest}
        put_json({**ensemble.summary.as_dict(), **told})
        return
    from malaparte.report.terminal import run_text

    row = ensemble.row(ensemble.summary.typical)
    found = ensemble.summary, ensemble.world, lang
    put(run_text(*found, row=row, ref=ref, missed=missed, road=road, lent=lent))


@contextmanager
def _keeping(out: Path | None) -> Generator[None]:
    """At Ctrl-C while a folder is prepared or told, say what lies in it already."""
    try:
        yield
    except KeyboardInterrupt:
        from malaparte.results.store import lying

        there = 0 if out is None else sum(1 for _ in lying(out))
        if not there:
            raise
        words = said(
            "Interrupted. {n:,} files of blocks lie in {folder}, not looked at; "
            "the same command goes on.",
            n=there,
            folder=out,
        )
        raise Interrupted(words) from None


def chain(
    scenario: Scenario,
    worlds: Worlds = 1_024,
    seed: Seed = 1,
    do: Do = None,
    set: Set = None,  # noqa: A002
    with_: With = None,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Cut each link of the chain in turn, and say what that changes, on the same luck."""
    from malaparte.api import load

    lab = load(scenario, decisions(do), values(set), transplants(with_))
    with progress(18 * worlds, lang) as done:
        found = lab.chain(worlds, seed, done)
    if json:
        put_json(found.as_dict())
    else:
        from malaparte.report.road import chain_text
        from malaparte.report.words import Words

        title = f"{lab.scenario.title.say(lang)} [{lab.scenario.id}]"
        put(chain_text(found, title, Words(lang)))


def facts(
    scenario: Annotated[str, typer.Argument(help="A fixture, in the source repository.")] = FIXTURE,
    worlds: Worlds = 4_096,
    seed: Seed = 1,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Hold the engine against stylised facts about attempts; misses stay visible.

    The fixture is no part of the package: run this in a copy of the source repository.
    """
    if scenario == FIXTURE and not Path(FIXTURE).is_file():
        hint = said("run it in the folder of the source repository, or name a copy of the fixture")
        expected = said(
            "the fixture, which comes with the source repository and not with the package"
        )
        found = said("no such file in {folder}", folder=Path.cwd())
        raise ScenarioError([Problem(FIXTURE, 0, "", found, expected, hint)])
    from malaparte.api import load

    lab = load(scenario)
    with progress(4 * worlds, lang) as done:
        found = lab.facts(worlds, seed, done)
    if json:
        put_json(found.as_dict())
    else:
        from malaparte.report.facts import facts_text
        from malaparte.report.words import Words

        put(facts_text(found, Words(lang)))


def warm(json: Json = False) -> None:
    """Compile the kernel now, for instance while an image is built."""
    from malaparte.api import load
    from malaparte.kernel.compile import CACHE

    _ = load("moscow-1927-article").run(16, on="sequential").road
    if json:
        put_json({"cache": CACHE})
    else:
        put(f"The compiled kernel is in {CACHE}")
