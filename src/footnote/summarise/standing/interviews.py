"""What an interviewer asks, or holds against whom he asks: paragraphs in bold between the answers."""

from collections.abc import Sequence
from itertools import groupby

from footnote.schema import Sentence

_FEWEST = 3  # paragraphs in bold by which an article is an interview


def put(texts: Sequence[str], sentences: Sequence[Sentence]) -> list[bool]:
    """Return which sentences an interviewer puts: those of a paragraph in bold, where most of these ask.

    "**The union says that the alarm was switched off. Was it?**" says nothing that the article says.
    """
    paragraphs = [
        [number for number, _ in some]
        for _, some in groupby(enumerate(sentences), lambda one: one[1].paragraph)
    ]
    bold = [one for one in paragraphs if texts[one[0]].startswith("**") and texts[one[-1]].endswith("**")]
    asking = sum(texts[one[-1]].endswith("?**") for one in bold)
    if len(bold) < _FEWEST or 2 * asking <= len(bold) or len(bold) == len(paragraphs):
        return [False] * len(texts)
    found = {number for one in bold for number in one}
    return [number in found for number in range(len(texts))]
