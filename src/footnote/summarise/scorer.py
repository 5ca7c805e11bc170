"""The fitted weights of the features, and the scores that they give."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from footnote.summarise.features import FEATURES, Matrix


@dataclass(frozen=True, slots=True, eq=False)
class Scorer:
    """A linear score over standardised features: ((x - mean) / scale) . weights."""

    mean: Matrix
    scale: Matrix
    weights: Matrix

    def scores(self, rows: Matrix) -> Matrix:
        """Return each row's score (n,); greater is better, the sum over a summary is the summary's."""
        scores: Matrix = (rows - self.mean) / self.scale @ self.weights
        return scores


def level(rows: Matrix) -> Matrix:
    """Return feature rows of which only the first sentence's place still counts.

    ``bullets`` and ``long`` draw on the whole article; the weights of place were fitted for ``short``.
    """
    levelled = rows.copy()
    lead, early = FEATURES.index("lead"), FEATURES.index("early")
    levelled[:, lead] = np.where(rows[:, lead] == 1.0, 0.5, 0.1)
    levelled[:, early] = 0.5
    return levelled


@cache
def fitted_scorer() -> Scorer:
    """Read weights.json, refusing one that was fitted on other features."""
    fitted = json.loads((files(__package__) / "weights.json").read_text("utf-8"))["features"]
    if tuple(fitted) != FEATURES:
        raise ValueError(f"weights.json was fitted on {list(fitted)}; run training/fit_summary.py again.")
    columns = [np.array([fitted[name][key] for name in FEATURES]) for key in ("mean", "scale", "weight")]
    return Scorer(*columns)
