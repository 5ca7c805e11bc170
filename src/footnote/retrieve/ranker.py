"""The fitted weights of the features, and the scores that they give."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from footnote.retrieve.features import FEATURES, Matrix


@dataclass(frozen=True, slots=True, eq=False)
class Ranker:
    """A linear score over standardised features: ((x - mean) / scale) . weights."""

    mean: Matrix
    scale: Matrix
    weights: Matrix

    def scores(self, rows: Matrix) -> Matrix:
        """Return each row's score (n,); the softmax over an article's rows is each row's probability."""
        scores: Matrix = (rows - self.mean) / self.scale @ self.weights
        return scores


def softmax(scores: Matrix) -> Matrix:
    """Return the scores as probabilities that sum to 1."""
    exponents = np.exp(scores - scores.max())
    shares: Matrix = exponents / exponents.sum()
    return shares


@cache
def fitted_ranker() -> Ranker:
    """Read weights.json, refusing one that was fitted on other features."""
    fitted = json.loads((files(__package__) / "weights.json").read_text("utf-8"))["features"]
    if tuple(fitted) != FEATURES:
        raise ValueError(f"weights.json was fitted on {list(fitted)}; run training/fit_ranker.py again.")
    columns = [np.array([fitted[name][key] for name in FEATURES]) for key in ("mean", "scale", "weight")]
    return Ranker(*columns)
