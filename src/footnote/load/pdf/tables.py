"""Cells that stand beside each other become tables; a PDF says of those only where their words are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from footnote.load.pdf.lines import Line
from footnote.load.pdf.paragraphs import BULLET

_LEVEL = 0.3  # of the font's size, by which the baselines of a row's cells may differ
_GAP = 0.8  # of the font's size, at least, between two cells; between words it is a quarter
_WIDE_GAP = 2.0  # as far apart the words of a spread line hardly are
_INACCURACY = 0.2  # of the font's size, at most, by which a letter is wider than in a common font
_SHORT = 20  # letters; a row has one longer cell at most, while two columns of prose are longer both
_EDGE = 0.7  # of the font's size, by which the edges of a column's cells may differ
_LEADERS = re.compile(r"(?:\s{0,4}\.){5,}")  # from a row's words to its numbers
_LEADERS_LEFT = re.compile(r"(?:\s\.)+$")  # where they are few
_EMPTY = re.compile(r"[-–—−]")  # a cell without a number
_NARROW, _WIDE = "fijlrt .,;:'’|!()-", "mwMW%@"


@dataclass(frozen=True, slots=True)
class _Cell:
    """Words of a line, and from where to where they stand, about: to read a file's fonts would take long."""

    text: str
    left: float
    right: float
    size: float


@dataclass(frozen=True, slots=True)
class _Row:
    """Lines beside each other, or one line, and their cells."""

    lines: list[Line]
    cells: list[_Cell]


def with_tables(lines: Sequence[Line]) -> list[Line]:
    """Return a page's lines, in order, each table as one: its rows are lines, their cells joined by " | ".

    A table has two rows at least, one below the other, with cells that stand in one column.
    """
    found: list[Line] = []
    table: list[_Row] = []
    for run in [*_runs(lines), []]:
        row = _Row(run, [cell for line in run for cell in _cells(line)])
        if table and not _goes_on(table[-1], row):
            found += _told(table)
            table = []
        table.append(row)
    return found


def _runs(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines, those together of which each stands to the right of the one before it."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and _is_beside(runs[-1][-1], line):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _is_beside(before: Line, line: Line) -> bool:
    level = abs(before.y - line.y) < _LEVEL * line.size and abs(before.size - line.size) < 0.2 * line.size
    cells = _cells(before) if level and not before.table else []  # none in a line of nothing but leaders
    return bool(cells) and line.x > cells[-1].right + _GAP * line.size


def _cells(line: Line) -> list[_Cell]:
    """Return a line's words, cut at leaders and where a gap is wider than a blank that was drawn."""
    cells: list[_Cell] = []
    apart = 0.0
    for x, text in _unled(line):
        right = x + line.size * _width(text.strip())
        if cells and x < cells[-1].right + apart * line.size:
            last = cells.pop()
            cells.append(_Cell(last.text + text, last.left, max(last.right, right), line.size))
        elif text.strip():
            cells.append(_Cell(text, x, right, line.size))
        else:
            continue
        apart = _least_gap(text) if text else apart
    return [replace(cell, text=_LEADERS_LEFT.sub("", " ".join(cell.text.split()))) for cell in cells]


def _least_gap(text: str) -> float:
    """Return how far behind a text another cell stands, as a share of the font's size."""
    return _WIDE_GAP + _INACCURACY * sum(map(str.isalpha, text)) if text[-1].isspace() else _GAP


def _unled(line: Line) -> Iterator[tuple[float, str]]:
    """Yield what was drawn at once, with its left end, without leaders."""
    for x, text in line.pieces:
        start = 0
        for leaders in [*_LEADERS.finditer(text), None]:
            yield x + line.size * _width(text[:start]), text[start : leaders.start() if leaders else None]
            start = leaders.end() if leaders else start


def _width(text: str) -> float:
    """Return a text's width in a common font, as a share of its size."""
    return sum(0.28 if c in _NARROW else 0.83 if c in _WIDE else 0.7 if c.isupper() else 0.54 for c in text)


def _goes_on(above: _Row, below: _Row) -> bool:
    """Whether both are rows, and a cell of each, not the first, stands in one column behind one gap.

    A full line of prose ends where the next one does, but two have no gap at the same place. Two such columns
    are a table's though no gap is wider than in a line that was spread out.
    """
    columns = sum(
        _is_flush(a, b) and max(left.right, right.right) + _GAP / 2 * a.size < min(a.left, b.left)
        for left, a in pairwise(above.cells)
        for right, b in pairwise(below.cells)
    )
    apart = columns > 1 or (_is_wide(above) and _is_wide(below))
    return columns > 0 and apart and _is_row(above) and _is_row(below)


def _is_flush(a: _Cell, b: _Cell) -> bool:
    """Whether two cells are flush left or right, or centred one below the other."""
    left, right = b.left - a.left, b.right - a.right
    return min(abs(left), abs(right), abs(left + right) / 2) < _EDGE * a.size


def _is_row(row: _Row) -> bool:
    """Whether only one cell has many words, and each has some, so that the first is no mark of an item."""
    texts = [cell.text for cell in row.cells]
    first, others = texts[:1], [text for text in texts[1:] if not _EMPTY.fullmatch(text)]
    worded = all(any(map(str.isalnum, text)) and not BULLET.match(text) for text in first + others)
    return worded and sum(len(text) >= _SHORT for text in texts) < 2


def _is_wide(row: _Row) -> bool:
    """Whether cells were drawn as several lines, or one gap is wider than any in a line that was spread."""
    wide = any(b.left - a.right > _WIDE_GAP * a.size for a, b in pairwise(row.cells))
    return wide or len(row.lines) > 1


def _told(rows: Sequence[_Row]) -> list[Line]:
    """Return rows that belong together as one line, or the lines as they were where there is but one row."""
    if len(rows) == 1:
        return rows[0].lines
    columns = max((row.cells for row in rows), key=len)
    text = "\n".join(" | ".join(_in_columns(row.cells, columns)) for row in rows)
    return [replace(rows[0].lines[0], text=text, table=True)]


def _in_columns(cells: Sequence[_Cell], columns: Sequence[_Cell]) -> list[str]:
    """Return the cells' words, an empty one for each column in which a row with fewer has none."""
    placed = {max(range(len(columns)), key=lambda n: _overlap(cell, columns[n])): cell.text for cell in cells}
    if len(placed) < len(cells) or list(placed) != sorted(placed):
        return [cell.text for cell in cells]
    return [placed.get(number, "") for number in range(len(columns))]


def _overlap(a: _Cell, b: _Cell) -> float:
    """Return how far two cells stand one below the other; less than nothing where they stand apart."""
    return min(a.right, b.right) - max(a.left, b.left)
