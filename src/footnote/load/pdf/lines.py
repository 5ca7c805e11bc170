"""The lines of a page with where they stand, in the order in which a person reads them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from footnote.load.pdf.margin import notes_apart
from footnote.load.pdf.pieces import Piece, drawn_on, pieces_of

if TYPE_CHECKING:
    from pypdf import PageObject

_A4 = (0.0, 0.0, 595.0, 842.0)  # points
_COLUMN_SHARE = 0.15  # of a page's lines that begin at a column's left edge, at least
_COLUMN_DISTANCE = 0.15  # of the page's width between the left edges of two columns, at least
_COLUMN_LETTERS = 20  # of a column's median line; shorter ones are cells of a table
_MOST_TURNS = 3  # from column to column and back, in the order drawn, that a page read in order may have
_MANY = 0.25  # of the letters in the commonest size of a line
_MOSTLY = 0.75
_LETTER_WIDTH = 0.45  # of the font's size, about, for Latin text


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: its left end and baseline in points from the page's lower left corner."""

    text: str
    page: int  # from 0
    x: float
    y: float
    size: float  # of the font, in points
    bold: bool = False
    column: float = 0.0  # the left edge of the column that it stands in
    height: float = 842.0  # of the page
    pieces: tuple[tuple[float, str], ...] = ()  # what was drawn at once, with its left end
    table: bool = False  # a whole one, its rows the lines of the text; or code
    fixed: bool = False  # all letters as wide as each other
    note: bool = False  # in the margin, a column by itself


def lines_of(page: "PageObject", number: int) -> list[Line]:
    """Return a page's lines in reading order, upright text only if there is any."""
    pieces = pieces_of(page, (0,)) or pieces_of(page, (90, 180, 270))
    left, bottom, width, height = _box(page)
    lines = [
        Line(
            " ".join("".join(piece.text for piece in drawn).split()),
            number,
            drawn[0].x - left,
            main.y - bottom,
            main.size,
            _is_bold(drawn),
            column=edge - left,
            height=height,
            pieces=tuple((piece.x - left, piece.text) for piece in drawn),
            fixed=all(piece.fixed for piece in drawn if piece.text.strip()),
            note=edge != 0,
        )
        for drawn, edge in notes_apart(drawn_on(pieces))
        for main in [_main(drawn)]
    ]
    return in_reading_order(lines, width)


def _box(page: "PageObject") -> tuple[float, float, float, float]:
    """Return a page's left and lower edge, width and height in points; those of A4 where it states none."""
    try:
        box = page.mediabox
        stated = float(box.left), float(box.bottom), float(box.width), float(box.height)
    except (TypeError, ValueError):
        return _A4
    return stated if min(stated[2:]) > 0 else _A4  # a broken number counts as 0


def _main(drawn: Sequence[Piece]) -> Piece:
    """Return the first piece in the largest size that has many of a line's letters.

    A note's raised number and a large initial have few, but so may a text's words on a line full of code.
    """
    letters = Counter[float]()
    for piece in drawn:
        letters[piece.size] += len(piece.text.strip())
    many = _MANY * max(letters.values())
    size = max(size for size, count in letters.items() if count >= many)
    return next(piece for piece in drawn if piece.size == size)


def _is_bold(drawn: Sequence[Piece]) -> bool:
    """Whether a line is bold to its end, but for a few words at most, as of code in a heading."""
    worded = [piece for piece in drawn if piece.text.strip()]
    letters = sum(len(piece.text) for piece in worded)
    return worded[-1].bold and sum(len(piece.text) for piece in worded if piece.bold) >= _MOSTLY * letters


def in_reading_order(lines: Sequence[Line], width: float) -> list[Line]:
    """Return lines column by column where they were drawn across the columns, else as they were drawn.

    Nearly all programs draw in the order of reading, which then knows more than geometry does.
    """
    edges = _column_edges([line for line in lines if not line.note], width)
    placed = [line if line.note else _in_column(line, edges, width) for line in lines]
    if len(edges) < 2:
        return placed
    narrow = [line for line in placed if not (line.note or _crosses(line, edges))]
    turns = sum(before.column != after.column for before, after in pairwise(narrow))
    if turns <= max(_MOST_TURNS, len(narrow) // 5):
        return placed
    ordered: list[Line] = []
    band: list[Line] = []
    for line in sorted(placed, key=lambda line: -line.y):
        # A title, or an abstract over both columns, ends what stands above it.
        if not line.note and _crosses(line, edges):
            ordered += [*_by_column(band), line]
            band = []
        else:
            band.append(line)
    return ordered + _by_column(band)


def _by_column(lines: Sequence[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (line.column, -line.y))


def _column_edges(lines: Sequence[Line], width: float) -> list[float]:
    """Return the left edges of the page's columns, from the left; one at least."""
    starts: dict[int, list[Line]] = {}
    for line in lines:
        starts.setdefault(round(line.x / 4), []).append(line)
    edges: list[float] = []
    for place, begun in sorted(starts.items(), key=lambda item: (-len(item[1]), item[0])):
        median = sorted(len(line.text) for line in begun)[len(begun) // 2]
        far = all(abs(4 * place - edge) > _COLUMN_DISTANCE * width for edge in edges)
        if len(begun) >= max(3, _COLUMN_SHARE * len(lines)) and median >= _COLUMN_LETTERS and far:
            edges.append(4.0 * place)
    return sorted(edges) or [min((line.x for line in lines), default=0.0)]


def _in_column(line: Line, edges: Sequence[float], width: float) -> Line:
    left = max((edge for edge in edges if edge <= line.x + 0.02 * width), default=edges[0])
    return replace(line, column=left)


def _crosses(line: Line, edges: Sequence[float]) -> bool:
    """Whether a line reaches from its column well into the next one."""
    right = line.x + _LETTER_WIDTH * line.size * len(line.text)
    return any(line.x < edge - 2 and right > edge + 40 for edge in edges)
