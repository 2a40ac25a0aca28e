"""Who may speak to the server: this machine's own page, with requests of bounded size."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from malaparte.web.asked import MOST_BYTES

_OWN = ("127.0.0.1", "localhost", "[::1]")
_MOST = 2 * MOST_BYTES
"""A file of the largest size, with the marks that JSON escapes, stays below this."""

_HEADERS = (
    (
        b"content-security-policy",
        b"default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
        b"frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
)


class Guard:
    """ASGI middleware: refuses foreign hosts and origins, and bodies that are too large.

    A page of another site can send requests to a server on this machine (DNS rebinding, forms); it
    cannot forge the headers Host and Origin, so those decide.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on with headers that keep foreign content out of the page."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers: dict[bytes, bytes] = dict(scope["headers"])
        refusal = _refusal(headers)
        if refusal:
            await _say(send, *refusal)
            return
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > _MOST:
                return {"type": "http.disconnect"}
            return message

        async def safe(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *_HEADERS]
            await send(message)

        await self.app(scope, counted, safe)


def _refusal(headers: dict[bytes, bytes]) -> tuple[int, str] | None:
    host = headers.get(b"host", b"").decode("latin-1")
    if _name(f"//{host}") not in _OWN:
        return 421, f"host `{host[:80]}` is refused; open http://127.0.0.1 on this machine"
    origin = headers.get(b"origin")
    if origin is not None:
        said = origin.decode("latin-1")
        if urlsplit(said).netloc != host:
            return 403, f"origin `{said[:80]}` is refused; only the page itself may ask"
    length = headers.get(b"content-length", b"0")
    if not length.isdigit() or int(length) > _MOST:
        return 413, f"a request of {length.decode('latin-1')[:20]} bytes; at most {_MOST:,}"
    return None


def _name(url: str) -> str:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        return f"[{host}]" if ":" in host else host
    except ValueError:
        return ""


async def _say(send: Send, status: int, message: str) -> None:
    body = json.dumps({"message": message, "problems": []}).encode()
    head = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": status, "headers": [*head, *_HEADERS]})
    await send({"type": "http.response.body", "body": body})
