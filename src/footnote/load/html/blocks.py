"""The blocks of the tree that trafilatura makes: a heading, a paragraph, a list's items, a table's rows."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from footnote.load.html.lines import as_shown, folded, pieces

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BREAK = "\u2028"  # the line separator, which a page's own text means just so
_ENDS = tuple('.!?…:;。！？"”’»)')
_APART = ("p", "div", "quote", "list", "item", "head", "table", "row")  # begin and end a line
_FEWEST_LINES, _LONGEST_LINE = 4, 60  # of a list that has a line break behind each item


def blocks_of(body: "Element") -> Iterator[str]:
    """Yield the blocks of trafilatura's tree: a heading, a paragraph, a list's items, a table's rows."""
    if body.text and body.text.strip():
        yield "\n".join(_cut(body.text))
    for element in body:
        if element.tag == "head":
            level = re.sub(r"\D", "", element.get("rend") or "")[:1] or "2"
            yield from (f"{'#' * int(level)} {line}" for line in _lines(element)[:1] if int(level))
        elif element.tag == "list":
            asked = _is_asked(element)
            yield ("\n\n" if asked else "\n").join(_items(element, asked=asked))
        elif element.tag == "table":
            yield "\n".join(_rows(element))
        elif element.tag in ("div", "quote", "section", "article", "main") and _has_blocks(element):
            yield from blocks_of(element)
        else:
            yield "\n".join(_lines(element))
        if element.tail and element.tail.strip():
            yield "\n".join(_cut(element.tail))


def _has_blocks(element: "Element") -> bool:
    return len(element) > 0 and len(pieces(element.text or "")) == 1


def _is_asked(items: "Element") -> bool:
    """Say whether a list is one of questions: most of its terms are."""
    terms = [item for item in items.iter("item") if (item.get("rend") or "").startswith("dt")]
    return 2 * sum(" ".join(_lines(term)).endswith("?") for term in terms) > len(terms)


def _items(items: "Element", *, asked: bool) -> Iterator[str]:
    """Yield a list's items, with the numbers that the page shows; terms and what defines them are one item.

    Where they are ``asked``, each term is the heading of its answer.
    """
    terms: list[str] = []
    for item in items.iter("item"):
        lines, (kind, _, number) = _lines(item), (item.get("rend") or "").partition("-")
        if asked and kind in ("dt", "dd"):
            yield f"### {' '.join(lines)}" if kind == "dt" else "\n\n".join(lines)
        elif kind == "dt":
            terms.append(" ".join(lines))
        elif lines:
            numbered = kind == "li" and number and item.getparent() is items
            yield _item(f"{number}." if numbered else "-", ", ".join(terms), lines)
            terms = []
    yield from (f"- {term}" for term in terms)


def _item(marker: str, term: str, lines: list[str]) -> str:
    """Return an item and what it defines: on one line, but for what is shown line by line."""
    named = f"{term}:" if term and not term.endswith(_ENDS) else term
    parts = groupby(filter(None, (marker, named, *lines)), lambda line: "\n" in line)
    return "\n".join(("\n" if shown else " ").join(part) for shown, part in parts)


def _rows(table: "Element") -> Iterator[str]:
    for row in table.iter("row"):
        cells = [folded("".join(_text(cell))) for cell in row.iter("cell")]
        if any(cells):
            alone = cells[0] and not any(cells[1:])  # a caption, or the name of a part
            yield cells[0] if alone else " | ".join(cells)


def _lines(element: "Element") -> list[str]:
    """Return an element's text as ``_cut`` does, an item's without the lists in it."""
    return _cut("".join(_text(element, without="list" if element.tag == "item" else "")))


def _text(element: "Element", without: str = "") -> Iterator[str]:
    """Yield the text of an element, with marks of where a line breaks."""
    yield element.text or ""
    for child in element:
        yield _BREAK if child.tag == "lb" or child.tag in _APART else ""
        if child.tag != without:
            yield from _text(child, without)
        yield _BREAK if child.tag in _APART else ""
        yield child.tail or ""


def _cut(text: str) -> list[str]:
    """Return the lines of a text, as ``_joined`` makes them; what was shown line by line is one of them."""
    lines: list[str] = []
    for number, piece in enumerate(pieces(text)):
        lines += [as_shown(piece.replace(_BREAK, "\n"))] if number % 2 else _joined(piece)
    return [line for line in lines if line]


def _joined(text: str) -> list[str]:
    """Return the lines of a text, cut at a line break that neither falls inside a sentence nor a list."""
    lines = [line for line in map(folded, text.split(_BREAK)) if line]
    if _are_items(lines):
        return lines
    joined: list[str] = []
    for line in lines:
        if joined and not joined[-1].endswith(_ENDS):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def _are_items(lines: list[str]) -> bool:
    """Say whether lines are a list, an address or a poem: none is long, none begins as a sentence goes on."""
    short = all(len(line) <= _LONGEST_LINE and not line[0].islower() for line in lines)
    return short and len(lines) >= _FEWEST_LINES
