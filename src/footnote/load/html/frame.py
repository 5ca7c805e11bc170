"""Where the article of a page stands, which trafilatura must be told in words that it knows."""

import re
from typing import TYPE_CHECKING

from footnote.load.html.seen import UNSEEN

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FURNITURE = (*UNSEEN, "a", "nav", "header", "footer", "aside", "form", "button", "select", "textarea")
_FRAMES = ("div", "section", "center", "td", "blockquote")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SHARE, _SHARE_OF_PARAGRAPHS = 0.9, 0.85  # of a page's text, outside links and furniture, that a frame has
_PARAGRAPH = 80  # code points of one that is no label
_FEWEST_WORDS = 3  # of a name that is told by a heading; "related-posts" says what stands there


def drop_anchors(page: "Element") -> None:
    """Drop the marks of places: links from nowhere, and those without a word to the place they stand at.

    Trafilatura counts both as links, and drops a heading that is nothing else.
    """
    for link in list(page.iter("a")):
        target = link.get("href")
        if target is None:
            link.drop_tag()
        elif not re.search(r"\w", "".join(link.itertext())) and target in map(_target, link.iterancestors()):
            link.drop_tree()


def _target(element: "Element") -> str:
    return f"#{element.get('id')}"


def forget_names(page: "Element") -> None:
    """Take from each section the name that is made of its heading's words: it tells nothing of its kind.

    Trafilatura drops "handling-security-related-bugs" for "related", and takes "main-…" for the article.
    """
    for section in page.iter("section", "div", "article"):
        heading = next((child for child in section if child.tag in _HEADINGS), None)
        if heading is not None and section.get("id"):
            name, told = _words(section.get("id", "")), _words("".join(heading.itertext()))
            if len(name) >= _FEWEST_WORDS and set(name) <= set(told):
                del section.attrib["id"]


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def set_frame(page: "Element") -> None:
    """Make an <article> of the smallest part that has nearly all of the text, where a page has no frame.

    Without a frame that it knows, trafilatura takes paragraphs alone: no heading, no list.
    """
    from lxml import html
    from trafilatura.xpaths import BODY_XPATH

    body = page.find("body")
    if body is None or any(known(page) for known in BODY_XPATH):
        return
    place = _frame(body)
    article = html.Element("article")
    article.text, place.text = place.text, None
    article.extend(list(place))
    place.append(article)


def _frame(body: "Element") -> "Element":
    lengths = _lengths(body)
    text, paragraphs = _SHARE * lengths[body][0], _SHARE_OF_PARAGRAPHS * lengths[body][1]
    frame = place = body
    while place is not None and text:
        frame = place if place.tag in _FRAMES else frame
        most = (part for part in place if lengths[part][0] >= text and lengths[part][1] >= paragraphs)
        place = next((part for part in most if not _is_begun(part, lengths)), None)
    return frame


def _is_begun(part: "Element", lengths: dict["Element", tuple[int, int]]) -> bool:
    """Say whether an article begins above a part of its page: a heading and a paragraph stand there."""
    above = [other for other in part.itersiblings(preceding=True) if other.tag not in _FURNITURE]
    headed = any(next(other.iter(*_HEADINGS), None) is not None for other in above)
    return headed and any(lengths[found][1] >= _PARAGRAPH for other in above for found in other.iter("p"))


def _lengths(body: "Element") -> dict["Element", tuple[int, int]]:
    """Return how much text each part has outside links and furniture, and how much of that in paragraphs."""
    lengths: dict[Element, tuple[int, int]] = {}
    for part in reversed(list(body.iter("*"))):
        text = paragraphs = 0
        if part.tag not in _FURNITURE:
            text = _length(part.text) + sum(lengths[child][0] + _length(child.tail) for child in part)
            paragraphs = text if part.tag == "p" else sum(lengths[child][1] for child in part)
        lengths[part] = text, paragraphs
    return lengths


def _length(text: str | None) -> int:
    return len(text.strip()) if text else 0
