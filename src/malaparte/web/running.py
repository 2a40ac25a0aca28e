"""Runs that tell their progress while they compute, and stop when nobody listens."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import AsyncIterator, Callable, Generator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, get_args

import numpy as np
from starlette.requests import Request

from malaparte.analysis.chain import BESIDE
from malaparte.analysis.compare import compare
from malaparte.api import Laboratory
from malaparte.ensemble import runner
from malaparte.ensemble.design import Design
from malaparte.ensemble.ensemble import Ensemble
from malaparte.ensemble.executors import executor
from malaparte.errors import MalaparteError
from malaparte.kernel.outcome import COLUMNS, LABELS
from malaparte.report.road import digits, surest, too_few
from malaparte.results.block import Block
from malaparte.results.share import plain
from malaparte.said import said
from malaparte.scenario.road import Coupling
from malaparte.web.asked import Case, Many
from malaparte.web.desk import Desk, digest
from malaparte.web.dots import dots, landmarks
from malaparte.web.trouble import spoken, trouble

_SPAN = 128
"""Worlds between two messages of one worker: the first bars come within a fifth of a second."""

_PATIENCE = 3.0
"""Seconds after which somebody else's run is said to be in the way."""

Tell = Callable[[str, dict[str, Any]], None]


class Left(Exception):
    """The viewer went away, or something was found that ends the search."""


class Busy(MalaparteError):
    """Another run is under way."""

    code = "busy"


@contextmanager
def turn(desk: Desk, left: threading.Event, tell: Tell | None = None) -> Generator[None]:
    """Wait for one's turn: a moment for a run that goes on, and for one given up until it ends.

    Whoever has to wait is told so at once, as the event `queued`.
    """
    patience, queued = time.monotonic() + _PATIENCE, False
    while not desk.busy.acquire(timeout=0.1):
        if left.is_set():
            raise Left
        if tell and not queued:
            tell("queued", {})
            queued = True
        if not desk.runner_left.is_set() and time.monotonic() > patience:
            words = said("another run is under way on this server; stop it, or wait until it ends")
            raise Busy(words)
    desk.runner_left = left
    try:
        yield
    finally:
        desk.busy.release()


def turn_for(
    desk: Desk, left: threading.Event, worlds: int, *cases: Case, tell: Tell | None = None
) -> AbstractContextManager[None]:
    """Wait for one's turn to compute worlds of these cases; answers at hand need none."""
    kept = all(_key(case, worlds) in desk.answers for case in cases)
    return nullcontext() if kept else turn(desk, left, tell)


def ensemble(desk: Desk, case: Case, worlds: int, tell: Tell, left: threading.Event) -> Ensemble:
    """Return the worlds of a case, from the answers at hand or computed now.

    Raises
    ------
    Left
        If the viewer went away.
    """
    lab = desk.laboratory(case)
    return desk.answers.get(
        _key(case, worlds), lambda: _computed(lab, case.seed, worlds, tell, left)
    )


def _key(case: Case, worlds: int) -> str:
    return f"{digest(case)}:{case.seed}:{worlds}"


def _computed(
    lab: Laboratory, seed: int, worlds: int, tell: Tell, left: threading.Event
) -> Ensemble:
    counts = np.zeros(len(LABELS), np.int64)

    def watch(block: Block) -> None:
        if left.is_set():
            raise Left
        np.add.at(counts, block.rows[:, 0], 1)
        tell("progress", {"done": int(counts.sum()), "of": worlds, "counts": counts.tolist()})

    design = Design(worlds, seed, do=dict(lab.do), set=dict(lab.set))
    return runner.run(lab.world, design, executor(), None, watch, _SPAN)


def run(desk: Desk, asked: Many, tell: Tell, left: threading.Event) -> None:
    """Run a case, and the scenario as told beside it if the case changes anything."""
    told = asked.model_copy(update={"do": {}, "set": {}})
    desk.laboratory(asked)  # its problems are told before anything is computed
    with turn_for(desk, left, asked.worlds, told, asked, tell=tell):
        before = ensemble(desk, told, asked.worlds, _of("a", tell), left)
        tell("a", {**answer(before), "dots": dots(before.sample)})
        if not asked.do and not asked.set:
            return
        after = ensemble(desk, asked, asked.worlds, _of("b", tell), left)
    if before.layout.goals == after.layout.goals:
        found = compare(before, after)
        tell("b", {**answer(after), "dots": dots(before.sample, after.sample)})
        tell("difference", found.as_dict())
    else:
        tell("b", {**answer(after), "dots": dots(after.sample)})


def search(desk: Desk, asked: Many, tell: Tell, left: threading.Event) -> None:
    """Look for a world that comes to power, world by world, until one is found."""
    lab, seen, found = desk.laboratory(asked), 0, -1

    def watch(block: Block) -> None:
        nonlocal seen, found
        if left.is_set():
            raise Left
        seen += block.worlds
        power = np.flatnonzero(block.rows[:, COLUMNS.index("seized_at")] >= 0)
        if len(power):
            found = block.first + int(power[0])
            raise Left
        tell("progress", {"done": seen, "of": asked.worlds})

    design = Design(asked.worlds, asked.seed)
    with turn(desk, left, tell):
        try:
            runner.run(lab.world, design, executor(), None, watch)
        except Left:
            if left.is_set():
                raise
    tell("found", {"world": None if found < 0 else found, "asked": seen})


def chain(desk: Desk, asked: Many, tell: Tell, left: threading.Event) -> None:
    """Cut each link of the road in turn."""
    worlds = min(asked.worlds, 1_024)
    most, done = 1 + len(get_args(Coupling)) + len(BESIDE), 0

    def progress(more: int) -> None:
        nonlocal done
        if left.is_set():
            raise Left
        done += more
        tell("progress", {"done": done, "of": most * worlds})

    lab = desk.laboratory(asked)
    with turn(desk, left, tell):
        found = lab.chain(worlds, asked.seed, progress)
    links = [
        {
            "name": link.name,
            "built": link.built,
            "moved": len(link.changes),
            "changes": [{**plain(one), "digits": digits(one.name)} for one in surest(link.changes)],
        }
        for link in found.links
    ]
    tell("chain", {"worlds": found.worlds, "few": too_few(found.sets), "links": links})


def answer(found: Ensemble) -> dict[str, Any]:
    """Return what an ensemble says."""
    return {"summary": plain(found.summary), "landmarks": landmarks(found)}


def _of(side: str, tell: Tell) -> Tell:
    return lambda name, data: tell(name, {"side": side, **data})


Job = Callable[[Desk, Many, Tell, threading.Event], None]


async def stream(request: Request, desk: Desk, job: Job, asked: Many) -> AsyncIterator[str]:
    """Yield server-sent events of a job, which runs in a thread of its own.

    The job is told to stop when this generator ends, however it ends: the viewer left, the server
    stops, or the job is done.
    """
    loop, left = asyncio.get_running_loop(), threading.Event()
    waiting: asyncio.Queue[tuple[str, dict[str, Any]] | None] = asyncio.Queue()

    def put(item: tuple[str, dict[str, Any]] | None) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(waiting.put_nowait, item)

    def work() -> None:
        try:
            job(desk, asked, lambda name, data: put((name, data)), left)
        except Left:
            pass
        except MalaparteError as error:
            put(("trouble", trouble(error, spoken(request)).model_dump()))
        finally:
            put(None)

    thread = threading.Thread(target=work, name="malaparte-run", daemon=True)
    thread.start()
    try:
        while True:
            try:
                item = await asyncio.wait_for(waiting.get(), 0.25)
            except TimeoutError:
                if await request.is_disconnected():
                    return
                continue
            if item is None:
                return
            name, data = item
            text = json.dumps(data, ensure_ascii=False, allow_nan=False)
            yield f"event: {name}\ndata: {text}\n\n"
    finally:
        left.set()
