"""A sentence as a place in an article, and the candidate that it makes."""

from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np

from footnote.abbreviation import asked_for, long_form
from footnote.retrieve.clauses import excepting
from footnote.retrieve.codewords import code_word_gains, explanation
from footnote.retrieve.denied import denied
from footnote.retrieve.features import Matrix, SentenceSignals
from footnote.retrieve.headed import told_by
from footnote.retrieve.leads import lead_for
from footnote.retrieve.listed import items
from footnote.retrieve.obliged import obliges
from footnote.retrieve.ranker import softmax
from footnote.retrieve.whole import whole
from footnote.schema import Candidate, Span

Place = tuple[SentenceSignals, int]  # an article and the number of its sentence

_CANDIDATES = 20


def text_of(place: Place) -> str:
    """Return the sentence's words as the article has them."""
    one, number = place
    return one.text(number)


def best_candidates(question: str, places: Sequence[Place], scores: Matrix) -> tuple[Candidate, ...]:
    """Return the twenty best sentences, the best first, without those whose words a better one has."""
    probabilities = softmax(scores)
    best = islice(_each_once(places, scores), _CANDIDATES)
    return tuple(_candidate(question, places[i], float(probabilities[i])) for i in best)


def spelt_out(question: str, places: Sequence[Place]) -> Matrix:
    """Return 1 for each sentence that spells out the abbreviation which a question asks for, else 0."""
    short = asked_for(question)
    if not short:
        return np.zeros(len(places))
    return np.array([float(long_form(short, text_of(place)) is not None) for place in places])


def obliging(question: str, places: Sequence[Place]) -> Matrix:
    """Return 1 for each sentence that leads to the duties which a question asks for, else 0."""
    return np.array([float(obliges(question, text_of(place))) for place in places])


def code_words_told(question: str, places: Sequence[Place]) -> Matrix:
    """Return what each sentence gains that tells of a code word which a question has, else 0."""
    articles = {one.article.id: one for one, _ in places}
    gains = {name: code_word_gains(question, one) for name, one in articles.items()}
    return np.array([gains[one.article.id][number] for one, number in places])


def _each_once(places: Sequence[Place], scores: Matrix) -> Iterator[int]:
    said: set[str] = set()
    for place in np.argsort(-scores, kind="stable"):
        text = text_of(places[place])
        if text not in said:
            said.add(text)
            yield int(place)


def told_above(question: str, place: Place) -> str:
    """Return what stands above a sentence where it has words of the question that it lacks, else ""."""
    one, number = place
    return told_by(one.above[number], question, text_of(place), one.article.language)


def _candidate(question: str, place: Place, probability: float) -> Candidate:
    one, number = place
    s = one.sentences[number]
    above = lead_for(question, one, number)
    part = whole(one, number, above.span) or explanation(question, one, number)
    return Candidate(
        *(one.article.id, number, s.start, s.end, text_of(place), probability),
        *(s.paragraph, s.heading, told_above(question, place)),
        *(items(question, one, number), _head(place), denied(one, number)),
        *(part, above.span, excepting(one, number), above.named),
    )


def _head(place: Place) -> Span | None:
    one, number = place
    head = one.heads[number]
    if head is None:
        return None
    return Span.of(one.article, one.sentences[head].start, one.sentences[head].end)
