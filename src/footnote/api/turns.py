"""Who may wait and who is next: a share of the line for each caller, and turns between callers."""

import time
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

_CALLERS = 10_000  # remembered, to take turns


@dataclass(frozen=True, slots=True)
class Rules:
    """How many requests may wait, how many of them for one caller, and how long one may take."""

    size: int
    share: int
    deadline: float  # seconds, waiting included


class Turns:
    """Decides for every line of one server."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._served: OrderedDict[str, float] = OrderedDict()

    def refusal(self, caller: str, waiting: Sequence[str]) -> str:
        """Return why one more request of a caller may not wait in a line; "" where it may.

        ``waiting`` are the callers of those that wait in it.
        """
        if len(waiting) >= self._rules.size:
            return f"{len(waiting)} requests are waiting, which is as many as may."
        if (own := waiting.count(caller)) >= self._rules.share:
            return f"{own} of your requests are waiting, which is as many as one caller's may."
        return ""

    def next(self, waiting: Sequence[str]) -> int:
        """Return the place of who was served longest ago; of equals the one that came first."""
        return min(range(len(waiting)), key=lambda place: self._served.get(waiting[place], 0.0))

    def order(self, waiting: Sequence[str]) -> list[int]:
        """Return all places in the order in which it will be their turn, if nobody else comes."""
        served = {caller: self._served.get(caller, 0.0) for caller in waiting}
        left, order = list(range(len(waiting))), list[int]()
        latest = max(served.values(), default=0.0)
        while left:
            place = min(left, key=lambda place: served[waiting[place]])
            left.remove(place)
            order.append(place)
            served[waiting[place]] = latest + len(order)
        return order

    def serve(self, caller: str) -> None:
        """Note that it is a caller's turn."""
        self._served.pop(caller, None)
        self._served[caller] = time.monotonic()
        if len(self._served) > _CALLERS:
            self._served.popitem(last=False)
