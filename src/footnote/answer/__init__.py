"""Evidence becomes an answer with citations, or a refusal that shows the closest passage."""

import threading
from collections.abc import Iterator
from dataclasses import replace

from footnote.answer.compose import quote
from footnote.answer.confidence import confidence
from footnote.answer.wording import refusal
from footnote.generate import ChatModel
from footnote.schema import Answer, Retrieval

__all__ = ["answer"]


def answer(
    retrieval: Retrieval,
    model: ChatModel,
    refuse_below: float | None = None,
    cancel: threading.Event | None = None,
) -> Iterator[Answer]:
    """Yield an answer as it grows: its evidence first, then its sentences, the whole last.

    Args:
        retrieval: what was found for the question.
        model: what phrases the answer.
        refuse_below: the least confidence that is answered; None for the fitted threshold.
        cancel: ends the work within a token once it is set.

    Raises:
        Cancelled: ``cancel`` was set.
    """
    sure = confidence(retrieval)
    event = Answer(evidence=retrieval.evidence, confidence=sure.probability, searched_for=retrieval.question)
    yield event
    if sure.probability < (sure.threshold if refuse_below is None else refuse_below):
        yield replace(event, status="not_in_article", answer=refusal(retrieval), done=True)
        return
    text, citations = quote(retrieval)
    yield replace(event, answer=text, citations=citations, status="answered", done=True)
