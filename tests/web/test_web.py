"""The server: what it answers, what it refuses."""

import csv
import io
import json
import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from malaparte.api import load
from malaparte.errors import ScenarioError, UsageError
from malaparte.report.road import surest, too_few
from malaparte.web import running, why
from malaparte.web.app import create_app
from malaparte.web.asked import Many
from malaparte.web.desk import Desk
from malaparte.web.export import order_of_battle
from malaparte.web.serve import _listen

ARTICLE = "moscow-1927-article"
FIRST = "docs/first/three-nodes.yaml"


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(ARTICLE)


@pytest.fixture(scope="module")
def client(desk: Desk) -> Iterator[TestClient]:
    with TestClient(create_app(desk), base_url="http://127.0.0.1") as found:
        yield found


@pytest.fixture(scope="module")
def small(client: TestClient) -> str:
    """A scenario that was dropped on the page: few numbers, no record."""
    text = Path(FIRST).read_text("utf-8")
    return client.post("/api/check", json={"name": "x.yaml", "text": text}).json()["scenario"]


def events(client: TestClient, path: str, **body: object) -> list[tuple[str, dict[str, Any]]]:
    response = client.post(path, json=body)
    assert response.status_code == 200, response.text
    parts = [part.split("\n", 1) for part in response.text.split("\n\n") if part]
    return [(name[7:], json.loads(data[6:])) for name, data in parts]


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"host": "evil.example"}, 421),
        ({"host": "127.0.0.1.evil.example"}, 421),
        ({"host": ""}, 421),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"origin": "null"}, 403),
        ({"content-length": "99999999"}, 413),
    ],
)
def test_foreign_hosts_origins_and_large_bodies_are_refused(
    client: TestClient, headers: dict[str, str], code: int
) -> None:
    response = client.post("/api/scenario", content=b"{}", headers=headers)
    assert response.status_code == code
    assert "refused" in response.json()["message"] or "at most" in response.json()["message"]


def test_its_own_origin_may_ask(client: TestClient) -> None:
    headers = {"origin": "http://127.0.0.1"}
    assert client.post("/api/scenario", json={"scenario": ARTICLE}, headers=headers).is_success
    headers = {"host": "localhost:1927", "origin": "http://localhost:1927"}
    assert client.get("/api/library", headers=headers).is_success


def test_the_page_may_load_nothing_from_elsewhere(client: TestClient) -> None:
    page = client.get("/")
    assert "page.js" in page.text
    assert "default-src 'self'" in page.headers["content-security-policy"]


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_what_the_page_loads_first_is_small(client: TestClient, lang: str) -> None:
    world = {"scenario": ARTICLE, "world": 17}
    asked: list[tuple[str, str, dict[str, Any] | None]] = [
        *(("GET", f"/{path}", None) for path in ("", "page/page.js", "page/page.css")),
        *(("GET", f"/api/{path}", None) for path in ("first", "library", f"words/{lang}/page")),
        ("POST", "/api/world", world),
        ("POST", "/api/scenario", {"scenario": ARTICLE}),
    ]
    size = 0
    for method, path, body in asked:
        with client.stream(method, path, json=body) as response:
            assert response.is_success
            size += len(b"".join(response.iter_raw()))
    assert size < 120_000


@pytest.mark.parametrize(
    ("path", "body", "words"),
    [
        ("scenario", {"scenario": "moscow-1927-artcle"}, "did you mean `moscow-1927-article`"),
        ("scenario", {"scenario": "../../etc/passwd"}, "no scenario"),
        ("scenario", {"scenario": "moscow-1927"}, "1 problem"),
        ("scenario", {}, "scenario: Field required"),
        ("world", {"scenario": ARTICLE, "world": -1}, "world: Input should be greater"),
        ("world", {"scenario": ARTICLE, "do": {"guards": "nobody"}}, "1 problem"),
        ("world", {"scenario": ARTICLE, "set": {"numbers.guard_tech": -4}}, "20 problems"),
        ("world", {"scenario": ARTICLE, "set": {"squads.*.count": 9999}}, "at most 5,000"),
        ("run", {"scenario": ARTICLE, "worlds": 10**7}, "worlds: Input should be less"),
        ("nothing", {}, "POST /api/nothing"),
    ],
)
def test_bad_requests_get_a_sentence(
    client: TestClient, path: str, body: object, words: str
) -> None:
    response = client.post(f"/api/{path}", json=body)
    assert 400 <= response.status_code < 500
    assert words in response.json()["message"]


def test_a_world_is_its_events_and_its_chronicle(client: TestClient) -> None:
    told = client.post("/api/world", json={"scenario": ARTICLE, "world": 17}).json()
    assert len(told["events"]) > 100
    assert {len(event) for event in told["events"]} == {7}
    assert told["chronicle"]["ru"][0]["text"] != told["chronicle"]["en"][0]["text"]
    assert set(told["road"]["series"]) >= {"rumour", "queue", "belief"}


def test_a_run_tells_its_progress_and_compares(client: TestClient) -> None:
    found = events(client, "/api/run", scenario=ARTICLE, worlds=256, do={"guards": "none"})
    names = [name for name, _ in found]
    assert names[0] == "progress"
    assert names[-2:] == ["b", "difference"]
    progress = [data for name, data in found if name == "progress" and data["side"] == "a"]
    assert progress[-1]["done"] == 256 == sum(progress[-1]["counts"])
    answer = dict(found)
    assert len(answer["b"]["dots"]) == 50
    assert {dot["was"] for dot in answer["b"]["dots"]} <= set(range(9))
    shifts = {one["name"]: one["value"] for one in answer["difference"]["numbers"]}
    assert shifts["nodes_taken"] > 5


def test_a_search_says_when_there_is_none(client: TestClient) -> None:
    found = dict(events(client, "/api/search", scenario=ARTICLE, worlds=16))
    assert found["found"] == {"world": None, "asked": 16}


def test_the_chain_is_told_as_on_the_command_line(client: TestClient) -> None:
    found = events(client, "/api/chain", scenario=ARTICLE, worlds=32)
    progress = [data for name, data in found if name == "progress"]
    assert progress[-1]["done"] == progress[-1]["of"]  # every link of the article is there
    told = dict(found)["chain"]
    assert told["few"] == {"sets": 2, "worlds": 320}
    assert too_few(20) is None
    cut = load(ARTICLE).chain(32)
    assert [one["moved"] for one in told["links"]] == [len(one.changes) for one in cut.links]
    for one, link in zip(told["links"], cut.links, strict=True):
        shown = surest(link.changes)
        assert [change["name"] for change in one["changes"]] == [change.name for change in shown]
    assert any(0 < len(one["changes"]) < one["moved"] for one in told["links"])


def test_curves_come_with_what_was_given_and_what_was_counted(client: TestClient) -> None:
    shown = client.post("/api/scenario", json={"scenario": ARTICLE}).json()["road"]
    given = {one["input"] for one in shown["record"] if one["output"] == "procured"}
    assert given == {True, False}
    bands = client.post("/api/road", json={"scenario": ARTICLE}).json()
    assert too_few(bands["sets"]) is None
    low, middle, high = bands["bands"]["shortfall"]
    assert middle[0] is None  # there is no year before to fall short of
    assert low[-1] < middle[-1] < high[-1]


def test_what_carries_the_answer_is_what_explain_finds(client: TestClient, small: str) -> None:
    found = events(client, "/api/explain", scenario=small, worlds=320)
    progress = [data for name, data in found if name == "progress"]
    told = dict(found)["explain"]
    assert progress[-1]["done"] == progress[-1]["of"] == 320 + told["design"]
    lab = load(FIRST)
    same = lab.explain(320, points=why.POINTS)
    assert [one["name"] for one in told["groups"]] == [one.name for one in same.groups]
    assert told["numbers"][0]["index"]["total"] == same.numbers[0].index.total
    assert told["idle"] == list(same.idle)
    assert told["sure"] == sum(one.low > 0 for one in same.information)


def test_the_record_is_held_against_the_other_readings(client: TestClient) -> None:
    found = events(client, "/api/given", scenario="moscow-1927-record", worlds=2_000)
    told = dict(found)["given"]
    others = [one["scenario"] for one in told["readings"]]
    assert set(others) == {ARTICLE, "moscow-1927-malaparte"}
    assert {one["done"] for name, one in found if name == "progress"} >= {6_000}
    assert len(told["told"]) == 6
    for one in told["told"]:
        assert one["says"]["ru"]
        assert {ratio["way"] for ratio in one["ratios"]} <= {"more", "less", "same"}
        assert all(
            one["value"] is None or one["value"] >= 1
            for one in one["ratios"]
            if one["way"] != "same"
        )
    assert any(one["absent"] for one in told["told"])
    assert told["learned"][0]["before"] != told["learned"][0]["after"]


@pytest.mark.parametrize(
    ("ask", "worlds", "words"),
    [("given", 16, "expected 20 at least"), ("given", 320, "record is empty")],
)
def test_too_little_to_weigh_is_told(
    client: TestClient, small: str, ask: str, worlds: int, words: str
) -> None:
    scenario = small if "empty" in words else "moscow-1927-record"
    name, told = events(client, f"/api/{ask}", scenario=scenario, worlds=worlds)[-1]
    assert name == "trouble"
    assert words in told["message"]


@pytest.mark.parametrize("job", [why.explain, why.weigh])
def test_a_question_whose_viewer_left_stops(desk: Desk, job: running.Job) -> None:
    left, seen = threading.Event(), list[int]()

    def tell(_: str, data: dict[str, Any]) -> None:
        seen.append(data["done"])
        if data["done"] > 700:  # past the run, among the worlds of the question itself
            left.set()

    with pytest.raises(running.Left):
        job(desk, Many(scenario=ARTICLE, worlds=640, seed=7), tell, left)
    assert max(seen) < 4_000
    with running.turn(desk, threading.Event()):
        pass


def test_problems_of_a_run_come_in_its_stream(client: TestClient) -> None:
    ((name, told),) = events(client, "/api/run", scenario=ARTICLE, do={"nobody": "x"})
    assert name == "trouble"
    assert told["problems"][0]["found"] == "no decision `nobody`"


def test_two_runs_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with running.turn(desk, threading.Event()):
        asked = Many(scenario=ARTICLE, worlds=16, seed=77)  # nobody has asked for it
        with pytest.raises(running.Busy, match="another run is under way"):
            running.run(desk, asked, lambda *_: None, threading.Event())


def test_a_run_that_was_given_up_is_waited_for(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "_PATIENCE", 0.2)
    left, over = threading.Event(), threading.Event()

    def slow() -> None:
        with running.turn(desk, left):
            over.wait(30)

    thread = threading.Thread(target=slow)
    thread.start()
    while not desk.busy.locked():
        time.sleep(0.01)
    with pytest.raises(running.Busy), running.turn(desk, threading.Event()):
        pass
    left.set()
    threading.Timer(1.0, over.set).start()  # much longer than patience lasts
    with running.turn(desk, threading.Event()):
        assert over.is_set()
    thread.join()


def test_what_is_kept_is_answered_while_another_run_computes(
    desk: Desk, client: TestClient
) -> None:
    body: dict[str, Any] = {"scenario": ARTICLE, "worlds": 32, "do": {"guards": "none"}}
    first = events(client, "/api/run", **body)
    text = client.post("/api/export/answer.txt", json=body).text
    with running.turn(desk, threading.Event()):  # as a run of another viewer holds it
        again = events(client, "/api/run", **body)
        assert again == [one for one in first if one[0] != "progress"]
        assert [name for name, _ in again] == ["a", "b", "difference"]
        assert client.post("/api/export/answer.txt", json=body).text == text
        waits, (name, told) = events(client, "/api/run", **{**body, "seed": 2})
        assert waits == ("queued", {})  # said at once, not when its patience ends
        assert (name, told["code"]) == ("trouble", "busy")


def test_a_run_whose_viewer_left_stops(desk: Desk) -> None:
    left, seen = threading.Event(), list[int]()

    def tell(_: str, data: dict[str, Any]) -> None:
        seen.append(data["done"])
        left.set()

    asked = Many(scenario=ARTICLE, worlds=50_000, seed=5)
    with pytest.raises(running.Left):
        running.run(desk, asked, tell, left)
    assert max(seen) < 5_000
    with running.turn(desk, threading.Event()):
        pass  # its turn is over


def test_a_file_is_checked_with_the_lines_of_its_problems(client: TestClient) -> None:
    text = f"malaparte: 1\nid: mine\nextends: {ARTICLE}\nplan:\n  gap: {{point: -3}}\n"
    told = client.post("/api/check", json={"name": "mine.yaml", "text": text}).json()
    assert told["scenario"] is None
    assert {(one["file"], one["line"]) for one in told["problems"]} == {("mine.yaml", 5)}
    for text, words in (("extends: ../x.yaml", "`../x.yaml`"), ("[", "not YAML"), ("", "empty")):
        told = client.post("/api/check", json={"name": "x.yaml", "text": text}).json()
        assert told["scenario"] is None
        assert words in str(told["problems"])


def test_mistakes_are_told_in_the_language_of_the_request(client: TestClient) -> None:
    russian = {"accept-language": "ru-RU,ru;q=0.9,en;q=0.8"}
    bad = {"name": "x.yaml", "text": f"malaparte: 1\nid: x\nextends: {ARTICLE}\nplan: {{gap: 5}}\n"}
    (problem,) = client.post("/api/check", json=bad, headers=russian).json()["problems"]
    assert problem["expected"] == "величина: разброс, единица, основание, источники"
    german = {"accept-language": "de"}
    (problem,) = client.post("/api/check", json=bad, headers=german).json()["problems"]
    assert problem["expected"] == "a quantity: spread, unit, basis, sources"
    wrong = {"scenario": ARTICLE, "do": {"guards": "nobody"}}
    told = client.post("/api/world", json=wrong, headers=russian).json()
    assert told["message"] == "1 ошибка"
    assert told["problems"][0]["found"] == "нет варианта `nobody`"
    told = client.post("/api/scenario", json={"scenario": "moscow"}, headers=russian).json()
    assert told["message"].startswith("Нет сценария `moscow`.")
    assert told["code"] == "no-scenario"
    streamed = client.post("/api/run", json={"scenario": "moscow", "worlds": 16}, headers=russian)
    assert "event: trouble" in streamed.text
    assert "Нет сценария `moscow`." in streamed.text


def test_a_changed_scenario_is_saved_as_one_that_check_accepts(client: TestClient) -> None:
    changes = {
        "numbers.guard_tech": {"pert": [5, 8, 20]},
        "guards.kremlin.size": 250,
        "leaders.politburo.stays.1.share": 0.5,
    }
    case = {"scenario": ARTICLE, "set": changes, "do": {"leaders": "homes"}}
    text = client.post("/api/export/scenario.yaml", json=case).text
    assert "--do leaders=homes" in text
    told = client.post("/api/check", json={"name": "mine.yaml", "text": text}).json()
    assert told["problems"] == []
    numbers = client.post("/api/numbers", json={"scenario": told["scenario"]}).json()
    found = {one["path"]: one for one in numbers}
    assert found["numbers.guard_tech"]["args"] == [5, 8, 20]
    assert found["guards.kremlin.size"]["basis"] == "assumed"
    assert found["guards.kremlin.size"]["note"] == {"en": "set by hand", "ru": "задано вручную"}
    assert found["leaders.politburo.stays.1.share"]["args"] == [0.5]


def test_every_number_has_a_unit_and_says_who_says_so(client: TestClient) -> None:
    numbers = client.post("/api/numbers", json={"scenario": ARTICLE}).json()
    assert len(numbers) > 300
    for one in numbers:
        assert one["unit"]
        assert one["doc"].keys() == {"en", "ru"}
        assert all(one["doc"].values())
        assert one["basis"] == "assumed" or one["sources"]
        assert one["note"] is None or one["note"].keys() == {"en", "ru"}


def test_what_can_be_carried_away(client: TestClient) -> None:
    world = {"scenario": ARTICLE, "world": 17, "at": 40_000, "lang": "ru"}
    assert "мир 17" in client.post("/api/export/map.svg", json=world).text.lower()
    assert "мир 17" in client.post("/api/export/chronicle.txt", json=world).text.lower()
    battle = client.post("/api/export/order-of-battle.csv", json={"scenario": ARTICLE}).text
    assert battle.startswith("side,kind,id")
    assert "guard,tel_central" in battle
    answer = {"scenario": ARTICLE, "worlds": 256, "do": {"guards": "none"}}
    assert "WHAT IF" in client.post("/api/export/answer.txt", json=answer).text


def test_the_order_of_battle_has_every_unit_of_the_army(client: TestClient) -> None:
    for name in (ARTICLE, "petrograd-1917", FIRST):
        text = order_of_battle(load(name))
        rows = list(csv.DictReader(io.StringIO(text)))
        assert all(None not in row and None not in row.values() for row in rows)  # none is ragged
        army = load(name).scenario.army
        units = {row["id"]: row for row in rows if row["kind"] == "unit"}
        assert units.keys() == (army.units.keys() if army else set())
        for key, unit in (army.units if army else {}).items():
            row = units[key]
            assert (row["side"], row["place"], row["arms"]) == ("army", unit.place, unit.arm)
            assert (row["name"], row["commander"]) == (unit.name.en, unit.commander.en)
            assert ("outside" in row["posture"]) == unit.outside
            assert row["basis"] == str(unit.men.basis)
            assert row["men"]
    asked = {"scenario": "petrograd-1917", "set": {"army.units.cossacks.men": 2500}}
    sent = client.post("/api/export/order-of-battle.csv", json=asked).text
    (cossacks,) = (row for row in csv.DictReader(io.StringIO(sent)) if row["id"] == "cossacks")
    assert cossacks["men"] == "one value: 2,500"


def test_the_order_of_battle_is_told_in_the_language_of_the_page(client: TestClient) -> None:
    def table(lang: str) -> list[dict[str, str]]:
        asked = {"scenario": ARTICLE, "lang": lang}
        text = client.post("/api/export/order-of-battle.csv", json=asked).text
        return list(csv.DictReader(io.StringIO(text)))

    english, russian = table("en"), table("ru")
    assert [row["id"] for row in english] == [row["обозначение"] for row in russian]
    ids = {"обозначение", "место", "источники"}
    told = "".join(value for row in russian for key, value in row.items() if key not in ids)
    assert set(re.findall("[A-Za-z]{2,}", "".join(russian[0]) + told)) == {"PERT"}


def test_a_misspelt_scenario_is_told_as_it_was_written() -> None:
    with pytest.raises(ScenarioError, match="did you mean `moscow-1927-article`"):
        Desk("moscow-1927-artcle")


def test_a_port_that_is_taken_is_said() -> None:
    with _listen(0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port} cannot be used"):
            _listen(port)


def test_a_world_says_which_guards_its_case_posts(client: TestClient) -> None:
    def posted(do: dict[str, str]) -> list[dict[str, Any]]:
        asked = {"scenario": ARTICLE, "do": do, "world": 17}
        return client.post("/api/world", json=asked).json()["guards"]

    assert any(one["hidden"] for one in posted({}))
    assert not any(one["hidden"] for one in posted({"guards": "outside"}))
    assert len(posted({"guards": "none"})) < len(posted({}))


def test_an_unknown_scenario_names_no_file_of_another_viewer(
    client: TestClient, small: str
) -> None:
    said = client.post("/api/scenario", json={"scenario": small[:-1]})
    assert said.status_code == 400
    assert said.json()["code"] == "no-scenario"
    assert small not in said.text
