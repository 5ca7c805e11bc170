"""The words of an answer: quotations of the best sentences, each with its citation."""

from footnote.schema import Citation, Retrieval


def quote(retrieval: Retrieval, most: int = 2) -> tuple[str, tuple[Citation, ...]]:
    """Return the best sentences as the answer, each followed by the mark of its citation."""
    chosen = retrieval.candidates[:most]
    citations = tuple(
        Citation(place + 1, c.article_id, c.start, c.end, c.text, place) for place, c in enumerate(chosen)
    )
    return " ".join(f"“{' '.join(c.text.split())}” [{c.number}]" for c in citations), citations
