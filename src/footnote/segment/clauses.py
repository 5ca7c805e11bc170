"""What begins a line of its own among wrapped lines: a list's item, a table's row, a clause or its label."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from footnote.headings import MARKDOWN_HEADING, is_underlined
from footnote.layout import columns, written_with
from footnote.segment.items import items
from footnote.segment.width import below_short

_FEWEST_ROWS = 3
_WIDE = re.compile(r"\t| {3}")  # nowhere in prose that was spread to one width; nor is a program's sign
_LONGEST_LABEL = 120  # code points
_NARROW = 40  # of a label among wrapped lines; a longer one may be the first line of a clause
_CLAUSE = re.compile(r"\((\d{1,3}|[a-z]{1,2}|[ivx]{1,5})\)\s+\S|\[(\d{1,3})\]\s+\S")
_FIRST = ("1", "a", "i")
_UNIT = (
    "section|sec\\.|article|art\\.|chapter|part|schedule|annex|annexe|appendix|title|artikel|abschnitt|anhang|"
    "anlage|kapitel|chapitre|capítulo|capitolo|artículo|articolo|artigo|título|anexo|статья|глава|раздел"
)
_LABEL = re.compile(
    rf"((?i:{_UNIT})\s+|§\s*)(?:\d{{1,4}}[a-zA-Z]?(?:\.\d{{1,3}})*|[IVXLC]+|[A-Z])"
    r"(?:[.:)]?|(?:[.:)]|\s*[-–—])?\s+[\"“(]?[^\W\d_a-zß-ÿа-я].*[^\s.?!…:;,])"
)


def label(line: str) -> str:
    """Return what a line says that it heads, "section" of "Section 2. Definitions", "" where it does not."""
    found = _LABEL.fullmatch(line) if len(line) <= _LONGEST_LABEL and "\n" not in line else None
    return found[1].strip().lower() if found else ""


def begins_apart(lines: Sequence[str]) -> list[int]:
    """Return the numbers of the lines, without that of the first, at which something new begins."""
    begun = {*items(lines), *below_short(lines), *_rows(lines), *_clauses(lines), *_labels(lines)}
    begun |= _headings(lines)
    return sorted(begun - {0, len(lines)})


def _headings(lines: Sequence[str]) -> set[int]:
    marked = [number for number, line in enumerate(lines) if MARKDOWN_HEADING.match(line)]
    underlined = [number for number, pair in enumerate(pairwise(lines)) if is_underlined(*pair)]
    below = (
        number + rows for rows, some in ((1, marked), (1, underlined), (2, underlined)) for number in some
    )
    return {*marked, *underlined, *below}


def _rows(lines: Sequence[str]) -> Iterator[int]:
    """Yield each row of a table without "|", and the line below the last."""
    counts = [columns(line) for line in lines]
    first = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or counts[number] != counts[first]:
            wide = any(_WIDE.search(line) or written_with(line) for line in lines[first:number])
            if counts[first] > 1 and number - first >= _FEWEST_ROWS and wide:
                yield from range(first, number + 1)
            first = number


def _clauses(lines: Sequence[str]) -> list[int]:
    """Return the lines that begin with "(1)", "(a)" or "[1]", where more than one does from the first on.

    A line of wrapped prose may begin so by chance.
    """
    marked = [(number, found) for number, line in enumerate(lines) if (found := _CLAUSE.match(line))]
    if len(marked) < 2 or (marked[0][0] and marked[0][1][marked[0][1].lastindex or 0] not in _FIRST):
        return []
    return [number for number, _ in marked]


def _labels(lines: Sequence[str]) -> Iterator[int]:
    for number, line in enumerate(lines):
        ended = number == 0 or lines[number - 1].endswith((".", ";", "!", "?"))
        if ended and len(line) < _NARROW and label(line):
            yield from (number, number + 1)
