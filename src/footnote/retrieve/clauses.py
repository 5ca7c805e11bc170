"""Clauses that except from each other by their numbers: "Clause 7.1 does not apply to fish."."""

import re

from footnote.retrieve.features import SentenceSignals
from footnote.schema import Span

_CLAUSE = r"(?:clause|section|paragraph|article|rule|condition) (?P<number>\d+(?:\.\d+)*)\b"
_LABEL = re.compile(r"(?P<number>\d+(?:\.\d+)+|\d+(?=[.)]))[.)]?\s")
_EXCEPTS = re.compile(
    rf"\b(?:except|unless|subject to|other than|apart from|save)\b(?:[^\W\d]|[ ,]){{0,30}}?\b{_CLAUSE}",
    re.IGNORECASE,
)
_EXCEPTED = re.compile(
    rf"(?:{_LABEL.pattern.replace('number', 'own')})?{_CLAUSE} (?:does|shall|will) not apply\b", re.IGNORECASE
)


def excepting(one: SentenceSignals, number: int) -> Span | None:
    """Return the sentence that tells, by a clause's number, where another does not hold; None without one."""
    text = one.article.text
    texts = [text[sentence.start : sentence.end] for sentence in one.sentences]
    named, label = _EXCEPTS.search(texts[number]), _LABEL.match(texts[number])
    for place, words in enumerate(texts if named or label else ()):
        own, other = _LABEL.match(words), _EXCEPTED.match(words)
        allowed = named and own and own["number"] == named["number"]
        excepted = label and other and other["number"] == label["number"]
        if place != number and (allowed or excepted) and not one.orders[place]:
            sentence = one.sentences[place]
            return Span(one.article.id, sentence.start, sentence.end, words)
    return None
