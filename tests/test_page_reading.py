"""The article's and the summary's side of the page as HTML: sections, what is left out, parts, the map."""

import re
from dataclasses import replace
from html import unescape
from time import perf_counter

import pytest

from footnote.page import reader, shelf, summary
from footnote.page.words import ENGLISH
from footnote.schema import (
    Article,
    ArticleEntry,
    Citation,
    Coverage,
    Segments,
    Sentence,
    Span,
    Summary,
)

HOSTILE = "<script>alert(1)</script> ${x} {{y}} \"'>&"
TEXT = """# Two lenses

Share this

The first is ground.

## Glass

It is heavy.

### Lead glass

It is dear.

## Paraffin

It burns.
"""


def sentence(words: str, paragraph: int, heading: str = "") -> Sentence:
    start = TEXT.index(words)
    return Sentence(start, start + len(words), paragraph, heading)


SEGMENTS = Segments(
    (
        sentence("The first is ground.", 0),
        sentence("It is heavy.", 1, "Glass"),
        sentence("It is dear.", 2, "Lead glass"),
        sentence("It burns.", 3, "Paraffin"),
    ),
    (),
)
ARTICLE = Article("a1", "Two lenses", TEXT, "pasted text", "en")
ENTRY = ArticleEntry("a1", "Two lenses", "pasted text", "en", 20, 4, 1)


def test_a_section_holds_its_subsections_and_ends_before_the_next() -> None:
    html = reader.article(ARTICLE, ENTRY, SEGMENTS, ENGLISH)
    sections = [TEXT[int(a) : int(b)] for a, b in re.findall(r'data-from="(\d+)" data-to="(\d+)"', html)]
    assert [part.split("\n")[0] for part in sections] == ["## Glass", "### Lead glass", "## Paraffin"]
    assert sections[0].endswith("It is dear.")
    assert sections[1].endswith("It is dear.")
    assert sections[2].endswith("It burns.")


def test_a_wikis_heading_is_shown_as_one() -> None:
    text = "Two lenses\n\nGlass[edit]\n\nIt is heavy.\n\nPlastic[edit]\n"
    start = text.index("It is")
    segments = Segments((Sentence(start, start + len("It is heavy."), 0, "Glass"),), ())
    html = reader.article(replace(ARTICLE, text=text), ENTRY, segments, ENGLISH)
    assert re.findall(r"<h3[^>]*>([^<]*)<", html) == ["Glass[edit]"]
    assert re.findall(r'class="residue"[^>]*>([^<]*)<', html) == ["Plastic[edit]"]


def test_what_was_left_out_is_counted_and_still_there() -> None:
    article = replace(ARTICLE, dropped=("Cookies", HOSTILE))
    html = reader.article(article, ENTRY, SEGMENTS, ENGLISH)
    assert "Show what was left out (3)" in html
    left_out = [unescape(line) for line in re.findall(r'class="residue"[^>]*>([^<]*)<', html)]
    assert left_out == ["Share this", "Cookies", HOSTILE]


def test_an_item_is_shown_with_its_marker_and_a_sentence_with_its_reference() -> None:
    text = "Two lenses\n\n- It is heavy.[1]\n  \n> It burns.\nShare this"
    found = [text.index(words) for words in ("It is heavy.", "It burns.")]
    segments = Segments((Sentence(found[0], found[0] + 12, 0), Sentence(found[1], found[1] + 9, 1)), ())
    html = reader.article(replace(ARTICLE, text=text), ENTRY, segments, ENGLISH)
    shown = re.findall(r'<p( class="residue")? dir="auto" data-end="\d+" data-start="(\d+)">(.*?)</p>', html)
    assert [(bool(css), unescape(words)) for css, _, words in shown] == [
        (False, "- It is heavy.[1]"),
        (False, "> It burns."),
        (True, "Share this"),
    ]
    assert all(text.startswith(unescape(words), int(start)) for _, start, words in shown)


def test_a_line_of_blanks_is_passed_over_at_once() -> None:
    article = replace(ARTICLE, text=TEXT + " " * 200_000 + "\nShare that\n")
    started = perf_counter()
    html = reader.article(article, ENTRY, SEGMENTS, ENGLISH)
    assert perf_counter() - started < 5
    assert "Share that" in html


def test_author_and_date_are_shown_where_they_are_known() -> None:
    html = reader.article(replace(ARTICLE, author=HOSTILE, date="2024-05-01"), ENTRY, SEGMENTS, ENGLISH)
    about = html.split('class="about"')[1].split("</p>")[0]
    assert about.index("alert(1)") < about.index("<time>2024-05-01</time>") < about.index("pasted text")
    assert "<script" not in html


@pytest.mark.parametrize(
    "source", ["javascript:alert(1)", 'x" onclick="alert(1)', HOSTILE, "data:text/html,x"]
)
def test_only_an_address_of_the_web_is_a_link(source: str) -> None:
    html = reader.article(replace(ARTICLE, source=source), ENTRY, SEGMENTS, ENGLISH)
    assert "<a " not in html
    assert "<script" not in html
    assert source in unescape(html)


def test_an_address_is_a_link_that_gives_nothing_away() -> None:
    html = reader.article(replace(ARTICLE, source='https://x.example/"><b>'), ENTRY, SEGMENTS, ENGLISH)
    assert 'href="https://x.example/&quot;&gt;&lt;b&gt;" target="_blank" rel="noopener noreferrer"' in html


def cited(number: int, which: Sentence) -> Citation:
    return Citation(number, "a1", which.start, which.end, TEXT[which.start : which.end], number - 1)


def test_the_map_has_a_bar_for_each_paragraph_lit_where_it_is_cited() -> None:
    dear, ground = SEGMENTS.sentences[2], SEGMENTS.sentences[0]
    made = Summary("x", True, citations=(cited(1, dear), cited(2, ground)), coverage=Coverage(2, 4, 2))
    html = summary.coverage_map(made, ARTICLE, SEGMENTS, None, ENGLISH)
    assert re.findall(r'class="(lit|dim)"', html) == ["lit", "dim", "lit", "dim"]
    assert f'data-start="{dear.start}" data-end="{dear.end}"' in html
    assert "Paragraph 2 of 4, not drawn on: “It is heavy.”" in html
    assert re.findall(r'tabindex="(-?\d)"', html) == ["0", "-1", "-1", "-1"]
    assert "Draws on 2 of 4 paragraphs" in html


def test_the_map_of_a_part_has_the_parts_paragraphs_only() -> None:
    start, end = TEXT.index("## Glass"), TEXT.index("## Paraffin")
    part = Span("a1", start, end, TEXT[start:end])
    made = Summary("x", True, citations=(cited(1, SEGMENTS.sentences[1]),))
    html = summary.coverage_map(made, ARTICLE, SEGMENTS, part, ENGLISH)
    assert re.findall(r'class="(lit|dim)"', html) == ["lit", "dim"]


def test_there_is_no_map_before_there_is_a_summary() -> None:
    assert summary.coverage_map(None, ARTICLE, SEGMENTS, None, ENGLISH) == ""
    assert summary.coverage_map(Summary("half"), ARTICLE, SEGMENTS, None, ENGLISH) == ""


def test_a_hostile_part_and_summary_stay_text() -> None:
    text = f"{HOSTILE}\n\n{HOSTILE}"
    article = Article("a1", "Title", text, "test", "en")
    segments = Segments((Sentence(0, len(HOSTILE), 0),), ())
    citation = Citation(1, "a1", 0, len(HOSTILE), HOSTILE, 0)
    made = Summary(f"{HOSTILE} [1]", True, citations=(citation,))
    html = summary.summary(made, ENGLISH) + summary.problem(HOSTILE, ENGLISH)
    html += summary.scope(Span("a1", 0, len(text), text), ENGLISH)
    html += summary.coverage_map(made, article, segments, None, ENGLISH)
    assert "<script" not in html
    assert HOSTILE in unescape(html)


def test_the_steps_of_adding_are_those_done_under_way_and_to_come() -> None:
    html = shelf.adding("embedding", ENGLISH)
    assert re.findall(r'class="(done|now|to-come)"', html) == ["done", "done", "now", "to-come"]
    assert html.count("aria-current") == 1
