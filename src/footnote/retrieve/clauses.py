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
    text, sentence = one.article.text, one.sentences[number]
    words = text[sentence.start : sentence.end]
    named, label = _EXCEPTS.search(words), _LABEL.match(words)
    for place, other in enumerate(one.sentences if named or label else ()):
        words = text[other.start : other.end]
        allowed = named and _is_of(named["number"], _LABEL.match(words))
        excepted = label and "apply" in words and _is_of(label["number"], _EXCEPTED.match(words))
        if (allowed or excepted) and place != number and not one.orders[place]:
            return Span.of(one.article, other.start, other.end)
    return None


def _is_of(number: str, found: re.Match[str] | None) -> bool:
    return found is not None and found["number"] == number
