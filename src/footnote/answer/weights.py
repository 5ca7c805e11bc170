"""The fitted numbers that answers rest on, read from ``weights.json``; training/fit_answer.py makes them."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Term:
    """One signal of a logistic regression, standardised before it is weighted."""

    mean: float
    scale: float
    weight: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic regression from signals to the probability that the article answers."""

    terms: Mapping[str, Term]
    intercept: float
    refuse_below: float

    def probability(self, signals: Mapping[str, float]) -> float:
        """Return the probability in [0, 1]; a signal that is missing counts as its mean."""
        logit = self.intercept
        for name, term in self.terms.items():
            logit += term.weight * (signals.get(name, term.mean) - term.mean) / term.scale
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


@dataclass(frozen=True, slots=True)
class Fitted:
    """All numbers of ``weights.json``.

    ``reader_weight`` weighs the reader's sentence scores against the ranker's log-probabilities;
    ``second_at`` is the share of the two best sentences at which the second is quoted too.
    """

    with_reader: Calibration
    without_reader: Calibration
    reader_weight: float
    second_at: float


@cache
def fitted() -> Fitted:
    """Return the numbers of the package's ``weights.json``."""
    read = json.loads((files(__package__) / "weights.json").read_text("utf-8"))
    return Fitted(
        _calibration(read["with_reader"]),
        _calibration(read["without_reader"]),
        read["reader_weight"],
        read["second_at"],
    )


def _calibration(read: Mapping[str, object]) -> Calibration:
    terms = read["terms"]
    assert isinstance(terms, dict)
    named = {name: Term(term["mean"], term["scale"], term["weight"]) for name, term in terms.items()}
    return Calibration(named, float(str(read["intercept"])), float(str(read["refuse_below"])))
