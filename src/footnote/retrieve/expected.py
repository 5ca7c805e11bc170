"""What kind of thing a question asks for, and which sentences hold one that the question does not name."""

import re
from enum import StrEnum

from footnote.numerals import MONTHS, NUMBER_WORDS
from footnote.retrieve.lexical import FUNCTION_WORDS


class Expected(StrEnum):
    """The kind of an answer."""

    PERSON = "person"
    TIME = "time"
    PLACE = "place"
    NUMBER = "number"
    MONEY = "money"
    REASON = "reason"
    OTHER = "other"


_UNITS = (
    r"many|few|old|long|far|tall|high|deep|wide|large|big|often|fast|heavy|hot|cold|much|"
    r"(?:great|small)(?: a)? (?:share|part|number)"
)
_ASKED = (
    (
        Expected.MONEY,
        r"\bhow (?:expensive|costly)\b|\bhow much\b.*\b(?:costs?|worth|pa(?:y|id)|spen[dt]|price)\b",
    ),
    (
        Expected.NUMBER,
        rf"\bhow (?:{_UNITS})\b|\bwhat (?:number|percent|percentage|proportion|fraction|share|age)\b",
    ),
    (Expected.TIME, r"\bwhen\b|\b(?:what|which) (?:year|date|day|month|century|decade|time|era|period)\b"),
    (
        Expected.PERSON,
        r"\bwho(?:m|se)?\b|\b(?:what|which) (?:person|man|woman|minister|president|king|author)\b",
    ),
    (
        Expected.PLACE,
        r"\bwhere\b|\b(?:what|which) (?:country|city|town|place|state|region|location|continent)\b",
    ),
    (Expected.REASON, r"\bwhy\b|\bwhat (?:caused|causes|was the (?:reason|cause))\b|\bfor what reason\b"),
)
_ASKED_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _ASKED)

_CAPITALISED = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+(?: (?:of|the|de|von|van|[A-ZÀ-Þ][\w.’'-]*))*")
_FORMS = {
    Expected.NUMBER: re.compile(rf"\d+|\b(?:{NUMBER_WORDS})\b", re.I),
    Expected.MONEY: re.compile(
        r"[$€£¥]\s?\d+|\b(?:dollars?|euros?|pounds?|cents?|francs?|marks?|yen)\b", re.I
    ),
    Expected.TIME: re.compile(
        rf"\b(?:1[0-9]|20)\d\d\b|\b(?:{MONTHS})\b|\b\d{{1,2}}(?:st|nd|rd|th) century\b|\b\d\d?s\b|"
        r"\b(?:century|centuries|decade|yesterday|today|week|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
        r"spring|summer|autumn|winter|year|era|B\.?C\.?E?|A\.?D)\b"
    ),
    Expected.PLACE: re.compile(
        r"\b(?:in|at|from|near|to|of|outside|across|around|between|off)\s(?:the\s)?(?:[a-z]+\s)?[A-ZÀ-Þ]\w+"
    ),
    Expected.REASON: re.compile(
        r"\b(?:because|since|due to|owing to|in order to|so that|as a result|therefore|thus|caused?|causing|"
        r"reasons?|led to|leading to|driven by|prompted|thanks to|to [a-z]+)\b",
        re.I,
    ),
}


def expected(question: str) -> Expected:
    """Return the kind of thing that a question asks for."""
    for kind, pattern in _ASKED_PATTERNS:
        if pattern.search(question):
            return kind
    return Expected.OTHER


def holds(kind: Expected, sentence: str, question_words: frozenset[str]) -> bool:
    """Whether a sentence holds something of the kind that the question's own words do not name.

    ``question_words`` are case-folded. OTHER is held by nothing, so it never speaks for a sentence.
    """
    if kind is Expected.OTHER:
        return False
    if kind is Expected.PERSON:
        known = question_words | FUNCTION_WORDS  # the "It" that opens a sentence is no name
        return any(_is_new(match.group(), known) for match in _CAPITALISED.finditer(sentence))
    return any(_is_new(match.group(), question_words) for match in _FORMS[kind].finditer(sentence))


def _is_new(found: str, question_words: frozenset[str]) -> bool:
    return any(word.casefold() not in question_words for word in re.findall(r"[\w$€£]+", found))
