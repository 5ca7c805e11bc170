"""What other articles say to a question that several were asked: two reports of one event may differ.

The sentences of all articles compete for the answer, so one of them gives it, whatever the others say. Each
other article that may answer is asked by itself, and quoted beside it where it surely does.
"""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace

from footnote.answer import point, read
from footnote.answer.compose import quote
from footnote.answer.confidence import confidence
from footnote.schema import Answer, Candidate, Retrieval, Told
from footnote.service.models import Models

_MOST = 2  # other articles
_LEAST_SHARE = 0.01  # of the probability, that an article's best sentence has, for it to be asked
_SURE = 0.5


def with_others(
    last: Answer, found: Retrieval, told: Told, models: Models, cancel: threading.Event | None = None
) -> Answer:
    """Return an answer with a quotation of each other article that surely answers too, two at most.

    ``found`` is what was found in all of them together, ``told`` what was answered before.

    Raises:
        Cancelled: ``cancel`` was set.
    """
    cited = {one.article_id for one in last.citations}
    others = [one for one in _may_answer(found.candidates) if one not in cited][: _MOST if cited else 0]
    beside = [said for one in others for said in _said(one, found.question, told, models, cancel)]
    if not beside:
        return last
    sentences = 1 + max(one.sentence for one in last.citations)
    more = quote(beside, len(last.citations), sentences)
    return replace(last, answer=f"{last.answer} {more.text}", citations=(*last.citations, *more.citations))


def _may_answer(candidates: Sequence[Candidate]) -> Iterator[str]:
    """Yield the articles whose sentences have a share in the probability, the best first."""
    likely = (one.article_id for one in candidates if one.probability >= _LEAST_SHARE)
    yield from dict.fromkeys(likely)


def _said(
    article_id: str, question: str, told: Told, models: Models, cancel: threading.Event | None
) -> tuple[Candidate, ...]:
    """Return the sentence with which an article surely answers, nothing where it does not."""
    found = models.retriever.find(question, [article_id], told)
    reading = read(found, models.chat, cancel)
    sure = confidence(found, reading, models.similar).probability >= _SURE
    return point(found, reading).cited[:1] if sure else ()
