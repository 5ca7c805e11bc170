"""The ranker of an answer's sentences: fitted weights, and scores as probabilities."""

from functools import cache

import numpy as np

from footnote.linear import LinearScore, read_fitted
from footnote.retrieve.features import FEATURES, Matrix


def softmax(scores: Matrix) -> Matrix:
    """Return the scores as probabilities that sum to 1."""
    exponents = np.exp(scores - scores.max())
    shares: Matrix = exponents / exponents.sum()
    return shares


@cache
def fitted_ranker() -> LinearScore:
    """Return the fitted score; the softmax over an article's rows is each sentence's probability."""
    return read_fitted("footnote.retrieve", FEATURES, "training/fit_ranker.py")
