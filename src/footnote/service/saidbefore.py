"""What is wanted of the answer just given: its place in the article, its words again, a shorter one.

The quotations stand in the conversation as they were shown, so they are looked up in the article word for
word. What was not quoted has no place, and is left to be asked as any question.
"""

import re
from collections.abc import Iterator, Sequence

from footnote.answer.talk import doubts
from footnote.answer.talk.kind import pattern
from footnote.layout import without_marker
from footnote.marks import quoted
from footnote.schema import Answer, ArticleEntry, Message, Span
from footnote.schema.lines import unwrapped
from footnote.service.about.lookedup import Line, Opened, Reads, looked_up
from footnote.utterance import plain

_PLEASE = r"(?:(?:and|but|so|ok|okay|please|can you|could you|would you|now|just) )*"
_END = r"(?: (?:please|exactly|again|then|now|for me|in article))*"
_THAT = r"(?:that|this|it|so)"
_WHERE = pattern(
    rf"{_PLEASE}where (?:exactly )?(?:does|did) (?:it|article) (?:say|state|mention) "
    rf"{_THAT}{_END}",
    rf"{_PLEASE}where (?:exactly )?(?:is|was) {_THAT} (?:said|written|stated){_END}",
    rf"{_PLEASE}(?:show|tell) me (?:where|(?:where|in which paragraph) (?:it|article) says "
    rf"{_THAT}|where {_THAT} (?:is|stands|comes from)){_END}",
    rf"{_PLEASE}(?:in )?(?:which|what) paragraph(?: (?:is|was|says) {_THAT}(?: in| from)?)?{_END}",
    rf"{_PLEASE}(?:are )?(?:you|u) (?:really |quite )?(?:sure|certain)(?: (?:about|of) {_THAT})?",
    rf"{_PLEASE}(?:wow )?(?:that is a lot )?(?:is|was) (?:it|that|this) really (?:that|so) "
    r"(?:much|many|bad|high|low|expensive|big|small|long|dangerous)",
    rf"{_PLEASE}how do you know(?: {_THAT})?",
    rf"{_PLEASE}(?:what (?:is|are) )?(?:(?:your|the) )?sources?(?: (?:for|of) {_THAT})?",
    rf"{_PLEASE}(?:says who|who says)",
    rf"{_PLEASE}where in article(?: is {_THAT})?",
)
_AGAIN = pattern(
    rf"{_PLEASE}(?:repeat|quote|cite) {_THAT}(?: (?:again|exactly|verbatim|word for word|once more))*{_END}",
    rf"{_PLEASE}say {_THAT} (?:again|once more){_END}",
    rf"{_PLEASE}(?:repeat|come again|once more|say again){_END}",
)
_SHORTER = pattern(
    rf"{_PLEASE}(?:make {_THAT} |say {_THAT} )?(?:a |a (?:bit|little) )?(?:shorter|briefer)"
    rf"(?: version| answer)?{_END}",
    rf"{_PLEASE}(?:shorten|cut) {_THAT}{_END}",
    rf"{_PLEASE}in (?:short|brief){_END}",
)
_MOST_SEARCHED = 50  # articles; each is read only until the words are found
_MOST_QUOTED = 6  # sentences in one quotation
_MARKS = re.compile(r" (?:\[\d+\])+")
_OPENS = re.compile(r"(?:^(?:- | )?|: )“")  # a title before it may have such marks, too
_NEXT = "” “"  # what leads to a quotation stands before it without a mark between them


def about_the_last_answer(
    question: str, history: Sequence[Message], entries: Sequence[ArticleEntry], library: Reads
) -> Answer | None:
    """Return what a wish about the last answer gets; None for any other, or where nothing was quoted in it.

    Raises:
        NotFound: an article was removed.
    """
    said = plain(question)
    kinds = [kind for kind in (_WHERE, _AGAIN, _SHORTER) if kind.fullmatch(said)]
    if doubts(question):
        kinds = [_WHERE]
    if not kinds:
        return None
    opened = [Opened(entry.id, library) for entry in entries[:_MOST_SEARCHED]]
    where, most = kinds[0] is _WHERE, 1 if kinds[0] is _SHORTER else None
    found = (_found(words, opened, where=where) for words in _last_quotations(history))
    lines = [line for line in found if line is not None]
    return looked_up(question, lines[:most]) if lines else None


def _last_quotations(history: Sequence[Message]) -> Iterator[str]:
    """Yield what the last message of an assistant that quotes has quoted."""
    for message in reversed(history):
        found = [*_quotations(message.content)] if message.role == "assistant" else []
        if found:
            yield from found
            return


def _quotations(answer: str) -> Iterator[str]:
    """Yield what an answer quotes, and the items that it lists: each stands before a mark."""
    for line in answer.split("\n"):
        for part in _MARKS.split(line)[:-1]:
            opens = _OPENS.search(part)
            if opens and part.endswith("”"):
                yield from part[opens.end() : -1].split(_NEXT)
            elif part.startswith("- "):
                yield part.removeprefix("- ")


def _found(words: str, opened: Sequence[Opened], *, where: bool) -> Line | None:
    """Return a line with the range that has these words in an article, its place first where wanted."""
    for one in opened:
        if span := _range(words, one):
            return Line(_place(span, one) if where else "", (span,))
    return None


def _range(words: str, opened: Opened) -> Span | None:
    """Return the range of whole sentences that were quoted, blanks and our own signs apart."""
    wanted, sentences = quoted(unwrapped(words)), opened.sentences
    for place, first in enumerate(sentences):
        if not wanted.startswith(_as_quoted(opened.article.text[first.start : first.end])):
            continue
        for last in sentences[place : place + _MOST_QUOTED]:
            if wanted in _as_quoted(opened.article.text[first.start : last.end]):
                return Span.of(opened.article, first.start, last.end)
    return None


def _as_quoted(text: str) -> tuple[str, str]:
    """Return words of an article as they stand in a quotation, and as in a list."""
    return quoted(unwrapped(text)), quoted(unwrapped(without_marker(text)))


def _place(span: Span, opened: Opened) -> str:
    """Return where a range stands: its heading, and which paragraph of the article it is in."""
    numbers = list(dict.fromkeys(one.paragraph for one in opened.sentences))
    within = next(one for one in opened.sentences if one.start == span.start)
    under = f"Under “{quoted(within.heading)}”, in" if within.heading else "In"
    return f"{under} paragraph {numbers.index(within.paragraph) + 1}:"
