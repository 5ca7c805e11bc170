"""Which sentences are rows of a table, and which row names its columns.

A text says neither, so it is told by signs: cells apart by "|", tabs or runs of blanks in a line of their
own, the same number in each row; the first row has names where Markdown draws a line below it, or where the
cells below its words are figures. A table without such a row ("Born | 4 May 1901") has none.
"""

import re
from collections.abc import Iterator, Sequence

from footnote.layout import cells, columns
from footnote.schema import Sentence

_DRAWN = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}[-:| \t]*")
_ENDED = re.compile(r"[.!?][\"'”’)]*$")
_FIGURE = re.compile(r"[^\w\s]?\d")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?")
_LEAST_ROWS = 2  # below the row of names


def heads(text: str, sentences: Sequence[Sentence]) -> tuple[int | None, ...]:
    """Return for each sentence the number of the row that names its cells, None where there is none."""
    found: list[int | None] = [None] * len(sentences)
    for first, last in _tables(text, sentences):
        rows = [text[one.start : one.end] for one in sentences[first : last + 1]]
        below = text[sentences[first].end : sentences[first + 1].start]
        if _is_drawn(below) or _names_columns(rows):
            found[first + 1 : last + 1] = [first] * (last - first)
    return tuple(found)


def _tables(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Yield the first and last row of each table: neighbouring lines with as many cells, two at least."""
    counts = [_count(text, one) for one in sentences]
    first = 0
    for number in range(1, len(sentences) + 1):
        goes_on = (
            number < len(sentences)
            and counts[number] == counts[first] > 1
            and sentences[number].heading == sentences[first].heading
            and not re.search(r"\n[ \t]*\n", text[sentences[number - 1].end : sentences[number].start])
        )
        if not goes_on:
            if counts[first] > 1 and number - first > _LEAST_ROWS:
                yield first, number - 1
            first = number


def _count(text: str, sentence: Sentence) -> int:
    """Return the number of a row's cells, 0 where a sentence is none: it is a whole line, and has no end."""
    row = text[sentence.start : sentence.end]
    if "|" not in row and columns(row) < 2:
        return 0
    start, end = text.rfind("\n", 0, sentence.start) + 1, text.find("\n", sentence.end)
    line = text[start : end if end >= 0 else len(text)].strip()
    if len(line) - (sentence.end - sentence.start) > len("| ") or _ENDED.search(line):
        return 0
    return len(cells(line))


def _is_drawn(between: str) -> bool:
    return any(_DRAWN.fullmatch(line) for line in between.split("\n"))


def _names_columns(rows: Sequence[str]) -> bool:
    """Say whether the first row has words where most of the others have figures, but for the first column.

    Of two columns both must be so, "Year | Rain": "Name | Jane Doe" over "Born | 1901" names nothing.
    Years over other figures name columns as words do.
    """
    names, *below = [[cell.group() for cell in cells(row)] for row in rows]
    first, *others = [[bool(_FIGURE.match(cell)) for cell in row] for row in (names, *below)]
    if _are_years(names[1:], [row[1:] for row in below]):
        first = [False] * len(first)
    columns = range(0 if len(first) == 2 else 1, len(first))
    named = [not first[at] and 2 * sum(row[at] for row in others) > len(others) for at in columns]
    return all(named) if len(first) == 2 else any(named) and not any(first[1:])


def _are_years(names: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Say whether several names are years in order, and none of the cells below them is one."""
    years = len(names) > 1 and all(map(_YEAR.fullmatch, names))
    in_order = list(names) in (sorted(set(names)), sorted(set(names), reverse=True))
    return years and in_order and not any(_YEAR.fullmatch(cell) for row in below for cell in row)
