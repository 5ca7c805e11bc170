"""The calibrated probability that the article answers the question, from several signals.

The signals are the retriever's (the best cosine, whether the kind of thing asked for is there, the match of
each word, what a small network makes of these matches), negations and opposites between question and
evidence, and what the default model's reader says of whether the best sentences answer. ``weights.json`` says
how they were joined and how well that does. A few certainties, set by rule, stand above them.
"""

from dataclasses import dataclass

from footnote.abbreviation import asked_for, long_form, may_tell
from footnote.answer.counted import counts_another
from footnote.answer.fewwords import answered_by_yes_or_no, names_a_matter
from footnote.answer.mismatched import tells_another
from footnote.answer.opposition import opposition_signals
from footnote.answer.phrasing import Similar
from footnote.answer.priced import names_the_price
from footnote.answer.ranking import rerank
from footnote.answer.weights import fitted
from footnote.schema import Reading, Retrieval

# Set, not fitted: a sentence that spells out the abbreviation which is asked for answers; where none does so
# and none may, nothing answers.
_SPELT_OUT, _NOT_SPELT_OUT = 0.9, 0.1
# Set likewise, where the sum that is asked for stands right before what it is the price of: see priced.py.
_PRICED = 0.6
# Set likewise, where an amount is asked for and the sentences that were read have none. Of 58 such questions
# about unseen articles that are answerable it is said of none.
_NO_AMOUNT = 0.1
# Set likewise, where the number that answers counts another thing than is asked for. On articles that the
# reader had not seen that is said of 3 of 178 numbers read for answerable questions (and all three were
# wrong), of 40 of 241 for unanswerable ones and of 45 of 122 for those about another article.
_COUNTS_ANOTHER = 0.1
# Set likewise, where the sentence shows that it answers another question: see mismatched.py.
_TELLS_ANOTHER = 0.1


@dataclass(frozen=True, slots=True)
class Confidence:
    """A probability in [0, 1] and the threshold below which Footnote refuses."""

    probability: float
    refuse_below: float


def confidence(retrieval: Retrieval, reading: Reading | None, similar: Similar) -> Confidence:
    """Return how probable it is that the article answers the question; nothing found or no word asked is 0.

    ``reading`` is what the default model made of the best candidates; without it the rest decides.
    ``similar`` gives the cosine of two texts.
    """
    # A lone sign is like nothing that the reader was trained on, which says anything of it.
    if not retrieval.candidates or not any(map(str.isalnum, retrieval.question)):
        return Confidence(0.0, 1.0)
    calibration = fitted().confidence
    known = signals(retrieval) | ({"answers": reading.answers} if reading else {})
    probability = _with_abbreviation(calibration.probability(known), retrieval)
    if reading and reading.start == reading.end:
        probability = min(probability, _NO_AMOUNT)
    ranked = rerank(retrieval.candidates, reading)
    if names_the_price(retrieval.question, ranked[0].candidate.text):
        probability = max(probability, _PRICED)
    if counts_another(retrieval.question, ranked[0], similar):
        probability = min(probability, _COUNTS_ANOTHER)
    if tells_another(retrieval.question, ranked):
        probability = min(probability, _TELLS_ANOTHER)
    return Confidence(probability, calibration.scale(known).refuse_below)


def signals(retrieval: Retrieval) -> dict[str, float]:
    """Return all signals but the reader's, by name, of a retrieval that found something.

    ``names_matter`` says whether the question does no more than that, ``asks_whether`` whether it asks if
    something is so; the others are the retriever's and those of negations and opposites.
    """
    opposition = opposition_signals(retrieval.question, retrieval.candidates[0].text)
    kind = {
        "names_matter": float(names_a_matter(retrieval.question)),
        "asks_whether": float(answered_by_yes_or_no(retrieval.question)),
    }
    return {**retrieval.signals, **opposition, **kind}


def _with_abbreviation(probability: float, retrieval: Retrieval) -> float:
    """Return the probability, in the light of who spells out the abbreviation that the question asks for."""
    short = asked_for(retrieval.question)
    if not short:
        return probability
    if long_form(short, retrieval.candidates[0].text):
        return max(probability, _SPELT_OUT)
    told = any(may_tell(short, candidate.text) for candidate in retrieval.candidates)
    return probability if told else min(probability, _NOT_SPELT_OUT)
