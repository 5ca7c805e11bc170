"""The blocks of an article, and what each is: its title, a heading, a paragraph, or residue of a web page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from footnote.fences import code_in, is_fence, is_within
from footnote.headings import MARKDOWN_HEADING, heading_of
from footnote.residue import is_residue
from footnote.residue.header import header_of
from footnote.schema import Article
from footnote.schema.lines import LINE
from footnote.segment.headings import is_heading, is_past
from footnote.segment.sections import captions, sections
from footnote.segment.signed import signatures
from footnote.segment.surroundings import surroundings
from footnote.segment.title import below_title, is_title
from footnote.segment.wrapping import blocks_of, trim
from footnote.turns import asked, speakers

_FEWEST_MARKED = 2

Kind = Literal["title", "heading", "paragraph", "residue"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as a range of the article's text, its number and the heading that it stands under."""

    start: int
    end: int
    number: int
    heading: str = ""


def every_line(text: str) -> list[Paragraph]:
    """Return each line that has a word in it, for an article that is nothing but headings and residue."""
    ranges = [trim(text, *match.span()) for match in re.finditer(f"{LINE}+", text)]
    worded = [(start, end) for start, end in ranges if re.search(r"\w", text[start:end])]
    return [Paragraph(start, end, number) for number, (start, end) in enumerate(worded)]


def kinds_of(article: Article) -> Iterator[tuple[Kind, int, int]]:
    """Yield what each block of an article is, with its range; the title's and all above it come first."""
    text = article.text
    blocks = list(blocks_of(text))
    lines = [text[start:end] for start, end in blocks]
    header, code = header_of(text).end, code_in(text)
    around = surroundings(lines) | {place for place, (start, _) in enumerate(blocks) if start < header}
    said = speakers(lines).keys()
    below = below_title(article, blocks, around)
    below = 0 if below - 1 in said else below
    coded = {place for place, (start, _) in enumerate(blocks) if is_within(code, start)}
    numbered, captioned = sections(text, blocks), captions(text)
    no_headings = signatures(lines, below, article.author) | said | coded | asked(text, blocks).keys()
    marked = sum(bool(MARKDOWN_HEADING.match(line)) for line in lines[below:]) >= _FEWEST_MARKED
    for place, ((start, end), line) in enumerate(zip(blocks, lines, strict=True)):
        before = lines[place - 1] if place else ""
        following = lines[place + 1] if place + 1 < len(lines) else ""
        if place < below and is_title(line, article.title):
            yield "title", start, end
        elif place >= below and is_within(captioned, start):
            yield "heading", start, end
        elif place < below or place in around or _says_nothing(line, code=place in coded):
            yield "residue", start, end
        else:
            named = place in numbered or is_heading(line, before, following, marked=marked)
            heading = named and place not in no_headings
            yield "heading" if heading else "paragraph", start, end


def _says_nothing(line: str, *, code: bool) -> bool:
    """Say whether a line is residue or has no word; in code only the fences are residue, not "<ul>"."""
    return not re.search(r"\w", line) or (is_residue(line) and (is_fence(line) or not code))


def paragraphs_of(article: Article) -> list[Paragraph]:
    """Return the article's paragraphs: no title, nothing above it, no residue, no headings."""
    heading = ""
    paragraphs: list[Paragraph] = []
    for kind, start, end in kinds_of(article):
        if kind == "heading":
            heading = heading_of(article.text[start:end])
        elif kind == "paragraph":
            before = article.text[paragraphs[-1].start : paragraphs[-1].end] if paragraphs else ""
            heading = "" if is_past(heading, before, article.text[start:end]) else heading
            paragraphs.append(Paragraph(start, end, len(paragraphs), heading))
    return paragraphs
