"""The server on this machine."""

from __future__ import annotations

import socket
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn

from malaparte.errors import UsageError, reason
from malaparte.kernel.compile import compiled
from malaparte.said import said
from malaparte.web.asked import Case
from malaparte.web.desk import Desk
from malaparte.web.door import Door
from malaparte.web.library import shelf
from malaparte.web.numbers import cards_view

HOST = "127.0.0.1"
QUICK = 3.0
"""Seconds that one waits for rules that are compiled already before the page says that it waits."""


def serve(ref: str | Path, port: int, *, open_page: bool, told: Callable[[str], None]) -> None:
    """Serve the page until it is interrupted.

    Parameters
    ----------
    ref : str or Path
        The scenario that the page opens first.
    port : int
        Port on this machine; 0 takes a free one.
    open_page : bool
        Whether to open the page in the browser of this machine.
    told : function of str
        Is told the address.

    Raises
    ------
    ScenarioError
        If the scenario has problems.
    UsageError
        If the port is taken.
    """
    desk = Desk(ref)
    desk.laboratory(Case(scenario=desk.first))
    listening = _listen(port)
    door = Door(desk)
    config = uvicorn.Config(door, log_level="warning", timeout_graceful_shutdown=1)
    server, broken = uvicorn.Server(config), list[BaseException]()

    def prepare() -> None:
        try:
            _prepare(desk, door)
        except BaseException as error:
            broken.append(error)
            server.should_exit = True

    threading.Thread(target=prepare, daemon=True).start()
    if compiled():
        door.opened.wait(QUICK)
    address = f"http://{HOST}:{listening.getsockname()[1]}/"
    told(address)
    if open_page:
        threading.Timer(0.5, webbrowser.open, (address,)).start()
    with suppress(KeyboardInterrupt):  # that is how one ends it
        server.run(sockets=[listening])
    if broken:
        raise broken[0]


def _prepare(desk: Desk, door: Door) -> None:
    """Compile the rules, open the door, and make ready what the first viewer will ask for."""
    from malaparte.web.app import create_app  # compiles the rules if that was never done

    door.let_through(create_app(desk))
    lab = desk.laboratory(Case(scenario=desk.first))
    lab.trace(0)
    shelf()
    cards_view(desk, lab, desk.first)


def _listen(port: int) -> socket.socket:
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
        listening.listen()  # from now on a browser waits instead of being refused
    except OSError as error:
        listening.close()
        words = said(
            "port {port} cannot be used ({why}); try --port 0 for a free one",
            port=port,
            why=reason(error),
        )
        raise UsageError(words) from None
    return listening
