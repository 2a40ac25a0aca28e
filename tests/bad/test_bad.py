"""One file a mistake: the header of each says what must be answered, and nothing else may be.

    # problem: words | more words

is one problem whose text holds all the words; there must be as many lines as problems.
"""

from pathlib import Path

import pytest

from malaparte.errors import ScenarioError
from malaparte.scenario.load import load

HERE = Path(__file__).parent
MARK = "# problem: "


@pytest.mark.parametrize("path", sorted(HERE.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_mistake_is_told(path: Path) -> None:
    header = path.read_text(encoding="utf-8").splitlines()
    expected = [line.removeprefix(MARK).split(" | ") for line in header if line.startswith(MARK)]
    assert expected, "the file says nothing about the problems that it should have"
    with pytest.raises(ScenarioError) as caught:
        load(path)
    told = [str(problem) for problem in caught.value.problems]
    for words in expected:
        fits = [text for text in told if all(word in text for word in words)]
        assert fits, f"no problem says {words}; told was\n" + "\n".join(told)
        told.remove(fits[0])
    assert not told, "also told:\n" + "\n".join(told)


def test_no_file_at_all(tmp_path: Path) -> None:
    for path, words in (
        (tmp_path / "none.yaml", "no such file"),
        (tmp_path, "a folder"),
        ("no/such/file.yaml", "no such file"),
        ("a\0b.yaml", "no such file"),
    ):
        with pytest.raises(ScenarioError, match=words):
            load(path)


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes("title: Москва".encode("cp1251"))
    with pytest.raises(ScenarioError, match="byte 7 is not UTF-8"):
        load(path)
    path.write_bytes(b"title: \x00")
    with pytest.raises(ScenarioError, match="no text: it has control characters"):
        load(path)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    path.write_bytes(b"#" * 4_000_001)
    with pytest.raises(ScenarioError, match="too large"):
        load(path)


def test_brackets_without_end(tmp_path: Path) -> None:
    path = tmp_path / "deep.yaml"
    path.write_text("a: " + "[" * 5_000, encoding="utf-8")
    with pytest.raises(ScenarioError, match="nesting too deep"):
        load(path)
