"""The server as users start it."""

import json
import re
import subprocess
import sys
import time
import urllib.request

CALL = "from malaparte.cli import main; main()"
HELD = f"""
import sys
from malaparte.web import serve
prepare, serve.compiled = serve._prepare, lambda: False
serve._prepare = lambda *all: (sys.stdin.readline(), prepare(*all))
{CALL}
"""
"""The same as if the rules had still to be compiled, which ends when a test says `go_on`."""


def serve(*words: str, call: str = CALL) -> tuple[subprocess.Popen[str], str]:
    """Start the server on a free port and return it with its address."""
    command = [sys.executable, "-c", call, "serve", *words, "--port", "0", "--no-open"]
    pipe = subprocess.PIPE
    server = subprocess.Popen(command, stdin=pipe, stderr=pipe, text=True)
    assert server.stderr
    for line in server.stderr:
        if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
            return server, found[0]
    raise AssertionError("the server ended before it said its address")


def ready(server: subprocess.Popen[str], address: str) -> None:
    """Wait until the rules are compiled: on a fresh machine that takes half a minute or more."""
    while server.poll() is None:
        with urllib.request.urlopen(f"{address}api/ready", timeout=60) as answer:
            if json.load(answer)["ready"]:
                return
        time.sleep(0.1)
    raise AssertionError("the server ended before it was ready")


def go_on(server: subprocess.Popen[str]) -> None:
    assert server.stdin
    server.stdin.write("\n")
    server.stdin.flush()


def end(server: subprocess.Popen[str]) -> None:
    server.kill()
    server.communicate()
