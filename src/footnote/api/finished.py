"""What became of a request, as the log and the metrics tell it: nothing of what was asked or answered."""

from dataclasses import dataclass, field
from typing import Literal

from footnote.schema import Timings

Cancel = Literal["", "asked", "left", "unfetched", "stopping"]


@dataclass(frozen=True, slots=True)
class Finished:
    """A request that has ended: answered, refused or cancelled."""

    request_id: str
    endpoint: str  # a public endpoint's name, or "page_" and what the page did
    client: str  # the user, or the address where nobody logs in
    status: int
    problem: str = ""  # the type of the error that the caller was told, "" for none
    cancelled: Cancel = ""
    overtime: float | None = None  # seconds that work went on after its caller had left
    said_no: bool = False  # the answer was that the article does not say
    queue_wait: float = 0.0  # seconds
    total: float = 0.0  # seconds, waiting included
    stages: Timings = field(default_factory=Timings)  # counted from the start of the work
    tokens_read: int = 0
    tokens_generated: int = 0
