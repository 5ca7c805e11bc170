"""Items of a list among wrapped lines: where each begins, and where its only line ends."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from footnote.segment.signs import LIST_ITEM
from footnote.segment.width import full_lines

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
