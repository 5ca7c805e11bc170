"""The article's side of the page: adding by address, undo, parts, the map, what cites, in a real browser."""

import http.server
import threading
from collections.abc import Iterator
from typing import Literal

import pytest
from browsing import Visit, add, ask, findings, highlighted, keep, reload, slow_down, turn, unfold
from playwright.sync_api import Page, Route, expect

from footnote.service import Footnote
from serving import Endless

TOWERS = """# The towers of Skarholm 🗼

Share Tweet Print

🌊🌊 Far out, the tower of Skarholm 🗼 was lit in 1871 with rapeseed oil. The keeper Ingrid Dahl 👩‍🔧 \
replaced the old burner in 1904 with one that burned paraffin. Her log says that the new lamp \
used half as much oil.

## The second tower

A second tower was built in 1911 on the northern reef. Its lens weighs four tonnes and floats in mercury. \
The council of Skarholm paid 90,000 crowns for it.

## The keepers

The last keeper, Jon Aas, left the island in 1986. Since then the lights have been run from the mainland. \
Visitors may climb the first tower on Sundays in summer.
"""

PAGE = """<!doctype html><html lang="en"><head><title>Herring at Lomvik</title>
<meta name="author" content="Berit Moe"><meta property="article:published_time" content="2024-03-05">
</head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><article><h1>Herring at Lomvik</h1>
<p>The boats of Lomvik landed 4,100 tonnes of herring in February, twice as much as a year before. The harbour
master said that the shoals had come closer to the coast than in any winter since 1998.</p>
<p>The cannery has hired forty people and works in three shifts. Prices have fallen by a fifth, and the
smaller boats say that they can hardly pay for their fuel.</p></article>
<script>document.title = "ran"</script></body></html>"""


class Site(http.server.BaseHTTPRequestHandler):
    """A web site with one page, at every address."""

    def do_GET(self) -> None:
        body = PAGE.encode()
        self.send_response(200)
        self.send_header("content-type", "text/html; charset=utf-8")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/lomvik"
        server.shutdown()


def test_an_article_is_added_by_its_address(used_page: Page, site: str) -> None:
    page = used_page
    unfold(page)
    page.locator("#address textarea, #address input").first.fill(site)
    page.locator("#add-address").click()
    expect(page.locator("#article h2")).to_have_text("Herring at Lomvik", timeout=20_000)
    about = page.locator("#article .about").first
    for fact in ("Berit Moe", "2024-03-05", site):
        expect(about).to_contain_text(fact)
    expect(about.locator("a")).to_have_attribute("rel", "noopener noreferrer")
    keep(page, "added-by-address")
    page.locator("#address textarea, #address input").first.fill("file:///etc/passwd")
    page.locator("#add-address").click()
    expect(page.locator("#notice [role=alert]")).to_contain_text("http")


def test_several_removals_are_taken_back_to_where_they_stood(page: Page, service: Footnote) -> None:
    for number in (1, 2, 3):
        add(page, f"Boat number {number} is red.\n\nIt has {number} sails.", title=f"Boat {number}")
    page.locator(".shelf li", has_text="Boat 2").locator("input").check()
    expect(page.locator(".scope")).to_contain_text("Questions go to 1 of")
    order, before = page.locator(".shelf .open span").all_text_contents(), service.articles()
    for number in (2, 3):
        page.locator(".shelf li", has_text=f"Boat {number}").locator(".remove").click()
        expect(page.locator("#notice .notice", has_text=f"Boat {number}")).to_be_visible()
    page.locator("#notice .notice", has_text="Boat 2").get_by_role("button").click()
    expect(page.locator("#notice .notice")).to_have_count(1)
    page.locator("#notice .notice", has_text="Boat 3").get_by_role("button").click()
    expect(page.locator("#notice .notice")).to_have_count(0)
    assert page.locator(".shelf .open span").all_text_contents() == order
    assert service.articles() == before
    expect(page.locator(".shelf li", has_text="Boat 2").locator("input")).to_be_checked()
    page.locator(".scope button").click()
    expect(page.locator(".shelf input:checked")).to_have_count(0)


SELECT = """(words) => {
  const blocks = [...document.querySelectorAll('#article [data-start]')];
  const [first, last] = words.map((word) => blocks.find((block) => block.textContent.includes(word)));
  const range = document.createRange();
  range.setStart(first.firstChild, first.textContent.indexOf(words[0]));
  range.setEnd(last.firstChild, last.textContent.indexOf(words[1]) + words[1].length);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def test_selected_text_is_summarised_by_itself(page: Page, service: Footnote) -> None:
    add(page, TOWERS)
    page.evaluate(SELECT, ["The keeper Ingrid", "northern reef."])
    page.locator(".part-tools button").click()
    page.locator("#summary .coverage").wait_for()
    expect(page.locator("#scope .part")).to_contain_text("The keeper Ingrid Dahl 👩‍🔧 replaced")
    start, end = TOWERS.index("The keeper Ingrid"), TOWERS.index("Its lens")
    links = page.locator("#summary .mark a.cite").all()
    assert links
    for link in links:
        assert start <= int(link.get_attribute("data-start") or -1) < end
    page.locator("#scope .quote").click()
    assert "".join(highlighted(page).split()) == "".join(TOWERS[start:end].replace("## ", "").split())
    page.locator("#tab-summary-button").click()
    page.locator("#scope button").click()
    expect(page.locator("#scope .part")).to_have_count(0)
    page.locator("#summarise").click()
    expect(page.locator("#summary .coverage")).to_contain_text("of 3 paragraphs")


def test_a_section_is_summarised_and_the_map_leads_to_its_words(page: Page, service: Footnote) -> None:
    add(page, TOWERS)
    page.get_by_role("button", name="Summarise the section “The keepers”").click()
    expect(page.locator("#summary .coverage")).to_have_text("Draws on 1 of 1 paragraphs")
    for link in page.locator("#summary .mark a.cite").all():
        assert int(link.get_attribute("data-start") or -1) > TOWERS.index("## The keepers")
    page.locator("#scope button").click()
    page.locator("#summarise").click()
    expect(page.locator("#summary .coverage")).to_contain_text("of 3 paragraphs")
    keep(page, "summary")
    page.locator("#tab-article-button").click()
    bars = page.locator("#map button")
    expect(bars).to_have_count(3)
    bars.first.focus()
    page.keyboard.press("End")
    expect(bars.last).to_be_focused()
    page.keyboard.press("Home")
    lit = page.locator("#map button.lit").first
    lit.focus()
    page.keyboard.press("Enter")
    cited = service.article(lit.get_attribute("data-article") or "").text
    words = cited[int(lit.get_attribute("data-start") or 0) : int(lit.get_attribute("data-end") or 0)]
    assert highlighted(page) == words
    keep(page, "map")
    page.locator("#article .back").click()
    expect(lit).to_be_focused()


def test_a_part_that_is_chosen_while_its_article_opens_stays_chosen(page: Page) -> None:
    """What the opening calls, and the summary, are held back, as a slow network does."""
    calls = page.evaluate("gradio_config.dependencies")
    scope = page.evaluate("gradio_config.components.find((one) => one.props.elem_id === 'scope').id")
    recall = next(c["id"] for c in calls if scope in c["outputs"] and c["targets"][0][1] == "change")
    choose = next(c["id"] for c in calls if scope in c["outputs"] and c["targets"][0][1] == "apply")
    begin = next(c["id"] for c in calls if c["trigger_after"] == choose)
    held: dict[int, Route] = {}

    def hold(route: Route) -> None:
        called = route.request.post_data_json["fn_index"]
        if called in (recall, begin) and called not in held:
            held[called] = route
        else:
            route.continue_()

    page.route("**/queue/join*", hold)
    add(page, TOWERS)
    page.get_by_role("button", name="Summarise the section “The keepers”").click()
    expect(page.locator("#scope .part")).to_have_count(1)
    for call in (recall, begin):
        held[call].continue_()
        page.wait_for_timeout(500)
    expect(page.locator("#summary .coverage")).to_have_text("Draws on 1 of 1 paragraphs")
    expect(page.locator("#scope .part")).to_have_count(1)


def test_a_summary_comes_back_with_its_article(page: Page) -> None:
    add(page, "Boat number 7 is blue. It was built in 1950.\n\nIts engine is new.", title="Boat 7")
    add(page, TOWERS)
    page.locator("#tab-summary-button").click()
    page.locator("#summarise").click()
    page.locator("#summary .coverage").wait_for()
    said = page.locator("#summary .answer").text_content() or ""
    page.get_by_role("button", name="Read “Boat 7”").click()
    expect(page.locator("#summary .empty")).to_be_visible()
    expect(page.locator("#map .map")).to_have_count(0)
    page.get_by_role("button", name="Read “The towers").click()
    expect(page.locator("#summary .answer")).to_have_text(said)
    expect(page.locator("#map .map")).to_have_count(1)


def test_stopping_a_summary_ends_its_work(
    endless: tuple[str, Endless], visit: Visit, service: Footnote
) -> None:
    url, unending = endless
    library = service.sibling(unending.settings.store)
    library.start()
    library.add_article(TOWERS)
    library.close()
    page = visit(url)
    page.locator("#tab-summary-button").click()
    slow_down(page, 4)  # a slow browser once drew drafts that came before the stop after it
    page.locator("#summarise").click()
    expect(page.locator("#summary .answer")).to_contain_text("word word")
    expect(page.locator("#summary .state.busy")).to_be_visible()
    page.locator("#stop-summary").click()
    assert unending.ended.wait(5)  # what the slow browser needs to say so is in it
    expect(page.locator("#summary .state")).to_have_text("Stopped.")
    expect(page.locator("#summary .answer")).to_contain_text("word word")
    expect(page.locator("#summarise")).to_be_visible()
    expect(page.locator("#map .map")).to_have_count(0)
    keep(page, "summary-stopped")


def test_the_article_leads_back_to_who_cites_it_even_after_a_reload(page: Page) -> None:
    add(page, TOWERS)
    ask(page, "When did Ingrid Dahl replace the old burner?")
    expect(page.locator("#article .by").first).to_be_visible()
    reload(page)
    page.get_by_role("button", name="Read “The towers").click()
    by = page.get_by_role("button", name="Cited by: When did Ingrid Dahl replace the old burner?").first
    by.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#past .mark a.cite").first).to_be_focused()
    keep(page, "cited-by")
    ask(page, "When was the old burner replaced by Ingrid Dahl?")
    page.get_by_role("button", name="Cited by 2 answers").first.click()
    expect(page.locator(".cited-by button")).to_have_count(2)
    page.locator(".cited-by button").last.click()
    expect(page.locator("#past .turn").last.locator(".mark a.cite").first).to_be_focused()


def test_what_was_left_out_is_shown_on_request(used_page: Page) -> None:
    page = used_page
    add(page, TOWERS)
    expect(page.locator("#article .residue")).to_be_hidden()
    page.get_by_role("button", name="Show what was left out (1)").click()
    expect(page.locator("#article .residue")).to_have_text("Share Tweet Print")
    expect(page.locator("#article .residue")).to_be_visible()


COLOURS = ("color-contrast", "link-in-text-block")
SCHEMES: tuple[Literal["dark", "light"], ...] = ("dark", "light")


def test_nothing_grave_is_found_by_axe(visit: Visit, endless: tuple[str, Endless]) -> None:
    url, _ = endless
    empty = visit(url)
    assert findings(empty) == []
    empty.close()
    page = visit(color_scheme="dark")
    add(page, TOWERS)
    ask(page, "When did Ingrid Dahl replace the old burner?")
    ask(page, "Who is the president of Portugal?")
    page.locator("#past .mark a.cite").first.click()
    page.locator("mark.cited").first.wait_for()
    page.locator("#tab-summary-button").click()
    page.locator("#summarise").click()
    page.locator("#summary .coverage").wait_for()
    assert findings(page) == []
    for scheme in SCHEMES:
        turn(page, scheme)
        assert findings(page, "#library, #talk, #masthead", COLOURS) == [], scheme
        for tab in ("summary", "evidence", "article"):
            page.locator(f"#tab-{tab}-button").click()
            # Beside the colours nothing changes with the scheme, and beside the reader nothing with the tab.
            rules = COLOURS if scheme == "dark" else ()
            assert findings(page, "#reader", rules) == [], (scheme, tab)
        keep(page, f"all-{scheme}")


def test_a_button_can_be_read_under_the_pointer(endless: tuple[str, Endless], visit: Visit) -> None:
    page = visit(endless[0])
    page.locator("#tab-summary-button").click()
    page.locator("#question textarea").fill("Tell me everything")
    page.keyboard.press("Enter")
    page.locator("#live .answer").wait_for()
    for scheme in SCHEMES:
        turn(page, scheme)
        for button in ("#summarise", "#stop", "#clear-chat"):
            page.hover(button)
            assert findings(page, button, COLOURS) == [], (scheme, button)
    page.locator("#stop").click()
    page.locator("#past .turn.stopped").wait_for()


def test_a_narrow_page_has_the_map_beside_the_article(visit: Visit) -> None:
    page = visit(viewport={"width": 390, "height": 844}, has_touch=True)
    page.locator("#library .toggle-button").click()
    page.wait_for_timeout(400)
    add(page, TOWERS)
    page.locator("#library .toggle-button").click()
    page.wait_for_timeout(400)
    page.locator("#tab-summary-button").tap()
    page.locator("#summarise").tap()
    page.locator("#summary .coverage").wait_for()
    keep(page, "narrow-summary")
    page.locator("#tab-article-button").tap()
    page.locator("#map button.lit").first.tap()
    expect(page.locator("mark.cited").first).to_be_in_viewport()
    keep(page, "narrow-map")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert findings(page) == []


def test_the_articles_side_is_in_german_too(visit: Visit) -> None:
    page = visit(locale="de-DE")
    page.locator("#add button").first.click()
    expect(page.locator("#address")).to_contain_text("Adresse einer Webseite")
    add(page, TOWERS)
    page.get_by_role("button", name="Den Abschnitt „The keepers“ zusammenfassen").click()
    expect(page.locator("#summary .coverage")).to_have_text("Beruht auf 1 von 1 Absätzen")
    keep(page, "german-summary")


def test_the_language_is_switched_while_a_summary_is_chosen(visit: Visit) -> None:
    page = visit()
    add(page, TOWERS)
    page.locator("#tab-summary-button").click()
    page.get_by_label("Bullets").check()
    page.get_by_role("button", name="Settings").click()
    page.get_by_role("combobox", name="Language").click()
    page.get_by_role("option", name="Deutsch").click()
    page.keyboard.press("Escape")
    page.locator(".backdrop").click(position={"x": 5, "y": 5})
    expect(page.get_by_label("Stichpunkte")).to_be_checked()
    page.locator("#summarise").click()
    expect(page.locator("#summary .coverage")).to_be_visible()
