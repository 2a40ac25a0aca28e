"""What is kept between starts: scenarios that were read, and the compiled kernel."""

from pathlib import Path

import pytest

from malaparte.errors import ScenarioError
from malaparte.kernel import compile as compiler
from malaparte.scenario import tree

TEXT = "a: 1\nb: [1.5, .inf, .nan, null, true, text]\nc: {d: 1927-11-07}\n" + "# long\n" * 2_000


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MALAPARTE_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "long.yaml"
    path.write_text(TEXT)
    return path


def kept(file: Path) -> list[Path]:
    return list((file.parent / "cache").rglob("*.json"))


def test_the_second_reading_is_the_first(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = tree.read_tree(file, "one.yaml")
    assert len(kept(file)) == 1
    monkeypatch.setattr(tree, "parse", None)
    second = tree.read_tree(file, "other.yaml")
    assert repr(second.data) == repr(first.data)
    assert second.lines["c.d"] == ("other.yaml", first.lines["c.d"][1])
    assert second.lines.keys() == first.lines.keys()


def test_a_changed_text_is_read_anew(file: Path) -> None:
    tree.read_tree(file, "one.yaml")
    file.write_text(TEXT.replace("a: 1", "a: 2"))
    assert tree.read_tree(file, "one.yaml").data["a"] == 2


def test_a_broken_cache_costs_time_only(file: Path) -> None:
    first = tree.read_tree(file, "one.yaml")
    (only,) = kept(file)
    only.write_bytes(b"[1")
    assert repr(tree.read_tree(file, "one.yaml")) == repr(first)


def test_a_mistake_is_told_each_time(file: Path) -> None:
    file.write_text(TEXT + "a: 2\n")
    for _ in range(2):
        with pytest.raises(ScenarioError, match="the key `a` twice"):
            tree.read_tree(file, "one.yaml")
    assert not kept(file)


def test_old_texts_are_forgotten(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MOST_KEPT", 3)
    for number in range(5):
        file.write_text(f"number: {number}\n{TEXT}")
        tree.read_tree(file, "one.yaml")
    assert len(kept(file)) == 3


def test_whoever_waits_for_the_compiler_is_told(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    done: list[str] = []
    monkeypatch.setattr(compiler, "compiled", lambda: False)
    compiler.first(lambda: done.append(caplog.text))
    assert "about 20 seconds" in done[0], "before the waiting, not after it"
