from pathlib import Path

import pytest

from malaparte.cli.main import call
from tests.lines import unbroken

THREE = "docs/first/three-nodes.yaml"


def test_map_draws_one_world(tmp_path: Path) -> None:
    out = tmp_path / "map.svg"
    assert call(["map", THREE, "--world", "3", "--at", "09:30", "-o", str(out)]) == 0
    svg = out.read_text(encoding="utf-8")
    assert svg.startswith("<svg")
    assert "world 3" in svg


@pytest.mark.parametrize("at", ["25", "11:75", "noon"])
def test_map_refuses_what_is_no_hour(at: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["map", THREE, "--at", at]) == 2
    assert "expected hours and minutes" in unbroken(capsys.readouterr().err)


def test_map_tells_of_a_file_that_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(["map", THREE, "-o", str(tmp_path / "no" / "map.svg")]) == 4
    assert "No such file" in unbroken(capsys.readouterr().err)


@pytest.mark.parametrize(
    ("words", "name"), [(["report", THREE], "a.html"), (["plot", THREE, "outcomes"], "a.svg")]
)
def test_a_folder_that_is_not_there_is_told_before_the_run(
    words: list[str],
    name: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("malaparte.api.load", None)
    assert call([*words, "-o", str(tmp_path / "no" / name)]) == 2
    assert "no folder" in unbroken(capsys.readouterr().err)
