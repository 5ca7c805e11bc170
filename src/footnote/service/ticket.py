"""What goes with a request from the server to its work and back: its deadline out, what became of it home.

The server's framework stands between the two and passes no such thing on, hence the context variable.
"""

import math
import time
from contextvars import ContextVar
from dataclasses import dataclass, field

from footnote.errors import DeadlinePassed
from footnote.schema import Answer, Summary, Timings


@dataclass(slots=True)
class Ticket:
    """One request: how long it may take from when it was posted, and what was seen of its work."""

    allowed: float = math.inf  # seconds
    posted: float = field(default_factory=time.monotonic)
    timings: Timings = field(default_factory=Timings)
    refused: bool = False  # the answer is that the article does not say
    error: BaseException | None = None
    abandoned: float | None = None  # when its caller left or cancelled it, on the monotonic clock
    working: bool = False  # a thread works for it, whether anybody waits or not
    ended: float = 0.0  # when its work ended last

    @property
    def left(self) -> float:
        """Seconds to the deadline, below 0 behind it."""
        return self.posted + self.allowed - time.monotonic()

    def check(self) -> None:
        """Raise DeadlinePassed where it has."""
        if self.left <= 0:
            self.error = DeadlinePassed(self.allowed)
            raise self.error

    def abandon(self, moment: float | None = None) -> None:
        """Note that its caller left, now or at a moment; only the first time counts."""
        if self.abandoned is None:
            self.abandoned = time.monotonic() if moment is None else moment

    def end(self) -> None:
        """Note that its work has ended; called by the thread that did it, last of all."""
        self.ended = time.monotonic()
        self.working = False

    @property
    def overtime(self) -> float | None:
        """Seconds that its work went on after its caller had left; None where none did, or as yet."""
        if self.abandoned is None or self.working:
            return None
        return max(0.0, self.ended - self.abandoned)

    def note(self, event: object) -> None:
        """Keep what the log and the metrics tell of an event."""
        if isinstance(event, Answer | Summary):
            self.timings = event.timings
        if isinstance(event, Answer):
            self.refused = event.done and event.status == "not_in_article"


CURRENT: ContextVar[Ticket | None] = ContextVar("ticket", default=None)


def current() -> Ticket:
    """Return the ticket of the request that is served in this context; one without limits elsewhere."""
    return CURRENT.get() or Ticket()
