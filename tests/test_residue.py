"""What is left out of an article as residue of a web page, and what only looks like it."""

import pytest

from footnote.load import load_text
from footnote.residue import is_residue
from footnote.segment import segment
from footnote.segment.leftover import residue_of, whole_lines

RESIDUE = [
    "Placeholder canvas",
    "Share on Facebook",
    "Share  Tweet  Email  Print",
    "Facebook Twitter LinkedIn Share",
    "12 Comments",
    "4 min read",
    "Skip to main content",
    "Advertisement",
    "Read more",
    "Related articles",
    "Sign up for our newsletter",
    "This site uses cookies",
    "Photo: A. Lund / Carrow Post",
    "Published 4 May 2024 at 10:15",
    "Last updated: May 4, 2024",
    "Publication: Carrow Weekly Monitor Volume: 3 Issue: 12",
    "4 May 2024",
    "Tuesday, May 4, 2024",
    "© 2024 Carrow Post",
    "By Anna Lund",
    "By Anna Lund and Tom Hallett",
]
ARTICLE = [
    "",
    "   ",
    "Seals",
    "Share prices fell on Monday.",
    "By Friday the boats were back.",
    "By Land and Sea.",
    "The article",
    "On 4 May 2024 the board met.",
    "Advertisements for boats are banned.",
    "Photographs show 412 seals.",
    "The story continues in Skerne Bay.",
    "Read more slowly, the teacher said, and you will understand what the author of such a long and winding "
    "sentence meant.",
    "Published figures show 412 seals in 2024.",
    "Reuters reported the vote.",
]


@pytest.mark.parametrize("line", RESIDUE)
def test_residue(line: str) -> None:
    assert is_residue(line)
    assert is_residue(f"  {line}\t")


@pytest.mark.parametrize("line", ARTICLE)
def test_no_residue(line: str) -> None:
    assert not is_residue(line)


def left_out(text: str) -> list[str]:
    article = load_text(text, max_chars=10_000)
    segments = segment(article, lambda texts: [len(text.split()) for text in texts], 254)
    residue = residue_of(article, segments)
    assert all(text[part.start : part.end] == part.text for part in residue)
    return [part.text for part in residue]


def test_what_is_left_out_of_an_article_is_told_and_neither_its_title_nor_its_headings() -> None:
    text = (
        "Placeholder canvas\n\nSeals of Carrow\n\nBy Anna Lund\n\nThe seals of Carrow are back. They "
        "rest.\n\nWho counts them\n\nThe warden counts the seals of Carrow every summer at low water.\n"
        "* * *\n  Share on Facebook \n## A heading at the end"
    )
    assert left_out(text) == ["Placeholder canvas", "By Anna Lund", "* * *", "Share on Facebook"]
    assert left_out("The seals are back. They rest.") == []
    assert left_out("Read more\nShare") == []  # nothing but residue has its lines as sentences


def test_signs_beside_a_sentence_are_no_lines_of_their_own() -> None:
    text = "By Anna Lund\n\nThe seals are back.[1] They rest.[2]\n- on sand\n> They eat.\n* * *\n[3] Read it."
    article = load_text(text, title="Seals", max_chars=10_000)
    segments = segment(article, lambda texts: [len(text.split()) for text in texts], 254)
    residue = residue_of(article, segments)
    assert [part.text for part in residue] == ["By Anna Lund", "[1]", "[2]", "-", ">", "* * *"]
    assert [part.text for part in whole_lines(article, residue)] == ["By Anna Lund", "* * *"]


def test_a_long_line_is_a_paragraph() -> None:
    assert not is_residue("Share " * 30)
