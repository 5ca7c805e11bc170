"""What the browser tests do over and over: add, ask, look."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal
from weakref import WeakKeyDictionary

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Request, expect

SCREENSHOTS = os.environ.get("FOOTNOTE_SCREENSHOTS", "")  # a folder; none are kept where it is not named

_streams: WeakKeyDictionary[Page, set[Request]] = WeakKeyDictionary()

Visit = Callable[..., Page]


def ask(page: Page, question: str) -> None:
    """Ask and wait until the answer stands among the others."""
    finished = page.locator("#past .turn").count()
    page.locator("#question textarea").fill(question)
    page.locator("#question textarea").press("Enter")
    page.locator("#past .turn").nth(finished).wait_for(timeout=45_000)


def add(page: Page, text: str, title: str = "") -> None:
    """Add an article by pasting it."""
    unfold(page)
    page.locator("#paste textarea").fill(text)
    page.locator("#title textarea, #title input").first.fill(title)
    page.locator("#add-text").click()
    expect(page.locator("#paste textarea")).to_have_value("", timeout=20_000)


def unfold(page: Page) -> None:
    """Open the form that adds articles."""
    if not page.locator("#paste textarea").is_visible():
        page.locator("#add button").first.click()


def begin_again(page: Page) -> None:
    """Clear the conversation, ask all articles and read; the session and its library stay."""
    if page.locator(".turn").count():
        page.locator("#clear-chat").click()
    if page.locator(".scope button").count():
        page.locator(".scope button").click()
    page.locator("#tab-article-button").click()
    expect(page.locator(".turn, .shelf input:checked")).to_have_count(0)


def slow_down(page: Page, times: int) -> None:
    """Let the page's scripts run so many times slower than the machine can."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": times})


def highlighted(page: Page) -> str:
    """Return the words that are highlighted, blocks parted by a blank line."""
    page.locator("mark.cited").first.wait_for()
    return "\n\n".join(page.locator("mark.cited").all_text_contents())


def squeezed(text: str) -> str:
    """Return the text without white space: between paragraphs the page has none of the text's."""
    return "".join(text.split())


def keep(page: Page, name: str) -> None:
    """Keep a screenshot to look at, where they are asked for."""
    if SCREENSHOTS:
        page.wait_for_timeout(400)  # a scroll under way
        page.screenshot(path=Path(SCREENSHOTS) / f"{name}.png")


def turn(page: Page, scheme: Literal["dark", "light"]) -> None:
    """Let the system turn dark or light, and wait until the page has followed."""
    page.emulate_media(color_scheme=scheme)
    page.locator("body.dark" if scheme == "dark" else "body:not(.dark)").wait_for()


def follow(page: Page) -> None:
    """Keep count of the streams in which the page is told what its events yield."""
    streams = _streams.setdefault(page, set())
    page.on("request", lambda request: streams.add(request) if "/queue/data" in request.url else None)
    for ended in ("requestfinished", "requestfailed"):
        page.on(ended, lambda request: streams.discard(request))


def settle(page: Page) -> None:
    """Wait until the streams of a followed page are closed, so that nothing is under way."""
    quiet = 0
    while quiet < 5:  # what one event ends may begin another
        quiet = 0 if _streams[page] else quiet + 1
        page.wait_for_timeout(40)


def reload(page: Page) -> None:
    """Reload once the page's streams are closed: Gradio logs it as an error where one is cut off."""
    settle(page)
    page.reload()
    page.locator(".status.ready").wait_for()


def findings(page: Page, within: str = "html", rules: Sequence[str] = ()) -> list[str]:
    """Return what axe-core finds that is serious or critical; nothing of Gradio's own has to be excepted.

    Only some ``rules`` are tried where they are named.
    """
    only = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else {}
    found = Axe().run(page, context=within, options={"resultTypes": ["violations"], **only})
    return [
        f"{violation['impact']} {violation['id']}: {node['html'][:160]}"
        for violation in found.response["violations"]
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]
