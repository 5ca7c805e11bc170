"""The one sentence that says most of what an article says, and the one that a summary of it begins with."""

import numpy as np

from footnote.summarise.features import FEATURES, Matrix
from footnote.summarise.pool import Pool
from footnote.summarise.scorer import fitted_scorer

ALONE_WORDS = 45
_NEAR = 10  # sentences that the opening is one of
_LEADS = 1.5  # score that the opening wins as the only sentence


def opening(pool: Pool, scores: Matrix) -> int | None:
    """Return the sentence that a summary begins with: the first that says something of the matter by itself.

    Most often it is the news. Where it only leads up to that, it is the best of those near it.
    """
    told = [n for n in pool.usable if not pool.soft[n] and not pool.standings[n].needs]
    if not told or told[0] >= int(np.argmax(pool.rows[:, FEATURES.index("first")])):
        return told[0] if told else None
    return max(told[:_NEAR], key=lambda number: scores[number])


def alone(pool: Pool) -> int:
    """Return the one sentence that says most of what an article says."""
    scores = fitted_scorer("alone").scores(pool.rows)
    begins = opening(pool, fitted_scorer("anywhere").scores(pool.rows))
    if begins is not None:
        scores[begins] += _LEADS
    usable = [n for n in pool.usable if not pool.standings[n].needs] or pool.usable
    told = [n for n in usable if not pool.soft[n] and pool.words[n] <= ALONE_WORDS]
    return max(told or usable, key=lambda number: scores[number])
