"""The blocks of a Word document: its paragraphs as headings, items or prose, its tables and text boxes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from footnote.load.docx.numbering import Numbering
from footnote.load.docx.words import GONE, WORD, is_of, text_of

if TYPE_CHECKING:
    from docx.document import Document

_CONTAINERS = [f"{WORD}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml")]
_ITEM = re.compile(r"-|\d{1,3}[.)]")  # what stands before an item; others are clauses, each a paragraph
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """What stands by itself in a document, and what kind of thing it is."""

    kind: str  # "table", "list" of a list's item, else the style's name in small letters
    text: str


def blocks_of(container: Any, document: "Document", numbering: Numbering) -> Iterator[Block]:  # noqa: ANN401
    """Yield what stands in a body, a cell, a text box or a content control, a list's items together."""
    items: list[str] = []
    for block in _each(container, document, numbering):
        if block.kind == "list":
            items.append(block.text)
            continue
        if items:
            yield Block("list", "\n".join(items))
            items = []
        yield block
    if items:
        yield Block("list", "\n".join(items))


def _each(container: Any, document: "Document", numbering: Numbering) -> Iterator[Block]:  # noqa: ANN401
    for element in container.iterchildren():
        if element.tag in _CONTAINERS:
            yield from _each(element, document, numbering)
        elif element.tag == f"{WORD}tbl":
            if rows := "\n".join(_rows(element)):
                yield Block("table", rows)
        elif element.tag == f"{WORD}p":
            yield from _paragraph(element, document, numbering)


def _paragraph(element: Any, document: "Document", numbering: Numbering) -> Iterator[Block]:  # noqa: ANN401
    """Yield a paragraph where it has words, and below it the text boxes that are fixed to it."""
    text, style = text_of(element), _style(element, document)
    if text or next(element.iter(*GONE), None) is None:  # Word counts an empty item, too
        mark = numbering.mark(element)
        if text:
            yield _marked(text, style, mark)
    for box in element.iter(f"{WORD}txbxContent"):
        if is_of(box, element):
            yield from blocks_of(box, document, numbering)


def _marked(text: str, style: str, mark: str | None) -> Block:
    """Return a paragraph as a heading, as an item of a list, or with no more than its number."""
    numbered = f"{mark} {text}" if mark else text
    if style == "title":
        return Block(style, f"# {text}")
    if heading := _HEADING.match(style):
        return Block(style, f"{'#' * min(int(heading[1]) + 1, 6)} {text if mark == '-' else numbered}")
    if mark is None and style.startswith("list"):
        return Block("list", f"- {text}")
    return Block("list" if mark and _ITEM.fullmatch(mark) else style, numbered)


def _style(paragraph: Any, document: "Document") -> str:  # noqa: ANN401
    from docx.text.paragraph import Paragraph

    style = Paragraph(paragraph, document).style
    return (style.name or "").casefold() if style is not None else ""


def _rows(table: Any) -> Iterator[str]:  # noqa: ANN401
    for row in table.iterchildren(f"{WORD}tr"):
        cells = [
            " ".join(filter(None, (text_of(paragraph) for paragraph in cell.iter(f"{WORD}p"))))
            for cell in row.iter(f"{WORD}tc")
            if next(cell.iterancestors(f"{WORD}tr")) is row  # not of a table within
        ]
        if any(cells):
            yield " | ".join(cells)
