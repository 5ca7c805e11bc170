"""The blocks of the tree that trafilatura makes: a heading, a paragraph, a list's items, a table's rows."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BREAK = "\u2028"  # the line separator, which a page's own text means just so
_ENDS = tuple('.!?…:;。！？"”’»)')


def blocks_of(body: "Element") -> Iterator[str]:
    """Yield the blocks of trafilatura's tree: a heading, a paragraph, a list's items, a table's rows."""
    if body.text and body.text.strip():
        yield folded(body.text)
    for element in body:
        if element.tag == "head":
            level = re.sub(r"\D", "", element.get("rend") or "")[:1] or "2"
            yield from (f"{'#' * int(level)} {line}" for line in _lines(element)[:1] if int(level))
        elif element.tag == "list":
            yield "\n".join(_items(element))
        elif element.tag == "table":
            yield "\n".join(_rows(element))
        elif element.tag in ("div", "quote", "section", "article", "main") and len(element):
            yield from blocks_of(element)
        else:
            yield "\n".join(_lines(element))
        if element.tail and element.tail.strip():
            yield folded(element.tail)


def _items(items: "Element") -> Iterator[str]:
    """Yield a list's items, with the numbers that the page shows; a term and what defines it are one item."""
    term = ""
    for item in items.iter("item"):
        text, kind = " ".join(_lines(item)), item.get("rend") or ""
        if term and not kind.startswith("dd"):
            yield f"- {term}"
            term = ""
        if kind.startswith("dt"):
            term = text
        elif text and kind.startswith("dd"):
            yield f"- {term}{'' if term.endswith(_ENDS) else ':'} {text}" if term else f"- {text}"
            term = ""
        elif text and kind.startswith("li-") and item.getparent() is items:
            yield f"{kind.removeprefix('li-')}. {text}"
        elif text:
            yield f"- {text}"
    if term:
        yield f"- {term}"


def _rows(table: "Element") -> Iterator[str]:
    for row in table.iter("row"):
        cells = [" ".join(_lines(cell)) for cell in row.iter("cell")]
        if any(cells):
            alone = cells[0] and not any(cells[1:])  # a caption, or the name of a part
            yield cells[0] if alone else " | ".join(cells)


def _lines(element: "Element") -> list[str]:
    """Return an element's text, blanks folded, cut at a line break that does not fall inside a sentence."""
    for line_break in element.iter("lb"):
        line_break.text = _BREAK
    lines: list[str] = []
    for line in map(folded, "".join(element.itertext()).split(_BREAK)):
        if lines and not lines[-1].endswith(_ENDS):
            lines[-1] = f"{lines[-1]} {line}"
        elif line:
            lines.append(line)
    return lines


def folded(text: str) -> str:
    """Return a text with its blanks and line ends folded into one blank each."""
    return " ".join(text.split())
