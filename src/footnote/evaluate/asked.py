"""One question asked of one article, and what is kept of its answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from footnote.errors import FootnoteError
from footnote.evaluate.measures import Range
from footnote.schema import Answer, Citation, ComposedBy, Evidence, Span, Timings
from footnote.service import Footnote


@dataclass(frozen=True, slots=True)
class Asked:
    """What is kept of an answer: ranges instead of texts, and how many of these were true pointers."""

    answer: str
    short_answer: str | None
    refused: bool
    confidence: float
    evidence: tuple[Range, ...]
    citations: tuple[Range, ...]
    pointers: int  # citations, evidence and short answer
    pointers_valid: int  # ... whose text is the article's text of that range
    composed_by: ComposedBy
    timings: Timings
    model: str

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> "Asked":
        """Return what ``asdict`` made a row of JSON of."""
        ranges = {name: tuple((start, end) for start, end in row[name]) for name in ("evidence", "citations")}
        return cls(**{**row, **ranges, "timings": Timings(**row["timings"])})


def ask(service: Footnote, question: str, article_id: str) -> Asked:
    """Ask a question of an article.

    Raises:
        FootnoteError: the answer broke off.
    """
    *_, answer = service.ask(question, [article_id])
    if not answer.done:
        raise FootnoteError(
            f"The answer to {question!r} ended before its last event; ask it alone to see why."
        )
    text = service.article(article_id).text
    pointers = _pointers(answer)
    return Asked(
        answer=answer.answer,
        short_answer=answer.short_answer.text if answer.short_answer else None,
        refused=answer.status != "answered",
        confidence=answer.confidence,
        evidence=_ranges(answer.evidence),
        citations=_ranges(answer.citations),
        pointers=len(pointers),
        pointers_valid=sum(p.article_id == article_id and text[p.start : p.end] == p.text for p in pointers),
        composed_by=answer.composed_by,
        timings=answer.timings,
        model=answer.model,
    )


def _pointers(answer: Answer) -> list[Citation | Evidence | Span]:
    """Return all of an answer that points into an article."""
    pointers: list[Citation | Evidence | Span] = [*answer.citations, *answer.evidence]
    if answer.short_answer:
        pointers.append(answer.short_answer)
    return pointers


def _ranges(pointers: Iterable[Citation | Evidence]) -> tuple[Range, ...]:
    return tuple((pointer.start, pointer.end) for pointer in pointers)
