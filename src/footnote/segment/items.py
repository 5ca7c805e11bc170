"""Items of a list among wrapped lines: where each begins, and where its only line ends."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from footnote.layout import columns
from footnote.segment.signs import LIST_ITEM, is_ended
from footnote.segment.width import full_lines, is_full

_MARK = re.compile(r"\s*(?:(\d{1,3})[.)]|(\S))")


def items(lines: Sequence[str]) -> Iterator[int]:
    """Yield the lines that begin an item, and the line below each that does not go on in it."""
    listed = [number for number, line in enumerate(lines) if LIST_ITEM.match(line)]
    marks = Counter(_mark(lines[number]) for number in listed)
    full = full_lines(lines) if listed else set()
    for number in listed:
        if number - 1 in full and _is_lone(lines[number], marks):
            continue
        yield number
        if number + 1 < len(lines) and not (number in full or lines[number + 1][0].islower()):
            yield number + 1


def _is_lone(line: str, marks: Counter[int | str]) -> bool:
    """Whether no other line counts on, as where a sentence goes on behind "Table" with "2. We conclude"."""
    mark = _mark(line)
    return marks[mark] == 1 and not (isinstance(mark, int) and (marks[mark - 1] or marks[mark + 1]))


def _mark(line: str) -> int | str:
    found = _MARK.match(line)
    return "" if found is None else int(found[1]) if found[1] else found[2]


def continued(lines: Sequence[str]) -> set[int]:
    """Return the numbers of the lines that go on with an item: they begin below its words, not its mark.

    Not so below one that ends early without an end: that is what the item is called.
    """
    found: set[int] = set()
    column, width = -1, max(map(len, lines), default=0)
    for number, line in enumerate(lines):
        before, own = lines[number - 1], len(line) - len(line.lstrip())
        if item := LIST_ITEM.match(line):
            column = item.end() - 1
        elif column == own and columns(line) < 2 and _leads_on(before, line, width):
            found.add(number)
        else:
            column = -1
    return found


def _leads_on(line: str, below: str, width: int) -> bool:
    return is_ended(line) or below.lstrip()[0].islower() or is_full(line, below, width)
