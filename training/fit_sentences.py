"""Fit what a sentence of a summary is worth by itself: ``python -m training.fit_sentences FILE``.

FILE is a summary set; run from the project's root, after ``training.fit_summary``, whose weights stay.
Fitted by minimum risk, as there: ``anywhere``, for ``bullets``, ``long`` and an article of long
paragraphs, on sets of five sentences from the whole of an article, whatever their place; ``alone``, for
a summary of one sentence, on single ones. The gain is the mean of ROUGE-1 and -2, for ``alone`` F, for
``anywhere`` of F and recall: what such a summary leaves out counts more than its length.

The articles of such sets have no title, so each is read three times: as it is, and twice with its first
highlight for a title, against the other highlights (which are chosen not to repeat it) and against all
(which hold it); what a title is worth lies between. Prints the gains cross-validated by article.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from rouge_score.tokenizers import DefaultTokenizer
from scipy.optimize import minimize

from footnote.config import Settings
from footnote.embed import load_embedder
from footnote.linear import LinearScore
from footnote.load import load_text
from footnote.schema import IndexedArticle
from footnote.segment import segment
from footnote.summarise.across import BULLET_WORDS, BULLETS
from footnote.summarise.features import FEATURES, Matrix
from footnote.summarise.pool import Pool
from footnote.summarise.select import lost
from footnote.summarise.sets import Sets
from footnote.summarise.single import ALONE_WORDS
from training.fit_ranker import spelt
from training.fit_summary import WEIGHTS
from training.library import json_lines

_PENALTY, _FOLDS, _SETS = 0.2, 10, 1200
_PLACE = frozenset(("lead", "first", "leans"))
_FREE = {
    "anywhere": frozenset(FEATURES) - _PLACE - {"early", "lead_cosine", "long"},
    "alone": frozenset(FEATURES) - _PLACE - {"long"},  # ROUGE likes one that is too long to be read
}
_TOKENS = DefaultTokenizer(use_stemmer=True)


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """An article's summaries: the sums of their rows (m, features), their losses and gains (m,)."""

    article: int
    sums: Matrix
    losses: Matrix
    gains: Matrix


def pools(path: Path) -> Iterator[tuple[int, Pool, str]]:
    """Yield each article three times, by its number, with what it is measured against."""
    embedder = load_embedder(Settings())
    for number, case in enumerate(json_lines(path)):
        article = load_text(case["text"], max_chars=10**7)
        segments = segment(article, embedder.count_tokens, embedder.max_tokens)
        indexed = IndexedArticle(article, segments, embedder.embed_article(article, segments))
        yield number, Pool.of(indexed), case["reference"]
        title, *others = [line.strip(" .") for line in case["reference"].split("\n") if line.strip(" .")]
        if others:
            titled = Pool.of(replace(indexed, article=replace(article, title=title)))
            yield number, titled, "\n".join(others)
            yield number, titled, case["reference"]


def example(name: str, number: int, pool: Pool, reference: str) -> Example | None:
    """Return an article's summaries of a kind, measured; None where there are too few."""
    alone = [n for n in pool.usable if not pool.standings[n].needs]
    single = [(n,) for n in alone if pool.words[n] <= ALONE_WORDS]
    sets = single if name == "alone" else _sampled(pool, alone)
    if len(sets) < 2:
        return None
    recall, both = _overlap(pool.texts, sets, reference)
    gains = both if name == "alone" else (both + recall) / 2
    sums = np.array([pool.rows[list(one)].sum(axis=0) for one in sets])
    return Example(number, sums, lost(pool, Sets.of(sets)), gains)


def _sampled(pool: Pool, alone: Sequence[int]) -> list[tuple[int, ...]]:
    count = BULLETS[0]
    if len(alone) < count + 3:
        return []
    random = np.random.default_rng(0)
    drawn = {tuple(sorted(random.choice(alone, count, replace=False).tolist())) for _ in range(_SETS)}
    return sorted(one for one in drawn if pool.words[list(one)].sum() <= count * BULLET_WORDS)


def _overlap(texts: Sequence[str], sets: Sequence[Sequence[int]], reference: str) -> tuple[Matrix, Matrix]:
    """Return the mean of ROUGE-1 and -2 of sets of sentences, in percent: recall and F."""
    recall, both = np.zeros(len(sets)), np.zeros(len(sets))
    for grams in (_words, _pairs):
        wanted = grams(reference)
        counted = [grams(text) for text in texts]
        held = np.array([[count[gram] for gram in wanted] for count in counted])
        most, total = np.array(list(wanted.values())), np.array([count.total() for count in counted])
        hits = np.array([np.minimum(held[list(one)].sum(axis=0), most).sum() for one in sets])
        lengths = np.array([total[list(one)].sum() for one in sets])
        recall += 50 * hits / max(most.sum(), 1)
        both += 100 * hits / np.maximum(lengths + most.sum(), 1)
    return recall, both


def _words(text: str) -> Counter[object]:
    return Counter(_TOKENS.tokenize(text))


def _pairs(text: str) -> Counter[object]:
    return Counter(pairwise(_TOKENS.tokenize(text)))


def fit(chosen: Sequence[Example], free: Matrix, scale: Matrix) -> Matrix:
    """Return the weights of the features in ``free`` that maximise the penalised expected gain."""
    rows = [one.sums / scale * free for one in chosen]

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        total, slope = 0.0, np.zeros_like(weights)
        for features, one in zip(rows, chosen, strict=True):
            logits = features @ weights - one.losses
            shares = np.exp(logits - logits.max())
            shares /= shares.sum()
            expected = float(shares @ one.gains)
            total -= expected / len(rows)
            slope -= (shares * (one.gains - expected)) @ features / len(rows)
        return total + _PENALTY * float(weights @ weights), slope + 2 * _PENALTY * weights

    fitted: Matrix = minimize(loss, np.zeros(len(FEATURES)), jac=True, method="L-BFGS-B").x
    return fitted


def cross_validated(found: Sequence[Example], free: Matrix, scale: Matrix) -> float:
    """Return the mean gain of the best summaries of articles that the weights were not fitted on."""
    order = np.random.default_rng(0).permutation(sorted({one.article for one in found}))
    gains = []
    for fold in range(_FOLDS):
        test = set(order[fold::_FOLDS].tolist())
        weights = fit([one for one in found if one.article not in test], free, scale)
        for one in (one for one in found if one.article in test):
            gains.append(one.gains[int(np.argmax(one.sums / scale @ weights - one.losses))])
    return float(np.mean(gains))


def main() -> None:
    """Fit, report and write both scores beside that of ``short``."""
    read = list(pools(Path(sys.argv[1])))
    usable = np.concatenate([pool.rows[pool.usable] for _, pool, _ in read])
    mean, scale = usable.mean(axis=0), np.maximum(usable.std(axis=0), 1e-6)
    body = json.loads(WEIGHTS.read_text("utf-8"))
    for name, features in _FREE.items():
        found = [one for row in read if (one := example(name, *row))]
        free = np.array([float(feature in features) for feature in FEATURES])
        score = LinearScore(mean, scale, fit(found, free, scale))
        drawn = np.mean([one.gains.mean() for one in found])
        print(f"{name:<10} at random {drawn:.2f}, cross-validated {cross_validated(found, free, scale):.2f}")
        body[name] = spelt(score, FEATURES)
    WEIGHTS.write_text(json.dumps(body, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
