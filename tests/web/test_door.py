"""The server while the rules are being compiled, which takes a quarter of a minute or more."""

import socket
import threading
import time
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from malaparte.web import serve
from malaparte.web.app import create_app
from malaparte.web.desk import Desk
from malaparte.web.door import Door

ARTICLE = "moscow-1927-article"
WORLD = {"scenario": ARTICLE, "world": 17}


def test_the_page_is_served_and_worlds_are_asked_to_come_again() -> None:
    desk = Desk(ARTICLE)
    door = Door(desk)
    with TestClient(door, base_url="http://127.0.0.1") as client:
        for path in ("/", "/page/page.js", "/api/words/ru/page", "/api/first", "/api/library"):
            assert client.get(path).is_success
        assert client.post("/api/scenario", json={"scenario": ARTICLE}).json()["places"]
        assert client.post("/api/scenario", headers={"host": "evil.example"}).status_code == 421
        waits = client.get("/api/ready")
        assert waits.status_code == 200
        assert not waits.json()["ready"]
        for path in ("world", "run", "export/map.svg"):
            said = client.post(f"/api/{path}", json=WORLD)
            assert said.status_code == 503
            assert int(said.headers["retry-after"]) > 0
            assert said.json()["code"] == "compiling"
            assert "once only" in said.json()["message"]
        said = client.post("/api/world", json=WORLD, headers={"accept-language": "ru"})
        assert said.json()["message"].startswith("правила компилируются")
        door.let_through(create_app(desk))
        assert client.get("/api/ready").json() == {"ready": True, "seconds": 0}
        assert client.post("/api/world", json=WORLD).json()["events"]


@pytest.fixture
def told() -> tuple[list[str], Callable[[str], None]]:
    """Addresses that a server said, and what it says them to."""
    said = list[str]()
    return said, said.append


def test_it_listens_before_the_rules_are_there(
    monkeypatch: pytest.MonkeyPatch, told: tuple[list[str], Callable[[str], None]]
) -> None:
    """A compile that is faked: it takes as long as the test wants, then it breaks."""
    said, tell = told
    go_on = threading.Event()

    def prepare(*_: object) -> None:
        assert go_on.wait(300)
        raise RuntimeError("no compiler")

    monkeypatch.setattr(serve, "_prepare", prepare)
    monkeypatch.setattr(serve, "compiled", lambda: False)
    ended = list[BaseException]()

    def work() -> None:
        try:
            serve.serve(ARTICLE, 0, open_page=False, told=tell)
        except RuntimeError as error:
            ended.append(error)

    server = threading.Thread(target=work)
    server.start()
    while not said:
        time.sleep(0.05)
    port = int(said[0].rstrip("/").rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), 300) as viewer:
        viewer.sendall(b"GET / HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")
        assert b" 200 " in viewer.recv(100)
    go_on.set()
    server.join(300)
    # What went wrong is told where the server was started, which has ended.
    assert "no compiler" in str(ended)


def test_it_says_whether_a_scenario_is_there() -> None:
    with TestClient(create_app(Desk(ARTICLE)), base_url="http://127.0.0.1") as client:
        assert client.get("/api/first").json() == {"scenario": ARTICLE, "known": True}
        asked = client.get("/api/first", params={"scenario": "nope"})
        assert asked.status_code == 200
        assert asked.json() == {"scenario": "nope", "known": False}
