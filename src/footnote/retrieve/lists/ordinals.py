"""Lists in prose: the sentences of a paragraph that begin with "First", "Second" and so on."""

import re
from itertools import pairwise

from footnote.retrieve.lists.kinds import Listed
from footnote.retrieve.paragraphs import Paragraphs

_ORDINALS = tuple(
    re.compile(rf"(?:{words}),?\s")
    for words in (r"First|Firstly", "Second|Secondly", "Third|Thirdly", "Fourth|Fourthly", "Fifth", "Sixth")
)
_FINALLY = re.compile(r"(?:Finally|Lastly),?\s")
_SEVERAL = re.compile(
    r"\b(?:several|some|many|number of|these|following|two|three|four|five|six)\b", re.IGNORECASE
)


def ordinals(paragraphs: Paragraphs, number: int) -> Listed | None:
    """Return what a paragraph counts up after a sentence that speaks of several."""
    first = paragraphs.first(number)
    starts: list[int] = []
    for n in range(first, paragraphs.last(number) + 1):
        place, words = len(starts), paragraphs.words(n)
        if (place < len(_ORDINALS) and _ORDINALS[place].match(words)) or (
            place > 1 and _FINALLY.match(words)
        ):
            starts.append(n)
    if len(starts) < 2 or starts[0] == first or not starts[0] - 1 <= number <= starts[-1]:
        return None
    if not _SEVERAL.search(paragraphs.words(starts[0] - 1)):
        return None
    items = [(start, following - 1) for start, following in pairwise(starts)]
    return Listed("ordinals", (*items, (starts[-1], starts[-1])), starts[0] - 1)
