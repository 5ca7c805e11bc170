"""A fitted linear score: what ranks sentences, for an answer and for a summary."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class LinearScore:
    """A linear score over standardised features: ((x - mean) / scale) . weights."""

    mean: Matrix
    scale: Matrix
    weights: Matrix

    def scores(self, rows: Matrix) -> Matrix:
        """Return each row's score (n,); greater is better."""
        scores: Matrix = (rows - self.mean) / self.scale @ self.weights
        return scores


def read_fitted(package: str, features: Sequence[str], script: str, score: str = "features") -> LinearScore:
    """Read a score of a package's weights.json, refusing one that was not fitted on just these features.

    Raises:
        ValueError: it was fitted on others, or in another order; the message names the script that fits it.
    """
    fitted = json.loads((files(package) / "weights.json").read_text("utf-8"))[score]
    if tuple(fitted) != tuple(features):
        raise ValueError(f"weights.json was fitted on {list(fitted)}; run {script} again.")
    columns = [np.array([fitted[name][key] for name in features]) for key in ("mean", "scale", "weight")]
    return LinearScore(*columns)
