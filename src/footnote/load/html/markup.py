"""Markup becomes a tree, put right where trafilatura would give up, take minutes or forget a number."""

import re
from typing import TYPE_CHECKING

from footnote.load.html.lines import fold_blanks
from footnote.load.sent import Sent

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_XML = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_BLANKS = re.compile(r"[ \t\r\n\f]{200,}")  # are one on a page; more than the parser takes are no text
# What no XML may hold, for one of which trafilatura gives the whole page up.
_CONTROLS = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f]|&#(?:0*(?:[0-8]|11|1[4-9]|2\d|3[01])|x0*(?:[0-8be]|0?f|1[0-9a-f]));",
    re.IGNORECASE,
)


def parse(markup: str, sent: Sent) -> "Element":
    """Return a page's tree; ``sent`` is for what is refused.

    Raises:
        InvalidInput: it cannot be parsed.
    """
    from lxml import etree, html

    markup = _CONTROLS.sub("", _BLANKS.sub(" ", markup))
    data = _XML.sub("", markup.replace("\0", ""), count=1).encode("utf-8", errors="replace")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        page: Element = html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise sent.refused("cannot be read as a web page", "Paste the article's text.") from error
    fold_blanks(page)  # a long run of them takes trafilatura minutes
    return page


def number_items(page: "Element") -> None:
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
