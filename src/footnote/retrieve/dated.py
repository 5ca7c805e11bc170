"""A year that stands over the whole article: "What was the revenue in 2023?" to the report of that year.

No sentence says it again, so asked with it the question matches none, and asked without it the right one.
"""

import re

from footnote.retrieve.features import SentenceSignals
from footnote.retrieve.lexical import carries_content, words
from footnote.schema import Candidate

_YEAR = re.compile(r"(?<![\d.,–-])(?:1[5-9]|20)\d\d(?![\d–-]|[.,]\d)")
_IN_YEAR = re.compile(
    rf"(?:^\W*|(?<!\s)\s+)(?:in|for|during) (?:(?:the )?year )?(?P<year>{_YEAR.pattern})(?!['’]),?",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\([^()]*\)")  # what it was in another year, as a rule
_OF_NO_MATTER = frozenset("happen happens happened occur occurred change changed".split())


def without_year(question: str, one: SentenceSignals) -> str | None:
    """Return a question without the year that is the article's own, by its title or else by its date.

    None where it names no year, or another, or more than one, or asks for little else.
    """
    found = _IN_YEAR.search(question)
    if found is None or len(_YEAR.findall(question)) > 1 or _own(one) != {found["year"]}:
        return None
    rest = (question[: found.start()] + question[found.end() :]).strip()
    about = [word for word in words(rest) if carries_content(word) and word not in _OF_NO_MATTER]
    return rest if about else None


def is_of_its_year(candidate: Candidate, one: SentenceSignals) -> bool:
    """Say whether neither a sentence nor what its paragraph named last before it is of another year."""
    first = candidate.number
    while first and one.sentences[first - 1].paragraph == candidate.paragraph:
        first -= 1
    before = one.article.text[one.sentences[first].start : candidate.start]
    return {*_named(before)[-1:], *_named(candidate.text)} <= _own(one)


def names_its_year(candidate: Candidate, one: SentenceSignals) -> bool:
    """Say whether a sentence names the article's own year."""
    return bool(_own(one) & {*_named(candidate.text)})


def _own(one: SentenceSignals) -> set[str]:
    return {*_YEAR.findall(one.article.title)} or {*_YEAR.findall(one.article.date[:4])}


def _named(text: str) -> list[str]:
    return _YEAR.findall(_BRACKETS.sub("", text))
