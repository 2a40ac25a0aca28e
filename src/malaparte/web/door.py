"""What answers while the rules are being compiled, and steps aside when they are."""

from __future__ import annotations

import threading
import time

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from starlette.types import Receive, Scope, Send

from malaparte.report.telling import tell
from malaparte.said import said
from malaparte.web.asked import Ready, Trouble
from malaparte.web.desk import Desk
from malaparte.web.front import front
from malaparte.web.trouble import spoken

AGAIN = 1
"""Seconds after which one may ask again: `/api/ready` says whether it is any use."""


class Door:
    """ASGI application: the front of a desk until the whole of it is let through.

    The page opens at once; whatever needs the rules is refused with 503, and told for how many
    seconds they have been compiling.
    """

    def __init__(self, desk: Desk) -> None:
        self.opened = threading.Event()
        self._since = time.monotonic()
        self._app = front(desk)
        self._app.add_api_route("/api/ready", self._ready)
        self._app.add_api_route("/api/{rest:path}", self._later, methods=["POST"])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on to what answers now."""
        await self._app(scope, receive, send)

    def let_through(self, app: FastAPI) -> None:
        """Let everything be asked from now on."""
        self._app = app
        self.opened.set()

    def _passed(self) -> int:
        return round(time.monotonic() - self._since)

    async def _ready(self) -> Ready:
        return Ready(ready=False, seconds=self._passed())

    async def _later(self, request: Request) -> JSONResponse:
        passed = self._passed()
        words = said(
            "the rules are being compiled, once only on this machine; that takes about 20 seconds, "
            "{passed} have passed; ask again in a second",
            passed=passed,
        )
        refusal = Trouble(message=tell(words, spoken(request)), code="compiling").model_dump()
        headers = {"retry-after": str(AGAIN)}
        return JSONResponse({**refusal, "seconds": passed}, 503, headers)
