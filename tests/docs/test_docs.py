"""What the documentation says is so: its commands run, it prints what it shows, its links lead."""

import ast
import contextlib
import functools
import io
import re
import shlex
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import pytest

from malaparte import api
from malaparte.cli.main import app, call
from malaparte.kernel.day import step
from tests.docs.pages import (
    LINKED,
    PAGES,
    ROOT,
    Block,
    anchors,
    blocks,
    is_excerpt,
    links,
    sections,
)

FEW = 64
"""Worlds where the page shows no output, so that a hundred commands stay quick."""

FIRST = ROOT / "docs" / "first-scenario.md"


@pytest.fixture
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read Moscow once, not for each of twenty commands; a document is never changed."""
    monkeypatch.setattr(api, "opened", functools.cache(api.opened))


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.usefixtures("golden", "read_once")
@pytest.mark.parametrize("page", PAGES, ids=name)
def test_what_a_page_shows_is_what_happens(
    page: Path, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    monkeypatch.chdir(tmp_path)
    text = page.read_text(encoding="utf-8")
    edits: list[tuple[Block, str]] = []
    for block, printed in play(page, blocks(text)):
        if block.info == "excerpt":
            assert is_excerpt(block.text, printed), f"{name(page)}: not printed:\n{block.text}"
            continue
        wanted = block.info.removeprefix("printed").strip(": ")
        now = sections(printed, wanted.split(" | ")) if wanted else printed
        if not request.config.getoption("--golden-update"):
            assert block.text == now, f"{name(page)} shows another text; `make golden` if right"
        edits.append((block, now))
    for block, now in reversed(edits):
        text = text[: block.start] + now + text[block.end :]
    if request.config.getoption("--golden-update"):
        page.write_text(text, encoding="utf-8")


def play(page: Path, found: list[Block]) -> Iterator[tuple[Block, str]]:
    """Run the blocks of a page, and yield those that show an output with what was printed."""
    printed, space = "", {"__name__": "page"}
    for block, following in zip_longest(found, found[1:]):
        shown = following is not None and following.info.startswith(("printed", "excerpt"))
        if block.lang == "sh" and block.info != "untested":
            printed = "".join(output(words, shown, block.info) for words in commands(block))
        elif block.lang == "python" and block.info != "untested":
            with contextlib.redirect_stdout(io.StringIO()) as out:
                exec(compile(block.text, name(page), "exec"), space)
            printed = out.getvalue()
        elif block.info.startswith(("printed", "excerpt")):
            yield block, printed


def commands(block: Block) -> list[str]:
    lines = block.text.replace("\\\n", " ").splitlines()
    lines = [" ".join(shlex.split(line, comments=True)) and line for line in lines]
    return [line for line in lines if line]


def output(line: str, shown: bool, info: str) -> str:
    """Run a command and return what it prints; few worlds will do where nobody looks."""
    program, *words = shlex.split(line, comments=True)
    assert program == "malaparte", f"mark it `untested`, or write a malaparte command: {line}"
    asks = words[0] in ("run", "compare", "explain", "report", "plot")
    kept = words[1:] and Path(words[1]).is_dir()  # a folder holds its own worlds
    if not shown and asks and not kept and "--given" not in words:
        words = [*without(words, "--worlds"), "--worlds", str(FEW)]
    pure = "--out" not in words and words[0] in ("run", "compare", "explain", "chronicle")
    code, printed = (remembered if pure else played)(tuple(words))
    expected = int(info.partition("-")[2] or 3) if info.startswith("fails") else 0
    assert code == expected, f"{line}\n{printed}"
    return printed


def without(words: list[str], option: str) -> list[str]:
    if option not in words:
        return words
    place = words.index(option)
    return words[:place] + words[place + 2 :]


def played(words: tuple[str, ...]) -> tuple[int, str]:
    with contextlib.redirect_stdout(io.StringIO()) as out:
        code = call(list(words))
    return code, out.getvalue()


remembered = functools.lru_cache(played)


@pytest.mark.parametrize("page", LINKED, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for link in links(text):
        target, _, anchor = link.partition("#")
        path = (page.parent / target).resolve() if target else page
        assert path.exists(), f"{name(page)} links to {target}"
        if anchor:
            assert anchor in anchors(path.read_text(encoding="utf-8")), f"{name(page)}: {link}"


def test_every_command_is_told_of() -> None:
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    names = [one.name or one.callback.__name__ for one in app.registered_commands if one.callback]
    missing = [one for one in names if not re.search(rf"malaparte {one}\b", text)]
    assert not missing


def test_every_target_of_make_is_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for page in LINKED:
        told = re.findall(r"(?:`|^ {4})make ([a-z-]+)", page.read_text(encoding="utf-8"), re.M)
        assert set(told) <= targets, name(page)


def test_every_page_is_in_the_index() -> None:
    index = ROOT / "docs" / "README.md"
    told = {(index.parent / link).resolve() for link in links(index.read_text(encoding="utf-8"))}
    assert {page for page in PAGES if page.parent.is_relative_to(index.parent)} - {index} <= told


def test_the_first_page_builds_the_first_scenario() -> None:
    told = "\n".join(
        block.text for block in blocks(FIRST.read_text(encoding="utf-8")) if block.lang == "yaml"
    )
    text = (ROOT / "docs" / "first" / "three-nodes.yaml").read_text(encoding="utf-8")
    head, _, body = text.partition("malaparte: 1\n")
    assert all(line.startswith("#") for line in head.splitlines())
    assert told == f"malaparte: 1\n{body}"


def test_the_page_of_the_day_tells_every_rule() -> None:
    page = (ROOT / "docs" / "ideas" / "the-day.md").read_text(encoding="utf-8")
    rules = {file.name for file in Path(str(step.__file__)).parent.glob("[a-z]*.py")}
    plumbing = {"step.py", "chain.py", "keys.py"}  # the order, a list, a list of names
    assert not {rule for rule in rules - plumbing if f"day/{rule}" not in page}
    order = re.findall(r"^ ?(\d+)\. (\w+)", ast.get_docstring(ast.parse(source())) or "", re.M)
    assert re.findall(r"^ ?(\d+)\. \*\*(\w+)", page, re.M) == order


def source() -> str:
    return Path(str(step.__file__)).read_text(encoding="utf-8")
