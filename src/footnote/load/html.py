"""A web page becomes the text of its article (trafilatura): headings, paragraphs, lists and tables."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from footnote.load.encoding import decode
from footnote.load.seen import UNSEEN, remove_hidden, texts
from footnote.load.sent import Extract, Sent

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_TAG = re.compile(r"<(?:[a-zA-Z]|!doctype|!--|/[a-zA-Z])", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")  # are one on a page; a long run of them takes trafilatura minutes
# What no XML may hold, for one of which trafilatura gives the whole page up.
_CONTROLS = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f]|&#(?:0*(?:[0-8]|11|1[4-9]|2\d|3[01])|x0*(?:[0-8be]|0?f|1[0-9a-f]));",
    re.IGNORECASE,
)
_FURNITURE = (*UNSEEN, "a", "nav", "button", "select", "textarea", "label", "option")
_BREAK = "\u2028"  # the line separator, which a page's own text means just so
_ENDS = tuple('.!?…:;。！？"”’»)')
_MOST_PIECES = 3_000  # of the page's texts that are compared with what was extracted


def read(sent: Sent) -> Extract:
    """Read the article of a web page: its text with blank lines between blocks, headings marked "##".

    Raises:
        InvalidInput: it is no text, it cannot be parsed, or it has no article in it.
    """
    declared = _META.search(sent.data[:4_096])
    return extract(decode(sent, declared[1].decode() if declared else ""), sent)


def extract(markup: str, sent: Sent) -> Extract:
    """Read the article of a page whose encoding is known; see ``read``. ``sent`` is for what is refused."""
    if not _TAG.search(markup):
        return Extract(markup)  # plain text that calls itself a page
    page = _parse(_CONTROLS.sub("", _BLANKS.sub(" ", markup)), sent)
    seen = _visible(page)
    remove_hidden(page)
    _number_items(page)
    if not re.search(r"\w", " ".join(texts(page, _FURNITURE))):
        raise sent.refused("has no article in it, only links and forms", "Paste the article's text.")
    document = _trafilatura(page, sent)
    text = "\n\n".join(_blocks(document.body))
    if not re.search(r"\w", text):
        raise sent.refused("has no article that could be found", "Paste the article's text.")
    return Extract(
        text=text,
        title=document.title or "",
        author=(document.author or "").replace("; ", ", "),
        date=document.date or "",
        language=page.get("lang") or "",
        dropped=tuple(_dropped(seen, text)),
    )


def _parse(markup: str, sent: Sent) -> "Element":
    from lxml import etree, html

    data = _XML.sub("", markup.replace("\0", ""), count=1).encode("utf-8", errors="replace")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        page: Element = html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise sent.refused("cannot be read as a web page", "Paste the article's text.") from error
    return page


def _number_items(page: "Element") -> None:
    """Say at each item of a numbered list, in the attribute that trafilatura keeps, which number is shown."""
    for listed in page.iter("ol"):
        items = [item for item in listed if item.tag == "li"]
        step = 1 if listed.get("reversed") is None else -1
        number = _whole(listed.get("start"), 1 if step > 0 else len(items))
        for item in items:
            number = _whole(item.get("value"), number)
            item.set("rend", f"li-{number}" if listed.get("type", "1") == "1" else "li")
            number += step


def _whole(digits: str | None, otherwise: int) -> int:
    return int(digits) if digits and re.fullmatch(r"\s*-?\d{1,6}\s*", digits) else otherwise


def _trafilatura(page: "Element", sent: Sent) -> Any:  # noqa: ANN401  trafilatura's Document, untyped here
    from trafilatura import bare_extraction

    dates = {"extensive_search": False, "original_date": True}  # no guess from a footer's copyright
    try:
        document = bare_extraction(
            page,
            include_comments=False,
            include_tables=True,
            date_extraction_params=dates,
            with_metadata=True,
        )
    except MemoryError:
        raise
    except Exception as error:  # the library raises whatever its parts raise on markup that is odd enough
        raise sent.refused("cannot be read as a web page", "Paste the article's text.") from error
    if document is None or document.body is None:
        raise sent.refused("has no article that could be found", "Paste the article's text.")
    return document


def _blocks(body: "Element") -> Iterator[str]:
    """Yield the blocks of trafilatura's tree: a heading, a paragraph, a list's items, a table's rows."""
    if body.text and body.text.strip():
        yield _folded(body.text)
    for element in body:
        if element.tag == "head":
            level = re.sub(r"\D", "", element.get("rend") or "")[:1] or "2"
            yield from (f"{'#' * int(level)} {line}" for line in _lines(element)[:1] if int(level))
        elif element.tag == "list":
            yield "\n".join(_items(element))
        elif element.tag == "table":
            yield "\n".join(_rows(element))
        elif element.tag in ("div", "quote", "section", "article", "main") and len(element):
            yield from _blocks(element)
        else:
            yield "\n".join(_lines(element))
        if element.tail and element.tail.strip():
            yield _folded(element.tail)


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
            yield " | ".join(cells)


def _lines(element: "Element") -> list[str]:
    """Return an element's text, blanks folded, cut at a line break that does not fall inside a sentence."""
    for line_break in element.iter("lb"):
        line_break.text = _BREAK
    lines: list[str] = []
    for line in map(_folded, "".join(element.itertext()).split(_BREAK)):
        if lines and not lines[-1].endswith(_ENDS):
            lines[-1] = f"{lines[-1]} {line}"
        elif line:
            lines.append(line)
    return lines


def _folded(text: str) -> str:
    return " ".join(text.split())


def _visible(page: "Element") -> list[str]:
    pieces = dict.fromkeys(_folded(piece) for piece in texts(page, UNSEEN))
    return [piece for piece in pieces if re.search(r"\w", piece)][:_MOST_PIECES]


def _dropped(pieces: list[str], text: str) -> Iterator[str]:
    kept = _folded(text)
    return (piece for piece in pieces if piece not in kept)
