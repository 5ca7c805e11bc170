"""Two readers at one browser: each logs in, and neither finds what the other left."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import ask, follow, keep, settle
from playwright.sync_api import Browser, Page

from footnote.app import create_app
from footnote.service import Footnote
from serving import running
from test_login import PASSWORD, users


@pytest.fixture(scope="module")
def guarded(service: Footnote, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("guarded")
    path, _, _ = users(folder)
    own = service.sibling(f"sqlite:///{folder / 'footnote.db'}")
    with running(create_app(replace(own.settings, auth=str(path)), own)) as url:
        yield url


def log_in(page: Page, name: str, password: str = PASSWORD) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()


def test_two_readers_at_one_browser(chromium: Browser, guarded: str) -> None:
    page = chromium.new_context(viewport={"width": 1360, "height": 860}).new_page()
    page.set_default_timeout(15_000)
    follow(page)
    page.goto(guarded)
    assert page.url.endswith("/login")
    assert Axe().run(page).violations_count == 0
    log_in(page, "anna", "a wrong password")
    assert page.get_by_role("alert").text_content() == "The name or the password is wrong."
    keep(page, "login")
    log_in(page, "anna")
    page.locator(".status.ready").wait_for()
    ask(page, "How many adult seals were counted?")
    keep(page, "logged-in")
    page.reload()
    page.locator("#past .turn").wait_for()
    page.get_by_role("button", name="Log out anna").click()
    page.wait_for_url("**/login")
    log_in(page, "bert")
    page.locator(".status.ready").wait_for()
    page.get_by_role("button", name="Log out bert").wait_for()
    assert page.locator("#past .turn").count() == 0
    settle(page)  # else what is still under way may be the first to find the session gone, before Enter
    page.context.clear_cookies()
    page.locator("#question textarea").fill("Is anyone there?")
    page.locator("#question textarea").press("Enter")
    page.wait_for_url("**/login")
    page.context.close()
