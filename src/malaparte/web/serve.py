"""The server on this machine."""

from __future__ import annotations

import socket
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn

from malaparte.errors import UsageError
from malaparte.web.app import create_app
from malaparte.web.asked import Case
from malaparte.web.desk import Desk
from malaparte.web.library import shelf
from malaparte.web.numbers import cards_view

HOST = "127.0.0.1"


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
    address = f"http://{HOST}:{listening.getsockname()[1]}/"
    told(address)
    # Before the first viewer asks: the list of scenarios, what claims name, and the compiled rules.
    threading.Thread(target=_warm, args=(desk,), daemon=True).start()
    config = uvicorn.Config(create_app(desk), log_level="warning", timeout_graceful_shutdown=1)
    if open_page:
        threading.Timer(0.5, webbrowser.open, (address,)).start()
    with suppress(KeyboardInterrupt):  # that is how one ends it
        uvicorn.Server(config).run(sockets=[listening])


def _warm(desk: Desk) -> None:
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
        words = f"port {port} cannot be used ({error.strerror}); try --port 0 for a free one"
        raise UsageError(words) from None
    return listening
