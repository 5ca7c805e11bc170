"""An answer that is certain: it was not searched for but looked up, and rests on its citations alone."""

from collections.abc import Sequence

from footnote.schema import Answer, Citation, Evidence


def cited_answer(question: str, text: str, citations: Sequence[Citation]) -> Answer:
    """Return the event of an answer, its citations the evidence; who calls says whether it is done."""
    return Answer(
        answer=text,
        citations=tuple(citations),
        evidence=tuple(Evidence(c.article_id, c.start, c.end, c.text, 1.0) for c in citations),
        confidence=1.0,
        searched_for=question,
    )
