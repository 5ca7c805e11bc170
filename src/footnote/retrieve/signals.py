"""What the whole finding says about whether the article answers at all."""

from collections.abc import Sequence

import numpy as np

from footnote.config import DEFAULT_EMBEDDER
from footnote.retrieve.absent import absent_signals
from footnote.retrieve.alignment import alignment_signals, matched
from footnote.retrieve.choice import Choice, Searched
from footnote.retrieve.contexts import Contexts
from footnote.retrieve.expected import Expected, expected
from footnote.retrieve.features import FEATURES, Matrix
from footnote.retrieve.place import Place
from footnote.retrieve.support import SUPPORTERS, see, support

_COSINE, _EXPECTED = FEATURES.index("cosine"), FEATURES.index("expected")
_ALIGNED = 2  # of the ranker's best tell whether the article answers


def signals(contexts: Contexts, searched: Searched, choice: Choice, ranked: Matrix) -> dict[str, float]:
    """Return numbers about the finding, by name: by the ranker's best, not by those that align best."""
    best = [(choice.places[i], float(ranked[i])) for i in np.argsort(-ranked, kind="stable")[:SUPPORTERS]]
    sentences = [contexts.below_heading(searched.question, place).sentence for place, _ in best[:_ALIGNED]]
    aligned = alignment_signals(searched.words, sentences, best[0][0][0].article.language)
    indexes, words = [one.index for one in searched.found], matched(searched.words, sentences)
    absent = absent_signals(searched.question, indexes, words)
    named = _of_features(searched.question, choice.matrix, ranked)
    return named | _supported(contexts, searched, best) | aligned | absent


def _of_features(question: str, rows: Matrix, scores: Matrix) -> dict[str, float]:
    """Return numbers about a question and a finding, by name.

    ``max_cosine`` is that of the sentence which is nearest to the question; ``top_expected`` says whether the
    best sentence has the kind of thing that is asked for; ``asks_why`` whether that is a reason.
    """
    return {
        "max_cosine": float(rows[:, _COSINE].max()),
        "top_expected": float(rows[scores.argmax(), _EXPECTED]),
        "asks_why": float(expected(question) is Expected.REASON),
    }


def _supported(
    contexts: Contexts, searched: Searched, best: Sequence[tuple[Place, float]]
) -> dict[str, float]:
    if contexts.embedder != DEFAULT_EMBEDDER:
        return {}  # other vectors mean nothing to the network
    told = [(contexts.below_heading(searched.question, place), place[0], score) for place, score in best]
    return support([see(searched.words, words, one.index, score) for words, one, score in told])
