import json
import logging
import re
import subprocess
import sys
from pathlib import Path

import pytest

from malaparte.cli.main import app, call
from malaparte.cli.parsed import parsed
from malaparte.cli.progress import COMPILING, compiling, progress
from malaparte.report.telling import tell
from malaparte.said import Said
from malaparte.scenario.claim import article, claims
from tests.lines import unbroken

THREE = "docs/first/three-nodes.yaml"


def test_run_prints_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["run", THREE, "--worlds", "64", "--json"]) == 0
    printed = capsys.readouterr()
    data = json.loads(printed.out)
    assert data["worlds"] == 64
    assert len(data["digest"]) == 64
    assert data["outcomes"][0]["chance"]["share"]["said"].startswith("between")


def test_run_and_chronicle_print_eighty_columns(capsys: pytest.CaptureFixture[str]) -> None:
    for lang in ("en", "ru"):
        assert call(["run", THREE, "--worlds", "64", "--lang", lang]) == 0
        assert call(["chronicle", THREE, "--world", "3", "--lang", lang]) == 0
        out = capsys.readouterr().out
        assert max(map(len, out.splitlines())) <= 80


def test_compare_takes_what_is_changed(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["compare", THREE, "--do", "posture=street", "--set", "guards.*.size=4"]
    assert call([*words, "--worlds", "64", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["do_after"] == {"posture": "street"}
    assert data["set_after"] == {"guards.*.size": 4}
    assert call([*words, "--worlds", "64"]) == 0


def test_chronicle_prints_events(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["chronicle", THREE, "--world", "3", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    kinds = [event["kind"] for event in data["events"]]
    assert "team_departs" in kinds
    assert data["world"] == 3


MISTAKES = [
    (["run", THREE, "--worlds", "0"], 2, "0 worlds; expected 1 to"),
    (["run", THREE, "--seed", "-1"], 2, "seed -1; expected 0 to"),
    (["run", THREE, "--on", "gpu"], 2, "expected threads:N, procs:N"),
    (["run", THREE, "--do", "posture"], 2, "--do posture: expected name=option"),
    (["run", THREE, "--do", "posture=hiden"], 3, "did you mean `hidden`?"),
    (["run", THREE, "--do", "postur=hidden"], 3, "did you mean `posture`?"),
    (["run", THREE, "--do", "posture=hidden", "--do", "posture=street"], 2, "given twice"),
    (["run", THREE, "--set", "guards.exchange.siz=3"], 3, "guards.exchange.size"),
    (["run", THREE, "--set", "guards.exchange.size=["], 2, "not YAML"),
    (["run", THREE, "--set", "guards.exchange.size=-3"], 3, "guards.exchange.size"),
    (["run", THREE, "--lang", "de"], 2, "expected en or ru"),
    (["run", "moscow-1928"], 3, "no scenario `moscow-1928`"),
    (["run", "./nowhere.yaml"], 3, "nowhere.yaml"),
    (["chronicle", THREE, "--world", "-1"], 2, "world -1; expected 0 or more"),
    (["show", THREE, "guards.exchange.siz"], 3, "did you mean `guards.exchange.size`?"),
    (["rn"], 2, "No such command"),
    (["run"], 2, "Missing argument"),
    (["run", THREE, "--seed", "x"], 2, "--seed"),
]


@pytest.mark.parametrize(("words", "code", "said"), MISTAKES)
def test_mistakes_are_told(
    words: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(words) == code
    printed = capsys.readouterr()
    assert said in unbroken(printed.err)
    assert "Traceback" not in printed.err
    assert printed.out == ""


@pytest.mark.parametrize(
    ("words", "code"), [(words, code) for words, code, _ in MISTAKES if "--lang" not in words]
)
def test_mistakes_are_told_in_russian(
    words: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call([*words, "--lang", "ru"]) == code
    told = capsys.readouterr().err
    assert re.search("[а-яё]", told)
    assert not re.search(r"\b(no|expected|the|of|did|invalid|missing|try)\b", told, re.IGNORECASE)


def test_what_the_parser_says_is_said_again_to_the_letter() -> None:
    for message in (
        "Missing argument 'scenario'.",
        "Missing option '--output'.",
        "No such option: --wolds (Possible options: --worlds)",
        "No such option: --wolds Did you mean --worlds?",
        "No such option: --wolds",
        "No such command 'rn'. Did you mean 'run'?",
        "No such command 'rn'.",
        "Option '--worlds' requires an argument.",
        "Got unexpected extra argument(s) (c)",
        "Got unexpected extra argument (c)",
        "Invalid value for '--each': Input should be less than or equal to 200",
        "Invalid value for '--each': Input should be greater than or equal to 1",
    ):
        again = parsed(message)
        assert isinstance(again, Said)
        assert again == message
        assert re.search("[А-Яа-яё]", tell(again, "ru"))
    assert parsed("Something else.") == "Something else."


def test_check_tells_in_russian(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["check", "tests/bad/unknown-place.yaml", THREE, "--lang=ru"]) == 3
    told = capsys.readouterr().out
    assert told.startswith("1 ошибка\n")
    assert "  попробуйте  может быть, `exchange`?" in told
    assert told.endswith(f"{THREE}: ошибок нет\n")
    assert call(["check", "tests/bad/unknown-place.yaml", "--lang", "ru", "--json"]) == 3
    (problem,) = json.loads(capsys.readouterr().out)["tests/bad/unknown-place.yaml"]
    assert problem["found"] == "no place `exchnge`", "data are in English"


def test_that_the_kernel_is_compiled_is_told_in_russian(
    caplog: pytest.LogCaptureFixture,
) -> None:
    source = Path("src/malaparte/kernel/compile.py").read_text("utf-8")
    assert f'"{COMPILING}"' in source
    for lang, words in (("en", str(COMPILING)), ("ru", "Ядро компилируется"), ("en", COMPILING)):
        with compiling(lang):
            logging.getLogger("malaparte").warning(str(COMPILING))
        assert caplog.messages[-1].startswith(words)


def test_progress_counts_in_the_language_of_the_command(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    for lang, word in (("en", "worlds"), ("ru", "миров")):
        with progress(10, lang) as done:
            done(10)
        assert word in capsys.readouterr().err


def test_facts_say_where_their_fixture_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert call(["facts"]) == 3
    told = capsys.readouterr().err
    for words in ("attempt-generic.yaml", "no such file in", "source repository", "try"):
        assert words in told


def test_a_bug_is_called_a_bug(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise ZeroDivisionError("of nothing")

    monkeypatch.setattr("malaparte.scenario.schema.schema", broken)
    assert call(["schema"]) == 70
    printed = capsys.readouterr().err
    assert "This is a bug of malaparte" in printed
    assert "Traceback" not in printed
    monkeypatch.setenv("MALAPARTE_DEBUG", "1")
    assert call(["schema"]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_a_closed_pipe_is_no_error() -> None:
    script = "from malaparte.cli import main; main()"
    command = f"{sys.executable} -c '{script}' schema | head -c 10"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stderr == ""


def test_only_what_simulates_waits_for_numba(tmp_path: Path) -> None:
    """Importing Numba takes half a second; the words below must not."""
    folder = str(tmp_path / "run")
    assert call(["run", THREE, "--worlds", "64", "--events", "all", "--out", folder]) == 0
    commands = [
        ["--help"],
        ["check", THREE],
        ["show", THREE, "guards.*.size"],
        ["scenarios"],
        ["claims", "moscow-1927-article"],
        ["cite", "moscow-1927-article"],
        ["schema"],
        ["info", folder],
        ["query", folder, "select count(*) from events"],
        ["export", folder, str(tmp_path / "x.csv")],
    ]
    script = (
        "import json, sys; from malaparte.cli.main import call\n"
        "for words in json.loads(sys.argv[1]):\n"
        "    assert call(words) == 0, words\n"
        "    assert 'numba' not in sys.modules, words\n"
    )
    command = [sys.executable, "-c", script, json.dumps(commands)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_check_tells_all_problems(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["check", THREE]) == 0
    assert call(["check", THREE, "tests/bad/key-misspelt.yaml", "tests/bad/not-yaml.yaml"]) == 3
    out = capsys.readouterr().out
    assert "three-nodes.yaml: no problems" in out
    assert "key-misspelt.yaml:" in out
    assert "not-yaml.yaml" in out
    assert call(["check", "tests/bad/key-misspelt.yaml", "--json"]) == 3
    assert json.loads(capsys.readouterr().out)["tests/bad/key-misspelt.yaml"][0]["line"] > 0


def help_of(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert call([command, "--help"]) == 0
    return capsys.readouterr().out


def test_show_says_who_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["show", THREE, "guards.*.fire"]) == 0
    out = capsys.readouterr().out
    assert "shared  numbers.fire" in out
    assert "basis   assumed" in out
    assert call(["show", "moscow-1927-article", "plan.exists", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)[0]
    assert shown["unit"] == "probability"
    assert any(claim["id"] == "C13" for claim in shown["claims"])
    example = ["show", "moscow-1927-article", "guards.tel_central.size"]
    assert f"Example: malaparte {' '.join(example)}" in help_of("show", capsys)
    assert call(example) == 0
    assert call(["show", "moscow-1927-article", "plan.exists", "--lang", "ru"]) == 0
    out = capsys.readouterr().out
    assert "основание" in out
    assert "утверждается кем-то" in out
    assert call(["show", "moscow-1927-article", "plan.order"]) == 0
    assert "value" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["cite", "claims", "article"])
def test_words_of_a_scenario_are_printed(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert call([command, "moscow-1927-article"]) == 0
    text = capsys.readouterr().out
    assert len(text.splitlines()) > 10
    assert call([command, "moscow-1927-article", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) > 5


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_article_says_what_book_and_historians_say(
    lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(["article", "moscow-1927-article", "--lang", lang]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 80
    said = " ".join(out.split())
    told = claims("moscow-1927-article")
    named = {name for one in article("moscow-1927-article") for name in one.claims}
    for name in named:
        for text in (told[name].says, told[name].book, told[name].historians):
            assert " ".join(text.say(lang).split()) in said
    assert call(["article", "moscow-1927-article", "--json"]) == 0
    sentences = json.loads(capsys.readouterr().out)
    beside = {one["id"]: one["book"][lang] for each in sentences for one in each["claims"]}
    assert beside == {name: told[name].book.say(lang) for name in named}


@pytest.mark.parametrize("path", ["guards.tel_central.hidden", "guards.tel_central"])
def test_show_writes_values_as_a_file_does(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["show", "moscow-1927-article", path]) == 0
    out = capsys.readouterr().out
    assert "true" in out.split()
    assert "True" not in out


def test_scenarios_lists_those_that_can_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["scenarios"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 80
    names = [line for line in lines if not line.startswith(" ")]
    assert "moscow-1927-article" in names
    assert "moscow-1927" not in names


def test_every_command_has_help_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    names = [command.name or command.callback.__name__ for command in app.registered_commands]
    assert {"run", "compare", "check", "show"} <= set(names)
    for name in names:
        assert call([name, "--help"]) == 0
        out = capsys.readouterr().out
        assert f"Example: malaparte {name}" in out
        assert max(map(len, out.splitlines())) <= 80


def test_show_lists_what_lies_below_a_part(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["show", THREE]) == 0
    out = capsys.readouterr().out
    assert "guards  " in out
    assert call(["show", THREE, "guards.exchange"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("guards.exchange.")
    assert any(line.startswith("guards.exchange.size  ") and "person" in line for line in lines)
    assert max(map(len, lines)) <= 80
    assert call(["show", THREE, "guards", "--json"]) == 0
    (part, *_) = json.loads(capsys.readouterr().out)
    assert part["path"].startswith("guards.")
    assert part["values"] > 3
    assert call(["show", THREE, "guards.exchange.size", "--lang", "ru"]) == 0
    assert "чел. (person)" in capsys.readouterr().out
