"""The best few sentences are ranked once more, by the match of each word in its context.

Every word of the question looks for the word of the sentence whose vector is nearest, and the mean of these
best matches speaks for the sentence ("late interaction", Khattab and Zaharia 2020, arXiv 2004.12832). The
vectors come out of the pass over the whole passage, so "it" has learnt what it stands for: the first sentence
held the answer for 0.789 of the development questions so, for 0.741 without this step (cross-validated by
article; the features were chosen on the same folds). With sentences read alone the gain was about half in a
trial, and gradient boosting over these and all other features gained nothing, so the score stayed linear.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from footnote.linear import LinearScore, read_fitted
from footnote.retrieve.features import Matrix
from footnote.retrieve.lexical import SentenceIndex, carries_content, stems
from footnote.schema import WordVectors

# Of the best sentences are matched so. With eight the first five held the answer for 0.941 of the questions,
# with twelve for 0.948, with twenty for no more.
MATCHED = 12
MATCHES = (
    "score",  # of the ranker
    "words",  # mean best match of the question's words, weighted by rarity
    "window",  # ... of its content words, in the sentence or one of the two before it in the passage
    "reversed",  # mean best match of the sentence's words with the question's content words
)


@dataclass(frozen=True, slots=True, eq=False)
class InContext:
    """A sentence's words in its passage, and those of ``window``, which begins up to two sentences before.

    ``alone`` are the sentence's own where those of a heading have been put before the others.
    """

    sentence: WordVectors
    window: WordVectors
    alone: WordVectors


def in_context(passage: WordVectors, starts: Sequence[int], start: int, end: int) -> InContext:
    """Return the sentence ``start:end`` of a passage whose sentences begin at ``starts``, ascending."""
    before = [other for other in starts if other <= start][-3:]
    sentence = _cut(passage, start, end)
    return InContext(sentence, _cut(passage, before[0] if before else start, end), sentence)


def match(question: WordVectors, index: SentenceIndex, score: float, one: InContext) -> tuple[float, ...]:
    """Return the MATCHES of a sentence; ``index`` is its article's, ``score`` the ranker's."""
    rare = np.array([rarity(word, index) for word in question.words])
    content = np.array([carries_content(word) for word in question.words], dtype=bool)
    if not content.any():
        content[:] = True
    return (
        score,
        _mean(_best(question, one.sentence), rare),
        _mean(_best(question, one.window), rare * content),
        _backwards(question.vectors[content], one.alone),
    )


@cache
def fitted_matcher() -> LinearScore:
    """Return the fitted score over MATCHES."""
    return read_fitted("footnote.retrieve", MATCHES, "training/fit_ranker.py", "matches")


def renewed(scores: Matrix, best: NDArray[np.int64], fresh: Matrix) -> Matrix:
    """Return the scores with the ``fresh`` ones of the ``best`` in their place.

    The mean of those stays, so they keep their standing among the others.
    """
    joined = scores.copy()
    joined[best] = fresh + (scores[best].mean() - fresh.mean())
    return joined


def rarity(word: str, index: SentenceIndex) -> float:
    """Return a word's inverse document frequency among an article's sentences."""
    found = stems(word, index.language)
    return index.idf(found[0]) if found else 0.0


def _cut(passage: WordVectors, start: int, end: int) -> WordVectors:
    own = [place for place, at in enumerate(passage.starts) if start <= at < end]
    words = tuple(passage.words[place] for place in own)
    return WordVectors(words, passage.vectors[own], tuple(passage.starts[place] for place in own))


def _best(question: WordVectors, text: WordVectors) -> Matrix:
    """Return each question word's cosine with the word of the text that is nearest, 0 where it has none."""
    if not text.words:
        return np.zeros(len(question.words))
    best: Matrix = (question.vectors @ text.vectors.T).max(axis=1).astype(np.float64)
    return best


def _mean(values: Matrix, weights: Matrix) -> float:
    total = weights.sum()
    return float(values @ weights / total) if total > 0 else 0.0


def _backwards(content: NDArray[np.float32], sentence: WordVectors) -> float:
    if not len(content) or not sentence.words:
        return 0.0
    return float((content @ sentence.vectors.T).max(axis=0).mean())
