"""Commands that simulate: run, compare, chronicle, warm."""

from __future__ import annotations

import typer

from malaparte.cli.options import (
    Brief,
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
    Without,
    World,
    Worlds,
    by_record,
    decisions,
    put,
    put_json,
    say,
    values,
)
from malaparte.cli.progress import announce, progress
from malaparte.errors import UsageError


def add(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(epilog="Example: malaparte run moscow-1927-article --do leaders=homes")(run)
    app.command(epilog="Example: malaparte compare moscow-1927-article --do leaders=homes")(compare)
    app.command(epilog="Example: malaparte chain moscow-1927-article")(chain)
    app.command(epilog="Example: malaparte chronicle moscow-1927-article --world 17")(chronicle)
    app.command(epilog="Example: malaparte warm")(warm)


def run(
    scenario: Scenario,
    worlds: Worlds = 10_000,
    seed: Seed = 1,
    do: Do = None,
    set: Set = None,  # noqa: A002 - the word of the language
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
    from malaparte.report.terminal import run_text

    if by_record(given):
        if out is not None:
            raise UsageError("--out keeps all worlds; weigh them with: malaparte given DIR")
        from malaparte.cli.record import given as weigh

        weigh(scenario, worlds=worlds, seed=seed, do=do, set=set, on=on, lang=lang, json=json)
        return
    if out is None and (events != "none" or shard is not None):
        raise UsageError("--events and --shard need --out DIR")
    lab = load(scenario, decisions(do), values(set))
    with progress(worlds) as done:
        if out is None:
            ensemble = lab.run(worlds, seed, on, done)
        else:
            ensemble = lab.keep(out, worlds, seed, on, events=events, shard=shard, progress=done)
    if ensemble is None:
        say(f"This shard is done; blocks of others are missing. See: malaparte info {out}")
    elif json:
        road = {} if ensemble.road is None else {"road": ensemble.road.as_dict()}
        put_json({**ensemble.summary.as_dict(), **road, "digest": ensemble.digest})
    else:
        row = ensemble.row(ensemble.summary.typical)
        found = ensemble.summary, ensemble.world, lang
        put(run_text(*found, row=row, ref=scenario, road=ensemble.road))


def compare(
    scenario: Scenario,
    worlds: Worlds = 10_000,
    seed: Seed = 1,
    do: Do = None,
    set: Set = None,  # noqa: A002
    on: On = None,
    brief: Brief = False,
    given: Given = None,
    without: Without = None,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Say what a decision changes: the same worlds, with and without it, on the same luck."""
    from malaparte.api import load

    lab = load(scenario)
    if by_record(given):
        from malaparte.cli.record import compare_given

        compare_given(lab, do, set, worlds, seed, on, without, lang, json)
        return
    with progress(2 * worlds) as done:
        found = lab.compare(decisions(do), values(set), worlds, seed, on, done)
    if json:
        put_json(found.as_dict())
    else:
        from malaparte.report.terminal import answer_text, compare_text

        put((answer_text if brief else compare_text)(found, lab.world, lang))


def chain(
    scenario: Scenario,
    worlds: Worlds = 1_024,
    seed: Seed = 1,
    do: Do = None,
    set: Set = None,  # noqa: A002
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Cut each link of the chain in turn, and say what that changes, on the same luck."""
    from malaparte.api import load
    from malaparte.report.road import chain_text
    from malaparte.report.words import Words

    lab = load(scenario, decisions(do), values(set))
    words = Words(lang)
    with progress(11 * worlds) as done:
        found = lab.chain(worlds, seed, done)
    if json:
        put_json(found.as_dict())
    else:
        title = f"{lab.scenario.title.say(lang)} [{lab.scenario.id}]"
        put(chain_text(found, title, words))


def chronicle(
    scenario: Scenario,
    world: World = 0,
    seed: Seed = 1,
    do: Do = None,
    set: Set = None,  # noqa: A002
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Tell one world in prose, or its events as data."""
    from malaparte.api import load

    lab = load(scenario, decisions(do), values(set))
    announce()
    if json:
        from malaparte.report.chronicle import chronicle_data
        from malaparte.results.events import as_dicts

        told = lab.trace(world, seed)
        where = {"scenario": lab.scenario.id, "seed": seed, "world": world}
        events = told.events.tolist()
        passages = chronicle_data(lab.world, events, told.row.tolist(), lang)
        put_json({**where, "passages": passages, "events": as_dicts(events, lab.world.names)})
    else:
        put(lab.chronicle(world, seed, lang))


def warm(json: Json = False) -> None:
    """Compile the kernel now, for instance while an image is built."""
    from malaparte.api import load
    from malaparte.kernel.compile import CACHE

    announce()
    _ = load("moscow-1927-article").run(16, on="sequential").road
    if json:
        put_json({"cache": CACHE})
    else:
        put(f"The compiled kernel is in {CACHE}")
