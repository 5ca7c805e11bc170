"""English that was written without a mark is cut before its clauses, so that a citation can be short."""

import re
from collections.abc import Iterator
from itertools import pairwise

from footnote.segment.signs import is_ended

_MOST_WORDS = 60  # with no mark among them; of 50,000 sentences of articles none has as many
_CLAUSE = range(8, 26)  # words
_UNMARKED = re.compile(r"(?:[^,;:.!?…()\[\]\"“”–—]|(?<=\w)[.,:](?=\w))+")
_OPENERS = frozenset("and but so because i he she we they it".split())
_LEAD = frozenset("and but so because or that if when while where which who what than as of for to".split())


def clauses_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the clauses of a range where it has many words without a mark between them, else the range.

    What ends with a mark is one sentence, however long: its writer uses them.
    """
    runs = [] if is_ended(text[start:end]) else _UNMARKED.finditer(text, start, end)
    yield from pairwise([start, *(cut for run in runs for cut in _cuts(text, *run.span())), end])


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the clauses of a run of words begin, but for the first."""
    run = list(re.finditer(r"\S+", text[start:end]))
    first, words = 0, [word.group().lower() for word in run]
    while len(run) > _MOST_WORDS and len(run) - first > _CLAUSE.stop:
        places = range(first + _CLAUSE.start, first + _CLAUSE.stop)
        opening = (at for at in places if words[at] in _OPENERS and words[at - 1] not in _LEAD)
        first = next(opening, places[-1])
        yield start + run[first].start()
