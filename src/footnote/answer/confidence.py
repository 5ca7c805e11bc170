"""The calibrated probability that the article answers the question, from several signals.

The signals are the retriever's (cosines, contrast with the background, coverage of the question's
words, names and numbers, presence of the kind of thing asked for) and, where the model has one, its
reader's. A logistic regression joins them; ``weights.json`` says how it was fitted and how well it does.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from footnote.answer.weights import fitted
from footnote.schema import Reading, Retrieval


@dataclass(frozen=True, slots=True)
class Confidence:
    """A probability in [0, 1] and the threshold below which Footnote refuses."""

    probability: float
    refuse_below: float


def confidence(retrieval: Retrieval, reading: Reading | None) -> Confidence:
    """Return how probable it is that the article answers the question; nothing found is 0."""
    if not retrieval.candidates:
        return Confidence(0.0, 1.0)
    calibration = fitted().with_reader if reading else fitted().without_reader
    signals = {**retrieval.signals, **reader_signals(reading)}
    return Confidence(calibration.probability(signals), calibration.refuse_below)


def reader_signals(reading: Reading | None) -> Mapping[str, float]:
    """Return what the reader says about answerability, by name; empty where there is no reader."""
    if reading is None:
        return {}
    scores = sorted(reading.sentence_scores, reverse=True)
    return {
        "reader_answerable": reading.answerable,
        "reader_likelihood": reading.likelihood,
        "reader_refusal": reading.refusal,
        "reader_lead": scores[0] - reading.refusal,
        "reader_agrees": float(reading.sentence == 0),
        "reader_margin": scores[0] - scores[1] if len(scores) > 1 else 0.0,
    }
