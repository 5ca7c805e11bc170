"""A conversation's turns, the events of an answer, and what its reader thought of it."""

from dataclasses import dataclass, field
from typing import Any, Literal

from footnote.schema.citation import Citation, ComposedBy, Timings, as_json
from footnote.schema.finding import Evidence, Span

Status = Literal["answered", "not_in_article", "drafting"]
Role = Literal["user", "assistant"]
Verdict = Literal["right", "wrong", "wrong_citation"]


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of a conversation."""

    role: Role
    content: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One event of an answer; every event has all fields, the last has ``done``."""

    answer: str = ""
    short_answer: Span | None = None
    status: Status = "drafting"
    done: bool = False
    citations: tuple[Citation, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 0.0
    searched_for: str = ""
    composed_by: ComposedBy = "quotation"
    timings: Timings = field(default_factory=Timings)
    model: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return the event as the public interface spells it."""
        return as_json(self)


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a reader thought of an answer, with what is needed to learn from it.

    ``time`` is ISO 8601 in UTC; ``article_ids`` are where the answer was looked for, none for the whole
    library. A second verdict under the same ``id`` takes the first one's place.
    """

    id: str
    time: str
    verdict: Verdict
    question: str
    article_ids: tuple[str, ...]
    answer: str
    status: Status
    citations: tuple[Citation, ...]
    evidence: tuple[Evidence, ...]
    searched_for: str
    confidence: float
    composed_by: ComposedBy
    model: str
    version: str

    def as_dict(self) -> dict[str, Any]:
        """Return the feedback as `footnote feedback` prints it."""
        return as_json(self)
