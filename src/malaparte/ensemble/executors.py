"""Where stretches of worlds are computed: an executor is an object with ``map``.

A task is called as ``task(item, stopped)`` and asks ``stopped()`` several times a second whether it
should give up by raising `Stopped`.  Results come in the order in which they are done, so whoever
takes them must not depend on it.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import pickle
import re
import signal
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
    wait,
)
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from multiprocessing.process import BaseProcess
from typing import Any, Protocol, TypeVar

from malaparte.errors import MalaparteError, UsageError
from malaparte.said import said, strung

Item = TypeVar("Item")
Result = TypeVar("Result")
Task = Callable[[Item, Callable[[], bool]], Result]

_AHEAD = 2
"""Items a worker has waiting, so that it never idles and little is lost at an interruption."""


class Stopped(Exception):
    """The task gave up because it was asked to."""


class Executor(Protocol):
    """Anything that can call a task on many items."""

    def map(self, task: Task[Item, Result], items: Iterable[Item]) -> Generator[Result]:
        """Yield the results as they are done."""
        ...


@dataclass(frozen=True)
class Sequential:
    """One item after the other, here."""

    def map(self, task: Task[Item, Result], items: Iterable[Item]) -> Generator[Result]:
        """Yield the results in the order of the items."""
        for item in items:
            yield task(item, _never)


@dataclass(frozen=True)
class Threads:
    """Threads of this process; the kernel runs without the interpreter's lock."""

    workers: int

    def map(self, task: Task[Item, Result], items: Iterable[Item]) -> Generator[Result]:
        """Yield the results as they are done; when left early, stop within a second."""
        stop = threading.Event()
        threads: list[threading.Thread] = []
        pool = ThreadPoolExecutor(
            self.workers, initializer=lambda: threads.append(threading.current_thread())
        )
        try:
            yield from _as_done(
                lambda item: pool.submit(task, item, stop.is_set), items, self.workers * _AHEAD
            )
        finally:
            stop.set()
            pool.shutdown(wait=False, cancel_futures=True)
            # Who compiles the kernel hears nothing, and gives up when it is done: do not wait.
            _wait(threads, 0.8)


@dataclass(frozen=True)
class Processes:
    """Processes of this machine, started afresh (spawn), so threads of the caller do no harm."""

    workers: int

    def map(self, task: Task[Item, Result], items: Iterable[Item]) -> Generator[Result]:
        """Yield the results as they are done; when left early, end the workers."""
        context = multiprocessing.get_context("spawn")
        stop = context.Event()
        others = set(multiprocessing.active_children())
        pool = ProcessPoolExecutor(self.workers, context, _start_worker, (pickle.dumps(task), stop))
        try:
            yield from _as_done(lambda item: pool.submit(_work, item), items, self.workers * _AHEAD)
        except BrokenProcessPool:
            words = said("a worker process was killed, perhaps because memory ran out")
            raise MalaparteError(words) from None
        finally:
            stop.set()
            pool.shutdown(wait=False, cancel_futures=True)
            _end(set(multiprocessing.active_children()) - others)


@dataclass(frozen=True)
class Dask:
    """The workers of a Dask cluster; they need the same malaparte and, to keep, the same folder."""

    address: str

    def map(self, task: Task[Item, Result], items: Iterable[Item]) -> Generator[Result]:
        """Yield the results as they are done; what a lost worker had is computed again."""
        client = self.connect()
        from distributed import as_completed

        with client, _without_warnings("distributed.client"):
            _same_everywhere(client)
            # The task travels with every item, so that no worker's death can lose it.
            parcel = pickle.dumps(task)
            waiting = iter(items)
            ahead = max(1, sum(client.nthreads().values())) * _AHEAD

            def send(most: int) -> list[Any]:
                few = islice(waiting, most)
                return [client.submit(_open, parcel, item, pure=False) for item in few]

            under_way: Any = as_completed(send(ahead))
            for done in under_way:
                under_way.update(send(1))
                yield done.result()

    def connect(self) -> Any:
        """Return a client of the cluster; an error if there is none, or no Dask here."""
        try:
            from distributed import Client
        except ImportError:
            command = "pip install 'malaparte[dask]'"
            raise UsageError(said("dask:// needs Dask: {command}", command=command)) from None
        try:
            return Client(self.address, timeout=5)
        except (OSError, ValueError) as error:
            told = {"address": self.address, "why": str(error)}
            raise MalaparteError(said("no Dask scheduler at {address}: {why}", **told)) from None


def executor(words: str | None = None) -> Executor:
    """Return the executor that words name; None for a thread a core.

    Words are threads:N, procs:N (N may be left out: one a core), sequential or dask://host:port.  A
    cluster is called at once, so that a start that fails leaves nothing behind.
    """
    if words is None:
        return Threads(cores())
    words = str(words)  # from Python anything may come; what is no such text is refused below
    if words == "sequential":
        return Sequential()
    if re.fullmatch(r"dask://[^/:]+:\d+", words):
        cluster = Dask(words.replace("dask://", "tcp://"))
        cluster.connect().close()
        return cluster
    match = re.fullmatch(r"(threads|procs)(?::(\d+))?", words)
    workers = int(match[2]) if match and match[2] else cores()
    if match is None or not 1 <= workers <= 1024:
        found = said("nothing to run on called '{words}'", words=words)
        expected = said(
            "expected threads:N, procs:N (N from 1 to 1024), sequential or dask://host:port"
        )
        raise UsageError(strung([found, expected], "; "))
    return Threads(workers) if match[1] == "threads" else Processes(workers)


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _as_done(
    submit: Callable[[Item], Future[Result]], items: Iterable[Item], ahead: int
) -> Iterator[Result]:
    """Keep a bounded number of items under way, and yield results as they are done."""
    pending: set[Future[Result]] = set()
    for item in items:
        pending.add(submit(item))
        while len(pending) >= ahead:
            done, pending = wait(pending, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)
    while pending:
        done, pending = wait(pending, return_when=FIRST_COMPLETED)
        yield from (future.result() for future in done)


def _end(workers: Iterable[BaseProcess]) -> None:
    """Give workers a moment to put away what they have, then end them; numba ends slowly."""
    workers = list(workers)
    _wait(workers, 0.3)
    for worker in workers:
        if worker.is_alive():
            worker.terminate()


def _wait(workers: Iterable[BaseProcess | threading.Thread], seconds: float) -> None:
    """Wait until workers have ended, but not longer than so many seconds for all of them."""
    limit = time.monotonic() + seconds
    for worker in workers:
        worker.join(max(0.0, limit - time.monotonic()))


@contextmanager
def _without_warnings(name: str) -> Generator[None]:
    """Keep a library from telling that a worker was lost: its items are computed again."""
    log = logging.getLogger(name)
    level = log.level
    log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        log.setLevel(level)


def _same_everywhere(client: Any) -> None:
    from malaparte.kernel.compile import source_digest

    here = source_digest()
    others = [name for name, digest in client.run(source_digest).items() if digest != here]
    if others:
        names = ", ".join(sorted(others))
        raise MalaparteError(said("another malaparte is installed on {names}", names=names))


@lru_cache(maxsize=2)
def _opened(parcel: bytes) -> Any:
    return pickle.loads(parcel)


def _open(parcel: bytes, item: Any) -> Any:
    return _opened(parcel)(item, _never)


def _never() -> bool:
    return False


# In a worker process: the task and the flag, set once when it starts, because sending the task
# with every item would cost more than some items do.
_worker: dict[str, Any] = {}


def _start_worker(task: bytes, stop: Any) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the coordinator, which stops us
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _worker["task"], _worker["stop"] = pickle.loads(task), stop


def _end_with_parent() -> None:
    """A coordinator that is killed stops nobody, so its workers look for themselves."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(item: Any) -> Any:
    return _worker["task"](item, _worker["stop"].is_set)
