"""A real server, and Debian's Chromium; without it these tests fail, they do not skip."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.served import end, ready, serve

PATIENCE = 180_000
"""Milliseconds until a page counts as stuck: a slow machine that is busy too must pass."""
expect.set_options(timeout=PATIENCE)
NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str:
    """Return the browser's path; that there is none is a failure, not a reason to skip."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    assert path, f"no browser ({', '.join(NAMES)}); `make browser` installs one, as root"
    return path


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    server, found = serve("moscow-1927-article")
    ready(server, found)  # what waits for a page does not wait for the compiler
    yield found
    end(server)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        yield found
        found.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh window; whatever it says to the console, or asks of another host, fails the test."""
    found = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    found.set_default_timeout(PATIENCE)
    wrong: list[str] = []

    def watch(page: Page) -> None:
        page.on(
            "console",
            lambda one: wrong.append(one.text) if one.type in ("error", "warning") else None,
        )
        page.on("pageerror", lambda error: wrong.append(str(error)))

    def asked(url: str) -> None:
        if not re.match(r"http://127\.0\.0\.1:|file:|data:|blob:", url):
            wrong.append(f"asked {url}")

    found.on("page", watch)
    found.on("request", lambda request: asked(request.url))
    yield found
    found.close()
    assert not wrong


@pytest.fixture
def alone(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open a window of its own, in which the browser itself may complain."""
    opened: list[Page] = []

    def new(**how: Any) -> Page:
        page = browser.new_page(**how)
        page.set_default_timeout(PATIENCE)
        opened.append(page)
        return page

    yield new
    for page in opened:
        page.close()


@pytest.fixture
def show(context: BrowserContext, address: str) -> Callable[..., Page]:
    """Open the page at a query and wait until it can be used."""

    def opened(query: str = "?lang=en") -> Page:
        page = context.new_page()
        page.goto(address + query)
        page.wait_for_selector("[data-ready=true]")
        return page

    return opened
