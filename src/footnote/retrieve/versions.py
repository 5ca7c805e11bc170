"""Headings that are versions: "2.32.4 (2025-06-10)" says of what stands below it in which version that is.

A question that names one is answered below it, one that asks for one or its date by the heading itself.
"""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from footnote.numerals import MONTHS
from footnote.retrieve.features import SentenceSignals
from footnote.retrieve.lexical import words
from footnote.retrieve.outline import Above
from footnote.retrieve.siblings import by_way_of
from footnote.schema import Sentence, Span

_NUMBER = r"\d+(?:\.\d+)+"
# "2.5" may be an amount, but neither "version 2.5" nor "2.5.1" is.
_NAMED = re.compile(
    rf"(?:\b(?:versions?|releases?|section|chapter|clause|v) ?|(?<![\w.,])(?=(?:\d+\.){{2}}))"
    rf"(?P<number>{_NUMBER})(?![\w-]|\.\d)",
    re.IGNORECASE,
)
_BEFORE = r"(?:[^\W\d]\w* )?\W?v?"  # a name, a sign, "v2.5"
_BEGINS = re.compile(rf"{_BEFORE}(?P<number>{_NUMBER})(?![\w-]|\.\d)", re.IGNORECASE)
_ALONE = re.compile(  # but for the name before it and the date behind it; "4.1 Powers" is a section
    rf"{_BEFORE}(?P<number>{_NUMBER}(?:[.-]?(?:a|b|rc|beta|alpha|dev|post)[\d.]*)?)"
    rf"\W*(?:(?:un)?released\W*)?(?P<date>(?:\b(?:{MONTHS})\b|[\W\d]){{0,30}}?)\W*",
    re.IGNORECASE,
)
_FEWEST = 3  # headings that are versions, by which a text is a history of them
_VERSION = r"(?:what|which) (?:version|release)(?: number)?\b"
_ASKS = re.compile(
    rf"\W*(?:(?:in|since|from|with|by|as of|until) {_VERSION}(?! of\b)|"
    rf"{_VERSION}(?! (?:of|is|are|do|does|can|may|must|should)\b))",
    re.IGNORECASE,
)
_ASKS_WHEN = re.compile(r"\W*when\b.*\b(?:releas\w+|publish\w+|issued|com(?:e|ing) out)\b", re.IGNORECASE)


def of_other_versions(
    question: str, text: str, sentences: Sequence[Sentence], over: Sequence[Above]
) -> NDArray[np.bool_]:
    """Return which sentences do not stand below the version that a question names: (n,).

    But for those that name it and stand below none. ``over`` are the headings over each.
    """
    named = _named(question)
    others = np.zeros(len(sentences), dtype=bool)
    if not named or by_way_of(question):
        return others
    above = [_begun(headings) for headings in over]
    if all(map(named.isdisjoint, above)):
        return others
    for number, (one, versions) in enumerate(zip(sentences, above, strict=True)):
        others[number] = named.isdisjoint(versions or words(text[one.start : one.end]))
    return others


def version_above(question: str, one: SentenceSignals, number: int) -> tuple[Span, Span] | None:
    """Return the heading above a sentence and what of it answers: the version, or the date of the named one.

    None where a question asks for neither.
    """
    asks, named = _ASKS.match(question), _ASKS_WHEN.match(question) and _named(question)
    if not asks and not named:
        return None
    text, every = one.article.text, {heading for above in one.over for _, heading in above}
    found = next((f for _, heading in reversed(one.over[number]) if (f := _ALONE.fullmatch(heading))), None)
    if found is None or sum(1 for heading in every if _ALONE.fullmatch(heading)) < _FEWEST:
        return None
    if named and not (found["number"] in named and found["date"]):
        return None
    line = re.compile(rf"^[^\w\n]*?(?P<heading>{re.escape(found[0])})", re.MULTILINE)
    places = [place.span("heading") for place in line.finditer(text, 0, one.sentences[number].start)]
    if not places:  # it was written otherwise
        return None
    start, (first, end) = places[-1][0], found.span("date" if named else "number")
    return Span.of(one.article, *places[-1]), Span.of(one.article, start + first, start + end)


def _begun(over: Above) -> set[str]:
    return {found["number"] for _, heading in over if (found := _BEGINS.match(heading))}


def _named(question: str) -> set[str]:
    return {found["number"] for found in _NAMED.finditer(question)}
