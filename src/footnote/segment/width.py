"""How wide the lines of a text were wrapped: which of them are full, and which end long before."""

from collections.abc import Sequence
from itertools import pairwise

from footnote.segment.signs import STOPS, is_ended

_FEWEST_FULL = 3
_FULL, _SHORT = 0.9, 0.6  # of the longest line; where a font decided, they are not all as long


def full_lines(lines: Sequence[str]) -> set[int]:
    """Return the numbers of the lines without an end into which the next one's first word did not go.

    There are none where no more than two lines are about as long as the longest, or no sentence is seen to go
    on with a small letter: then the lines may just be as long.
    """
    width, reached = _reached(lines)
    wide = [number for number, length in enumerate(reached) if length > _FULL * width]
    full = {number for number in wide if not is_ended(lines[number], STOPS + ":;")}
    broken = any(lines[number + 1][0].islower() for number in full)
    return full if broken and len(wide) >= _FEWEST_FULL else set()


def below_short(lines: Sequence[str]) -> list[int]:
    """Return the lines below one that ends early, though no sentence does: a heading, "Kim wrote:"."""
    width, reached = _reached(lines)
    if sum(length > _FULL * width for length in reached) < _FEWEST_FULL:
        return []
    return [
        number + 1
        for number, length in enumerate(reached)
        if length < (_FULL if lines[number].endswith(":") else _SHORT) * width and not is_ended(lines[number])
    ]


def is_full(line: str, below: str, width: int) -> bool:
    """Whether the first word of the line below would not have gone into it, where the longest is as wide."""
    return _with_a_word(line, below) > _FULL * width


def _reached(lines: Sequence[str]) -> tuple[int, list[int]]:
    """Return the length of the longest line, and how long each but the last were with one word more."""
    return max(map(len, lines)), [_with_a_word(line, below) for line, below in pairwise(lines)]


def _with_a_word(line: str, below: str) -> int:
    return len(line) + 1 + len(below.split(maxsplit=1)[0])
