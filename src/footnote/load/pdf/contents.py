"""Tables of contents: lines with leaders to the number of a page."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from footnote.load.pdf.lines import Line

_ENTRY = re.compile(
    r"(?<!\.)(?<!\. )(?:\. ?){5,}+\s*(?:(\d{1,4})|[ivxlc]{1,6}|[a-z][-.]?\d{1,3})\.?$", re.IGNORECASE
)
_APART = 6  # lines from an entry to the next, at most: it goes over two, or a page ends between them
_FEWEST = 3
_FALLS = 0.1  # of the entries, at most, whose page is before the last one's: of a list of figures, the first


def entries_of(pages: Sequence[Sequence[Line]]) -> set[Line]:
    """Return the entries of tables of contents, whose numbers rise; prices and sums rise and fall."""
    lines = [line for page in pages for line in page]
    return {lines[place] for run in _runs(lines) if _rises([lines[place] for place in run]) for place in run}


def _runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Yield the places of entries that stand near each other."""
    run: list[int] = []
    for place, line in enumerate(lines):
        if not _ENTRY.search(line.text):
            continue
        if run and place - run[-1] > _APART:
            yield run
            run = []
        run.append(place)
    yield run


def _rises(entries: Sequence[Line]) -> bool:
    found = (_ENTRY.search(line.text) for line in entries)
    numbers = [int(entry[1]) for entry in found if entry and entry[1]]
    falls = sum(after < before for before, after in pairwise(numbers))
    return len(entries) >= _FEWEST and falls <= _FALLS * len(entries)
