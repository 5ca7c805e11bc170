"""The page itself: its states, its sizes, its languages, and texts that try to be more than text."""

import time
from pathlib import Path

import pytest
from browsing import Visit, add, ask, keep, reload, squeezed, turn
from playwright.sync_api import Page, expect

from footnote.app import create_app
from footnote.config import Settings
from footnote.service import Footnote
from serving import Endless, Loading, running
from test_export import inline

SEALS = """Seals return to Wennet bay

The survey of the Wennet bay counted 214 adult seals and 37 pups this summer, the most since 1987."""

HOSTILE = {
    "markup": (
        "<script>document.title='ran'</script>",
        "<img src=x onerror=\"document.title='ran'\">",
        '"><iframe srcdoc="<script>parent.document.title=1</script>"></iframe>',
        "\\u0041 `code` \\x41 </article></textarea>",
    ),
    "templates": ("${document.title='ran'}", "{{constructor.constructor('document.title=1')()}}"),
    "markdown": ("![beacon](http://beacon.invalid/x.png)", "[link](javascript:document.title='ran')"),
    "unseen": ("\u202eright to left\u202c \u200bzero width",),
    "long": ("w" * 5_000,),
}


def test_stop_ends_the_work_and_keeps_what_was_written(endless: tuple[str, Endless], visit: Visit) -> None:
    url, service = endless
    page = visit(url)
    page.locator("#question textarea").fill("Tell me everything")
    page.locator("#question textarea").press("Enter")
    expect(page.locator("#live .answer")).to_contain_text("word word")
    page.locator("#question textarea").fill("typed meanwhile")  # typing is not blocked by an answer
    keep(page, "drafting")
    page.locator("#stop").click()
    assert service.ended.wait(1)
    expect(page.locator("#past .turn.stopped .answer")).to_contain_text("word word")
    expect(page.locator("#past .turn.stopped .state")).to_contain_text("Stopped.")
    expect(page.locator("#ask")).to_be_visible()
    expect(page.locator("#question textarea")).to_have_value("typed meanwhile")
    page.locator("#ask").click()
    assert service.begun.wait(2)
    expect(page.locator("#live .answer")).to_contain_text("word")


def test_leaving_the_page_ends_the_work(endless: tuple[str, Endless], visit: Visit) -> None:
    url, service = endless
    page = visit(url)
    page.locator("#question textarea").fill("Tell me everything")
    page.locator("#question textarea").press("Enter")
    expect(page.locator("#live .answer")).to_contain_text("word")
    page.close()
    assert service.ended.wait(2)


def test_clearing_ends_the_work(endless: tuple[str, Endless], visit: Visit) -> None:
    url, service = endless
    page = visit(url)
    page.locator("#question textarea").fill("Tell me everything")
    page.locator("#question textarea").press("Enter")
    expect(page.locator("#live .answer")).to_contain_text("word")
    page.locator("#clear-chat").click()
    assert service.ended.wait(1)
    expect(page.locator(".turn")).to_have_count(0)
    expect(page.locator(".welcome")).to_be_visible()


def test_the_page_opens_while_the_models_load(visit: Visit, tmp_path: Path) -> None:
    service = Loading(Settings(store=f"sqlite:///{tmp_path / 'footnote.db'}"))
    with running(create_app(service.settings, service)) as url:
        page = visit(url, ready=False)
        expect(page.locator(".status.loading")).to_have_text("Loading the models…")
        expect(page.locator("#shelf .empty")).to_be_visible()
        page.locator("#question textarea").fill("Is it there yet?")
        page.locator("#ask").click()
        expect(page.locator("#live .state")).to_have_text("Waiting for the models to load…")
        keep(page, "loading")
        page.close()


def test_the_conversation_survives_a_reload_until_it_is_cleared(page: Page) -> None:
    add(page, SEALS)
    ask(page, "How many pups were counted?")
    said = page.locator("#past .answer").text_content()
    reload(page)
    expect(page.locator("#past .answer")).to_have_text(said or "")
    page.locator("#past .mark a.cite").first.click()
    expect(page.locator("mark.cited").first).to_be_visible()
    page.locator("#clear-chat").click()
    expect(page.locator(".turn")).to_have_count(0)
    reload(page)
    expect(page.locator(".turn")).to_have_count(0)


def test_two_browsers_do_not_see_each_others_conversation(visit: Visit) -> None:
    mine, yours = visit(), visit()
    ask(mine, "How many pups were counted?")
    reload(yours)
    expect(yours.locator(".turn")).to_have_count(0)


def test_a_narrow_page_stacks_and_does_not_scroll_sideways(visit: Visit) -> None:
    page = visit(viewport={"width": 390, "height": 844}, has_touch=True)
    keep(page, "narrow")
    page.locator("#library .toggle-button").click()
    page.wait_for_timeout(400)
    add(page, SEALS + "\n\n" + "w" * 500)
    keep(page, "narrow-library")
    page.locator("#library .toggle-button").click()
    page.wait_for_timeout(400)
    ask(page, "How many pups were counted?")
    keep(page, "narrow-answer")
    for selector in ("#turns", "#asking", "#ask", "#article", "#tabs", "#past .answer"):
        box = page.locator(selector).bounding_box()
        assert box is not None, selector
        assert box["x"] >= 0, selector
        assert box["x"] + box["width"] <= 390, selector
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.locator("#past .mark a.cite").first.tap()
    expect(page.locator("mark.cited").first).to_be_in_viewport()
    keep(page, "narrow-citation")


def test_dark_follows_the_system(visit: Visit) -> None:
    light, dark = visit(), visit(color_scheme="dark")
    assert brightness(light) > 200
    assert brightness(dark) < 60
    ask(dark, "How many pups were counted?")
    dark.locator("#past .mark a.cite, #past .quote").first.click()
    keep(dark, "dark")


def test_nothing_moves_for_who_does_not_want_it(endless: tuple[str, Endless], visit: Visit) -> None:
    url, _ = endless
    page = visit(url, color_scheme="light")
    turn(page, "dark")
    assert page.evaluate("getComputedStyle(document.querySelector('#ask')).transitionDuration") == "0s"
    assert page.evaluate("document.getAnimations().length") == 0
    moving = visit(url, reduced_motion="no-preference")
    assert moving.evaluate("getComputedStyle(document.querySelector('#ask')).transitionDuration") == "0.2s"


def test_german_by_the_browsers_language(visit: Visit) -> None:
    page = visit(locale="de-DE")
    expect(page.locator("#ask")).to_have_text("Fragen")
    expect(page.locator("#tab-evidence-button")).to_have_text("Belege")
    expect(page.locator("#shelf h2")).to_have_text("Bibliothek")
    expect(page.locator(".status")).to_have_text("Bereit")
    keep(page, "german")


@pytest.mark.parametrize("payloads", HOSTILE.values(), ids=HOSTILE)
def test_text_is_text(used_page: Page, service: Footnote, payloads: tuple[str, ...]) -> None:
    """In the article, its title, the question and the answer; the visit fails where anything is fetched."""
    page, hostile = used_page, " ".join(payloads)
    sentence = f"The keeper of the tower of Ulva wrote {hostile} in the log of 1911."
    add(page, f"Ulva {hostile[:200]}\n\n{sentence}\n\nThe tower of Ulva has stood empty since 1950.")
    question = f"What did the keeper of Ulva write? {hostile[:300]}"
    ask(page, question)
    shown = squeezed(page.locator("#article").text_content() or "")
    for payload in payloads:
        assert squeezed(payload) in shown
    assert page.locator("#past .asked").text_content() == question
    check_kept(page, service, question)
    assert page.title() == "Footnote"
    for selector in ("#article", "#past", "#shelf", "#evidence", "#chips"):
        assert page.locator(selector).locator("script, img, iframe, form, [onerror]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 1360
    page.locator(".shelf li[aria-current] .remove").click()
    page.locator("#notice [data-do=undo]").first.wait_for()


def check_kept(page: Page, service: Footnote, question: str) -> None:
    """Assert that a hostile answer is copied, downloaded and judged as its characters, and is no markup."""
    page.locator("#past [data-verdict=right]").click()
    expect(page.locator("#past [data-verdict=right]")).to_have_attribute("aria-pressed", "true")
    judged = next(one for one in service.feedback() if one.question == question)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#past [data-do=copy]").click()
    expect(page.locator("#past [data-do=copy]")).to_have_text("Copied")
    with page.expect_download() as downloading:
        page.locator("#export [data-do=download]").click()
    copied: str = page.evaluate("navigator.clipboard.readText()")
    for kept in (copied, Path(downloading.value.path()).read_text("utf-8")):
        tokens = list(inline(kept))
        assert not {token.type for token in tokens} & {"html_block", "html_inline", "image", "link_open"}
        read = squeezed("".join(token.content for token in tokens if token.type.startswith("text")))
        assert judged.citations
        for text in (question, *(citation.text for citation in judged.citations)):
            assert squeezed(text) in read


def test_weight_and_time(visit: Visit) -> None:
    started = time.monotonic()
    page = visit()
    assert time.monotonic() - started < 5  # generous: the suite shares its machine
    weight = page.evaluate(
        "performance.getEntries().reduce((sum, entry) => sum + (entry.encodedBodySize || 0), 0)"
    )
    assert 0 < weight < 600_000


def test_headings_and_names(used_page: Page) -> None:
    page = used_page
    assert page.locator("h1").all_text_contents() == ["Footnote"]
    nameless = page.evaluate(
        """() => [...document.querySelectorAll('button, input, textarea, select')]
          .filter((node) => node.checkVisibility() && !node.ariaLabel && !node.labels?.length
            && !node.textContent.trim() && !node.title && !node.getAttribute('aria-labelledby'))
          .map((node) => node.outerHTML.slice(0, 200))"""
    )
    assert nameless == []


def test_a_click_on_a_citation_is_quick(used_page: Page) -> None:
    page = used_page
    filler = "The water was cold on that day and the wind came from the north. " * 300
    add(page, f"Otters of Orsholm\n\nThe wardens of Orsholm counted 51 otters in the spring.\n\n{filler}")
    ask(page, "How many otters did the wardens of Orsholm count?")
    taken = page.evaluate(
        """() => { const start = performance.now();
          document.querySelector('#past .mark a.cite').click();
          if (!document.querySelector('mark.cited')) throw new Error('nothing is highlighted');
          return performance.now() - start; }"""
    )
    assert taken < 100


def brightness(page: Page) -> float:
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    channels = [float(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(",")[:3]]
    return sum(channels) / 3
