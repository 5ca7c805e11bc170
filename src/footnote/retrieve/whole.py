"""What a sentence is a part of, so that it is cited with it: a quotation, an answer, a rule and its rest."""

import re
from collections.abc import Sequence

from footnote.layout import goes_on, introduces
from footnote.quotations import around
from footnote.retrieve.excepted import is_rest
from footnote.retrieve.features import SentenceSignals
from footnote.retrieve.lists import Lists
from footnote.retrieve.paragraphs import Paragraphs
from footnote.schema import Sentence, Span

_MOST = 4  # sentences; whoever asked wants no more of a speech
_MOST_ANSWERED = 3  # sentences from where an answer in an interview begins
_MOST_ITEMS = 10  # sentences of a list that goes on with a line above it
_MARKS = '"“”„'
_EXPLAINS = re.compile(r"where\b")  # small: what the signs of the formula above it stand for
# Which kind, only the sentence before says; "this kind woman" names none.
_KIND = r"this (?:[\w-]+ )?(?:kind|sort|type)"
_OF_THIS_KIND = re.compile(rf"\b(?:of {_KIND}\b(?!-| of\b)|{_KIND}(?=[.,;:!]|$))", re.IGNORECASE)


def whole(one: SentenceSignals, number: int, lead: Span | None = None) -> Span | None:
    """Return a sentence with those that it is a part of; None where it is by itself.

    They are of its paragraph; but a line that leads to a list (``lead``) goes with the first of its items,
    one that breaks off with all of them, one before a colon with the code or the line below it, and what
    explains a formula with that.
    """
    paragraphs = Paragraphs(one.article.text, one.sentences)
    begin, end = paragraphs.first(number), paragraphs.last(number) + 1
    texts = [one.text(place) for place in range(begin, end)]
    first, last = (begin + n for n in _part(texts, number - begin, answers=one.turns[number].answers))
    first -= lead is not None and first == begin > 0 and _is(one.sentences[first - 1], lead)
    first = _explained(paragraphs, first) if _EXPLAINS.match(texts[0]) and first == begin > 0 else first
    last = max(last, _rest(one, last))
    if first == last or any(one.orders[first : last + 1]):
        return None
    return Span.of(one.article, one.sentences[first].start, one.sentences[last].end)


def _rest(one: SentenceSignals, number: int) -> int:
    """Return the last sentence of what one leads to, itself without any.

    That is the list which is the rest of one that breaks off, or code, a quotation or a line below a colon.
    """
    words = one.text(number)
    if not goes_on(words) and not introduces(words):
        return number
    found = Lists(one.article.text, one.sentences).at(number)
    if found is None or found.lead != number or not (goes_on(words) or found.kind in ("code", "paragraph")):
        return number
    last = found.items[-1][1]
    return last if last - number <= _MOST_ITEMS else number


def _explained(paragraphs: Paragraphs, number: int) -> int:
    """Return where a line above a paragraph begins, with the one that leads to it."""
    above = number - 1
    if paragraphs.first(above) != above or paragraphs.heading(above) != paragraphs.heading(number):
        return number
    return above - paragraphs.introduces(above - 1)


def _is(sentence: Sentence, lead: Span) -> bool:
    return (sentence.start, sentence.end) == (lead.start, lead.end)


def _part(texts: Sequence[str], number: int, *, answers: bool) -> tuple[int, int]:
    if answers and number < _MOST_ANSWERED:
        return 0, number
    if number and (is_rest(texts[number]) or _OF_THIS_KIND.search(texts[number])):
        return number - 1, number
    first, last = around(texts, number)
    # Who speaks stands before what is nothing but a quotation.
    first -= first < last and first > 0 and texts[first][0] in _MARKS and texts[last][-1] in _MARKS
    return (first, last) if last - first < _MOST else (number, number)
