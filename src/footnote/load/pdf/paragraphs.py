"""Lines become paragraphs: joined over line ends, columns and pages, with words no longer cut in two."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from footnote.load.pdf.figures import is_caption
from footnote.load.pdf.letters import whole
from footnote.load.pdf.lines import Line
from footnote.load.pdf.margin import SMALL

_ENDS = (".", "!", "?", "…", "。", "！", "？", ":", "”", '"', "’", ")")
_BULLETS = r"[•‣▪●○\uf076\uf0a7\uf0b7\uf0d8\uf0fc]\s*"  # some as Symbol and Wingdings number them
_ITEM = re.compile(rf"(?:{_BULLETS}|(?:[-*–·]|\(?\d{{1,3}}[.)]|\(?[a-z]\))\s+)\S")
BULLET = re.compile(_BULLETS)
_NOTED = re.compile(r"\s[^\W\d_]+[.!?][\d*†‡]{1,2}$")  # a stop with a note's number behind it
_LONGEST_CUT = 100  # code points of the first part of a word that was cut
_CUT = re.compile(r"(\w+)[-‐\u00ad]$")
_WORD = re.compile(r"[^\W\d_]{3}|[\u3040-\u9fff\uac00-\ud7af]")
_HEADING_WORDS = 20
_FULL = 0.75  # of a full line's width, at least, that of one which was not cut short on purpose


@dataclass(frozen=True, slots=True)
class Shape:
    """What is usual in a document: the size of its text, the distance of its lines, a full line's letters."""

    size: float
    leading: float
    length: float


def shape_of(lines: Sequence[Line]) -> Shape:
    """Measure a document's lines; there must be one at least. Sizes count by the letters set in them."""
    sizes = Counter[float]()
    for line in [line for line in lines if not (line.fixed and line.table)] or lines:  # code is no text
        sizes[round(line.size, 1)] += len(line.text)
    size = sizes.most_common(1)[0][0]
    body = [line for line in lines if abs(line.size - size) < 0.5 and not line.table]
    steps = [a.y - b.y for a, b in pairwise(body) if a.page == b.page and 0 < a.y - b.y < 3 * size]
    lengths = sorted(len(line.text) for line in body)
    length = lengths[int(0.8 * (len(lengths) - 1))] if lengths else 0
    return Shape(size, median(steps) if steps else 1.2 * size, length)


def blocks(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the document's paragraphs, list items and headings (marked "##"), in order."""
    shape = shape_of(lines)
    words = {word.casefold() for line in lines for word in re.findall(r"\w+(?:-\w+)*", line.text)}
    block = [lines[0]]
    found: list[list[Line]] = [block]
    for before, line in pairwise(lines):
        if _goes_on(before, line, block, shape):
            block.append(line)
        else:
            block = [line]
            found.append(block)
    for block in _uninterrupted(found, _footnotes(lines, shape), shape):
        yield _text(block, shape, words)


def _uninterrupted(found: Sequence[list[Line]], notes: set[Line], shape: Shape) -> list[list[Line]]:
    """Return the blocks, a page's footnotes behind the paragraph that goes on above and below them."""
    whole: list[list[Line]] = []
    waiting: list[list[Line]] = []
    for block in found:
        if whole and (notes.issuperset(block) or is_caption(block[0])):
            waiting.append(block)
        elif waiting and _resumes(block, waiting) and _goes_on(whole[-1][-1], block[0], whole[-1], shape):
            whole[-1].extend(block)
        else:
            whole += [*waiting, block]
            waiting = []
    return whole + waiting


def _resumes(block: Sequence[Line], waiting: Sequence[Sequence[Line]]) -> bool:
    """Whether a block may go on above what waits: behind a caption it has to begin within a sentence."""
    return block[0].text[0].islower() or not any(is_caption(other[0]) for other in waiting)


def _footnotes(lines: Sequence[Line], shape: Shape) -> set[Line]:
    """Return the notes in the margin, and the small print with nothing of the text below it in its column."""
    lowest: dict[tuple[int, float], float] = {}
    for line in lines:
        if line.size > SMALL * shape.size:
            place = line.page, line.column
            lowest[place] = min(line.y, lowest.get(place, line.y))
    small = (line for line in lines if line.size <= SMALL * shape.size)
    return {line for line in small if line.note or line.y < lowest.get((line.page, line.column), 0)}


def is_heading(block: Sequence[Line], shape: Shape) -> bool:
    """Whether lines are a heading: larger than the text or bold throughout, short, and words, no formula."""
    text = " ".join(line.text for line in block)
    larger = all(line.size > 1.12 * shape.size for line in block)
    bold = all(line.bold for line in block)
    ended = text.endswith(_ENDS) and not text.endswith("?")
    short = len(text.split()) <= _HEADING_WORDS * (2 if larger and bold else 1)
    worded = short and "=" not in text and bool(_WORD.search(block[0].text))
    return (larger or (bold and not ended)) and worded and not block[0].table


def _goes_on(before: Line, line: Line, block: Sequence[Line], shape: Shape) -> bool:
    """Whether a line belongs to the paragraph that the line before it is in."""
    if before.table or line.table or _ITEM.match(line.text):
        return False
    ended = before.text.endswith(_ENDS) or bool(_NOTED.search(before.text))
    full = before.note or before.size * len(before.text) >= _FULL * shape.size * shape.length
    if not _is_set_alike(before, line, block, running=full and not ended):
        return False
    step = before.y - line.y
    if (
        before.page != line.page or step < 0 or line.column != before.column
    ):  # over to the next column or page
        return not ended and not is_heading(block, shape) and not is_caption(line)
    if step > 1.35 * max(shape.leading, line.size):
        return False
    if _is_indented(before, line) and not _ITEM.match(block[0].text):
        return full and not ended  # then the indent hangs
    hung = len(block) > 1 and _is_indented(*block[:2])  # as a work's lines do in a bibliography
    return (full or not ended) and not (hung and _is_indented(line, before))


def _is_set_alike(before: Line, line: Line, block: Sequence[Line], *, running: bool) -> bool:
    """Whether a line is as large as the one before it, and as bold unless bold words are in its sentence."""
    if abs(line.size - before.size) > 0.12 * before.size:
        return False
    changes = line.bold != before.bold and (line.bold or all(part.bold for part in block))
    return not changes or (line.bold and running and line.text[:1].islower())


def _is_indented(above: Line, below: Line) -> bool:
    return 4 < below.x - above.x < 60


def _text(block: Sequence[Line], shape: Shape, words: set[str]) -> str:
    text = ""
    for line in block:
        text = _appended(text, whole(line.text), words)
    text = text.replace("\u00ad", "")
    if is_heading(block, shape):
        return f"## {text}"
    return BULLET.sub("- ", text, count=1) if BULLET.match(text) else text


def _appended(text: str, line: str, words: set[str]) -> str:
    """Return a line put behind a text, a word that was cut between them made whole."""
    cut = _CUT.search(text, max(0, len(text) - _LONGEST_CUT))  # through the whole text it would take long
    if not cut or not (following := re.match(r"[^\W\d_]+", line)):
        return f"{text} {line}" if text else line
    first, rest = cut[1], following[0]
    soft = text.endswith("\u00ad")
    compound = f"{first}-{rest}".casefold() in words and (first + rest).casefold() not in words
    if soft or (rest[0].islower() and not compound and not first[-1].isdigit()):
        return text[:-1] + line
    return text + line
