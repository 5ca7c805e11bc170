"""The page in Chromium: until it can be used, its bytes on the wire, a click on a citation."""

import shutil
import statistics
import tempfile
from importlib.resources import files

from playwright.sync_api import Browser, Page, sync_playwright

from footnote.app import create_app
from footnote.config import Settings
from footnote.service import Footnote
from tests.bench import Row
from tests.serving import running

_VISITS = 5
_CLICKS = 9
_WORDS = 10_000

_USABLE = "performance.now() - performance.getEntriesByType('navigation')[0].responseStart"
_CLICK = """async (number) => {
  const link = document.querySelectorAll('#summary .mark a.cite')[number];
  document.getElementById('tab-summary-button').click();
  await new Promise((done) => setTimeout(done, 300));
  const begun = performance.now();
  link.click();
  while (!document.querySelector('mark.cited')?.checkVisibility()) await new Promise(requestAnimationFrame);
  const taken = performance.now() - begun;
  document.querySelectorAll('mark.cited').forEach((mark) => mark.replaceWith(...mark.childNodes));
  return taken;
}"""


def run() -> list[Row]:
    """Serve the page on a loopback port and visit it, each time in a browser profile of its own."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        service = Footnote(Settings(store=f"sqlite:///{folder}/footnote.db"))
        service.start()
        service.wait()
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        with running(create_app(service.settings, service)) as url:
            visits = [_visit(browser, url) for _ in range(_VISITS)]
            service.add_article(_long_article(), title="Long")
            clicks = _clicks(browser, url)
            browser.close()
    return [
        Row("first byte to usable", statistics.median(time for time, _ in visits), "s", "at most 2.5"),
        Row("on the wire", max(size for _, size in visits) / 1_000, "kB", "at most 600"),
        Row(
            f"click to highlight in {_WORDS:,} words, median", statistics.median(clicks), "ms", "at most 100"
        ),
        Row(f"click to highlight in {_WORDS:,} words, slowest", max(clicks), "ms"),
    ]


def _visit(browser: Browser, url: str) -> tuple[float, int]:
    """Return the seconds from the first byte until a question can be typed, and the bytes received."""
    with browser.new_context() as context:
        page = context.new_page()
        received: list[int] = []
        network = context.new_cdp_session(page)
        network.on("Network.loadingFinished", lambda event: received.append(int(event["encodedDataLength"])))
        network.send("Network.enable")
        page.goto(url, wait_until="commit")
        page.locator("#question textarea").wait_for()
        usable = float(page.evaluate(_USABLE)) / 1_000
        page.locator("#article [data-article]").wait_for()
        page.wait_for_timeout(1_500)  # for what is loaded after the page can be used
        return usable, sum(received)


def _clicks(browser: Browser, url: str) -> list[float]:
    """Return the milliseconds from a click on a summary's footnote until its words are highlighted."""
    with browser.new_context() as context:
        page: Page = context.new_page()
        page.goto(url)
        page.get_by_role("button", name="Read “Long”").click()
        page.locator("#article h2", has_text="Long").wait_for()
        page.locator("#tab-summary-button").click()
        page.locator("#summarise").click()
        page.locator("#summary .coverage").wait_for(timeout=60_000)
        count = page.locator("#summary .mark a.cite").count()
        return [float(page.evaluate(_CLICK, number % count)) for number in range(_CLICKS)]


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
