"""What stands on a document's pages but is not its text: running heads and feet, page numbers, contents."""

import re
from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher

from footnote.load.pdf.contents import entries_of
from footnote.load.pdf.lines import Line
from footnote.load.pdf.paragraphs import shape_of

_MARGIN = 0.12  # of the page's height, above and below, in which heads and feet stand
_LEVEL = 2  # points between lines that stand side by side
_NUMBER = re.compile(
    r"[-–—\[(|\s]*(?:page|seite|p\.)?\s*(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|von|/)\s*\d{1,4})?[-–—\])|\s]*",
    re.IGNORECASE,
)

_END_NUMBER = r"(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|von|/)\s*\d{1,4})?"
_NUMBERED = re.compile(rf"^\W*{_END_NUMBER}\b\W*|(?<!\W)\W*\b{_END_NUMBER}\W*$", re.IGNORECASE)  # either end
_ALIKE = 0.8  # of the letters, in running lines that were read from a picture
_TOP = 0.065  # of the page's height; so far above a text hardly begins


def without_furniture(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[str]]:
    """Return the pages without running lines, page numbers and tables of contents, and what was taken out.

    A running line stands in the same place of several pages and differs in its numbers at most, or it stands
    beside a page's number or, on several pages, at the very top, well above the text.
    """
    usual = _usual(pages)
    running, entries = _running(pages, usual) | _apart(pages, usual), entries_of(pages)
    kept: list[list[Line]] = []
    dropped: list[str] = []
    for page in pages:
        outermost = _outermost(page)
        head = _head(page)
        kept.append([])
        for line in page:
            numbered = line in outermost and _NUMBER.fullmatch(line.text) is not None
            at_edge = _in_margin(line) and (numbered or line in head)
            if at_edge or line in running or line in entries:
                dropped.append(line.text)
            else:
                kept[-1].append(line)
    return kept, dropped


def _running(pages: Sequence[Sequence[Line]], usual: float) -> set[Line]:
    found: dict[tuple[str, int], list[Line]] = defaultdict(list)
    for page in pages:
        outermost = _outermost(page)
        for line in page:
            if line.size <= 1.2 * usual and (_in_margin(line) or line in outermost):
                found[_words(line, usual), _height(line)].append(line)
    running = {place: lines for place, lines in found.items() if place[0] and _is_running(lines, len(pages))}
    heads = {height: words for words, height in sorted(running, key=lambda place: len(running[place]))}
    running |= {  # read from a picture, with other letters here and there
        (words, height): lines
        for (words, height), lines in found.items()
        if words and SequenceMatcher(None, words, heads.get(height, "")).ratio() >= _ALIKE
    }
    return {line for lines in running.values() for line in lines}


def _is_running(lines: Sequence[Line], pages: int) -> bool:
    """Whether lines are on enough pages: three of a head that changes with the chapter, left and right."""
    return len({line.page for line in lines}) >= (2 if pages <= 4 and all(map(_in_margin, lines)) else 3)


def _words(line: Line, usual: float) -> str:
    """Return what a running line says on each page; one in larger letters, if no foot, can be a heading."""
    foot = line.y < _MARGIN * line.height and any(map(str.isalpha, line.text))  # no numbers of an axis
    if line.size > 1.05 * usual and not foot:
        return line.text
    return re.sub(r"\d+", "0", _NUMBERED.sub("", line.text)).strip(" .|·–—-")


def _apart(pages: Sequence[Sequence[Line]], usual: float) -> set[Line]:
    """Return the lines at the very top of several pages, on each of which nothing stands close below them."""
    found: dict[int, dict[Line, bool]] = defaultdict(dict)
    for page in pages:
        top = max(page, key=lambda line: line.y, default=None)
        if top and top.y > (1 - _TOP) * top.height:
            below = max((line.y for line in page if line.y <= top.y - _LEVEL), default=top.y)
            found[_height(top)][top] = top.y - below > 2 * top.size and top.size <= 1.05 * usual
    return {line for lines in found.values() if len(lines) >= 3 and all(lines.values()) for line in lines}


def _usual(pages: Sequence[Sequence[Line]]) -> float:
    """Return the size of the text; 0 where there is none."""
    lines = [line for page in pages for line in page]
    return shape_of(lines).size if lines else 0.0


def _height(line: Line) -> int:
    return round(line.y / 6)


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


def _in_margin(line: Line) -> bool:
    return not _MARGIN < line.y / line.height < 1 - _MARGIN


def _outermost(page: Sequence[Line]) -> set[Line]:
    """Return the lines that have nothing above them, or nothing below."""
    if not page:
        return set()
    top, bottom = max(line.y for line in page), min(line.y for line in page)
    return {line for line in page if line.y > top - _LEVEL or line.y < bottom + _LEVEL}
