"""How much of an article, or of a part of it, a summary draws on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from footnote.schema import Citation, Coverage, Sentence


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The ranges of the paragraphs that sentences come from, and the paragraph of each first character."""

    ranges: Mapping[int, tuple[int, int]]
    of_start: Mapping[int, int]

    @classmethod
    def of(cls, sentences: Sequence[Sentence]) -> "Paragraphs":
        """Read the paragraphs off their sentences; residue in between is not counted."""
        ranges: dict[int, tuple[int, int]] = {}
        for s in sentences:
            start, end = ranges.get(s.paragraph, (s.start, s.end))
            ranges[s.paragraph] = min(start, s.start), max(end, s.end)
        return cls(ranges, {s.start: s.paragraph for s in sentences})

    def covered_by(self, citations: Sequence[Citation]) -> Coverage:
        """Return which of the paragraphs hold a citation's first character."""
        lit = sorted({self.of_start[citation.start] for citation in citations})
        cited = {(citation.start, citation.end) for citation in citations}
        covered = tuple(self.ranges[paragraph] for paragraph in lit)
        return Coverage(len(cited), len(self.ranges), len(covered), covered)


def coverage(sentences: Sequence[Sentence], citations: Sequence[Citation]) -> Coverage:
    """Return which of the paragraphs of ``sentences`` the citations, each of one of them, fall into."""
    return Paragraphs.of(sentences).covered_by(citations)
