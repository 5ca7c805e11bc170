"""The fitted weights of the features, and the scores that they give."""

from functools import cache

import numpy as np

from footnote.linear import LinearScore, read_fitted
from footnote.summarise.features import FEATURES, Matrix


def level(rows: Matrix) -> Matrix:
    """Return feature rows of which only the first sentence's place still counts.

    ``bullets`` and ``long`` draw on the whole article; the weights of place were fitted for ``short``.
    """
    levelled = rows.copy()
    lead, early, first = (FEATURES.index(name) for name in ("lead", "early", "first"))
    levelled[:, lead] = np.where(rows[:, lead] == 1.0, 0.5, 0.1)
    levelled[:, early] = 0.5
    levelled[:, first] = 0.0
    return levelled


@cache
def fitted_scorer() -> LinearScore:
    """Return the fitted score; the sum over a summary's sentences is the summary's."""
    return read_fitted("footnote.summarise", FEATURES, "training/fit_summary.py")
