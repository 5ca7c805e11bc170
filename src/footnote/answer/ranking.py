"""The order of the best sentences once the model has read them together with the question."""

from dataclasses import dataclass, replace

import numpy as np

from footnote.answer.weights import fitted
from footnote.schema import Candidate, Reading, Span

_LEAST = -30.0  # the log-probability of a sentence that has no words to answer with


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate, and the few words of it that answer best where a reader pointed at any."""

    candidate: Candidate
    span: Span | None = None


def rerank(candidates: tuple[Candidate, ...], reading: Reading | None) -> tuple[Ranked, ...]:
    """Order the candidates that were read, the first ones, by ranker and reader together.

    Their log-probabilities are added, the reader's with a fitted weight; those that were read keep
    their summed probability, those that were not stay behind in their order. Ties go to the ranker.
    """
    if reading is None:
        return tuple(Ranked(candidate) for candidate in candidates)
    count = len(reading.sentence_scores)
    read, rest = candidates[:count], candidates[count:]
    scores = np.maximum(np.array(reading.sentence_scores), _LEAST)
    joint = np.log([max(c.probability, 1e-9) for c in read]) + fitted().reader_weight * scores
    shares = np.exp(joint - joint.max())
    shares *= sum(c.probability for c in read) / shares.sum()
    order = np.argsort(-shares, kind="stable")
    ranked = [
        Ranked(replace(read[i], probability=float(shares[i])), span(read[i], *reading.ranges[i]))
        for i in order
    ]
    return (*ranked, *(Ranked(candidate) for candidate in rest))


def span(candidate: Candidate, start: int, end: int) -> Span | None:
    """Return a range of a candidate's text as one of its article's; None where it is empty."""
    if start >= end:
        return None
    words = candidate.text[start:end]
    return Span(candidate.article_id, candidate.start + start, candidate.start + end, words)
