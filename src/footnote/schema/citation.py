"""What an answer and a summary have in common: citations, times, and how they are spelt in JSON."""

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

ComposedBy = Literal["quotation", "model"]


@dataclass(frozen=True, slots=True)
class Citation:
    """The words that sentence number ``sentence`` of an answer or summary rests on."""

    number: int
    article_id: str
    start: int
    end: int
    text: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Timings:
    """Seconds from the start of a request to its evidence, its first text and its end."""

    evidence: float = 0.0
    first_text: float = 0.0
    total: float = 0.0


def as_json(event: "DataclassInstance") -> dict[str, Any]:
    """Return the event as it looks after a round trip through JSON: no tuples, only lists."""
    plain: dict[str, Any] = json.loads(json.dumps(asdict(event)))
    return plain
