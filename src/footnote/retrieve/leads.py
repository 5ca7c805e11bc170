"""What a sentence is no statement without: the line that introduces its list, who says it, what was asked.

"Batteries that no longer hold their charge" says nothing; below "What is not covered?" it does.
"""

import re
from dataclasses import dataclass

from footnote.retrieve.features import SentenceSignals
from footnote.retrieve.lists import Lists
from footnote.retrieve.obliged import who_is_to
from footnote.retrieve.versions import version_above
from footnote.schema import Span

_DENIES = r"(?i:\b(?:not|no(?!\.)|never|nobody|nothing|none|cannot|(?:except|exclu)\w*)\b|n[’']t\b)"
_DENYING = re.compile(_DENIES)
_RULING = re.compile(rf"{_DENIES}|\b(?:shall|must|may|can|should|unless|without|prohibited|forbidden)\b")
_MOST_WORDS = 40


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands above a sentence, and the words of it that answer a question, if any do."""

    span: Span | None
    named: Span | None = None


def lead_for(question: str, one: SentenceSignals, number: int) -> Lead:
    """Return what is to be cited before a sentence that answers a question, and what of it answers."""
    if version := version_above(question, one, number):
        return Lead(*version)
    above, sentence = lead(one, number), one.sentences[number]
    if above is None:
        return Lead(None)
    who = who_is_to(question, above.text, one.article.text[sentence.start : sentence.end])
    return Lead(above, who and Span.of(one.article, *(above.start + place for place in who)))


def lead(one: SentenceSignals, number: int) -> Span | None:
    """Return what is to be cited before a sentence; None where it says by itself what it says.

    Before a list's item that is the line that introduces it, where that lays down what must or must not be,
    else the heading where that denies.
    """
    turn = one.turns[number]
    if turn.leans and turn.above:
        return Span.of(one.article, *turn.above)
    found = Lists(one.article.text, one.sentences).at(number)
    if found is None or found.kind not in ("items", "steps") or number == found.lead:
        return None
    if found.lead is not None:
        above = one.sentences[found.lead]
        words = one.article.text[above.start : above.end]
        ruling = _RULING.search(words) and not one.orders[found.lead] and len(words.split()) <= _MOST_WORDS
        return Span.of(one.article, above.start, above.end) if ruling else None
    return _heading(one, number) if _DENYING.search(one.sentences[number].heading) else None


def _heading(one: SentenceSignals, number: int) -> Span | None:
    """Return the heading that a sentence stands below, as it stands before the first below it."""
    heading, first = one.sentences[number].heading, number
    while first and one.sentences[first - 1].heading == heading:
        first -= 1
    between = one.sentences[first - 1].end if first else 0
    start = one.article.text.rfind(heading, between, one.sentences[first].start)
    return Span.of(one.article, start, start + len(heading)) if start >= 0 else None
