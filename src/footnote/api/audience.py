"""Who listens to what: the streams of events that are open, and the moments when they were last left."""

import time
from collections import Counter, OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

UNFETCHED = 5.0  # seconds after which a request that nobody has fetched is given up
GONE = 0.3  # ... that its only reader has left; a page may open its stream anew within this time
_REMEMBERED = 10_000

Absence = Literal["left", "unfetched"]


class Audience:
    """The open streams of each session; a request that names none has a session of its own."""

    def __init__(self) -> None:
        self._open: Counter[str] = Counter()
        self._left: OrderedDict[str, float] = OrderedDict()

    @contextmanager
    def listening(self, session: str) -> Iterator[None]:
        """Count a stream as open while the context lasts."""
        self._open[session] += 1
        try:
            yield
        finally:
            self._open[session] -= 1
            if not self._open[session]:
                del self._open[session]
            self._left.pop(session, None)
            self._left[session] = time.monotonic()
            if len(self._left) > _REMEMBERED:
                self._left.popitem(last=False)

    def hears(self, session: str) -> bool:
        """Return whether a stream of the session is open."""
        return session in self._open

    def last_left(self, session: str) -> float | None:
        """Return when the last stream of the session was left, on the monotonic clock; None for never."""
        return self._left.get(session)

    def absent(self, session: str, posted: float) -> Absence | None:
        """Return why nobody waits any longer for a request that was posted then; None while somebody may."""
        if self.hears(session):
            return None
        now, left = time.monotonic(), self._left.get(session, 0.0)
        if left >= posted:
            return "left" if now - left > GONE else None
        return "unfetched" if now - posted > UNFETCHED else None
