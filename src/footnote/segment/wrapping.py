"""Where the blocks of a text are: its lines, or what blank lines separate where an editor wrapped them."""

import re
from collections.abc import Iterator
from itertools import pairwise

from footnote.schema.lines import ENDS, LINE
from footnote.segment.clauses import begins_apart
from footnote.segment.signs import LIST_ITEM, MARKDOWN_HEADING, is_ended

_WRAPPED_LINE = (40, 100)  # code points of a line that was wrapped by an editor, not ended by an author
_LINES = re.compile(rf"{LINE}*(?:\r?\n|[{ENDS}]|$)")
_TABLE_ROW = re.compile(r"\s*\|")


def blocks_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges that blank lines separate, one a line unless an editor wrapped the lines."""
    lines: list[tuple[int, int]] = []
    for match in _LINES.finditer(text):  # linear, however long a line of blanks is
        start, end = trim(text, *match.span())
        if end > start:
            lines.append((start, end))
        elif lines:
            yield from _lines_of(text, lines)
            lines = []
    if lines:
        yield from _lines_of(text, lines)


def _lines_of(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the blocks of neighbouring lines: no wrapped line goes on with a row, a clause or its label."""
    wrapped = len(_unwrap(text, lines)) < len(lines)
    apart = begins_apart([text[start:end] for start, end in lines]) if wrapped else range(1, len(lines))
    for first, last in pairwise([0, *apart, len(lines)]):
        yield from _unwrap(text, lines[first:last])


def _unwrap(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    lengths = sorted(end - start for start, end in lines[:-1])
    ended = sum(is_ended(text[start:end]) for start, end in lines[:-1])
    listed = any(LIST_ITEM.match(text, start) or _TABLE_ROW.match(text, start) for start, _ in lines)
    if not lengths or listed or MARKDOWN_HEADING.match(text, lines[0][0]):
        return lines
    low, high = _WRAPPED_LINE
    if low <= lengths[len(lengths) // 2] and lengths[-1] <= high and 2 * ended < len(lengths):
        return [(lines[0][0], lines[-1][1])]
    return lines


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a range without the blanks at its ends."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())
