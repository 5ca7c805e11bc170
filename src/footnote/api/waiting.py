"""The requests that wait in the lines of Gradio's queue: who may join, who is next, how many are before."""

from collections.abc import Callable
from typing import Any

from gradio import queueing

from footnote.api.turns import Rules, Turns


class Waiting:
    """Looks into the queue's lines, one for each kind of request; ``caller`` says whose an event is."""

    def __init__(self, queue: queueing.Queue, rules: Rules, caller: Callable[[Any], str]) -> None:
        self._queue = queue
        self._caller = caller
        self._turns = Turns(rules)

    def refusal(self, caller: str, fn: Any) -> str:  # noqa: ANN401
        """Return why one more request of a caller for a function may not wait; "" where it may."""
        if fn is None or fn.concurrency_limit is None:  # runs at once, so it takes nobody's place
            return ""
        # What needs no model does not wait for one, so each kind is counted by itself.
        queue = self._line(fn.concurrency_id)
        callers = [self._caller(event) for event in queue.queue] if queue else []
        return self._turns.refusal(caller, callers)

    def bring_forward(self, queue: Any) -> None:  # noqa: ANN401
        """Put whoever is next in a line at its head, where there is room to run."""
        if queue.queue and _has_room(queue):
            place = self._turns.next([self._caller(event) for event in queue.queue])
            queue.queue.insert(0, queue.queue.pop(place))

    def serve(self, event: Any) -> None:  # noqa: ANN401
        """Note that it is the turn of an event's caller."""
        self._turns.serve(self._caller(event))

    def count(self) -> int:
        """Return how many requests wait for their turn."""
        limited = (
            q for q in self._queue.event_queue_per_concurrency_id.values() if q.concurrency_limit is not None
        )
        return sum(len(queue.queue) for queue in limited)

    def before(self, kind: str, session: str | None) -> int | None:
        """Return how many requests of a kind, those that run included, will be served before a session's own.

        None where the session has none that waits. As long as nobody else comes the number only falls.
        """
        queue = self._line(kind)
        if queue is None:
            return None
        for served, place in enumerate(self._turns.order([self._caller(event) for event in queue.queue])):
            if queue.queue[place].session_hash == session:
                return int(queue.current_concurrency) + served
        return None

    def busy(self, kind: str) -> bool:
        """Return whether a request of a kind that comes now has to wait."""
        queue = self._line(kind)
        return queue is not None and bool(queue.queue or queue.current_concurrency)

    def _line(self, kind: str) -> Any:  # noqa: ANN401
        return self._queue.event_queue_per_concurrency_id.get(kind)


def _has_room(queue: Any) -> bool:  # noqa: ANN401
    limit = queue.concurrency_limit
    return limit is None or bool(queue.current_concurrency < limit)
