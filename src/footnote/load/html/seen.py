"""What a reader of a web page sees of its article: nothing hidden, no advertisement, no readers' comments."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:font-size|opacity)\s*:\s*0+(?:\.0+)?\s*(?![.\d])",
    re.IGNORECASE,
)
_ADVERTISEMENT = frozenset(
    "ad ads advert advertisement advertising ad-banner ad-block ad-container ad-slot ad-unit ad-wrapper "
    "adsbygoogle".split()
)
_LONGEST_ADVERTISEMENT = 600  # code points, and less than half of the page's
_COMMENTS = re.compile(  # a name of what holds them all
    r"(?:[\w-]+[_-])?(?:comments|comment[_-]?list|comentarios|kommentare)(?:[_-](?:area|list|items))?",
    re.IGNORECASE,
)
_ARTICLE = ("html", "body", "main", "article")
UNSEEN = ("script", "style", "template", "noscript", "iframe", "object", "svg", "head")


def remove_hidden(page: "Element") -> None:
    """Take out what a reader of the page would not see, so that it can neither be cited nor instruct.

    So is what calls itself an advertisement, where it is short: a page may call its whole body so. So are
    the comments, where they are less than half of the page.
    """
    half = _length(page) / 2
    for element in list(page.iter("*")):
        hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
        longest = min(_LONGEST_ADVERTISEMENT, half) if _is_advertisement(element) else half
        if hidden or (_is_beside(element) and _length(element) < longest):
            _empty(element)


def _is_beside(element: "Element") -> bool:
    return _is_advertisement(element) or _holds_comments(element)


def _is_advertisement(element: "Element") -> bool:
    classes = (element.get("class") or "").casefold().split()
    if _ADVERTISEMENT.isdisjoint(classes) or element.tag in _ARTICLE:
        return False
    return next(element.iter("h1", "h2", "h3"), None) is None


def _holds_comments(element: "Element") -> bool:
    names = [*(element.get("class") or "").split(), element.get("id") or ""]
    return element.tag in ("div", "ol", "section", "ul") and any(map(_COMMENTS.fullmatch, names))


def _length(element: "Element") -> int:
    return len(" ".join(" ".join(texts(element, UNSEEN)).split()))


def _empty(element: "Element") -> None:
    """Leave nothing of an element but its place: lxml joins no text around it that has control characters."""
    element.clear(keep_tail=True)
    element.tag = "span"


def texts(element: "Element", without: tuple[str, ...]) -> Iterator[str]:
    """Yield the texts inside an element, in order, but for those in elements that are left out."""
    from lxml import etree

    skipped = 0
    for event, node in etree.iterwalk(element, events=("start", "end")):
        left_out = node.tag in without
        if event == "start":
            skipped += left_out
            if not skipped and node.text:
                yield node.text
        else:
            skipped -= left_out
            if not skipped and node.tail and node is not element:
                yield node.tail
