"""Which of a page's paragraphs are wholly links, which wholly bold: trafilatura keeps neither."""

import re
from collections.abc import Sequence, Set
from itertools import pairwise
from typing import TYPE_CHECKING

from footnote.load.html.lines import folded
from footnote.load.html.seen import UNSEEN, texts
from footnote.residue import is_residue

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LINK_WORDS = 3  # fewer may be a name, an address or a table's cell
_LABEL_WORDS = 2  # "See also:"; more of them lead to a list of the article's own
_HEADING_WORDS = 14
_FEWEST_ASKED = 3  # bold questions, by which a page is an interview
_FEWEST_PARTS = 4  # whose titles are links; "Read this, too" stands between more paragraphs
_LONGEST_PART = 2.5  # blocks, on the average, its title one of them
_ENDED = re.compile(r"[.!?:…。！？؟][\"'”’»)]*$")


def wholly(page: "Element", *tags: str) -> frozenset[str]:
    """Return the texts of the paragraphs and items that have no letter outside of such elements."""
    inside: set[str] = set()
    others: set[str] = set()
    for element in page.iter("p", "li"):
        if next(element.iterdescendants("p", "li"), None) is not None:
            continue
        text = folded("".join(texts(element, UNSEEN)))
        (others if re.search(r"\w", "".join(texts(element, (*tags, *UNSEEN)))) else inside).add(text)
    return frozenset(text for text in inside - others if re.search(r"\w", text))


def without_links(blocks: Sequence[str], links: Set[str]) -> list[str]:
    """Return the blocks without what only links to other pages, and without the label above it.

    That is a paragraph, or a list at the end or below such a label. A page of nothing but links keeps them,
    and so does one whose parts have links for titles.
    """
    left_out = _furniture(blocks, [_is_link(block, links) for block in blocks])
    if 2 * sum(len(blocks[place]) for place in left_out) > sum(map(len, blocks)):
        return list(blocks)
    kept = [block for place, block in enumerate(blocks) if place not in left_out]
    return kept[:-1] if len(kept) > 1 and _is_label(kept[-1]) else kept


def with_bold(blocks: Sequence[str], bold: Set[str]) -> list[str]:
    """Return the blocks with each bold paragraph marked as a heading that is one.

    In an interview each is marked as bold, and nothing else, for it is what was asked. Where most of the text
    is bold, it heads nothing.
    """
    told = [block for block in blocks if block in bold]
    if 2 * sum(map(len, told)) > sum(map(len, blocks)):
        return list(blocks)
    asking = [block for block in told if block.endswith("?")]
    if len(asking) >= _FEWEST_ASKED and 2 * len(asking) > len(told):
        return [f"**{block}**" if block in bold else block for block in blocks]
    heads = [block in bold and _heads(block, below) for block, below in pairwise(blocks)]
    return [f"### {block}" if head else block for block, head in zip(blocks, [*heads, False], strict=True)]


def _furniture(blocks: Sequence[str], linking: Sequence[bool]) -> set[int]:
    prose = [place for place, block in enumerate(blocks) if _ENDED.search(block) and not linking[place]]
    titles = _titles(blocks, linking)
    linking = [links and place not in titles for place, links in enumerate(linking)]
    found: set[int] = set()
    for place in (place for place, links in enumerate(linking) if links):
        above = blocks[place - 1] if place else ""
        if blocks[place].startswith("- "):
            beside = not prose or place > prose[-1]
        else:
            beside = not (above.endswith(":") or (place > 0 and linking[place - 1]))
        if beside or _is_label(above) or place - 1 in found:
            found |= {place, place - 1} if _is_label(above) else {place}
    return found


def _titles(blocks: Sequence[str], linking: Sequence[bool]) -> set[int]:
    """Return the links that are the titles of parts: they take turns with text, a paragraph or two."""
    alone = [place for place, links in enumerate(linking) if links and not blocks[place].startswith("- ")]
    turns = [below - place for place, below in pairwise([*alone, len(blocks)])]
    parts = len(alone) >= _FEWEST_PARTS and min(turns) > 1 and sum(turns) <= _LONGEST_PART * len(turns)
    return set(alone) if parts else set()


def _is_link(block: str, links: Set[str]) -> bool:
    """Say whether a paragraph, or each item of a list, is wholly a link, without a full stop."""
    lines = [line.removeprefix("- ") for line in block.split("\n")]
    wordy = sum(len(line.split()) >= _LINK_WORDS for line in lines)
    return 2 * wordy > len(lines) and all(line in links and not line.endswith((".", ":")) for line in lines)


def _is_label(block: str) -> bool:
    return block.endswith(":") and len(block.strip("#* :").split()) <= _LABEL_WORDS


def _heads(block: str, below: str) -> bool:
    """Say whether a bold paragraph is a heading: without an end, above a longer one or a list."""
    heads = len(block.split()) <= _HEADING_WORDS and not _ENDED.search(block) and not is_residue(block)
    return heads and not below.startswith("#") and (len(below) > len(block) or below.startswith("- "))
