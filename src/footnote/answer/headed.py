"""A sentence is read with what stands above it: its heading, each cell of a row with its column's name.

The heading only where that has words of the question that the sentence lacks. What the reader points at is a
range of the sentence all the same.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from footnote.schema import Candidate, Reading

_CELL = re.compile(r"[^|\s](?:[^|]*[^|\s])?")
_LEAST_SHARE = (
    0.02  # of the ranker's probability; a heading over what hardly answers only disturbs the reading
)
_Piece = tuple[str, int | None]  # words that are read, and where the sentence has them, None where nowhere


def read_as(candidate: Candidate) -> str:
    """Return the text as which a sentence is read."""
    return "".join(text for text, _ in _pieces(candidate))


def of_the_sentences(reading: Reading, candidates: Sequence[Candidate]) -> Reading:
    """Return a reading of what ``read_as`` gave as one of the sentences themselves.

    Where the words that answer stand above a sentence, the whole of it stands for them.
    """
    read = zip(reading.ranges, candidates, strict=True)
    return replace(reading, ranges=tuple(_inside(*found, one) for found, one in read))


def _inside(start: int, end: int, candidate: Candidate) -> tuple[int, int]:
    if start == end:
        return 0, 0
    places = chain.from_iterable(
        [None] * len(text) if at is None else range(at, at + len(text)) for text, at in _pieces(candidate)
    )
    own = [place for place in list(places)[start:end] if place is not None]
    return (own[0], own[-1] + 1) if own else (0, len(candidate.text))


def _pieces(candidate: Candidate) -> Iterator[_Piece]:
    head = candidate.head.text if candidate.head else ""
    heads, cells = _CELL.findall(head), list(_CELL.finditer(candidate.text))
    above = candidate.below if candidate.probability >= _LEAST_SHARE else ""
    if heads and len(heads) == len(cells):
        yield _opening(above.removesuffix(head)), None
        for place, (name, cell) in enumerate(zip(heads, cells, strict=True)):
            yield f"{' | ' if place else ''}{name}: ", None
            yield cell.group(), cell.start()
    else:
        yield _opening(above), None
        yield candidate.text, 0


def _opening(above: str) -> str:
    heading = " ".join(above.split())
    return heading and heading + (" " if heading[-1] in ".?!:" else ": ")
