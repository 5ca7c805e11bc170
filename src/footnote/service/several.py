"""What other articles say to a question that several were asked: two reports of one event may differ.

The sentences of all articles compete for the answer, so one of them gives it, whatever the others say. Each
other article that may answer is asked by itself, and quoted beside it where it surely does. Where they do not
agree there is no short answer, which would take one side.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from footnote.answer import Asked, point, read
from footnote.answer.cited import with_heads
from footnote.answer.confidence import confidence
from footnote.answer.quoting import Composition, listed, quote
from footnote.retrieve.expected import Expected, expected, holds
from footnote.retrieve.lexical import telling_stems
from footnote.schema import Answer, Candidate, Citation, Retrieval, Told
from footnote.service.agreeing import agrees
from footnote.service.models import Models

_MOST = 2  # other articles
_LEAST_SHARE = 0.01  # of the probability, that an article's best sentence has, for it to be asked
_SURE = 0.5
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")


@dataclass(frozen=True, slots=True)
class Said:
    """What an article says to a question: its quotation, and the words of it that tell."""

    quotation: Composition
    words: str


def with_others(last: Answer, found: Retrieval, told: Told, models: Models, asked: Asked) -> Answer:
    """Return an answer with what each other article surely answers, two at most, as quotations.

    ``found`` is what was found in all of them together, ``told`` what was answered before. What repeats the
    words of a citation is left out.

    Raises:
        Cancelled: the caller stopped the request.
    """
    cited = {one.article_id for one in last.citations}
    last = _agreed(last, *_of_others(last, found.question))
    others = [one for one in _may_answer(found.candidates) if one not in cited]
    for article_id in others[: _MOST if cited else 0]:
        other = models.retriever.find(found.question, [article_id], told)
        more = said(other, last.citations, models, asked, max(_SURE, asked.refuse_below or 0.0))
        if more and not _texts(more.quotation.citations) & _texts(last.citations):
            last = _agreed(joined(last, more.quotation), more.words)
    return last


def _of_others(last: Answer, question: str) -> Iterator[str]:
    """Yield what is cited beside a short answer from other articles, if it has what may be another."""
    own = last.short_answer.article_id if last.short_answer else ""
    for one in last.citations if own else ():
        if one.article_id != own and _may_hold_another(one.text, question):
            yield one.text


def _may_hold_another(text: str, question: str) -> bool:
    """Say whether words are about what is asked, and have something of the kind that is."""
    kind, asked = expected(question), frozenset(re.findall(r"\w+", question.casefold()))
    clock = kind is Expected.TIME and _CLOCK.search(text)
    about = not telling_stems(text).isdisjoint(telling_stems(question))
    return about and bool(clock or holds(kind, text, asked))


def _texts(citations: Iterable[Citation]) -> set[str]:
    return {one.text for one in citations}


def _agreed(last: Answer, *others: str) -> Answer:
    """Return an answer without its short one where that does not agree with what others say."""
    short = last.short_answer
    agreed = short is None or all(agrees(short.text, other) for other in others)
    return last if agreed else replace(last, short_answer=None)


def _may_answer(candidates: Sequence[Candidate]) -> Iterator[str]:
    """Yield the articles whose sentences have a share in the probability, the best first."""
    likely = (one.article_id for one in candidates if one.probability >= _LEAST_SHARE)
    yield from dict.fromkeys(likely)


def said(
    found: Retrieval, before: Sequence[Citation], models: Models, asked: Asked, least: float
) -> Said | None:
    """Return the best quotation for a question, its marks going on from those before; None if there is none.

    ``least`` is the confidence that it must have.
    """
    reading = read(found, models.chat, asked.cancel)
    if not found.candidates or confidence(found, reading, models.similar).probability < least:
        return None
    pointed, sentences = point(found, reading), 1 + max(one.sentence for one in before)
    if pointed.items:
        items = listed(pointed.items, len(before), sentences)
        return Said(items, " ".join(one.text for one in items.citations))
    words = (pointed.words or pointed.cited[0]).text
    return Said(quote(with_heads(pointed.cited[:1]), len(before), sentences), words)


def joined(last: Answer, more: Composition) -> Answer:
    """Return an answer that goes on with more of what is said, in a line of its own beside a list."""
    text = between(last.answer, more.text).join((last.answer, more.text))
    return replace(last, answer=text, citations=(*last.citations, *more.citations))


def between(*texts: str) -> str:
    """Return what stands between what is said: the end of a line beside a list, else a blank."""
    return "\n" if any(re.search(r"^- ", text, re.MULTILINE) for text in texts) else " "
