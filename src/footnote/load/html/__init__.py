"""A web page becomes the text of its article (trafilatura): headings, paragraphs, lists and tables."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from footnote.load.encoding import decode
from footnote.load.html.blocks import blocks_of
from footnote.load.html.document import article_of
from footnote.load.html.frame import drop_anchors, forget_names, set_frame
from footnote.load.html.lines import folded
from footnote.load.html.markup import number_items, parse
from footnote.load.html.metadata import author_of, date_of, headlines, title_of
from footnote.load.html.seen import UNSEEN, remove_hidden, texts
from footnote.load.html.standfirst import with_standfirst
from footnote.load.html.wholly import wholly, with_bold, without_links
from footnote.load.sent import Extract, Sent

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_TAG = re.compile(r"<(?:[a-zA-Z]|!doctype|!--|/[a-zA-Z])", re.IGNORECASE)
_FURNITURE = (*UNSEEN, "a", "nav", "button", "select", "textarea", "label", "option")
_BESIDE = ("aside", "footer", "nav")  # where a site tells of itself, and no standfirst stands
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
    page = parse(markup, sent)
    seen = _visible(page)
    _prepare(page)
    if not re.search(r"\w", " ".join(texts(page, _FURNITURE))):
        raise sent.refused("has no article in it, only links and forms", "Paste the article's text.")
    links, bold = wholly(page, "a"), wholly(page, "b", "strong")
    names, shown = headlines(page), _visible(page, (*UNSEEN, *_BESIDE))
    set_frame(page)
    document = article_of(page, sent)
    blocks = with_bold(list(filter(None, blocks_of(document.body))), bold)  # before links: a heading may link
    description = folded(document.description or "")
    text = "\n\n".join(with_standfirst(without_links(blocks, links), description, shown))
    if not re.search(r"\w", text):
        raise sent.refused("has no article that could be found", "Paste the article's text.")
    site = folded(document.sitename or "")
    title, behind_title = title_of(folded(document.title or ""), names, site)
    return Extract(
        text=text,
        title=title,
        author=author_of(document.author or "", site),
        date=date_of(page, behind_title, document.date or "", seen),
        language=page.get("lang") or "",
        dropped=tuple(_dropped(seen, text)),
    )


def _prepare(page: "Element") -> None:
    """Take from a page what nobody sees, and mark what the extractor would lose."""
    remove_hidden(page)
    number_items(page)
    drop_anchors(page)
    forget_names(page)


def _visible(page: "Element", without: tuple[str, ...] = UNSEEN) -> list[str]:
    pieces = dict.fromkeys(folded(piece) for piece in texts(page, without))
    return [piece for piece in pieces if re.search(r"\w", piece)][:_MOST_PIECES]


def _dropped(pieces: list[str], text: str) -> Iterator[str]:
    kept = folded(text)
    return (piece for piece in pieces if piece not in kept)
