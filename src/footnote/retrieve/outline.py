"""Which headings a sentence stands below: its own, and those of the parts that its own part is in."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from footnote.headings import heading_of, level_of
from footnote.schema import Sentence

Above = tuple[tuple[int, str], ...]  # the headings over a sentence with their levels, the outermost first


def headings_over(text: str, sentences: Sequence[Sentence]) -> list[Above]:
    """Return the headings over each sentence of an article: its own, and those that this is below.

    Those are known by their marks, by a line of "=====" below them or by their numbers.
    """
    found: list[Above] = []
    over: list[tuple[int, str]] = []
    position = 0
    for one in sentences:
        for level, heading in _between(text[position : one.start]):
            over = [*(outer for outer in over if outer[0] < level), (level, heading)]
        position = one.end
        own = over and over[-1][1] == one.heading
        found.append(tuple(over) if own else ((0, one.heading),) if one.heading else ())
    return found


def paths(over: Sequence[Above]) -> list[str]:
    """Return the headings over each sentence, a line each, without those that all others stand below."""
    shown = [set(headings) for headings in over if headings and headings[0][0]]  # their levels are known
    common = set.intersection(*shown) if shown else set()
    kept = ([one for one in above if one == above[-1] or one not in common] for above in over)
    return ["\n".join(heading for _, heading in headings) for headings in kept]


def _between(text: str) -> Iterator[tuple[int, str]]:
    """Yield the headings between two sentences with their levels."""
    for line, below in pairwise([*map(str.strip, text.split("\n")), ""]):
        if level := level_of(line, below):
            yield level, heading_of(line)
