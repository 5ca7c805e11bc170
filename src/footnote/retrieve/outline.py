"""Which headings a sentence stands below: in Markdown those of the parts that its own part is in, too."""

import re
from collections.abc import Sequence

from footnote.schema import Sentence

Above = tuple[tuple[int, str], ...]  # the headings over a sentence with their levels, the outermost first

_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(\S.*)$", re.MULTILINE)


def headings_over(text: str, sentences: Sequence[Sentence]) -> list[Above]:
    """Return the headings over each sentence: its own, and in Markdown those that it is below."""
    found: list[Above] = []
    marked = list(_HEADING.finditer(text)) if "#" in text else []  # fast where there are none
    over: list[tuple[int, str]] = []
    place = 0
    for one in sentences:
        while place < len(marked) and marked[place].start() < one.start:
            level = len(marked[place][1])
            over = [*(outer for outer in over if outer[0] < level), (level, marked[place][2].strip("#*_ \t"))]
            place += 1
        own = over and over[-1][1] == one.heading
        found.append(tuple(over) if own else ((0, one.heading),) if one.heading else ())
    return found
