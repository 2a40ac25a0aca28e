"""The command that computes a world of a folder again: replay."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from malaparte.cli.options import Folder, Json, Lang, World, put, put_json
from malaparte.errors import StoreError, UsageError
from malaparte.said import said, strung

_List = Annotated[bool, typer.Option("--events", help="List the events, too.")]


def replay(
    folder: Folder,
    world: World = 0,
    listed: _List = False,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Compute one world again, and prove that its events tell its end and its row.

    What the folder keeps of the world, its row and its events, is compared with the same.
    """
    from malaparte.api import reopen
    from malaparte.ensemble.replaying import replayed
    from malaparte.report.folder import replayed_text
    from malaparte.report.page import filled
    from malaparte.results.events import as_dicts
    from malaparte.results.events import said as event_text
    from malaparte.results.told import untold

    kept = reopen(folder)
    kept.same_rules()
    if not 0 <= world < kept.store.worlds:
        numbers = {"world": world, "last": kept.store.worlds - 1}
        raise UsageError(said("world {world}; the folder's are 0 to {last}", **numbers))
    found = replayed(kept.world, kept.design.seed, world)
    told = as_dicts(found.trace.events.tolist(), kept.world.names)
    row, wrong_row = kept.compare_row(world, found.row)
    events, wrong_events = kept.compare_events(world, told)
    if wrong := [*found.differences, *wrong_row, *wrong_events]:
        head = said("world {world} does not hold together", world=world)
        raise StoreError(strung([head, *wrong], "\n"))
    silent = {"columns": found.untold, "beside": list(untold(kept.store.layout))}
    if json:
        proof: dict[str, Any] = {"columns_told": found.told, "untold": silent}
        compared = {"folder_row_compared": row, "folder_events_compared": events}
        put_json({"run": kept.manifest.run, "world": world, "events": told, **proof, **compared})
        return
    put(replayed_text(world, found, (row, events), silent["beside"], lang))
    for event in told if listed else ():
        put(filled(event_text(event)))
