"""Code in Markdown: the lines between two fences, of which none is prose that was wrapped or a heading."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from footnote.schema.lines import LINE

_FENCE = re.compile(rf"(?m)^[ \t]*(`{{3,}}|~{{3,}})({LINE}*)$")


@lru_cache(maxsize=8)  # each sentence that is cited is looked for among them
def code_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges of code with the fences around them, in order; an open one is none."""
    found: list[tuple[int, int]] = []
    opened: re.Match[str] | None = None
    for fence in _FENCE.finditer(text):
        if opened is None:
            opened = None if "`" in fence[2] else fence
        elif fence[1].startswith(opened[1]) and not fence[2].strip():
            found.append((opened.start(), fence.end()))
            opened = None
    return tuple(found)


def is_fence(line: str) -> bool:
    """Say whether a line of code is the fence above or below it."""
    return line.startswith(("```", "~~~"))


def is_within(ranges: Sequence[tuple[int, int]], place: int) -> bool:
    """Say whether a place lies in one of the ranges, which are in order."""
    return around(ranges, place) is not None


def around(ranges: Sequence[tuple[int, int]], place: int) -> tuple[int, int] | None:
    """Return the one of the ranges, which are in order, that a place lies in."""
    number = bisect_right(ranges, place, key=lambda one: one[0])
    return ranges[number - 1] if number and place < ranges[number - 1][1] else None
