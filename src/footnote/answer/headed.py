"""A sentence is read with what stands above it: its heading, each cell of a row with its column's name.

The heading only where that has words of the question that the sentence lacks; the number of a clause or of a
step is not read. What the reader points at is a range of the sentence all the same.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from footnote.layout import cells
from footnote.schema import Candidate, Reading

_LABEL = re.compile(  # "9.1 We may …", "3) Fill …", but "1.5 Million people"
    r"\(?(?:\d+(?:\.\d+)+\.?|\d+[.)])\)?\s+(?=[\"“‘]?(?!Million|Billion|Trillion|Percent)[A-ZÀ-Þ](?:[a-zß-ÿ]|\s))"
)
_LEAST_SHARE = 0.02  # of the ranker's probability; a heading over what hardly answers disturbs the reading


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words that are read: the sentence's own from ``at`` on, or what stands above ``at``."""

    text: str
    at: int
    own: bool


def read_as(candidate: Candidate) -> str:
    """Return the text as which a sentence is read."""
    return "".join(piece.text for piece in _pieces(candidate))


def of_the_sentences(reading: Reading, candidates: Sequence[Candidate]) -> Reading:
    """Return a reading of what ``read_as`` gave as one of the sentences themselves.

    Where the words that answer stand above a sentence, the whole of it stands for them, and a cell for the
    name of its column.
    """
    read = zip(reading.ranges, candidates, strict=True)
    return replace(reading, ranges=tuple(_inside(*found, one) for found, one in read))


def _inside(start: int, end: int, candidate: Candidate) -> tuple[int, int]:
    """Return the range of the sentence for one of what was read; it lies in one piece."""
    if start == end:
        return 0, 0
    before = 0
    pieces = list(_pieces(candidate))
    for piece, following in zip(pieces, [*pieces[1:], pieces[-1]], strict=True):
        if start < before + len(piece.text):
            if not piece.own:
                return following.at, following.at + len(following.text)
            return piece.at + start - before, piece.at + min(end - before, len(piece.text))
        before += len(piece.text)
    return 0, len(candidate.text)


def _pieces(candidate: Candidate) -> Iterator[_Piece]:
    """Yield by turns what is above and what is the sentence's own; the former may be empty."""
    head = candidate.head.text if candidate.head else ""
    names, own = [name.group() for name in cells(head)], cells(candidate.text)
    above = candidate.below if candidate.probability >= _LEAST_SHARE else ""
    if names and len(names) == len(own):
        opening = _opening(above.removesuffix(head))
        for place, (name, cell) in enumerate(zip(names, own, strict=True)):
            yield _Piece(f"{' | ' if place else opening}{name}: ", cell.start(), own=False)
            yield _Piece(cell.group(), cell.start(), own=True)
    else:
        label = _LABEL.match(candidate.text)
        begin = label.end() if label else 0
        yield _Piece(_opening(above), begin, own=False)
        yield _Piece(candidate.text[begin:], begin, own=True)


def _opening(above: str) -> str:
    heading = " ".join(above.split())
    return heading and heading + (" " if heading[-1] in ".?!:" else ": ")
