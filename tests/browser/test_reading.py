"""Adding articles, asking, and following a citation to its words, in a real browser with the real models."""

from pathlib import Path

import pytest
from browsing import Visit, add, ask, highlighted, keep, reload, squeezed, unfold
from playwright.sync_api import Locator, Page, expect

from footnote.service import Footnote

SEALS = """Seals return to Wennet bay

The survey of the Wennet bay counted 214 adult seals and 37 pups this summer, the most since 1987. \
The wardens credit cleaner water and a ban on nets near the sandbanks.

Fishing crews are wary. Their spokesman, Arne Holt, says that seals now take a tenth of the cod catch."""

BOATS = "The boats of Orm\n\nThe red boat of Orm was built in 1904. The blue boat has two masts."

LENSES = """The lamp of Skarholm 🗼

🌊🌊 Far out, the tower of Skarholm 🗼 was lit in 1871 with rapeseed oil. \
The keeper Sigrid Moen 👩‍🔧 put out the last oil lamp in 1923, when an electric bulb came."""


def test_an_article_is_added_by_paste(used_page: Page) -> None:
    page = used_page
    add(page, SEALS)
    expect(page.locator("#article h2")).to_have_text("Seals return to Wennet bay")
    expect(page.locator(".shelf li[aria-current] .open span")).to_have_text("Seals return to Wennet bay")
    expect(page.locator("#paste textarea")).to_have_value("")


def test_an_article_is_added_by_file(used_page: Page, tmp_path: Path) -> None:
    page = used_page
    path = tmp_path / "lighthouse.md"
    path.write_text(LENSES, encoding="utf-8")
    unfold(page)
    with page.expect_file_chooser() as choosing:
        page.locator("#add-file").click()
    choosing.value.set_files(path)
    expect(page.locator("#article h2")).to_have_text("The lamp of Skarholm 🗼")


DROP = """(files) => {
  const dataTransfer = new DataTransfer();
  for (const [name, text] of files) dataTransfer.items.add(new File([text], name));
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}"""


def test_files_are_dropped_and_each_is_told_of(visit: Visit) -> None:
    page = visit(locale="de-DE")
    large = "x" * (page.evaluate("gradio_config.max_file_size") + 1)
    page.evaluate(DROP, [["boats.md", BOATS], ["page.png", "\0\1\2"], ["lamps.md", LENSES]])
    notices = page.locator("#notice .notice")
    expect(notices).to_have_count(3)
    expect(notices.nth(0)).to_contain_text("wurde hinzugefügt")
    expect(notices.nth(1)).to_contain_text("page.png")
    expect(notices.nth(2)).to_contain_text("Skarholm")
    page.evaluate(DROP, [["much.txt", large]])
    expect(notices).to_contain_text(["ist größer als"])
    expect(page.locator(".toast-body, .error")).to_have_count(0)
    keep(page, "dropped")


def test_the_place_of_a_reader_survives_a_reload(page: Page) -> None:
    add(page, SEALS)
    add(page, BOATS)
    page.locator(".shelf li", has_text="Seals return").locator("input").check()
    expect(page.locator(".scope")).to_contain_text("Questions go to 1 of")
    expect(page.locator("#article h2")).to_have_text("Seals return to Wennet bay")
    reload(page)
    expect(page.locator("#article h2")).to_have_text("Seals return to Wennet bay")
    expect(page.locator(".shelf input:checked")).to_have_count(1)
    ask(page, "How many sails has the red boat?")
    expect(page.locator("#past .refusal")).to_be_visible()
    page.locator(".shelf li", has_text="Seals return").locator(".remove").click()
    expect(page.locator(".scope")).to_have_text("Questions go to the whole library.")
    reload(page)
    expect(page.locator(".shelf input:checked")).to_have_count(0)
    expect(page.locator("#article h2")).to_be_visible()


def test_an_empty_text_is_refused_with_the_remedy(used_page: Page) -> None:
    page = used_page
    unfold(page)
    page.locator("#paste textarea").fill("  \n ")
    page.locator("#add-text").click()
    expect(page.locator("#notice [role=alert]")).to_contain_text("empty")


MARKED = r"""wanted => [...document.querySelectorAll("mark.cited")]
    .map((mark) => mark.textContent).join("").replace(/\s+/g, "") === wanted"""


def test_a_citation_leads_to_exactly_its_words(used_page: Page, service: Footnote) -> None:
    page = used_page
    add(page, SEALS)
    ask(page, "How many adult seals were counted in the Wennet bay?")
    expect(page.locator("#past .answer")).to_contain_text("214")
    assert page.locator("#past .mark a.cite").count() > 0
    for link in page.locator("#past .mark a.cite").all():
        link.click()
        assert highlighted(page) == words_of(service, link)
    keep(page, "citation")
    page.locator("#tab-evidence-button").click()
    assert page.locator("ol.evidence .score").count() > 0
    keep(page, "evidence")
    page.locator("ol.evidence a.cite").first.click()
    expect(page.locator("#tab-article-button")).to_have_attribute("aria-selected", "true")
    wanted = squeezed(words_of(service, page.locator("ol.evidence a.cite").first))
    page.wait_for_function(MARKED, arg=wanted)  # it may stand in another article, which is opened first


def test_offsets_are_right_behind_characters_outside_the_basic_plane(
    used_page: Page, service: Footnote
) -> None:
    page = used_page
    add(page, LENSES)
    ask(page, "When did Sigrid Moen put out the last oil lamp?")
    link = page.locator("#past .mark a.cite", has_text="1").first
    link.click()
    assert highlighted(page) == words_of(service, link)
    assert "1923" in highlighted(page)


def test_a_citation_opens_another_article_by_keyboard(used_page: Page, service: Footnote) -> None:
    page = used_page
    add(page, LENSES)
    add(page, SEALS)
    ask(page, "When did Sigrid Moen put out the last oil lamp?")
    link = page.locator("#past .mark a.cite").first
    expect(page.locator("#article [data-article]")).not_to_have_attribute(
        "data-article", link.get_attribute("data-article") or ""
    )
    link.focus()
    page.keyboard.press("Enter")
    assert highlighted(page) == words_of(service, link)
    page.locator("#article .back").click()
    expect(link).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#question textarea")).to_be_focused()


def test_a_slash_goes_to_the_question(used_page: Page) -> None:
    page = used_page
    page.locator("#tab-article-button").focus()
    page.keyboard.press("/")
    expect(page.locator("#question textarea")).to_be_focused()
    expect(page.locator("#question textarea")).to_have_value("")


def test_what_the_article_does_not_say_looks_like_no_answer(used_page: Page) -> None:
    page = used_page
    add(page, SEALS)
    ask(page, "Who is the president of Portugal?")
    expect(page.locator("#past .refusal .what")).to_have_text("The article does not say")
    expect(page.locator("#past .refusal blockquote")).to_be_visible()
    expect(page.locator("#past .answer")).to_have_count(0)
    keep(page, "refusal")


def test_an_answer_can_be_unfolded(used_page: Page) -> None:
    page = used_page
    add(page, SEALS)
    ask(page, "How many pups were counted?")
    page.locator("#past .why summary").click()
    facts = page.locator("#past .why dl")
    for name in ("Searched for", "Confidence", "Composed by", "Time"):
        expect(facts).to_contain_text(name)
    keep(page, "why")


@pytest.mark.parametrize("style", ["Short", "Bullets", "Long"])
def test_a_summary_with_its_footnotes_and_map(page: Page, service: Footnote, style: str) -> None:
    add(page, SEALS)
    page.locator("#tab-summary-button").click()
    page.locator("#style label", has_text=style).click()
    page.locator("#summarise").click()
    page.locator("#summary .coverage").wait_for()
    assert page.locator("#map button.lit").count() > 0
    keep(page, f"summary-{style.lower()}")
    link = page.locator("#summary .mark a.cite").first
    link.click()
    assert highlighted(page) == words_of(service, link)


def test_only_the_chosen_articles_are_asked(used_page: Page) -> None:
    page = used_page
    add(page, LENSES)
    add(page, SEALS)
    page.locator(".shelf li", has_text="The lamp of Skarholm").locator("input").check()
    expect(page.locator(".scope")).to_contain_text("Questions go to 1 of")
    ask(page, "How many adult seals were counted in the Wennet bay?")
    expect(page.locator("#past .refusal")).to_be_visible()
    page.locator(".scope button").click()
    expect(page.locator(".scope")).to_have_text("Questions go to the whole library.")
    expect(page.locator(".shelf input:checked")).to_have_count(0)


def test_an_article_is_removed_and_brought_back(used_page: Page, service: Footnote) -> None:
    page = used_page
    add(page, SEALS + "\n\nAnother line makes it another article.", title="To be removed")
    page.locator(".shelf li", has_text="To be removed").locator(".remove").click()
    expect(page.locator(".shelf li", has_text="To be removed")).to_have_count(0)
    assert "To be removed" not in {entry.title for entry in service.articles()}
    page.locator("#notice .notice", has_text="To be removed").get_by_role("button").click()
    expect(page.locator(".shelf li", has_text="To be removed")).to_have_count(1)


def test_an_article_that_was_removed_elsewhere_is_told_as_gone(used_page: Page, service: Footnote) -> None:
    page = used_page
    add(page, SEALS + "\n\nYet another line makes it another article.", title="Removed elsewhere")
    entry = next(entry for entry in service.articles() if entry.title == "Removed elsewhere")
    service.remove_article(entry.id)
    page.locator(".shelf li", has_text="Removed elsewhere").locator(".remove").click()
    expect(page.locator("#notice")).to_contain_text(entry.id)
    expect(page.locator(".shelf li", has_text="Removed elsewhere")).to_have_count(0)


def words_of(service: Footnote, link: Locator) -> str:
    """Return the words that a citation link names, from the library itself."""
    article = service.article(link.get_attribute("data-article"))
    return article.text[int(link.get_attribute("data-start")) : int(link.get_attribute("data-end"))]
