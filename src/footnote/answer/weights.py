"""The fitted numbers that answers rest on, read from ``weights.json``; training/fit_answer.py makes them."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

RELEVANCE = 4


@dataclass(frozen=True, slots=True)
class Term:
    """One signal of a sum, standardised before it is weighted."""

    mean: float
    scale: float
    weight: float

    def of(self, signals: Mapping[str, float], name: str) -> float:
        """Return what the signal adds; one that is missing counts as its mean."""
        return self.weight * (signals.get(name, self.mean) - self.mean) / self.scale


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic regression from signals to a probability."""

    terms: Mapping[str, Term]
    intercept: float

    def probability(self, signals: Mapping[str, float]) -> float:
        """Return the probability in (0, 1); a signal that is missing counts as its mean."""
        logit = self.intercept
        for name, term in self.terms.items():
            logit += term.of(signals, name)
        return sigmoid(logit)


@dataclass(frozen=True, slots=True)
class Scale:
    """Platt's scaling (1999) of a sum of logarithms, which keeps the order; and where to refuse on it."""

    slope: float
    intercept: float
    refuse_below: float

    def probability(self, joint: float) -> float:
        """Return the calibrated probability in (0, 1)."""
        return sigmoid(self.slope * joint + self.intercept)


@dataclass(frozen=True, slots=True)
class Emphasis:
    """How much the reader's word and all the rest count for a kind of question, and what is added to them.

    ``unread`` is added to the rest where no reader has read.
    """

    rest: float
    answers: float
    added: float
    unread: float

    def joint(self, rest: float, answers: float | None) -> float:
        """Return the sum of logarithms; ``answers`` is the reader's, None where none has read."""
        if answers is None:
            return rest + self.unread
        return self.rest * rest + self.answers * answers + self.added


_USUAL = Emphasis(rest=1.0, answers=1.0, added=0.0, unread=0.0)


def emphasis(signals: Mapping[str, float], kinds: Mapping[str, Emphasis]) -> Emphasis:
    """Return the emphasis of the question's kind, by the name of the signal that is 1 for it."""
    return next((own for name, own in kinds.items() if signals.get(name)), _USUAL)


@dataclass(frozen=True, slots=True)
class Calibration:
    """The probability that the article answers: that it speaks of the matter, and that it then says it.

    Two regressions, since what tells a question about another article from one about this is not what
    tells a question that only seems answerable. Their logarithms are added, the first RELEVANCE times (with
    1, 0.949 of the questions about another article are refused at 6 % of the answerable ones, with 4, 0.970),
    and the sum, less the ``absent`` weights of the signals that are 1 and with the ``support`` of the best
    sentences (see footnote/retrieve/support.py), is calibrated as it is, or with what the default model's
    reader says of whether they answer, where it has read them. Whether a reason is given does not show in how
    well question and sentence match, as one asks why of what the article tells, nor whether something is so,
    and a question that only names a matter has hardly a word to match: there ``kinds`` weigh the two.
    """

    relevant: Logistic
    says: Logistic
    absent: Mapping[str, float]
    support: Term
    answers: Term
    kinds: Mapping[str, Emphasis]
    unread: Scale
    read: Scale

    def scale(self, signals: Mapping[str, float]) -> Scale:
        """Return the scale for these signals: they have "answers" where a reader has read the sentences."""
        return self.read if "answers" in signals else self.unread

    def probability(self, signals: Mapping[str, float]) -> float:
        """Return the calibrated probability in (0, 1)."""
        relevant, says = self.relevant.probability(signals), self.says.probability(signals)
        less = sum(weight * signals.get(name, 0.0) for name, weight in self.absent.items())
        rest = RELEVANCE * math.log(relevant) + math.log(says) - less + self.support.of(signals, "support")
        said = self.answers.of(signals, "answers") if "answers" in signals else None
        return self.scale(signals).probability(emphasis(signals, self.kinds).joint(rest, said))


def sigmoid(logit: float) -> float:
    """Return the probability of a logit, kept off 0 and 1."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


@dataclass(frozen=True, slots=True)
class Fitted:
    """All numbers of ``weights.json``.

    ``reader_weight`` weighs the reader's sentence scores against the ranker's log-probabilities;
    ``second_at`` is the share of the two best sentences at which the second is quoted too.
    """

    confidence: Calibration
    reader_weight: float
    second_at: float


@cache
def fitted() -> Fitted:
    """Return the numbers of the package's ``weights.json``."""
    read = json.loads((files(__package__) / "weights.json").read_text("utf-8"))
    return Fitted(_calibration(read["confidence"]), read["reader_weight"], read["second_at"])


def _calibration(read: Mapping[str, Any]) -> Calibration:
    return Calibration(
        _logistic(read["relevant"]),
        _logistic(read["says"]),
        read["absent"],
        _term(read["support"]),
        _term(read["answers"]),
        {name: Emphasis(**kind) for name, kind in read["kinds"].items()},
        _scale(read["unread"]),
        _scale(read["read"]),
    )


def _logistic(read: Mapping[str, Any]) -> Logistic:
    return Logistic({name: _term(term) for name, term in read["terms"].items()}, read["intercept"])


def _scale(read: Mapping[str, float]) -> Scale:
    return Scale(read["slope"], read["intercept"], read["refuse_below"])


def _term(read: Mapping[str, float]) -> Term:
    return Term(read["mean"], read["scale"], read["weight"])
