"""A conversation as Markdown: exactly its words, whatever they are, and its quotations as footnotes."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as some
from markdown_it import MarkdownIt
from markdown_it.token import Token

from footnote.page import conversation, export
from footnote.page.german_words import GERMAN
from footnote.page.turn import Turn
from footnote.page.words import ENGLISH
from footnote.schema import Answer, Citation, Evidence, Span

HOSTILE = (
    "<script>x</script>",
    "<img src=x onerror=y>",
    "${document.title}",
    "{{constructor}}",
    "![beacon](http://beacon.invalid/x.png)",
    "[link](javascript:x)",
    "[^1]: a footnote",
    "# heading",
    "1. item",
    "- item",
    "> quoted",
    "| a | b |",
    "&lt;b&gt; &#60;",
    "\\u0041 `code` **bold** _it_ ~~gone~~",
    "\u202eright to left\u202c \u200bzero",
    "<http://beacon.invalid>",
    "w" * 5_000,
)
TEXT = "214 adult seals were counted."
CITED = Citation(1, "a1", 0, len(TEXT), TEXT, 0)
TITLES = {"a1": "Seals return", "b2": "Otters"}
TURN = Turn(
    "How many seals?",
    Answer(f"“{TEXT}” [1]", Span("a1", 0, 3, "214"), "answered", True, (CITED,), confidence=0.9),
    "done",
)


def inline(markdown: str) -> Iterator[Token]:
    """Yield what a CommonMark reader with tables and strikethrough makes of Markdown, leaves only."""
    for token in MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(markdown):
        yield from [token, *(token.children or [])]


def test_an_answer_has_its_quotations_as_footnotes() -> None:
    assert export.one(TURN, TITLES, ENGLISH) == (
        "## How many seals?\n\n**214**\n\n“214 adult seals were counted.”[^1]\n\n"
        "[^1]: “214 adult seals were counted.” — Seals return\n"
    )


def test_what_more_likely_is_no_answer_says_so_first() -> None:
    doubtful = replace(TURN, answer=replace(TURN.answer, confidence=0.49))
    said = export.one(doubtful, TITLES, ENGLISH)
    assert said.startswith("## How many seals?\n\n*Not sure this answers it*\n\n“214 adult seals")
    assert "**" not in said


def test_a_conversation_numbers_its_footnotes_through() -> None:
    two = Answer(
        "- One [2].\n- Two [1][2]\n\nThree [7].",
        citations=(CITED, Citation(2, "b2", 5, 8, "51\notters", 1)),
        status="answered",
        done=True,
        confidence=0.5,
    )
    assert export.whole([TURN, Turn("And otters?", two, "done")], TITLES, ENGLISH) == (
        "# Conversation\n\n## How many seals?\n\n**214**\n\n“214 adult seals were counted.”[^1]\n\n"
        "## And otters?\n\n- One[^3].\n- Two[^2][^3]\n\nThree \\[7\\].\n\n"
        "[^1]: “214 adult seals were counted.” — Seals return\n"
        "[^2]: “214 adult seals were counted.” — Seals return\n"
        "[^3]: “51 otters” — Otters\n"
    )


def test_a_refusal_shows_the_closest_passage_as_no_answer() -> None:
    answer = Answer(
        "The article does not say. It is about: Otters",
        status="not_in_article",
        done=True,
        evidence=(Evidence("b2", 5, 8, "51 otters", 0.3),),
    )
    assert export.one(Turn("Who?", answer, "done"), TITLES, GERMAN) == (
        "## Who?\n\n**Das steht nicht im Artikel**\n\nThe article does not say. It is about: Otters\n\n"
        "Die nächste Stelle, die keine Antwort ist:\n\n> „51 otters“ — Otters\n"
    )


def test_what_failed_or_was_stopped_says_so() -> None:
    failed = replace(TURN, progress="failed", problem="No *model*. Try again.")
    assert export.one(failed, TITLES, ENGLISH).endswith("*That did not work*\n\nNo \\*model\\*. Try again.\n")
    stopped = Turn("Why?", Answer("It had"), "stopped")
    assert export.one(stopped, {}, ENGLISH) == "## Why?\n\nIt had\n\n*Stopped.*\n"


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile[:12])
def test_no_text_is_markup_in_what_is_kept(hostile: str) -> None:
    span = Span("a1", 0, 3, hostile)
    quoted = Citation(1, "a1", 0, 3, hostile, 0)
    answer = Answer(f"{hostile} [1]", span, "answered", True, (quoted,), (Evidence("a1", 0, 3, hostile, 1),))
    refusal = replace(answer, status="not_in_article", citations=())
    turns = [
        Turn(hostile, answer, "done"),
        Turn(hostile, refusal, "done"),
        Turn(hostile, answer, "failed", hostile),
    ]
    kinds = {token.type for token in inline(export.whole(turns, {"a1": hostile}, ENGLISH))}
    assert not kinds & {"html_block", "html_inline", "image", "link_open", "code_inline", "ordered_list_open"}
    lists = {"bullet_list_open"} if hostile.startswith("- ") else set()  # an answer's items are a list
    assert {kind for kind in kinds if kind.endswith("_open")} <= lists | {
        *("heading_open", "paragraph_open", "strong_open", "em_open", "blockquote_open", "list_item_open")
    }


@given(some.text("ab 1.)#*_[]<>&;`~|\\!-+={}$\n\t\u202e\u200b", min_size=1))
@example("1. a")
@example("\\&lt;")
@example("--- #")
def test_escaped_text_reads_as_the_same_characters(text: str) -> None:
    read = "".join(token.content for token in inline(export.escaped(text)) if token.type.startswith("text"))
    assert read == " ".join(text.split())


def test_the_page_holds_the_markdown_of_each_finished_turn_and_of_the_whole() -> None:
    html = conversation.conversation([TURN, replace(TURN, question="<b>", id="2")], TITLES, ENGLISH)
    assert html.count("data-markdown=") == 3
    assert "<b>" not in html
    assert "data-markdown" not in conversation.exchange(Turn("Why?"), TITLES, ENGLISH)
