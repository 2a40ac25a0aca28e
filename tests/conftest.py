"""What every test may use: the options of the command line and the golden texts."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# Compiling a rule takes seconds, so the time of one example says nothing; and a law that fails
# once a month on somebody else's machine helps nobody. `--hypothesis-profile=explore` searches.
settings.register_profile("laws", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("explore", deadline=None, max_examples=2000, print_blob=True)
settings.load_profile("laws")

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden-update",
        action="store_true",
        help="write the golden texts anew instead of comparing with them; runs no other test",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--golden-update"):
        goldens: list[pytest.Item] = []
        others: list[pytest.Item] = []
        for item in items:
            found = "golden" in getattr(item, "fixturenames", ())
            (goldens if found else others).append(item)
        config.hook.pytest_deselected(items=others)
        items[:] = goldens


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the file of that name in tests/golden, or write the file anew."""
    update: bool = request.config.getoption("--golden-update")

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            return
        assert path.exists(), f"no golden text {name}; `make golden` writes it"
        assert text == path.read_text(encoding="utf-8"), f"{name} differs; `make golden` if right"

    return check
