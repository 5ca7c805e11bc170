"""Where the blocks of a text are: its lines, or what blank lines separate where an editor wrapped them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from footnote.fences import code_in, is_within
from footnote.residue.header import header_of
from footnote.residue.subtitles import CUE, counters
from footnote.schema.lines import ENDS, LINE
from footnote.segment.clauses import begins_apart
from footnote.segment.items import continued
from footnote.segment.sections import captions
from footnote.segment.signs import LIST_ITEM, STOPS, is_ended

_WRAPPED_LINE = (40, 100)  # code points of a line that was wrapped by an editor, not ended by an author
_LINES = re.compile(rf"{LINE}*(?:\r?\n|[{ENDS}]|$)")
_TABLE_ROW = re.compile(r"\s*\|")
_QUOTED = re.compile(r"(?:>[ \t]?)*")  # in a mail or in Markdown, a mark for each who quotes it


def blocks_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges that blank lines separate, one a line unless an editor wrapped the lines.

    A line that has but marks of quotation is blank, too, and what is quoted once more is another block. Each
    line of a mail's header or of code is one, and each of a manual's headings.
    """
    lines: list[tuple[int, int]] = []
    depth = 0
    apart = sorted([(0, header_of(text).end), *code_in(text), *captions(text)])
    for match in _LINES.finditer(text):  # linear, however long a line of blanks is
        start, end = trim(text, *match.span())
        marks = _QUOTED.match(text, start, end)
        quoted = marks.group().count(">") if marks else 0
        blank = marks is None or marks.end() == end
        alone = is_within(apart, start)
        if lines and (blank or alone or quoted != depth):
            yield from _lines_of(text, lines)
            lines = []
        if alone and not blank:
            yield start, end
        elif not blank:
            lines.append((start, end))
            depth = quoted
    if lines:
        yield from _lines_of(text, lines)


def _lines_of(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the blocks of neighbouring lines: wrapped ones, but where an item, a row or a clause begins."""
    words = [_QUOTED.sub("", text[start:end], count=1) for start, end in lines]
    if any(map(CUE.fullmatch, words[:2])):
        yield from _subtitles(lines, words)
        return
    joined = continued([_indented(text, *line) for line in lines])
    apart = begins_apart(words) if _is_wrapped(words) else range(1, len(lines))
    for first, last in pairwise([0, *(number for number in apart if number not in joined), len(lines)]):
        others = () if _is_wrapped(words[first:last]) else set(range(first + 1, last)) - joined
        for begin, end in pairwise([first, *sorted(others), last]):
            yield lines[begin][0], lines[end - 1][1]


def _indented(text: str, start: int, end: int) -> str:
    """Return a line with the blanks before it, but no marks of quotation."""
    begin = max(text.rfind(sign, 0, start) for sign in ENDS) + 1
    return _QUOTED.sub("", text[begin:end], count=1).expandtabs()


def _subtitles(lines: Sequence[tuple[int, int]], words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the number and the times of each subtitle, and what each of those says whom it shows.

    All of them but the first have a dash before it.
    """
    times = [number for number, line in enumerate(words) if CUE.fullmatch(line)]
    others = [number for number, line in enumerate(words) if LIST_ITEM.match(line)]
    begun = {0, len(words), *counters(words), *times, *(number + 1 for number in times), *others}
    for first, last in pairwise(sorted(begun)):
        yield lines[first][0], lines[last - 1][1]


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether an editor wrapped these lines: they are about as long, and most have no end."""
    lengths = sorted(map(len, lines[:-1]))
    if not lengths or any(map(_TABLE_ROW.match, lines)):
        return False
    low, high = _WRAPPED_LINE
    unended = [not is_ended(line, STOPS + ":") for line in lines[:-1]]
    goes_on = any(one and line[0].islower() for one, line in zip(unended, lines[1:], strict=True))
    return (
        low <= lengths[len(lengths) // 2]
        and lengths[-1] <= high
        and 2 * sum(unended) + goes_on > len(lengths)
    )


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a range without the blanks at its ends."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())
