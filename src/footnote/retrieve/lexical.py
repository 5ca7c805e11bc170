"""Words of a text as stems, and BM25 over an article's sentences."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence, Set

import numpy as np
from numpy.typing import NDArray

from footnote.schema.lines import unparted
from footnote.stem import stem_of

Scores = NDArray[np.float64]

# The parameters of Robertson & Zaragoza (2009), "The Probabilistic Relevance Framework", section 3.5.
_K1, _B = 1.2, 0.75
_WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+")

FUNCTION_WORDS = frozenset(
    (
        "a about after all also an and any are as at be because been before being between both but by can "
        "could did do does doing done during each else for from get give given had has have having he her "
        "here him his how i if in into is it its just know let many may me more most much must my no nor "
        "not of off on one or other our out over own s same say said shall she should so some such t tell "
        "than that the their them then there these they this those through to too under until up us very "
        "was we were what when where which while who whom whose why will with would you your exactly "
        "according article text name named called kind type"
    ).split()
)


def stand_in(text: Sequence[str], run: Sequence[str]) -> bool:
    """Say whether words stand in a text in their order and next to each other; none stand nowhere."""
    count = len(run)
    return count > 0 and any(
        tuple(text[at : at + count]) == tuple(run) for at in range(len(text) - count + 1)
    )


def words(text: str) -> list[str]:
    """Return the words as they are compared: case and accents folded, possessives cut, numbers whole.

    Where a word may be hyphenated it is not cut.
    """
    unmarked = unparted(text).replace("’s", "").replace("'s", "").replace("\u00ad", "")
    folded = unicodedata.normalize("NFKD", unmarked).casefold()
    plain = "".join(char for char in folded if not unicodedata.combining(char))
    return _WORD.findall(plain)


def carries_content(word: str) -> bool:
    """Return whether a word is more than grammar or the form of a question, in English."""
    return word.casefold() not in FUNCTION_WORDS


def stems(text: str, language: str = "en") -> list[str]:
    """Return the stem of every word, in order; ``language`` is ISO 639-1, others count as English."""
    return [stem_of(word, language) for word in words(text)]


def content_stems(text: str, language: str = "en") -> list[str]:
    """Return the stems of the words that carry content, all where none does."""
    every = words(text)
    chosen = [word for word in every if word not in FUNCTION_WORDS] or every
    return [stem_of(word, language) for word in chosen]


def telling_stems(text: str, language: str = "en") -> set[str]:
    """Return the stems of the words that carry content, none where none does."""
    return {stem_of(word, language) for word in words(text) if carries_content(word)}


class SentenceIndex:
    """The stems of an article's sentences, ready to be scored against a question."""

    def __init__(self, sentences: Sequence[str], language: str = "en") -> None:
        self.language = language
        self.stems = [stems(sentence, language) for sentence in sentences]
        self._lengths = np.array([len(found) for found in self.stems], dtype=np.float64)
        self._counts: dict[str, Counter[int]] = {}
        for number, found in enumerate(self.stems):
            for stem in found:
                self._counts.setdefault(stem, Counter())[number] += 1

    @property
    def vocabulary(self) -> Set[str]:
        """The stems that stand in some sentence."""
        return self._counts.keys()

    def idf(self, stem: str) -> float:
        """Return how rare a stem is among the sentences: log(1 + (N - n + 0.5) / (n + 0.5)) > 0."""
        frequency = len(self._counts.get(stem, ()))
        return math.log1p((len(self.stems) - frequency + 0.5) / (frequency + 0.5))

    def bm25(self, question: Sequence[str]) -> Scores:
        """Return each sentence's BM25 score (n,) for a question's stems."""
        scores = np.zeros(len(self.stems))
        if not len(scores):
            return scores
        norm = _K1 * (1 - _B + _B * self._lengths / max(self._lengths.mean(), 1.0))
        for stem in dict.fromkeys(question):
            found = self._counts.get(stem)
            if found:
                places = np.fromiter(found.keys(), int)
                counts = np.fromiter(found.values(), float)
                scores[places] += self.idf(stem) * counts * (_K1 + 1) / (counts + norm[places])
        return scores

    def coverage(self, question: Sequence[str]) -> NDArray[np.bool_]:
        """Return which sentence holds which stem of a question: (n, number of stems)."""
        held = np.zeros((len(self.stems), len(question)), dtype=bool)
        for column, stem in enumerate(question):
            held[list(self._counts.get(stem, ())), column] = True
        return held
