"""The list that a question asks for by its heading alone: "What should I bring?" wants all of it."""

import re

from footnote.layout import begins_item
from footnote.retrieve.features import SentenceSignals
from footnote.retrieve.lexical import carries_content, stems, words
from footnote.schema import Sentence, Span

_BETWEEN = re.compile(r"[\s*•–·\d.)-]*")
# "What", "which" or a demand; neither how many, nor when, nor who.
_ALL = re.compile(
    r"\W*(?:so |and |please |can you |could you )*"
    r"(?:what(?!\s+(?:time|day|date|year|size|colou?r)\b)|which|list|name|show|give|tell)\b",
    re.IGNORECASE,
)
_OF_NO_MATTER = frozenset(
    "come includ contain compris consist need list thing item full main tell show".split()
)
_MOST = 20


def items(question: str, one: SentenceSignals, number: int) -> tuple[Span, ...]:
    """Return the items of the list in which a sentence stands, in order; none where only some are asked for.

    All are where the heading has all that the question names and the sentence has nothing of it.
    """
    sentence, language = one.sentences[number], one.article.language
    if not sentence.heading or not _ALL.match(question):
        return ()
    named = [word for word in words(question) if carries_content(word)]
    asked = set(stems(" ".join(named), language)) - _OF_NO_MATTER
    told = set(stems(one.article.text[sentence.start : sentence.end], language))
    above = set(stems(sentence.heading, language))
    if not asked or not asked <= above or asked & told:
        return ()
    found = _list(one, number)
    return found if 1 < len(found) <= _MOST else ()


def _list(one: SentenceSignals, number: int) -> tuple[Span, ...]:
    """Return the neighbouring paragraphs that are items, from one to the other end of their run."""
    first = last = number
    if not _is_item(one, number):
        return ()
    while first and _is_item(one, first - 1) and _go_together(one, first - 1):
        first -= 1
    while last + 1 < len(one.sentences) and _is_item(one, last + 1) and _go_together(one, last):
        last += 1
    paragraphs: dict[int, list[Sentence]] = {}
    for place, sentence in enumerate(one.sentences[first : last + 1], first):
        if not one.orders[place]:
            paragraphs.setdefault(sentence.paragraph, []).append(sentence)
    ranges = [(some[0].start, some[-1].end) for some in paragraphs.values()]
    return tuple(Span(one.article.id, start, end, one.article.text[start:end]) for start, end in ranges)


def _go_together(one: SentenceSignals, number: int) -> bool:
    """Say whether a sentence and the next have one heading, and nothing but a line's end between them."""
    before, after = one.sentences[number], one.sentences[number + 1]
    between = one.article.text[before.end : after.start]
    return before.heading == after.heading and _BETWEEN.fullmatch(between) is not None


def _is_item(one: SentenceSignals, number: int) -> bool:
    """Say whether the paragraph of a sentence begins with a list's marker."""
    paragraph = one.sentences[number].paragraph
    while number and one.sentences[number - 1].paragraph == paragraph:
        number -= 1
    text = one.article.text
    return begins_item(text, text.rfind("\n", 0, one.sentences[number].start) + 1)
