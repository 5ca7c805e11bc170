"""The fitted weights of the features, and the scores that they give."""

from functools import cache
from typing import Literal

from footnote.linear import LinearScore, read_fitted
from footnote.summarise.features import FEATURES

Score = Literal["features", "anywhere", "alone"]


@cache
def fitted_scorer(score: Score = "features") -> LinearScore:
    """Return a fitted score.

    ``features`` is that of ``short``: the sum over a summary's sentences is the summary's. ``anywhere`` knows
    no place: ``bullets`` and ``long`` draw on the whole article. ``alone`` is for a summary of one sentence.
    """
    script = "training/fit_summary.py" if score == "features" else "training/fit_sentences.py"
    return read_fitted("footnote.summarise", FEATURES, script, score)
