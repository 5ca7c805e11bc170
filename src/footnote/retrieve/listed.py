"""The list that a question asks for by what stands above it: "What should I bring?" wants all of it."""

import re

from footnote.layout import goes_on
from footnote.retrieve.expected import expected, holds
from footnote.retrieve.features import SentenceSignals
from footnote.retrieve.lexical import stems, telling_stems, words
from footnote.retrieve.lists import Lists
from footnote.retrieve.lists.kinds import Listed
from footnote.retrieve.obliged import obliges
from footnote.schema import Span

_HOW = (
    r"how\s+(?:to|(?:do|does|can|could|should|would|must|shall)\s+(?!(?:he|she|it|they)\b)\w+|"
    r"(?:is|are|can|must|should)\b.*(?:ed|en|made|done|built|kept|set up))\b"
)
# "What", "which", a demand or how something is done; neither how many, nor when, nor who.
_ALL = re.compile(
    r"\W*(?:so |and |please |can you |could you )*"
    r"(?:what(?!\s+(?:time|day|date|year|size|colou?r)\b)|which|list|name|"
    r"(?:show|give|tell)(?!\s+(?:me\s+|us\s+)?(?:who|when|where|why|whether|if|how\s+(?:many|much|long))\b)|"
    rf"who\s+(?:are|were)|{_HOW})\b",
    re.IGNORECASE,
)
# Wants the list where a line breaks off before it: "signed by".
_WHO_DID = re.compile(r"\W*who\s+\w+ed\b", re.IGNORECASE)
_HOW_TO = re.compile(
    rf"\W*(?:\w+\W+){{0,3}}?{_HOW}|.*\bsteps?\b|\W*what (?:should|must|do) (?:i|we|you) (?:\w+ to )?do\b",
    re.IGNORECASE,
)
_CODE = re.compile(
    rf"{_HOW_TO.pattern}|.*\b(?:commands?|code|run|type|syntax|example|look like)\b", re.IGNORECASE
)
_OF_NO_MATTER = frozenset(
    (
        "come includ contain compris consist need list thing item full main tell show step follow order "
        "various differ all two three four five six seven eight nine ten"
    ).split()
)
_MOST = 20
Stems = set[str]


def items(question: str, one: SentenceSignals, number: int) -> tuple[Span, ...]:
    """Return the list that a sentence introduces or stands in, in order; none where only some is asked for.

    The lines that introduce its parts are among its items. A line that one line or quotation follows
    is returned with that.
    """
    lists = Lists(one.article.text, one.sentences)
    led = bool(_WHO_DID.match(question)) and goes_on(one.text(number))
    found = lists.at(number) if led or _ALL.match(question) else None
    if found is None or (found.kind == "code" and not _CODE.match(question)):
        return ()
    asked = _matter(question, one)
    # "For the filling:" is no answer about the pastry, but what stands beside it is.
    part = max([found, *lists.beside(found)], key=lambda part: len(asked & _lead(one, part)))
    if led or obliges(question, one.text(number)):
        wanted = found.lead == number
    elif found.lead == number:
        wanted = _is_led_to(question, asked, one, part)
    else:
        wanted = _is_above(question, asked, one, part, number)
    return _spans(_whole(lists, one, part, asked), one) if wanted else ()


def _matter(question: str, one: SentenceSignals) -> Stems:
    """Return the words for what is asked: without those that only ask for a list, if others are left."""
    every = telling_stems(question, one.article.language)
    return every - _OF_NO_MATTER or every


def _is_led_to(question: str, asked: Stems, one: SentenceSignals, found: Listed) -> bool:
    """Say whether the line that answers best does so by what follows it, as far as that is known.

    It does not where what is asked for stands in the line itself, nor where the article says elsewhere what
    the line lacks of the question; where an item says that, it answers, unless it is a step.
    """
    if found.lead is None or holds(expected(question), one.text(found.lead), frozenset(words(question))):
        return False
    if found.kind == "paragraph":
        return True
    lacking = (asked - _named(one, found) - _title(one)) & one.index.vocabulary
    steps = _are_steps(one, found) and _HOW_TO.match(question)
    return lacking <= _told(one, found) if steps else not lacking


def _is_above(question: str, asked: Stems, one: SentenceSignals, found: Listed, number: int) -> bool:
    """Say whether what stands above a list has all that the question names, and the sentence has not.

    A step may have all of it, or what the line above lacks: the last of an installation says that it is
    complete.
    """
    named, matter = _named(one, found), asked - _title(one) or asked
    steps = (found.kind == "code" or _are_steps(one, found)) and _HOW_TO.match(question)
    if not asked & named or found.kind == "paragraph":
        return False
    if not asked <= named | _title(one) | (_told(one, found) if steps else set()):
        return False
    if steps:
        return True
    told = _stems(one, number) & matter
    return not told or (bool(asked & _lead(one, found)) and not matter <= told)


def _are_steps(one: SentenceSignals, found: Listed) -> bool:
    """Say whether the items of a list are numbered, or called steps."""
    return found.kind == "steps" or "step" in _lead(one, found)


def _whole(lists: Lists, one: SentenceSignals, found: Listed, asked: Stems) -> list[tuple[int, int]]:
    """Return the ranges of sentences of a list: of each part below the heading where only that names them."""
    parts = [found]
    if asked <= _heading(one, found) and not asked & _lead(one, found):
        parts = lists.beside(found)
        parts = [part for part in parts if asked & _lead(one, part)] or parts
    ranges: list[tuple[int, int]] = []
    for part in parts:
        if part.lead is not None and part.kind != "ordinals":  # "First" needs no sentence before it
            ranges.append((part.lead, part.lead))
        ranges += part.items
    return ranges


def _spans(ranges: list[tuple[int, int]], one: SentenceSignals) -> tuple[Span, ...]:
    """Return ranges of sentences as ranges of the text; none where they are too many or make no list."""
    if not 1 < len(ranges) <= _MOST:
        return ()
    spans = []
    for first, last in ranges:
        if any(one.orders[first : last + 1]):
            continue
        spans.append(Span.of(one.article, one.sentences[first].start, one.sentences[last].end))
    return tuple(spans) if len(spans) > 1 else ()


def _named(one: SentenceSignals, found: Listed) -> Stems:
    return _heading(one, found) | _lead(one, found)


def _heading(one: SentenceSignals, found: Listed) -> Stems:
    """Return the stems of the headings that a list stands below."""
    return {
        stem for _, heading in one.over[found.items[0][0]] for stem in stems(heading, one.article.language)
    }


def _lead(one: SentenceSignals, found: Listed) -> Stems:
    return set() if found.lead is None else _stems(one, found.lead)


def _told(one: SentenceSignals, found: Listed) -> Stems:
    """Return the stems of a list's items."""
    return set().union(*(_stems(one, n) for n in range(found.items[0][0], found.items[-1][1] + 1)))


def _title(one: SentenceSignals) -> Stems:
    return set(stems(one.article.title, one.article.language))


def _stems(one: SentenceSignals, number: int) -> Stems:
    return set(one.index.stems[number])
