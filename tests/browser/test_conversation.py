"""Copying, judging, stopping, waiting and failing: the conversation in a real browser."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from browsing import Visit, add, ask, keep, reload
from playwright.sync_api import Locator, Page, expect

from footnote.app import create_app
from footnote.config import Settings
from footnote.service import Footnote
from serving import Endless, Faltering, running
from test_queue import caller, cancel, post

SEALS = """Seals return to Wennet bay

The survey of the Wennet bay counted 214 adult seals and 37 pups this summer, the most since 1987. \
The wardens credit cleaner water and a ban on nets near the sandbanks.

Fishing crews are wary. Their spokesman, Arne Holt, says that seals now take a tenth of the cod catch."""


def test_a_conversation_is_followed_copied_judged_kept_and_cleared(visit: Visit, service: Footnote) -> None:
    page = visit()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    add(page, SEALS)
    page.locator(".shelf li[aria-current] input").check()
    ask(page, "How many adult seals were counted in the Wennet bay?")
    ask(page, "Who is their spokesman?")
    ask(page, "Who is the president of Portugal?")
    turns = page.locator("#past .turn")
    expect(turns.nth(2).locator(".refusal")).to_contain_text("Seals return to Wennet bay")
    expect(turns.nth(2).locator("[data-verdict=wrong_citation]")).to_have_count(0)

    turns.nth(0).locator("[data-do=copy]").click()
    expect(page.locator("#announced")).to_have_text("Copied")
    assert clipboard(page) == written(service, turns.nth(0))
    page.locator("#export [data-do=copy-chat]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#export [data-do=copy-chat]")).to_have_text("Copied")
    copied = clipboard(page)
    check_whole(copied, service, turns)
    with page.expect_download() as downloading:
        page.locator("#export [data-do=download]").click()
    assert re.fullmatch(r"footnote-\d{4}-\d\d-\d\d\.md", downloading.value.suggested_filename)
    assert Path(downloading.value.path()).read_text("utf-8") == copied

    judge(page, turns.nth(0), "right", service)
    judge(page, turns.nth(1), "wrong_citation", service)
    judge(page, turns.nth(0), "wrong", service)
    given = {feedback.question: feedback for feedback in service.feedback()}
    assert given["Who is their spokesman?"].searched_for != "Who is their spokesman?"  # a follow-up
    assert given["Who is their spokesman?"].article_ids == (articles(page)[0],)
    turns.nth(0).locator(".why summary").click()
    keep(page, "conversation")

    reload(page)
    expect(turns).to_have_count(3)
    expect(turns.nth(0).locator("[aria-pressed=true]")).to_have_text("Wrong")
    expect(turns.nth(1).locator("[aria-pressed=true]")).to_have_text("Wrong citation")
    page.locator("#clear-chat").click()
    expect(page.locator(".cleared")).to_contain_text("This browser keeps no copy")
    expect(page.locator("#export")).to_be_hidden()
    keep(page, "cleared")
    page.locator(".cleared [data-do=undo]").click()
    expect(turns).to_have_count(3)
    page.locator("#clear-chat").click()
    expect(turns).to_have_count(0)
    reload(page)
    expect(page.locator(".welcome")).to_be_visible()
    expect(turns).to_have_count(0)


def test_what_is_asked_for_is_on_the_screen_though_things_move(visit: Visit) -> None:
    """The other tests look at a page on which nothing moves, where a smooth scroll cannot go astray."""
    page = visit(reduced_motion="no-preference")
    filler = "The water was cold on that day, the wind came from the north and nobody went out. " * 5
    add(page, "\n\n".join([SEALS, *[filler] * 60, "The harbour master of Wennet is Berit Moe.", filler]))
    page.locator(".shelf li[aria-current] input").check()
    for question in ("Who is the harbour master of Wennet?", "How many pups were counted?", "Hello"):
        ask(page, question)
        at_top(page)
    marks = page.locator("#past .mark a.cite")
    for number in (0, 1, 0):
        marks.nth(number).click()
        page.wait_for_timeout(1_500)
        expect(page.locator("mark.cited").first).to_be_in_viewport()
    page.locator(".shelf li", has_text="Kazakhstan").first.locator(".open").click()
    expect(page.locator("#article h2")).to_contain_text("Kazakhstan")
    marks.nth(0).click()  # into an article that is not open
    page.wait_for_timeout(1_500)
    expect(page.locator("mark.cited").first).to_be_in_viewport()
    reload(page)
    expect(page.locator("#past .turn")).to_have_count(3)
    at_top(page)
    ask(page, "Thank you")
    at_top(page)


def test_who_waits_is_told_how_many_are_before(endless: tuple[str, Endless], visit: Visit) -> None:
    url, service = endless
    first, second, third = visit(url), visit(url), visit(url, locale="de-DE")
    send(first, "Tell me everything")
    expect(first.locator("#live .answer")).to_contain_text("word")
    send(second, "And me")
    expect(second.locator("#ahead .state")).to_have_text("In the queue, 1 before you")
    send(third, "Und mir")
    expect(third.locator("#ahead .state")).to_have_text("In der Warteschlange, 2 vor Ihnen")
    keep(second, "queued")
    with caller(url, 2) as other:  # who was not served yet goes before who was, though they came first
        late = post(other, "And I").json()["event_id"]
        expect(second.locator("#ahead .state")).to_have_text("In the queue, 2 before you")
        expect(third.locator("#ahead .state")).to_have_text("In der Warteschlange, 3 vor Ihnen")
        cancel(other, late)
        expect(second.locator("#ahead .state")).to_have_text("In the queue, 1 before you")
    first.locator("#stop").click()
    expect(third.locator("#ahead .state")).to_have_text("In der Warteschlange, 1 vor Ihnen")
    expect(second.locator("#live .answer")).to_contain_text("word")
    expect(second.locator("#ahead .state")).to_have_count(0)
    third.locator("#stop").click()
    expect(third.locator("#past .turn.stopped .state")).to_have_text(
        "Angehalten, bevor etwas geschrieben war."
    )
    expect(third.locator("#ahead .state")).to_have_count(0)
    second.locator("#stop").click()
    expect(second.locator("#past .turn.stopped")).to_have_count(1)
    assert service.ended.wait(1)


def test_what_is_typed_while_an_answer_comes_stays(endless: tuple[str, Endless], visit: Visit) -> None:
    """Typed at once after sending, and sent too early; the keys find the question."""
    url, service = endless
    page = visit(url)
    box = page.locator("#question textarea")
    box.fill("Tell me everything")
    page.keyboard.press("Enter")
    page.wait_for_timeout(100)  # no hand is faster; Gradio empties the box some milliseconds after the key
    page.keyboard.type("and then this")
    expect(page.locator("#live .answer")).to_contain_text("word")
    expect(box).to_have_value("and then this")
    page.keyboard.press("Enter")
    expect(page.locator("#hint .notice")).to_contain_text("An answer is under way")
    expect(box).to_have_value("and then this")
    keep(page, "refused-politely")
    page.locator("#stop").focus()
    page.keyboard.press("/")
    expect(box).to_be_focused()
    page.locator("#stop").click()
    assert service.ended.wait(1)
    expect(page.locator("#hint .notice")).to_have_count(0)
    expect(page.locator("#past .turn")).to_have_count(1)
    expect(box).to_have_value("and then this")
    page.keyboard.press("Escape")
    expect(box).to_be_focused()
    service.begun.clear()
    page.locator("#past [data-do=retry]").click()
    assert service.begun.wait(2)
    expect(page.locator("#past .turn")).to_have_count(0)
    expect(page.locator("#live .asked")).to_have_text("Tell me everything")


def test_the_focus_stays_and_what_comes_is_announced(page: Page) -> None:
    add(page, SEALS)
    add(page, "Otters\n\nThe wardens of Orsholm counted 51 otters in the spring.")
    announced = page.locator("#announced")
    expect(announced).to_have_text("Otters")
    assert not page.evaluate("document.activeElement.closest('.shelf')")  # nobody was there
    ask(page, "How many otters did the wardens of Orsholm count?")
    expect(announced).to_have_text(re.compile(r"51\. .*51 otters[^\d]* · \w+ confidence, \d+%\.\s*"))
    rows = page.locator(".shelf li")
    rows.last.locator(".remove").click()
    expect(rows.last).to_contain_text("Seals return")
    expect(rows.last.locator(".open")).to_be_focused()
    page.locator("#notice [data-do=undo]").first.click()
    expect(rows.last).to_contain_text("Otters")
    expect(rows.last.locator(".open")).to_be_focused()
    rows.last.locator(".remove").click()
    expect(page.locator("#library .toggle-button")).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#library .toggle-button")).to_have_attribute("aria-label", "Library")
    page.locator("#question textarea").fill("why " * 1_500)
    page.locator("#question textarea").press("Enter")
    expect(page.locator("#hint .notice")).to_contain_text("at most 4,000 are taken")
    assert len(page.locator("#question textarea").input_value()) == 6_000


def test_a_question_under_way_is_found_again(endless: tuple[str, Endless], visit: Visit) -> None:
    url, service = endless
    page = visit(url)
    send(page, "Tell me everything")
    expect(page.locator("#live .answer")).to_contain_text("word")
    again = page.context.new_page()  # a reload of the same page is logged as an error by Gradio
    page.close()
    assert service.ended.wait(2)
    again.goto(url)
    expect(again.locator("#past .turn.stopped .asked")).to_have_text("Tell me everything")
    expect(again.locator("#past [data-do=retry]")).to_be_visible()


def test_a_failure_says_the_remedy_and_is_asked_again(visit: Visit, tmp_path: Path) -> None:
    with faltering(tmp_path) as (url, service):
        page = visit(url, locale="de-DE")
        send(page, "Geht es?")
        problem = page.locator("#past .problem")
        expect(problem).to_contain_text("Die Bibliothek kann nicht gelesen werden: disk I/O error.")
        expect(problem).to_contain_text("Prüfen Sie ihre Datei.")
        expect(page.locator("#announced")).to_contain_text("Prüfen Sie ihre Datei.")
        keep(page, "failed")
        page.locator("#past [data-do=retry]").click()
        expect(problem).to_contain_text("Footnote ist gescheitert")  # an error that nobody foresaw
        assert "secret" not in (page.locator("body").text_content() or "")
        page.locator("#past [data-do=retry]").click()
        expect(page.locator("#past .answer")).to_have_text("It does.")
        expect(page.locator("#past .turn")).to_have_count(1)
        assert service.asked == ["Geht es?"] * 3
        for name in ("Kopieren", "Richtig", "Falsch"):
            expect(page.locator("#past .acts button", has_text=name)).to_be_visible()
        expect(page.locator(".toast-body, .error")).to_have_count(0)


@contextmanager
def faltering(folder: Path) -> Iterator[tuple[str, Faltering]]:
    service = Faltering(Settings(store=f"sqlite:///{folder / 'footnote.db'}"))
    with running(create_app(service.settings, service)) as url:
        yield url, service


def send(page: Page, question: str) -> None:
    """Ask and do not wait."""
    page.locator("#question textarea").fill(question)
    page.locator("#question textarea").press("Enter")


def at_top(page: Page) -> None:
    """Assert that the newest question stands, and stays, at the top of its pane."""
    page.wait_for_timeout(1_000)
    pane, turn = (page.locator(name).last.bounding_box() for name in ("#turns", "#past .turn"))
    assert pane is not None
    assert turn is not None
    assert abs(turn["y"] - pane["y"]) < 2


def clipboard(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def articles(page: Page) -> list[str]:
    return [
        node.get_attribute("data-article") or "" for node in page.locator("#article [data-article]").all()
    ]


def written(service: Footnote, turn: Locator) -> str:
    """Return the Markdown that a turn should be copied as, from what it shows and the library itself."""
    notes = [
        f"[^{link.text_content()}]: “{quoted(service, link)}” — Seals return to Wennet bay"
        for link in turn.locator(".answer .mark a.cite").all()
    ]
    asked, short = (turn.locator(name).text_content() for name in (".asked", ".answer .short"))
    said = turn.locator(".answer p:not(.short)").text_content() or ""
    said = re.sub("\u2060(\\d+)", r"[^\1]", said)  # a word joiner stands before each mark
    return f"## {asked}\n\n**{short}**\n\n{said}\n\n" + "\n".join(notes) + "\n"


def check_whole(text: str, service: Footnote, turns: Locator) -> None:
    """Assert that a conversation has every question in order and every quotation as a footnote at its end."""
    asked = [f"## {node}" for node in turns.locator(".asked").all_text_contents()]
    assert [line for line in text.splitlines() if line.startswith("## ")] == asked
    links = turns.locator(".answer .mark a.cite").all()
    notes = [f"“{quoted(service, link)}” — Seals return to Wennet bay" for link in links]
    assert text.endswith("\n\n" + "\n".join(f"[^{n}]: {note}" for n, note in enumerate(notes, 1)) + "\n")
    assert "**The article does not say**" in text


def quoted(service: Footnote, link: Locator) -> str:
    article = service.article(link.get_attribute("data-article") or "")
    return article.text[int(link.get_attribute("data-start") or 0) : int(link.get_attribute("data-end") or 0)]


def judge(page: Page, turn: Locator, verdict: str, service: Footnote) -> None:
    """Press a verdict and find it in the library's file."""
    button = turn.locator(f"[data-verdict={verdict}]")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    expect(turn.locator("[aria-pressed=true]")).to_have_count(1)
    expect(turn.locator(".thanks")).to_contain_text("sent nowhere")
    with sqlite3.connect(service.settings.store.removeprefix("sqlite:///")) as raw:
        question = turn.locator(".asked").text_content()
        rows = raw.execute("select verdict from feedback where question = ?", (question,)).fetchall()
    assert rows == [(verdict,)]
