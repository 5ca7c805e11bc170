"""Code, and what programs printed: lines in a font of fixed width keep their breaks, within a fence."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from footnote.load.pdf.lines import Line

_STEP = 3.0  # of the font's size, at most, from a line to the next; two in prose are nearer
_PROMPT = re.compile(r"(?:[a-zA-Z]{0,8}>|>>>|[$%]) \S")  # before what is typed
_WIDTH = 0.6  # of the font's size, a letter of fixed width, about
_MOST_BLANKS = 80


def with_code(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return pages whose lines of code are one, where two stand one below the other, or one has a prompt.

    Where most letters are of a fixed width, a typewriter's are, and its prose is no code.
    """
    lengths = [(len(line.text), line.fixed) for page in pages for line in page]
    if 2 * sum(length for length, fixed in lengths if fixed) > sum(length for length, _ in lengths):
        return [list(page) for page in pages]
    return [[line for run in _runs(page) for line in _told(run)] for page in pages]


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines, those of code together that stand one below the other, and nothing beside them."""
    levels = Counter((line.column, round(line.y)) for line in lines)
    code = {line for line in lines if line.fixed and levels[line.column, round(line.y)] == 1}
    run: list[Line] = []
    for line in lines:
        below = bool(run) and 0 < run[-1].y - line.y < _STEP * line.size and run[-1].column == line.column
        if run and not (below and code.issuperset((run[-1], line))):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _told(run: Sequence[Line]) -> Sequence[Line]:
    blank = any(" " in line.text for line in run)  # in none of a path or an address that goes over a line
    if not blank or (len(run) == 1 and not (run[0].fixed and _PROMPT.match(run[0].text))):
        return run
    left = min(line.x for line in run)
    text = "\n".join(_indented(line, left) for line in run)
    fence = "~~~" if "```" in text else "```"
    return [replace(run[0], text=f"{fence}\n{text}\n{fence}", pieces=(), table=True)]


def _indented(line: Line, left: float) -> str:
    """Return a line's words with the blanks between them, and as many before them as it is set in."""
    blanks = " " * round(min(_MOST_BLANKS, (line.x - left) / max(_WIDTH * line.size, 1)))
    words = "".join(text for _, text in line.pieces).rstrip()
    return blanks + words.lstrip() if blanks else words
