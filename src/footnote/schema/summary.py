"""The events of a summary, and how much of the article it draws on."""

from dataclasses import dataclass, field
from typing import Any, Literal

from footnote.schema.citation import Citation, ComposedBy, Timings, as_json

Style = Literal["short", "bullets", "long"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the article, or of a part of it, was read, and how much of that a summary draws on.

    ``covered`` are ranges of paragraphs. ``words_read`` are those of the sentences that were chosen among,
    all of them; what is more in ``words`` are the title, headings and residue.
    """

    sentences_cited: int = 0
    paragraphs: int = 0
    paragraphs_covered: int = 0
    covered: tuple[tuple[int, int], ...] = ()
    words_read: int = 0
    words: int = 0


@dataclass(frozen=True, slots=True)
class Summary:
    """One event of a summary; every event has all fields, the last has ``done``."""

    summary: str = ""
    done: bool = False
    style: Style = "short"
    citations: tuple[Citation, ...] = ()
    coverage: Coverage = Coverage()
    timings: Timings = field(default_factory=Timings)
    model: str = ""
    composed_by: ComposedBy = "quotation"

    def as_dict(self) -> dict[str, Any]:
        """Return the event as the public interface spells it."""
        return as_json(self)
