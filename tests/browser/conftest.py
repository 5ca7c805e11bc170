"""A real Chromium, watched: in no test may the page log an error or ask anybody else for anything."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from browsing import Visit, begin_again, follow
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]

USUAL: dict[str, Any] = {"viewport": {"width": 1360, "height": 860}, "reduced_motion": "reduce"}
expect.set_options(timeout=20_000)  # where cores are busy; what is waited for is not what is measured


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        missing = "no chromium in the path: `apt-get install chromium`"
        if os.environ.get("FOOTNOTE_REQUIRE_BROWSER") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, headless=True, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    trouble: list[str] = []
    with visiting(chromium, request, trouble) as visit:
        yield visit
    assert trouble == []


@contextmanager
def visiting(chromium: Browser, request: pytest.FixtureRequest, trouble: list[str]) -> Iterator[Visit]:
    """Yield what opens the page in a browser profile of its own, as wide and in the language asked for.

    Without an address it is that of the real application, whose models are loaded when first asked for.
    Nothing moves, unless a test asks for it: what is looked at is where and as it will stay.
    """
    contexts = []

    def open_page(url: str = "", *, ready: bool = True, **options: Any) -> Page:  # noqa: ANN401
        url = url or request.getfixturevalue("server_url")
        context = chromium.new_context(**{**USUAL, **options})
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        watch(page, urlsplit(url).netloc, trouble)
        page.goto(url)
        page.locator("#question textarea").wait_for()
        if ready:
            page.locator(".status.ready").wait_for()
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(visit: Visit) -> Page:
    return visit()


@pytest.fixture(scope="module")
def open_page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[tuple[Page, list[str]]]:
    trouble: list[str] = []
    with visiting(chromium, request, trouble) as visit:
        yield visit(), trouble


@pytest.fixture
def used_page(open_page: tuple[Page, list[str]]) -> Iterator[Page]:
    """The page that a file's other tests have used, its conversation cleared: spared is only the loading."""
    page, trouble = open_page
    trouble.clear()
    begin_again(page)
    yield page
    assert trouble == []


def watch(page: Page, ours: str, trouble: list[str]) -> None:
    def logged(message: ConsoleMessage) -> None:
        if message.type == "error":
            trouble.append(f"console: {message.text}")

    def requested(request: Request) -> None:
        if request.url.split(":")[0] not in ("data", "blob") and urlsplit(request.url).netloc != ours:
            trouble.append(f"request: {request.url}")

    follow(page)
    page.on("console", logged)
    page.on("request", requested)
    page.on("pageerror", lambda error: trouble.append(f"error: {error}"))
