"""From a reader's verdict on an answer to what is kept of it."""

import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import get_args

from footnote import __version__
from footnote.errors import InvalidInput
from footnote.schema import Answer, Feedback, Verdict


def judged(
    verdict: Verdict, question: str, answer: Answer, article_ids: Sequence[str], reference: str
) -> Feedback:
    """Return the feedback that is kept; ``reference`` is its id, or "" for a new one.

    Raises:
        InvalidInput: there is no such verdict, or the answer is not finished.
    """
    if verdict not in get_args(Verdict):
        raise InvalidInput(
            f"The verdict is {verdict!r}; it must be right, wrong or wrong_citation.", "verdict"
        )
    if not answer.done:
        raise InvalidInput("The answer is not finished. Judge it when it is.", "answer")
    return Feedback(
        id=reference or uuid.uuid4().hex,
        time=datetime.now(UTC).isoformat(timespec="milliseconds"),
        verdict=verdict,
        question=question,
        article_ids=tuple(article_ids),
        answer=answer.answer,
        status=answer.status,
        citations=answer.citations,
        evidence=answer.evidence,
        searched_for=answer.searched_for,
        confidence=answer.confidence,
        composed_by=answer.composed_by,
        model=answer.model,
        version=__version__,
    )
