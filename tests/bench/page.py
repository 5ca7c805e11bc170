"""The page in Chromium: until it can be used, its bytes on the wire, a click on a citation, a typed key."""

import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from footnote.app import create_app
from footnote.config import Settings
from footnote.service import Footnote
from tests.bench import Row
from tests.serving import Endless, running

_VISITS = 5
_CLICKS = 9
_WORDS = 10_000
_TYPED = "does typing wait for an answer?"
_PATIENCE = 300_000  # milliseconds; a summary of so long an article takes a minute where cores are busy

_USABLE = "performance.now() - performance.getEntriesByType('navigation')[0].responseStart"
_CLICK = """async (number) => {
  const link = document.querySelectorAll('#summary .mark a.cite')[number];
  document.getElementById('tab-summary-button').click();
  await new Promise((done) => setTimeout(done, 300));
  const begun = performance.now();
  link.click();
  while (!document.querySelector('mark.cited')?.checkVisibility()) {
    if (performance.now() - begun > 10_000) throw new Error('nothing was highlighted');
    await new Promise(requestAnimationFrame);
  }
  const taken = performance.now() - begun;
  document.querySelectorAll('mark.cited').forEach((mark) => mark.replaceWith(...mark.childNodes));
  return taken;
}"""
# From a key that is pressed, as the system tells it, until the frame that shows its letter has been drawn.
_LISTEN = """() => {
  const box = document.querySelector('#question textarea');
  let pressed = 0;
  window.typed = [];
  box.addEventListener('keydown', (event) => { pressed = event.timeStamp; });
  box.addEventListener('input', () => requestAnimationFrame(() =>
    setTimeout(() => window.typed.push(performance.now() - pressed))));
}"""


def run() -> list[Row]:
    """Serve the page on a loopback port and visit it, each time in a browser profile of its own."""
    with tempfile.TemporaryDirectory() as folder, _chromium() as browser:
        beside_answer = _typing_beside_an_answer(browser, Path(folder))
        with closing(Footnote(Settings(store=f"sqlite:///{folder}/footnote.db"))) as service:
            service.start()
            service.wait()
            with running(create_app(service.settings, service)) as url:
                visits = [_visit(browser, url) for _ in range(_VISITS)]
                service.add_article(_long_article(), title="Long")
                clicks, beside_summary = _reading(browser, url)
    return [
        Row("first byte to usable", statistics.median(time for time, _ in visits), "s", "at most 2.5"),
        Row("on the wire", max(size for _, size in visits) / 1_000, "kB", "at most 600"),
        *_times(f"click to highlight in {_WORDS:,} words", clicks),
        *_times("key to letter beside an answer", beside_answer),
        *_times("key to letter beside a summary", beside_summary),
    ]


def _times(name: str, taken: list[float]) -> list[Row]:
    return [
        Row(f"{name}, median", statistics.median(taken), "ms", "at most 100"),
        Row(f"{name}, slowest", max(taken), "ms"),
    ]


@contextmanager
def _chromium() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        with closing(browser):
            yield browser


@contextmanager
def _page(browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context:
        context.set_default_timeout(_PATIENCE)
        yield context.new_page()


def _visit(browser: Browser, url: str) -> tuple[float, int]:
    """Return the seconds from the first byte until a question can be typed, and the bytes received."""
    with _page(browser) as page:
        received: list[int] = []
        network = page.context.new_cdp_session(page)
        network.on("Network.loadingFinished", lambda event: received.append(int(event["encodedDataLength"])))
        network.send("Network.enable")
        page.goto(url, wait_until="commit")
        page.locator("#question textarea").wait_for()
        usable = float(page.evaluate(_USABLE)) / 1_000
        page.locator("#article [data-article]").wait_for()
        page.wait_for_timeout(1_500)  # for what is loaded after the page can be used
        return usable, sum(received)


def _reading(browser: Browser, url: str) -> tuple[list[float], list[float]]:
    """Return the milliseconds from a click on a summary's footnote until its words are highlighted, and those
    from a key to its letter while that summary was made.
    """
    with _page(browser) as page:
        page.goto(url)
        page.get_by_role("button", name="Read “Long”").click()
        page.locator("#article h2", has_text="Long").wait_for()
        page.locator("#tab-summary-button").click()
        page.locator("#summarise").click()
        page.locator("#summary .state.busy").wait_for()
        typed = _typing(page)
        page.locator("#summary .coverage").wait_for()
        count = page.locator("#summary .mark a.cite").count()
        return [float(page.evaluate(_CLICK, number % count)) for number in range(_CLICKS)], typed


def _typing_beside_an_answer(browser: Browser, folder: Path) -> list[float]:
    """Return the milliseconds from a key to its letter while an answer grows without end."""
    service = Endless(Settings(store=f"sqlite:///{folder / 'endless.db'}"))
    with closing(service), running(create_app(service.settings, service)) as url, _page(browser) as page:
        page.goto(url)
        page.locator(".status.ready").wait_for()
        page.locator("#question textarea").fill("Tell me everything")
        page.keyboard.press("Enter")
        page.locator("#live .answer", has_text="word word").wait_for()
        typed = _typing(page)
        page.locator("#stop").click()
        page.locator("#past .turn.stopped").wait_for()
        return typed


def _typing(page: Page) -> list[float]:
    page.locator("#question textarea").focus()
    page.evaluate(_LISTEN)
    page.keyboard.type(_TYPED, delay=50)
    page.wait_for_function("count => window.typed.length === count", arg=len(_TYPED))
    return [float(taken) for taken in page.evaluate("window.typed")]


def _long_article() -> str:
    """Return the samples, so often over, the paragraphs numbered, that they make 10,000 words."""
    samples = sorted((files("footnote") / "assets" / "samples").iterdir(), key=str)
    paragraphs = [p for sample in samples for p in sample.read_text("utf-8").split("\n\n")]
    text: list[str] = []
    words = 0
    while words < _WORDS:
        paragraph = f"{paragraphs[len(text) % len(paragraphs)]} This was note {len(text)}."
        text.append(paragraph)
        words += len(paragraph.split())
    return "\n\n".join(text)
