"""How much of an article, or of a part of it, a summary draws on."""

from collections.abc import Sequence

from footnote.schema import Citation, Coverage, Sentence


def coverage(sentences: Sequence[Sentence], citations: Sequence[Citation]) -> Coverage:
    """Return which of the paragraphs of ``sentences`` hold a citation's first character."""
    ranges: dict[int, tuple[int, int]] = {}
    paragraph_at: dict[int, int] = {}
    for s in sentences:
        start, end = ranges.get(s.paragraph, (s.start, s.end))
        ranges[s.paragraph] = min(start, s.start), max(end, s.end)
        paragraph_at[s.start] = s.paragraph
    lit = {paragraph_at[citation.start] for citation in citations}
    covered = tuple(ranges[paragraph] for paragraph in sorted(lit))
    cited = {(citation.start, citation.end) for citation in citations}
    return Coverage(len(cited), len(ranges), len(covered), covered)
