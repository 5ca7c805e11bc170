"""The page's HTML without a browser: what is escaped, what is linked, and that no character is lost."""

import re
from dataclasses import fields, replace
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as some

from footnote.page import conversation, markup, reader, shelf
from footnote.page.german_words import GERMAN
from footnote.page.languages import LANGUAGES, preferred, translations
from footnote.page.turn import KEPT_TURNS, Progress, Turn, history, kept, restored
from footnote.page.why import sure
from footnote.page.words import ENGLISH, Words
from footnote.schema import (
    Answer,
    Article,
    ArticleEntry,
    Citation,
    Evidence,
    Message,
    Segments,
    Sentence,
    Span,
)

HOSTILE = "<script>alert(1)</script> ${x} {{y}} \"'>&"
CITED = Citation(1, "a1", 4, 9, HOSTILE, 0)
TITLES = {"a1": HOSTILE}
REFUSED = Answer(
    "The article does not say. It is about: Otters. And seals", None, "not_in_article", done=True
)


def tags(html: str) -> set[str]:
    return set(re.findall(r"<(\w+)", html))


def test_marks_become_links_to_characters() -> None:
    html = markup.cited("It is so [1]. But [2] is text.", [replace(CITED, text="words")], ENGLISH)
    assert 'data-article="a1" data-start="4" data-end="9"' in html
    assert 'title="words"' in html
    assert 'aria-label="Footnote 1: words"' in html
    assert "But [2] is text." in html


def test_lines_with_hyphens_become_one_list() -> None:
    assert markup.paragraphs("- one\n- two\nthree", [], ENGLISH) == (
        '<ul><li dir="auto">one</li><li dir="auto">two</li></ul><p dir="auto">three</p>'
    )


@pytest.mark.parametrize("progress", ["queued", "loading", "running", "done", "stopped", "failed"])
@pytest.mark.parametrize("status", ["answered", "not_in_article", "drafting"])
def test_nothing_hostile_becomes_markup(progress: str, status: str) -> None:
    answer = Answer(
        answer=f"{HOSTILE} [1]\n- {HOSTILE}",
        short_answer=Span("a1", 4, 5, HOSTILE),
        status=status,
        citations=(CITED,),
        evidence=(Evidence("a1", 0, 9, HOSTILE, 0.5),),
        searched_for=HOSTILE,
        model=HOSTILE,
        composed_by="model",
    )
    turn = Turn(HOSTILE, answer, progress, HOSTILE)
    html = conversation.conversation([turn], TITLES, ENGLISH) + conversation.evidence(answer, TITLES, ENGLISH)
    html += conversation.suggestions([HOSTILE])
    assert "script" not in tags(html)
    assert "<script" not in html
    assert HOSTILE in unescape(html)


def test_a_hostile_library_and_article_stay_text() -> None:
    article = Article("a1", HOSTILE, f"{HOSTILE}\n\n{HOSTILE}", HOSTILE, "en")
    entry = ArticleEntry("a1", HOSTILE, HOSTILE, "en", 3, 1, 1)
    half = len(HOSTILE) + 2
    segments = Segments((Sentence(half, len(article.text), 0),), ())
    html = reader.article(article, entry, segments, ENGLISH) + shelf.shelf([entry], ["a1"], "a1", ENGLISH)
    html += shelf.removals([(HOSTILE, HOSTILE)], ENGLISH) + shelf.notice(HOSTILE)
    assert "<script" not in html
    assert html.count("<h2") == 2  # the article's title and the library's heading


@given(
    some.lists(some.text("ab é🗼<&\n#.", min_size=1, max_size=30), max_size=8),
    some.sets(some.integers(0, 7)),
)
def test_every_block_says_where_it_starts(lines: list[str], sentences: set[int]) -> None:
    """Whatever of the text is a sentence, a block holds the text from its start, and all of it is shown."""
    text, found = "", []
    for number, line in enumerate(lines):
        start = len(text) + len(line) - len(line.lstrip())
        end = len(text) + len(line.rstrip())
        if number in sentences and start < end:
            found.append(Sentence(start, end, number))
        text += f"{line}\n\n"
    article = Article("a1", "Title", text, "test", "en")
    entry = ArticleEntry("a1", "Title", "test", "en", 1, 1, 1)
    html = reader.article(article, entry, Segments(tuple(found), ()), ENGLISH)
    shown = ""
    for start, block in re.findall(r'data-start="(\d+)">(.*?)</(?:p|h2|h3)>', html, re.DOTALL):
        words = unescape(block)
        assert text[int(start) : int(start) + len(words)] == words
        shown += words
    assert "".join(shown.split()) == "".join(text.split())


def test_a_conversation_comes_back_as_it_was_kept() -> None:
    answer = Answer("It is so [1].", Span("a1", 4, 5, "x"), "answered", True, (CITED,))
    turns = [Turn("Why?", answer, "done"), Turn("How?", Answer(), "stopped")]
    assert restored(kept(turns)) == turns
    assert len(restored(kept(turns * KEPT_TURNS))) == KEPT_TURNS


@pytest.mark.parametrize("stored", [None, "", "{", '[{"question": 3}]', '{"turns": []}', 7])
def test_what_no_version_kept_is_no_conversation(stored: object) -> None:
    assert restored(stored) == []


def test_an_answer_that_is_still_to_come_is_not_kept() -> None:
    turns = [Turn("a", Answer("b", done=True), "done"), Turn("c", Answer("d"), "running"), Turn("e")]
    assert restored(kept(turns)) == turns[:1]
    older = '[{"question": "a", "progress": "done"}, {"question": "b", "progress": "queued"}]'
    assert [turn.question for turn in restored(older)] == ["a"]


@pytest.mark.parametrize(
    ("turn", "offered"),
    [
        (
            Turn("a", Answer("b [1]", None, "answered", True, (CITED,)), "done"),
            "copy right wrong wrong_citation",
        ),
        (Turn("a", Answer("Hello.", None, "answered", True), "done"), "copy right wrong"),
        (Turn("a", Answer("It does not.", None, "not_in_article", True), "done"), "copy right wrong"),
        (Turn("a", Answer("b"), "stopped"), "copy retry"),
        (Turn("a", Answer(), "failed", "No."), "retry"),
        (Turn("a", Answer("b"), "running"), ""),
    ],
    ids=["answered", "small talk", "refused", "stopped", "failed", "running"],
)
def test_each_state_offers_what_can_be_done(turn: Turn, offered: str) -> None:
    html = conversation.exchange(turn, {}, ENGLISH)
    found = re.findall(r'data-do="(?:judge" data-verdict="(\w+)|(\w+))"', html)
    assert [verdict or act for verdict, act in found] == offered.split()


@pytest.mark.parametrize(
    ("confidence", "said"), [(0.0, "low"), (0.49, "low"), (0.5, "fair"), (0.7, "good"), (1.0, "high")]
)
def test_what_more_likely_is_not_there_is_of_low_confidence(confidence: float, said: str) -> None:
    assert sure(Answer(confidence=confidence), ENGLISH) == (said, f"{confidence:.0%}")


@pytest.mark.parametrize("progress", ["running", "done", "stopped"])
def test_what_more_likely_is_no_answer_does_not_look_like_one(progress: Progress) -> None:
    answer = Answer("“5 o'clock” [1]", Span("a1", 0, 1, "5"), "answered", True, (CITED,), confidence=0.49)
    doubted = conversation.exchange(Turn("When?", answer, progress), TITLES, ENGLISH)
    assert doubted.index(ENGLISH.unsure) < doubted.index("o&#x27;clock")
    assert 'class="short"' not in doubted
    assert "checked" not in doubted
    believed = conversation.exchange(
        Turn("When?", replace(answer, confidence=0.5), progress), TITLES, ENGLISH
    )
    assert ENGLISH.unsure not in believed
    assert 'class="short"' in believed
    assert ("checked" in believed) == (progress == "done")


def test_a_refusal_says_it_once() -> None:
    refused = replace(REFUSED, evidence=(Evidence("a1", 0, 9, "Otters swim", 0.1),))
    html = conversation.exchange(Turn("Who?", refused, "done"), {"a1": "Otters"}, ENGLISH).partition("<h3")[2]
    assert html.count("article does not say") == 1
    assert "It is about: Otters. And seals" in html
    assert "Otters swim" in html
    empty = "There is no article in the library yet. Add one, then ask about it."
    assert empty in conversation.exchange(Turn("Who?", replace(REFUSED, answer=empty), "done"), {}, ENGLISH)


def test_an_article_that_is_gone_is_told() -> None:
    assert ENGLISH.gone in reader.no_article(ENGLISH, gone=True)
    assert ENGLISH.gone not in reader.no_article(ENGLISH)


def test_a_verdict_is_shown_again_and_in_place() -> None:
    turn = Turn("a", Answer("b", None, "answered", True), "done", verdict="wrong")
    html = conversation.exchange(turn, {}, ENGLISH)
    assert 'data-verdict="wrong" aria-pressed="true"' in html
    assert html.count('aria-pressed="true"') == 1
    assert ENGLISH.thanks in html
    assert f'data-turn="{turn.id}" data-verdict="wrong">' in conversation.judged(turn, "Thanks")


def test_only_finished_turns_are_history() -> None:
    turns = [Turn("a", Answer("b"), "done"), Turn("c", Answer("d"), "stopped"), Turn("e", Answer(), "failed")]
    assert history(turns) == [Message("user", "a"), Message("assistant", "b")]


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("de-DE,de;q=0.9,en;q=0.8", GERMAN),
        ("fr-FR,fr;q=0.9,de;q=0.5", GERMAN),
        ("en-GB", ENGLISH),
        ("fr", ENGLISH),
        ("", ENGLISH),
        (None, ENGLISH),
    ],
)
def test_the_language_is_the_first_that_there_are_words_for(header: str | None, words: Words) -> None:
    assert preferred(header) == words


def test_every_language_has_every_word_with_the_same_gaps() -> None:
    for language, words in LANGUAGES.items():
        for field in fields(Words):
            ours, english = getattr(words, field.name), getattr(ENGLISH, field.name)
            if isinstance(english, str):
                assert ours.count("{}") == english.count("{}"), (language, field.name)
                assert ours.strip(), (language, field.name)
            elif field.name != "problems":  # English has none: errors speak it
                assert len(ours) == len(english)
    assert set(translations()["de"]) == set(translations()["en"])


def test_a_long_summarys_headings_are_headings_and_text() -> None:
    html = markup.paragraphs("## Two <i>kinds</i> of lens\n\nOne is ground. [1]", (), ENGLISH)
    assert html.startswith('<h3 dir="auto">Two &lt;i&gt;kinds&lt;/i&gt; of lens</h3><p')
