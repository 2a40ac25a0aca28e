"""The server as users start it."""

import re
import subprocess
import sys

CALL = "from malaparte.cli import main; main()"
SLOWED = f"""
import time
from malaparte.web import serve
prepare, serve.compiled = serve._prepare, lambda: False
serve._prepare = lambda *all: (time.sleep(5), prepare(*all))
{CALL}
"""
"""The same as if the rules had still to be compiled."""


def serve(*words: str, call: str = CALL) -> tuple[subprocess.Popen[str], str]:
    """Start the server on a free port and return it with its address."""
    command = [sys.executable, "-c", call, "serve", *words, "--port", "0", "--no-open"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert server.stderr
    for line in server.stderr:
        if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
            return server, found[0]
    raise AssertionError("the server ended before it said its address")


def end(server: subprocess.Popen[str]) -> None:
    server.kill()
    server.communicate()
