"""A disk that fails: a sentence, nothing broken, and what is kept."""

import errno
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import malaparte as mp
from malaparte.results import files
from malaparte.results.files import write_whole
from tests.folders import contents, damage_cut, keep


def broken(number: int) -> Callable[..., Any]:
    def fail(*args: Any, **more: Any) -> Any:
        raise OSError(number, os.strerror(number))

    return fail


FAULTS = [
    (os, "fsync", errno.EIO),
    (os, "fsync", errno.ENOSPC),
    (os, "open", errno.EACCES),
    (Path, "replace", errno.ENOSPC),
]


@pytest.mark.parametrize(("where", "what", "number"), FAULTS)
def test_a_failing_disk_ends_with_a_sentence(
    where: object,
    what: str,
    number: int,
    copy: Path,
    whole: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (copy / "outcomes-00000001.parquet").unlink()
    with monkeypatch.context() as patch:
        patch.setattr(where, what, broken(number))
        with pytest.raises(mp.StoreError, match=os.strerror(number)) as told:
            keep(copy, events="every:1000")
    # One was there; of the last nobody knows whether it was looked at before the disk failed.
    assert re.search("At least [12] of 3 blocks are kept", str(told.value))
    assert str(told.value).endswith("; the same command goes on.")
    assert not list(copy.glob(".part-*"))
    keep(copy, events="every:1000")
    assert contents(copy) == contents(whole)


@pytest.mark.parametrize("what", ["replace", "open"])
def test_a_failing_rename_or_write_leaves_the_old_file(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    write_whole(path, b"old")
    with monkeypatch.context() as patch:
        patch.setattr(Path, what, broken(errno.ENOSPC))
        with pytest.raises(mp.StoreError, match="No space left"):
            write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_a_disk_that_fills_up_in_the_middle(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    name = f".part--{files.socket.gethostname()}-{os.getpid()}-file~"
    (tmp_path / name).symlink_to(full)
    with pytest.raises(mp.StoreError, match="No space left"):
        write_whole(tmp_path / "file", b"x" * 100_000)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(mp.StoreError, match="cannot make"):
        keep(tmp_path / "file" / "runs")


def test_only_blocks_that_were_looked_at_are_called_kept(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (copy / "outcomes-00000001.parquet").unlink()
    damage_cut(copy / "outcomes-00000002.parquet")
    monkeypatch.setattr(os, "fsync", broken(errno.ENOSPC))
    with pytest.raises(mp.StoreError, match="No space left") as told:
        keep(copy, events="every:1000", on="sequential")
    said = "At least 1 of 3 blocks are kept in"
    assert said in str(told.value)
    assert "(1 more files are there, not looked at); the same command" in str(told.value)
