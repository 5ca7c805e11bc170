"""What stands on a document's pages but is not its text: running heads and feet, page numbers, contents."""

import re
from collections import defaultdict
from collections.abc import Sequence

from footnote.load.pdf.contents import entries_of
from footnote.load.pdf.lines import Line

_MARGIN = 0.12  # of the page's height, above and below, in which heads and feet stand
_LEVEL = 2  # points between lines that stand side by side
_NUMBER = re.compile(
    r"[-–—\[(|\s]*(?:page|seite|p\.)?\s*(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|von|/)\s*\d{1,4})?[-–—\])|\s]*",
    re.IGNORECASE,
)


def without_furniture(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[str]]:
    """Return the pages without running lines, page numbers and tables of contents, and what was taken out.

    A running line stands in the same place of several pages and differs in its numbers at most, or it stands
    beside a page's number, well above the text.
    """
    running, entries = _running(pages), entries_of(pages)
    kept: list[list[Line]] = []
    dropped: list[str] = []
    for page in pages:
        outermost = _outermost(page)
        head = _head(page)
        kept.append([])
        for line in page:
            numbered = line in outermost and _NUMBER.fullmatch(line.text) is not None
            at_edge = _in_margin(line) and (numbered or line in head or _place(line) in running)
            if at_edge or line in entries:
                dropped.append(line.text)
            else:
                kept[-1].append(line)
    return kept, dropped


def _running(pages: Sequence[Sequence[Line]]) -> set[tuple[str, int]]:
    found: dict[tuple[str, int], set[int]] = defaultdict(set)
    usual = sorted(line.size for page in pages for line in page)  # a larger line is a heading
    for page in pages:
        for line in page:
            if _in_margin(line) and line.size <= 1.05 * usual[len(usual) // 2]:
                found[_place(line)].add(line.page)
    enough = 2 if len(pages) <= 4 else 3  # of a head that changes with the chapter, and with left and right
    return {place for place, numbers in found.items() if len(numbers) >= enough}


def _head(page: Sequence[Line]) -> list[Line]:
    """Return the two lines of which one is the page's number, where nothing stands close below them.

    In larger letters than the text they are a chapter's number and its title.
    """
    top = max((line.y for line in page), default=0.0)
    level = [line for line in page if line.y > top - _LEVEL]
    others = [line for line in page if line.y <= top - _LEVEL]
    if len(level) != 2 or not others or not any(_NUMBER.fullmatch(line.text) for line in level):
        return []
    small = max(line.size for line in level) <= max(line.size for line in others)
    apart = top - max(line.y for line in others) > 2 * level[0].size
    return level if small and apart else []


def _place(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "0", line.text), round(line.y / 6)


def _in_margin(line: Line) -> bool:
    return not _MARGIN < line.y / line.height < 1 - _MARGIN


def _outermost(page: Sequence[Line]) -> list[Line]:
    """Return the lines that have nothing above them, or nothing below."""
    if not page:
        return []
    top, bottom = max(line.y for line in page), min(line.y for line in page)
    return [line for line in page if line.y > top - _LEVEL or line.y < bottom + _LEVEL]
