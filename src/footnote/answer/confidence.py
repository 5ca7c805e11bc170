"""The calibrated probability that the article answers the question."""

import math
from dataclasses import dataclass

from footnote.schema import Retrieval


@dataclass(frozen=True, slots=True)
class Confidence:
    """A probability in [0, 1] and the threshold below which Footnote refuses."""

    probability: float
    threshold: float


def confidence(retrieval: Retrieval) -> Confidence:
    """Return how probable it is that the article answers the question."""
    signals = retrieval.signals
    if not signals:
        return Confidence(0.0, 0.5)
    logit = 8 * (signals["max_cosine"] - 0.35) + 2 * (signals["top_coverage"] - 0.3)
    return Confidence(1 / (1 + math.exp(-logit)), 0.3)
