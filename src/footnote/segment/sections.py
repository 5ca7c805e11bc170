"""Numbered lines that are the sections of a document: each by itself, they count on through it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from footnote.schema.lines import LINE
from footnote.segment.signs import is_ended

_FEWEST, _FEWEST_CAPTIONS = 4, 3
_MOST_WORDS = 14
_NUMBERED = re.compile(r"(?:(\d{1,2})[.)]\s*|(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+)(?=[\"“‘]?[^\W\d_])")
_WIDTH = 60
_NO_NAME = "!…。！:;,"  # ends that no section's name has; a question may be one
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_LONG = 5  # letters of a word that has a capital in a name

_CAPITALS = re.compile(  # at the margin, right above what is indented
    rf"(?m)(?:\A|(?<=\n\n))(?!{LINE}*[^\W\d_A-ZÀ-Þ])(?={LINE}*[A-ZÀ-Þ]{{2}})"
    rf"([A-ZÀ-Þ]{LINE}{{1,{_WIDTH}}})$(?=\n[ \t]+\S)"
)

Number = tuple[int, ...]  # (4, 1) of "4.1. Powers"


def sections(text: str, blocks: Sequence[tuple[int, int]]) -> set[int]:
    """Return the numbers of the blocks that are such lines, none where fewer than four count on."""
    found: list[int] = []
    last: Number = ()
    for place, number in _called(text, blocks):
        if _follows(number, last):
            found.append(place)
            last = number
    return set(found) if len(found) >= _FEWEST else set()


@lru_cache(maxsize=8)
def captions(text: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges of a manual's headings: in capitals, each right above lines that are indented.

    There are none where fewer than three are unlike, as the names of those who speak in a play come again.
    """
    found = [(match[1].rstrip(), match.span(1)) for match in _CAPITALS.finditer(text)]
    times = Counter(words for words, _ in found)
    once = tuple(place for words, place in found if times[words] == 1)
    return once if len(once) >= _FEWEST_CAPTIONS else ()


def _called(text: str, blocks: Sequence[tuple[int, int]]) -> Iterator[tuple[int, Number]]:
    """Yield each block but the last that may be a section's heading, with its number: no item of a list."""
    lines = [text[start:end] for start, end in blocks]
    numbers = [_number(line) for line in lines]
    apart = [True, *(bool(_BLANK_LINE.search(text[one[1] : other[0]])) for one, other in pairwise(blocks))]
    for place, number in enumerate(numbers[:-1]):
        beside = (numbers[place - 1] if place else (), numbers[place + 1])
        alone = apart[place] and apart[place + 1] and not any(_are_items(number, other) for other in beside)
        if number and alone and _is_name(lines[place]):
            yield place, number


def _number(line: str) -> Number:
    found = _NUMBERED.match(line)
    return tuple(map(int, (found[1] or found[2]).split("."))) if found else ()


def _are_items(one: Number, other: Number) -> bool:
    return one[:-1] == other[:-1] and abs(one[-1] - other[-1]) == 1 if one and other else False


def _is_name(line: str) -> bool:
    """Whether a line is short and without an end; a stop may end it where its words have capitals."""
    _, *words = line.split()
    if "\n" in line or len(words) > _MOST_WORDS or is_ended(line, _NO_NAME):
        return False
    capitals = [word[0].isupper() for word in words if len(word) >= _LONG or word[0].isupper()]
    return not is_ended(line, ".") or (all(capitals) and len(capitals) >= min(len(words), 2))


def _follows(number: Number, last: Number) -> bool:
    """Whether a number is the next one behind another: 4 and 3.3.1 behind 3.3, 1 or 0 behind none."""
    *above, own = number
    if len(number) > len(last):
        return tuple(above) == last and own in (0, 1)
    return tuple(above) == last[: len(above)] and own == last[len(above)] + 1
