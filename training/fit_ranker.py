"""Fit the weights of the sentence ranker: ``python -m training.fit_ranker FILE`` from the project's root.

Conditional logit (McFadden 1974): the log-likelihood that, of all sentences of the article, one that
holds a gold answer is chosen; then the same over the few best sentences with the match of each word. Prints
recall@1..5 of both, cross-validated by article, then writes src/footnote/retrieve/weights.json, fitted on
all articles.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import logsumexp

from footnote.linear import LinearScore
from footnote.retrieve import Retriever
from footnote.retrieve.features import FEATURES, Matrix, Question, SentenceSignals, features
from footnote.retrieve.matching import MATCHED, MATCHES, match, renewed
from footnote.schema import WordVectors
from training.library import DevelopmentLibrary, open_library

_WEIGHTS = Path(__file__).parents[1] / "src" / "footnote" / "retrieve" / "weights.json"
_PENALTY = 1e-3
_MATCH_PENALTY = 1e-2
_DEPTHS = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Example:
    """Rows that compete for a question (n, features) and which of them hold a gold answer."""

    rows: Matrix
    gold: list[int]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, its article's sentences as the ranker sees them, and the matches computed so far."""

    ranked: Example
    words: WordVectors
    signals: SentenceSignals
    known: dict[int, tuple[float, ...]] = field(default_factory=dict)

    @property
    def article_id(self) -> str:
        """The article that is asked."""
        return self.signals.article.id


def main(path: Path) -> None:
    """Fit, report and write."""
    library = open_library(path)
    retriever = library.retriever
    every = questions(library, retriever)
    print(f"{len(every)} questions, cross-validated by article:")
    hits = np.zeros((2, len(_DEPTHS)))
    for article_id in sorted({one.article_id for one in every}):
        ranker, matcher = fit_both([one for one in every if one.article_id != article_id], retriever)
        for one in every:
            if one.article_id == article_id:
                hits += recall(one, ranker, matcher, retriever)
    shares = (hits / len(every)).round(3).tolist()
    print(f"recall@1..5 by the ranker {shares[0]}, with matches {shares[1]}")
    ranker, matcher = fit_both(every, retriever)
    report = {
        "made_by": "training/fit_ranker.py on the development questions (SQuAD 2.0, CC BY-SA 4.0)",
        "recall_at_1_to_5_cross_validated": {"features": shares[0], "matches": shares[1]},
        "features": spelt(ranker, FEATURES),
        "matches": spelt(matcher, MATCHES),
    }
    _WEIGHTS.write_text(json.dumps(report, indent=1) + "\n", "utf-8")


def questions(library: DevelopmentLibrary, retriever: Retriever) -> list[Asked]:
    """Return the answerable questions, but for those whose answer spans two sentences."""
    found = []
    for one in library.articles:
        asked = [q for q in one.questions if q["answerable"]]
        vectors = library.embedder.embed([q["question"] for q in asked])
        for question, vector in zip(asked, vectors, strict=True):
            signals = retriever.sentence_signals(one.article.id, vector)
            gold = [
                number
                for number, s in enumerate(signals.sentences)
                if any(s.start <= start and end <= s.end for start, end in question["spans"])
            ]
            if gold:
                rows = features(Question.of(question["question"], one.article.language), signals)
                words = library.embedder.embed_words([question["question"]])[0]
                found.append(Asked(Example(rows, gold), words, signals))
    return found


def fit_both(chosen: Sequence[Asked], retriever: Retriever) -> tuple[LinearScore, LinearScore]:
    """Return the ranker and the score of its best sentences' matches."""
    ranker = fit([one.ranked for one in chosen], _PENALTY)
    best = [matched(one, ranker.scores(one.ranked.rows), retriever)[1] for one in chosen]
    return ranker, fit([example for example in best if example.gold], _MATCH_PENALTY)


def matched(one: Asked, scores: Matrix, retriever: Retriever) -> tuple[NDArray[np.int64], Example]:
    """Return the best sentences, and their matches as the example that they are."""
    best = np.argsort(-scores, kind="stable")[:MATCHED]
    for number in map(int, best):
        if number not in one.known:
            context = retriever.contexts.in_context(one.signals, number)
            one.known[number] = match(one.words, one.signals.index, 0.0, context)
    rows = np.array([(scores[number], *one.known[int(number)][1:]) for number in best])
    return best, Example(rows, [place for place, number in enumerate(best) if number in one.ranked.gold])


def fit(chosen: Sequence[Example], penalty: float) -> LinearScore:
    """Return the score whose weights maximise the penalised likelihood."""
    together = np.concatenate([example.rows for example in chosen])
    mean, scale = together.mean(axis=0), together.std(axis=0) + 1e-9
    longest = max(len(example.rows) for example in chosen)
    rows = np.zeros((len(chosen), longest, together.shape[1]))
    there, gold = np.full((2, len(chosen), longest), -np.inf)
    for place, example in enumerate(chosen):
        rows[place, : len(example.rows)] = (example.rows - mean) / scale
        there[place, : len(example.rows)] = 0
        gold[place, example.gold] = 0

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        scores = rows @ weights
        everything, good = logsumexp(scores + there, axis=1), logsumexp(scores + gold, axis=1)
        pull = np.exp(scores + there - everything[:, None]) - np.exp(scores + gold - good[:, None])
        slope = np.einsum("qs,qsf->f", pull, rows) / len(chosen) + 2 * penalty * weights
        return float((everything - good).mean() + penalty * weights @ weights), slope

    weights: Matrix = minimize(loss, np.zeros(rows.shape[2]), jac=True, method="L-BFGS-B").x
    return LinearScore(mean, scale, weights)


def recall(one: Asked, ranker: LinearScore, matcher: LinearScore, retriever: Retriever) -> Matrix:
    """Return whether a gold sentence is among the first 1, 2, ... 5: by the ranker, and with matches."""
    scores = ranker.scores(one.ranked.rows)
    best, example = matched(one, scores, retriever)
    orders = [np.argsort(-row) for row in (scores, renewed(scores, best, matcher.scores(example.rows)))]
    gold = set(one.ranked.gold)
    return np.array([[bool(gold & set(order[:depth].tolist())) for depth in _DEPTHS] for order in orders])


def spelt(score: LinearScore, names: Sequence[str]) -> dict[str, dict[str, float]]:
    """Return a score as weights.json spells it."""
    columns = zip(names, score.mean, score.scale, score.weights, strict=True)
    return {
        name: {"mean": round(float(m), 6), "scale": round(float(s), 6), "weight": round(float(w), 6)}
        for name, m, s, w in columns
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
