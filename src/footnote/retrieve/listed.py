"""Lists and tables: "What comes in the box?" wants all of a list; a row says little without the first one."""

import re
from itertools import groupby

from footnote.retrieve.features import SentenceSignals
from footnote.retrieve.headed import is_row
from footnote.retrieve.lexical import content_stems, stems
from footnote.schema import Span

_ITEM = re.compile(r"[ \t]*(?:[-*•–·]|\d+[.)])[ \t]")
_MOST = 20


def items(question: str, one: SentenceSignals, number: int) -> tuple[Span, ...]:
    """Return the items of the list in which a sentence stands, in order; none where only some are asked for.

    All are where at least half of what the question names stands in the heading and nothing in the sentence.
    """
    sentence, language = one.sentences[number], one.article.language
    asked = set(content_stems(question, language))
    told = set(stems(one.article.text[sentence.start : sentence.end], language))
    above = set(stems(sentence.heading, language))
    if not asked & above or 2 * len(asked & above) < len(asked) or asked & told:
        return ()
    found = _list(one, number)
    return found if 1 < len(found) <= _MOST else ()


def head(one: SentenceSignals, number: int) -> Span | None:
    """Return the first row of the table of which a sentence is another row; None where it is none."""
    text, own = one.article.text, one.sentences[number]
    first = number
    while first and is_row(text, own) and is_row(text, one.sentences[first - 1]):
        if one.sentences[first - 1].heading != own.heading:
            break
        first -= 1
    if first == number:
        return None
    start, end = one.sentences[first].start, one.sentences[first].end
    return Span(one.article.id, start, end, text[start:end])


def _list(one: SentenceSignals, number: int) -> tuple[Span, ...]:
    """Return the items under the heading of a sentence, none where that is no item itself."""
    own, text = one.sentences[number], one.article.text
    paragraphs = (tuple(group) for _, group in groupby(one.sentences, lambda s: (s.heading, s.paragraph)))
    under = [some for some in paragraphs if some[0].heading == own.heading]
    listed = [some for some in under if _ITEM.match(text, text.rfind("\n", 0, some[0].start) + 1)]
    if not any(own in some for some in listed):
        return ()
    ranges = [(some[0].start, some[-1].end) for some in listed]
    return tuple(Span(one.article.id, start, end, text[start:end]) for start, end in ranges)
