"""A follow-up is answered near what was told last, and seldom by the same sentence once more."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from footnote.retrieve.features import Matrix, SentenceSignals
from footnote.retrieve.lexical import carries_content, content_stems, stems, words
from footnote.schema import Told

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+")
_FEWEST = 4  # words with content by which a sentence, or a part of one, is known in what was told
# Added to a sentence's score, which is a log-probability but for a constant. Chosen of five such sets by what
# is cited for 160 follow-ups of tests/data/follow_ups.jsonl; the 48 of conversations.jsonl gain too (README).
_AGAIN, _NEXT, _NEXT_PARAGRAPH, _NEAR = -3.0, 2.0, 1.0, 1.0


class Said:
    """The words of what was told, against which an article's sentences are held."""

    def __init__(self, texts: Sequence[str], language: str) -> None:
        parts = [part for text in texts for part in _SENTENCE_END.split(text)]
        self._whole = [f" {' '.join(stems(text, language))} " for text in texts]
        self._sentences = {tuple(stems(part, language)) for part in parts}
        self._parts = [set(content_stems(part, language)) for part in parts if _content(part) >= _FEWEST]

    def has(self, sentence: Sequence[str]) -> bool:
        """Say whether a sentence, as stems, was quoted, or has all that a told sentence says."""
        if len(sentence) < _FEWEST:
            return tuple(sentence) in self._sentences
        quoted, own = f" {' '.join(sentence)} ", set(sentence)
        return any(quoted in one for one in self._whole) or any(part <= own for part in self._parts)


def _content(text: str) -> int:
    return sum(map(carries_content, words(text)))


def nearness(told: Told, one: SentenceSignals) -> Matrix:
    """Return what each of an article's sentences gains or loses by what the question leans on: (n,)."""
    gain = np.zeros(len(one.sentences))
    if not told.leaned_on:
        return gain
    said = Said([told.leaned_on], one.index.language)
    places = [number for number, sentence in enumerate(one.index.stems) if said.has(sentence)]
    for place in places:
        for number, amount in ((place - 1, _NEAR), (place + 1, _NEXT), (place + 2, _NEAR)):
            if 0 <= number < len(gain):
                other = one.sentences[number].paragraph != one.sentences[place].paragraph
                gain[number] = max(gain[number], min(amount, _NEXT_PARAGRAPH) if other else amount)
    gain[places] = _AGAIN
    return gain


def wanted(told: Told, one: SentenceSignals) -> NDArray[np.int64]:
    """Return the numbers of an article's sentences without those that the question wants no more of."""
    if not told.passed_over:
        return np.arange(len(one.sentences))
    said = Said(told.passed_over, one.index.language)
    every = enumerate(one.index.stems)
    return np.array([number for number, sentence in every if not said.has(sentence)], dtype=np.int64)
