"""From which cosine on two of an article's sentences say alike things."""

import math

import numpy as np

from footnote.schema import Vectors

_LEAST, _MOST = 0.85, 0.95
_FEWEST = 3  # sentences that a mean and a deviation of their pairs are taken of


def alike_from(vectors: Vectors) -> float:
    """Return one standard deviation above the mean cosine of two sentences, from 0.85 to 0.95.

    Sentences that were encoded in one passage are all alike, so what counts is how the article's are. The
    moments over pairs come from the sum of the vectors and of their outer products, in linear time.
    """
    count = len(vectors)
    if count < _FEWEST:
        return _LEAST
    rows, pairs = vectors.astype(np.float64), count * (count - 1)
    mean = (float(np.square(rows.sum(axis=0)).sum()) - count) / pairs
    square = (float(np.square(rows.T @ rows).sum()) - count) / pairs
    return min(max(mean + math.sqrt(max(square - mean**2, 0.0)), _LEAST), _MOST)
