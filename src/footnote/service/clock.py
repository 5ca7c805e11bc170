"""Seconds from a request's start to its marks."""

import time

from footnote.schema import Timings


class Clock:
    """Starts when it is made; only the first mark of a name counts."""

    def __init__(self) -> None:
        self._start = time.perf_counter()
        self._marks: dict[str, float] = {}

    def mark(self, name: str) -> None:
        """Note the seconds that have passed under a field's name of Timings."""
        self._marks.setdefault(name, round(time.perf_counter() - self._start, 4))

    def timings(self) -> Timings:
        """Return what was marked so far."""
        return Timings(**self._marks)
