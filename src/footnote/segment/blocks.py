"""The blocks of an article, and what each is: its title, a heading, a paragraph, or residue of a web page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from footnote.layout import columns
from footnote.residue import is_residue
from footnote.schema import Article
from footnote.schema.lines import ENDS, LINE, one_line
from footnote.segment.clauses import begins_apart, label
from footnote.segment.margins import without_references
from footnote.segment.signed import signatures
from footnote.segment.surroundings import surroundings

Kind = Literal["title", "heading", "paragraph", "residue"]

_OPENING = 12  # blocks among which the title is looked for
_BELOW_MENU = 80  # and among which, where a page's menu stands above it
_ASIDE = 12  # code points that may stand, beside residue, between a title and the same once more
_HEADING_WORDS = 14
_LIST_HEADING_WORDS = 8
_LEADING_WORDS = 3  # of a line that leads to a list; "Tags:" does not
_SENTENCE_WORDS = (4, 7)  # of a title with a full stop; the fewer where its last begins with no capital
_WRAPPED_LINE = (40, 100)  # code points of a line that was wrapped by an editor, not ended by an author
_ENDS = ".!?…。！？"
_CLOSING = "\"'”’»)]*_ "
_LINES = re.compile(rf"{LINE}*(?:\r?\n|[{ENDS}]|$)")
_LIST_ITEM = re.compile(r"\s*(?:[-*•–·]|\d{1,3}[.)])\s+\S")
_EDIT = re.compile(r"(?<=\S)\[edit(?: source)?\]$")  # after a heading that was copied from a wiki
_TABLE_ROW = re.compile(r"\s*\|")
_NUMBERED = re.compile(r"\s*(\d{1,2})[.)]\s+(?!.*\b\d+\b)\w{2,}(?:[ ,&/'’()-]+\w+)*")  # "9. THE BERTH"
# A table's row, an image, a comment, code.
_NO_HEADING = re.compile(r"\s*(?:\||!\[|<!--|```)|.*\S[ \t]\|[ \t]\S")
_MARKDOWN_HEADING = re.compile(r"\s{0,3}#{1,6}\s")


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
    blocks = list(_blocks(text))
    around = surroundings([text[start:end] for start, end in blocks])
    below = _below_title(article, blocks, around)
    signed = signatures([text[start:end] for start, end in blocks], below)
    for place, (start, end) in enumerate(blocks):
        line = text[start:end]
        before = text[slice(*blocks[place - 1])] if place else ""
        following = text[slice(*blocks[place + 1])] if place + 1 < len(blocks) else ""
        if place < below and _is_title(line, article.title):
            yield "title", start, end
        elif place < below or place in around or is_residue(line) or not re.search(r"\w", line):
            yield "residue", start, end
        else:
            heading = place not in signed and _is_heading(line, before, following)
            yield "heading" if heading else "paragraph", start, end


def paragraphs_of(article: Article) -> list[Paragraph]:
    """Return the article's paragraphs: no title, nothing above it, no residue, no headings."""
    heading = ""
    paragraphs: list[Paragraph] = []
    for kind, start, end in kinds_of(article):
        if kind == "heading":
            heading = heading_of(article.text[start:end])
        elif kind == "paragraph":
            paragraphs.append(Paragraph(start, end, len(paragraphs), heading))
    return paragraphs


def heading_of(line: str) -> str:
    """Return the heading that a line is, as it is kept with the sentences below it."""
    return _EDIT.sub("", line.strip().strip("#*_ \t"))


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges that blank lines separate, one a line unless an editor wrapped the lines."""
    lines: list[tuple[int, int]] = []
    for match in _LINES.finditer(text):  # linear, however long a line of blanks is
        start, end = trim(text, *match.span())
        if end > start:
            lines.append((start, end))
        elif lines:
            yield from _lines_of(text, lines)
            lines = []
    if lines:
        yield from _lines_of(text, lines)


def _lines_of(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the blocks of neighbouring lines: no wrapped line goes on with a row, a clause or its label."""
    wrapped = len(_unwrap(text, lines)) < len(lines)
    apart = begins_apart([text[start:end] for start, end in lines]) if wrapped else range(1, len(lines))
    for first, last in pairwise([0, *apart, len(lines)]):
        yield from _unwrap(text, lines[first:last])


def _unwrap(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    lengths = sorted(end - start for start, end in lines[:-1])
    ended = sum(_is_ended(text[start:end]) for start, end in lines[:-1])
    listed = any(_LIST_ITEM.match(text, start) or _TABLE_ROW.match(text, start) for start, _ in lines)
    if not lengths or listed or _MARKDOWN_HEADING.match(text, lines[0][0]):
        return lines
    low, high = _WRAPPED_LINE
    if low <= lengths[len(lengths) // 2] and lengths[-1] <= high and 2 * ended < len(lengths):
        return [(lines[0][0], lines[-1][1])]
    return lines


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a range without the blanks at its ends."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())


def _below_title(article: Article, blocks: list[tuple[int, int]], around: set[int]) -> int:
    """Return how many blocks the title and what stands above it take, 0 where it is not in the text.

    Far down it is looked for only where a page's residue stands above it, and once more below only where
    no more than residue and a word stand between: a poem or a recipe may say its title again.
    """
    below = residue = others = 0
    for place, (start, end) in enumerate(blocks[:_BELOW_MENU]):
        line = article.text[start:end]
        last = place + 1 == len(blocks)
        if _is_title(line, article.title) and (residue if below or place >= _OPENING else not last):
            below, residue = place + 1, 0
        elif place in around or is_residue(line):
            residue += 1
        elif below:
            others += len(line)
        elif not _stands_aside(line):
            break
        if others > _ASIDE:
            break
    return below if below < len(blocks) else 0


def _plain(title: str) -> str:
    return one_line(title.strip("#*_ \t"))


def _is_title(line: str, title: str) -> bool:
    """Whether a line is the title; a sentence that only lent the article its words is none."""
    return _plain(line) == _plain(title) and not _is_sentence(line)


def _is_sentence(line: str) -> bool:
    """Whether a title is a sentence of prose, not marked as a heading, no name ("Acorn Inc.")."""
    if line.startswith(("#", "*", "_")) or not _is_ended(line, ".。"):
        return False
    few, many = _SENTENCE_WORDS
    words = line.split()
    return _is_ended(line, "。") or len(words) >= (many if words[-1].lstrip("(\"'“‘")[:1].isupper() else few)


def _stands_aside(line: str) -> bool:
    """Whether a line above the title is a rubric or the like, not a sentence of the article."""
    return len(line) < 200 and not _is_ended(line)


def _is_ended(line: str, ends: str = _ENDS) -> bool:
    return line[: without_references(line, 0, len(line))].rstrip(_CLOSING).endswith(tuple(ends))


def _is_heading(line: str, before: str, following: str) -> bool:
    """Whether a block is a heading: marked as one, or short, without an end, above a longer text."""
    if _MARKDOWN_HEADING.match(line) or _EDIT.search(line) or _is_numbered(line, before, following):
        return True
    if (
        _LIST_ITEM.match(line)
        or _NO_HEADING.match(line)
        or len(line.split()) > _HEADING_WORDS
        or not following
        or 1 < columns(line) == columns(before)  # the last row of a table
    ):
        return False
    if unit := label(line):  # one beside another is a table of contents
        return unit not in (label(before), label(following)) and not following[0].islower()
    if _is_ended(line, _ENDS + ":;,"):
        return False
    longer = len(following) > 2 * len(line) and _is_ended(following)
    return longer or _heads_list(line, before, following)


def _heads_list(line: str, before: str, following: str) -> bool:
    """Whether a line stands between the end of a text and what leads to a list: "A host shall:"."""
    leads = following.endswith(":") and len(following.split()) >= _LEADING_WORDS
    begins = line[0].isupper() and following[0].isupper() and (not before or _is_ended(before))
    return leads and begins and len(line.split()) <= _LIST_HEADING_WORDS and "\n" not in line


def _is_numbered(line: str, before: str, following: str) -> bool:
    """Whether a line is a number and words in capitals above a text, no item of a list beside another."""
    found = _NUMBERED.fullmatch(line)
    if found is None or not following or not line == line.upper() != line.lower():
        return False
    number = int(found[1])
    return _item_number(before) != number - 1 and _item_number(following) != number + 1


def _item_number(line: str) -> int | None:
    found = re.match(r"\s*(\d{1,2})[.)]\s", line)
    return int(found[1]) if found else None
