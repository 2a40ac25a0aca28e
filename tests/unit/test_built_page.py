"""The page that ships is the one that its sources make; no Node is needed to see that."""

import hashlib
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FRONTEND = ROOT / "frontend"
STATIC = ROOT / "src/malaparte/web/static"
FILES = ("build.mjs", "index.html", "package-lock.json", "package.json", "tsconfig.json")


def test_the_built_page_is_made_from_these_sources() -> None:
    paths = [FRONTEND / name for name in FILES]
    paths += [path for path in (FRONTEND / "src").rglob("*") if path.is_file()]
    digest = hashlib.sha256()
    for name in sorted(path.relative_to(FRONTEND).as_posix() for path in paths):
        digest.update(f"{name}\0".encode() + (FRONTEND / name).read_bytes() + b"\0")
    built = json.loads((STATIC / "build.json").read_text("utf-8"))
    assert built == {"sources": digest.hexdigest(), "files": len(paths)}, "run `make page`"


@pytest.mark.parametrize(
    "name", ["index.html", "page.js", "more.js", "page.css", "lesson/lesson.js"]
)
def test_the_page_asks_nobody_else(name: str) -> None:
    """Addresses in it are names of XML dialects or of licences, never something to fetch."""
    text = (STATIC / name).read_text("utf-8")
    for start in ("http://", "https://", "//"):
        for part in text.split(f'"{start}')[1:]:
            assert part.startswith(("www.w3.org/", "127.0.0.1")), part[:60]
    assert "@import" not in text


def test_the_page_is_small() -> None:
    import gzip

    size = sum(len(gzip.compress((STATIC / name).read_bytes())) for name in ("page.js", "page.css"))
    assert size < 50_000
