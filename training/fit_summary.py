"""Fit the weights of a summary's sentences: ``python -m training.fit_summary FILE`` from the project's root.

FILE is a summary set. Minimum risk training (Och 2003; Smith & Eisner 2006): of the sets of
sentences that ``short`` allows, each is given the probability exp(sum of its sentences' scores); the
weights maximise the expected mean of ROUGE-1, -2 and -L F, held near "the first sentences" by a
penalty. Prints ROUGE cross-validated by article beside Lead-3, raw and cleaned, then writes
src/footnote/summarise/weights.json, fitted on all articles; ``training.fit_sentences`` fits the rest of it.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from footnote.config import Settings
from footnote.embed import load_embedder
from footnote.evaluate.summaries import first_sentences, rouge
from footnote.linear import LinearScore
from footnote.load import load_text
from footnote.schema import IndexedArticle
from footnote.segment import segment
from footnote.summarise.features import FEATURES, Matrix
from footnote.summarise.pool import Pool
from footnote.summarise.select import allowed, candidates, lost, short
from footnote.summarise.sets import Sets
from training.fit_ranker import spelt
from training.library import json_lines

WEIGHTS = Path(__file__).parents[1] / "src" / "footnote" / "summarise" / "weights.json"
_PENALTY = 0.2
_TEMPERATURE = 1.0
_START = {"lead": 1.6}  # every other weight starts from, and is drawn to, 0
_FOLDS, _SEEDS = 10, 8


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """An article's allowed summaries: the sum of their rows (m, features) and their ROUGE (m, 3), percent.

    ``sizes`` and ``losses`` (m,) are how many sentences each has, and what they lose (``select.lost``).
    """

    pool: Pool
    reference: str
    sums: Matrix
    sizes: Matrix
    losses: Matrix
    rouge: Matrix
    lead: str


def examples(path: Path) -> Iterator[Example]:
    """Yield the set's articles with their allowed summaries scored."""
    embedder = load_embedder(Settings())
    for case in json_lines(path):
        article = load_text(case["text"], max_chars=10**7)
        segments = segment(article, embedder.count_tokens, embedder.max_tokens)
        pool = Pool.of(IndexedArticle(article, segments, embedder.embed_article(article, segments)))
        sets = allowed(pool, candidates(pool)) or [(pool.usable[0],)]
        texts = [" ".join(pool.texts[number] for number in one) for one in sets]
        sums = np.array([pool.rows[list(one)].sum(axis=0) for one in sets])
        sizes = np.array([float(len(one)) for one in sets])
        losses = lost(pool, Sets.of(sets))
        scored = _rouge(texts, [case["reference"]] * len(texts))
        yield Example(pool, case["reference"], sums, sizes, losses, scored, first_sentences(case["text"]))


def _rouge(texts: Sequence[str], references: Sequence[str]) -> Matrix:
    """Return ROUGE-1, -2 and -L F in percent: (n, 3)."""
    return 100 * np.array(list(rouge(texts, references).values())).T


def fit(chosen: Sequence[Example], mean: Matrix, scale: Matrix) -> Matrix:
    """Return the weights that maximise the penalised expected ROUGE."""
    rows = [(one.sums - one.sizes[:, None] * mean) / scale / _TEMPERATURE for one in chosen]
    offsets = [one.losses / _TEMPERATURE for one in chosen]
    gains = [one.rouge.mean(axis=1) for one in chosen]
    start = np.array([_START.get(name, 0.0) for name in FEATURES])

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        total, slope = 0.0, np.zeros_like(weights)
        for features, offset, gain in zip(rows, offsets, gains, strict=True):
            logits = features @ weights - offset
            shares = np.exp(logits - logits.max())
            shares /= shares.sum()
            expected = float(shares @ gain)
            total -= expected / len(rows)
            slope -= (shares * (gain - expected)) @ features / len(rows)
        away = weights - start
        return total + _PENALTY * float(away @ away), slope + 2 * _PENALTY * away

    fitted: Matrix = minimize(loss, start, jac=True, method="L-BFGS-B").x
    return fitted


def measure(chosen: Sequence[Example], scorer: LinearScore) -> Matrix:
    """Return ROUGE (n, 3) of what ``short`` makes of each article."""
    picked = [(one.pool, short(one.pool, scorer.scores(one.pool.rows))) for one in chosen]
    texts = [" ".join(pool.texts[number] for number in numbers) for pool, numbers in picked]
    return _rouge(texts, [one.reference for one in chosen])


def cross_validated(found: Sequence[Example], mean: Matrix, scale: Matrix) -> Matrix:
    """Return mean ROUGE of articles that the weights were not fitted on, over several splits."""
    held_out = []
    for seed in range(_SEEDS):
        order = np.random.default_rng(seed).permutation(len(found))
        for fold in range(_FOLDS):
            test = set(order[fold::_FOLDS].tolist())
            weights = fit([one for n, one in enumerate(found) if n not in test], mean, scale)
            held_out.append(measure([found[n] for n in sorted(test)], LinearScore(mean, scale, weights)))
    average: Matrix = np.concatenate(held_out).mean(axis=0)
    return average


def main() -> None:
    """Fit, report and write."""
    found = list(examples(Path(sys.argv[1])))
    usable = np.concatenate([one.pool.rows[one.pool.usable] for one in found])
    mean, scale = usable.mean(axis=0), np.maximum(usable.std(axis=0), 1e-6)
    for name in ("lead", "words"):  # so that a fourth sentence is worth something, and costs its words
        mean[FEATURES.index(name)] = 0.0
    weights = fit(found, mean, scale)
    references = [one.reference for one in found]
    cleaned = [" ".join(one.pool.texts[n] for n in one.pool.usable[:3]) for one in found]
    figures = {
        "lead_3_raw": _rouge([one.lead for one in found], references).mean(axis=0),
        "lead_3_cleaned": _rouge(cleaned, references).mean(axis=0),
        "fitted": measure(found, LinearScore(mean, scale, weights)).mean(axis=0),
        "cross_validated": cross_validated(found, mean, scale),
    }
    for name, row in figures.items():
        print(f"{name:<18} ROUGE-1/2/L {' / '.join(f'{value:.2f}' for value in row)}")
    body = json.loads(WEIGHTS.read_text("utf-8")) | {
        "made_by": f"training/fit_summary.py on {len(found)} news articles with highlights (CNN/DailyMail)",
        "rouge_1_2_l": {name: [round(float(value), 2) for value in row] for name, row in figures.items()},
        "features": spelt(LinearScore(mean, scale, weights), FEATURES),
    }
    WEIGHTS.write_text(json.dumps(body, indent=1) + "\n", "utf-8")
    print(f"written: {WEIGHTS}")


if __name__ == "__main__":
    main()
