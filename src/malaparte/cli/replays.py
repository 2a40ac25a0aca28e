"""The command that computes a world of a folder again: replay."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from malaparte.cli.options import Folder, Json, World, put, put_json
from malaparte.errors import StoreError, UsageError

_List = Annotated[bool, typer.Option("--events", help="List the events, too.")]


def replay(folder: Folder, world: World = 0, listed: _List = False, json: Json = False) -> None:
    """Compute one world again, and prove that its events tell its end and its row.

    What the folder keeps of the world, its row and its events, is compared with the same.
    """
    from malaparte.api import reopen
    from malaparte.ensemble.replaying import replayed
    from malaparte.report.page import filled
    from malaparte.results.events import as_dicts, said
    from malaparte.results.told import untold

    kept = reopen(folder)
    kept.same_rules()
    if not 0 <= world < kept.store.worlds:
        raise UsageError(f"world {world}; the folder's are 0 to {kept.store.worlds - 1}")
    found = replayed(kept.world, kept.design.seed, world)
    told = as_dicts(found.trace.events.tolist(), kept.world.names)
    row, wrong_row = kept.compare_row(world, found.row)
    events, wrong_events = kept.compare_events(world, told)
    if wrong := [*found.differences, *wrong_row, *wrong_events]:
        raise StoreError("\n".join([f"world {world} does not hold together", *wrong]))
    silent = {"columns": found.untold, "beside": list(untold(kept.store.layout))}
    if json:
        proof: dict[str, Any] = {"columns_told": found.told, "untold": silent}
        compared = {"folder_row_compared": row, "folder_events_compared": events}
        put_json({"run": kept.manifest.run, "world": world, "events": told, **proof, **compared})
        return
    ends = "places, squads, guards, persons and units at the end"
    columns = f"{len(found.told)} of {len(found.row)} columns of the row"
    words = f"World {world}: {len(told):,} events; {ends}, and {columns}, rebuilt from them, are"
    alike = {True: "are the same", False: "are missing or damaged", None: "were not kept"}[events]
    put(
        filled(
            f"{words} those of the rules; the folder's row"
            f" {'is the same' if row else 'is missing or damaged'}; its events {alike}."
        )
    )
    put(filled(f"Not told by events: {', '.join([*found.untold, *silent['beside']])}."))
    for event in told if listed else ():
        put(filled(said(event)))
