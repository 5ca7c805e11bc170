"""Fit the weights of the sentence ranker: ``python -m training.fit_ranker FILE`` from the project's root.

Conditional logit (McFadden 1974): the log-likelihood that, of all sentences of the article, one that
holds a gold answer is chosen. Prints recall@1..5 cross-validated by article, then writes
src/footnote/retrieve/weights.json, fitted on all articles.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.special import logsumexp

from footnote.retrieve import Retriever
from footnote.retrieve.features import FEATURES, Matrix, Question, features
from training.library import DevelopmentLibrary, open_library

_WEIGHTS = Path(__file__).parents[1] / "src" / "footnote" / "retrieve" / "weights.json"
_PENALTY = 1e-3
_DEPTHS = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Example:
    """A question's feature rows (n, features) and which rows hold a gold answer."""

    article_id: str
    rows: Matrix
    gold: list[int]


def examples(library: DevelopmentLibrary) -> list[Example]:
    """Return the answerable questions as examples, but for those whose answer spans two sentences."""
    retriever, found = Retriever(library.store, library.embedder), []
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
                found.append(Example(one.article.id, rows, gold))
    return found


def fit(chosen: list[Example], mean: Matrix, scale: Matrix) -> Matrix:
    """Return the weights that maximise the penalised likelihood."""
    longest = max(len(example.rows) for example in chosen)
    rows = np.zeros((len(chosen), longest, len(FEATURES)))
    there, gold = np.full((2, len(chosen), longest), -np.inf)
    for place, example in enumerate(chosen):
        rows[place, : len(example.rows)] = (example.rows - mean) / scale
        there[place, : len(example.rows)] = 0
        gold[place, example.gold] = 0

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        scores = rows @ weights
        everything, good = logsumexp(scores + there, axis=1), logsumexp(scores + gold, axis=1)
        pull = np.exp(scores + there - everything[:, None]) - np.exp(scores + gold - good[:, None])
        slope = np.einsum("qs,qsf->f", pull, rows) / len(chosen) + 2 * _PENALTY * weights
        return float((everything - good).mean() + _PENALTY * weights @ weights), slope

    weights: Matrix = minimize(loss, np.zeros(len(FEATURES)), jac=True, method="L-BFGS-B").x
    return weights


def recall(tested: list[Example], mean: Matrix, scale: Matrix, weights: Matrix) -> Matrix:
    """Return how many examples have a gold sentence among the first 1, 2, ... 5."""
    hits = np.zeros(len(_DEPTHS))
    for example in tested:
        order = np.argsort(-((example.rows - mean) / scale @ weights), kind="stable")
        hits += [bool(set(example.gold) & set(order[:depth].tolist())) for depth in _DEPTHS]
    return hits


def main(path: Path) -> None:
    """Fit, report and write."""
    every = examples(open_library(path))
    rows = np.concatenate([example.rows for example in every])
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    hits = np.zeros(len(_DEPTHS))
    for article_id in sorted({example.article_id for example in every}):
        rest = [example for example in every if example.article_id != article_id]
        own = [example for example in every if example.article_id == article_id]
        hits += recall(own, mean, scale, fit(rest, mean, scale))
    shares = (hits / len(every)).round(3).tolist()
    print(f"{len(every)} questions, cross-validated by article: recall@1..5 {shares}")
    weights = fit(every, mean, scale)
    columns = zip(FEATURES, mean, scale, weights, strict=True)
    fitted = {
        name: {"mean": round(float(m), 6), "scale": round(float(s), 6), "weight": round(float(w), 6)}
        for name, m, s, w in columns
    }
    made_by = "training/fit_ranker.py on the development questions (SQuAD 2.0, CC BY-SA 4.0)"
    report = {"made_by": made_by, "recall_at_1_to_5_cross_validated": shares, "features": fitted}
    _WEIGHTS.write_text(json.dumps(report, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
