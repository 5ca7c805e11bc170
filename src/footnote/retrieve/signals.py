"""What the whole finding says about whether the article answers at all."""

import numpy as np

from footnote.retrieve.features import FEATURES, Matrix
from footnote.retrieve.ranker import softmax


def signals(rows: Matrix, scores: Matrix) -> dict[str, float]:
    """Return numbers about a finding, by name.

    ``top_<feature>`` is the best sentence's, ``max_<feature>`` the largest in the articles;
    ``contrast`` is the best cosine against the background, the mean of the sixth and below:
    (best - background) / (1 - background). ``probability`` and ``margin`` are the best
    sentence's share and its score's lead over the second.
    """
    order = np.argsort(-scores, kind="stable")
    best = rows[order[0]]
    named = {f"top_{name}": float(value) for name, value in zip(FEATURES, best, strict=True)}
    named |= {f"max_{name}": float(value) for name, value in zip(FEATURES, rows.max(axis=0), strict=True)}
    cosines = np.sort(rows[:, FEATURES.index("cosine")])[::-1]
    background = float(cosines[5:].mean()) if len(cosines) > 5 else 0.0
    named["contrast"] = (float(cosines[0]) - background) / max(1.0 - background, 1e-6)
    named["probability"] = float(softmax(scores).max())
    named["score"] = float(scores[order[0]])
    named["margin"] = float(scores[order[0]] - scores[order[1]]) if len(order) > 1 else 0.0
    return named
