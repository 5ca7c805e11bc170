"""What a reader was told before, so that a request for more brings something else."""

import re
from collections.abc import Sequence

from footnote.retrieve.lexical import carries_content, words

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+|\s*\[\d+\]\s*")
_FEWEST = 4  # words with content by which a part of a sentence is known


class Told:
    """The words of what was told, against which sentences are held."""

    def __init__(self, texts: Sequence[str]) -> None:
        parts = [part for text in texts for part in _SENTENCE_END.split(text)]
        self._whole = [" ".join(words(text)) for text in texts]
        self._parts = [part for part in map(_content, parts) if len(part) >= _FEWEST]

    def has(self, sentence: str) -> bool:
        """Say whether a sentence was quoted, or whether all that a told sentence says stands in it."""
        if not self._whole:
            return False
        said = " ".join(words(sentence))
        return any(said in one for one in self._whole) or any(
            part <= _content(sentence) for part in self._parts
        )


def _content(text: str) -> frozenset[str]:
    return frozenset(filter(carries_content, words(text)))
