"""Notes in the margin: small print in a column of its own, drawn right behind the line that it is beside."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from footnote.load.pdf.pieces import Piece

SMALL = 0.9  # of the text's size, at most, that of its notes
_LEVEL = 3  # points, by which the left ends of a note's lines may differ
_LETTERS = 20  # of the text beside a note, at least; a table's cells have fewer


def notes_apart(drawn: Sequence[Sequence[Piece]]) -> list[tuple[Sequence[Piece], float]]:
    """Return a page's lines, each with the left edge of its column where it is a note's, else 0.

    There may be no line's end between the text and a note that begins beside it, nor before the text goes on.
    """
    size = SMALL * _usual(drawn)
    edges = {round(x) + near: x for x in _edges(drawn, size) for near in range(-_LEVEL, _LEVEL + 1)}
    return [part for line in drawn for part in _parts(line, edges, size)]


def _usual(drawn: Sequence[Sequence[Piece]]) -> float:
    """Return the size in which most letters are set, those of code aside; 0 where there are none."""
    sizes = Counter[float]()
    for line in drawn:
        for piece in line:
            sizes[piece.size] += 0 if piece.fixed else len(piece.text)
    return max(sizes, key=sizes.__getitem__, default=0.0)


def _edges(drawn: Sequence[Sequence[Piece]], size: float) -> Iterator[float]:
    """Yield where small print begins behind a line of text and on the next line, too."""
    for line, below in pairwise(drawn):
        x = below[0].x
        if below[0].size <= size:
            place = next((n for n, piece in enumerate(line) if _begins(piece, x, size)), 0)
            if sum(len(piece.text) for piece in line[:place] if piece.size > size) >= _LETTERS:
                yield x


def _begins(piece: Piece, x: float, size: float) -> bool:
    return piece.size <= size and abs(piece.x - x) <= _LEVEL and bool(piece.text.strip())


def _parts(
    line: Sequence[Piece], edges: dict[int, float], size: float
) -> Iterator[tuple[Sequence[Piece], float]]:
    """Yield a line's pieces, cut where a note begins and where the text goes on."""
    part: list[Piece] = []
    edge = 0.0
    for piece in line:
        here = edge
        if piece.text.strip():
            here = (edge or edges.get(round(piece.x), 0.0)) if piece.size <= size else 0.0
        if part and here != edge:
            yield part, edge
            part = []
        part.append(piece)
        edge = here
    yield part, edge
