"""The requests that have not ended: what is known of each, and how it ends, whoever ends it."""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Any

from gradio import queueing

from footnote.api.audience import UNFETCHED, Audience
from footnote.api.finished import Cancel, Finished
from footnote.api.forgetting import Forgetting
from footnote.api.posted import Posted, Tokens, failure
from footnote.api.replies import Problem

logger = logging.getLogger(__name__)
_TICK = 0.1  # seconds between two looks at who still waits
_STOPPING = 1.0  # seconds that cancelled work gets to end when the server is stopped


class Pending:
    """Keeps the requests of a queue; ``report`` is told of every end, ``tokens`` reads the model's counts."""

    def __init__(
        self, queue: queueing.Queue, report: Callable[[Finished], None], tokens: Callable[[], Tokens]
    ) -> None:
        self.audience = Audience()
        self._queue = queue
        self._report = report
        self._tokens = tokens
        self._posted: dict[str, Posted] = {}
        self._overdue: list[Posted] = []  # ended for their callers, while a thread still works for them
        self._forgetting = Forgetting(queue, self.audience)

    def add(self, posted: Posted) -> None:
        """Keep a request until it ends."""
        self._posted[posted.id] = posted

    def of(self, event_id: str) -> Posted | None:
        """Return what is known of a request that has not ended."""
        return self._posted.get(event_id)

    def caller(self, event: Any) -> str:  # noqa: ANN401
        """Return whose an event is; "" where that is not known."""
        posted = self._posted.get(event._id)
        return posted.client if posted else ""

    async def watch(self) -> None:
        """Look after the requests until the queue is stopped."""
        while not self._queue.stopped:
            await asyncio.sleep(_TICK)
            try:
                for posted in list(self._posted.values()):
                    await self._look(posted)
                self._settle()
                self._forgetting.forget({posted.session for posted in self._posted.values()})
            except Exception:
                logger.exception("looking after the queue failed")

    def abandon(self, posted: Posted, why: Cancel) -> None:
        """Note that nobody waits for a request any longer, and since when."""
        posted.cancelled = posted.cancelled or why
        left = self.audience.last_left(posted.session) if why == "left" else None
        posted.ticket.abandon(left if left is not None and left >= posted.ticket.posted else None)

    def finish(self, posted: Posted) -> None:
        """Note that a request has ended for its caller, unless that was noted."""
        if self._posted.pop(posted.id, None) is None:
            return
        self._forgetting.ended(posted)
        self._overdue.append(posted)
        self._settle()

    async def drain(self, grace: float) -> None:
        """Give what runs ``grace`` seconds to end, and cancel the rest and all that waits."""
        problem = Problem(503, "overloaded", "The server is being stopped. Try again in a minute.")
        for posted in list(self._posted.values()):
            if posted.started is None:
                await self._end(posted, "stopping", problem)
        if running := [posted.task for posted in self._posted.values() if posted.task]:
            await asyncio.wait(running, timeout=grace)
        for posted in list(self._posted.values()):
            await self._end(posted, "stopping", problem)
        if running:
            await asyncio.wait(running, timeout=_STOPPING)
        until = time.monotonic() + _STOPPING
        while any(posted.ticket.working for posted in self._overdue) and time.monotonic() < until:
            await asyncio.sleep(0.02)
        self._settle()

    async def _look(self, posted: Posted) -> None:
        """End a request that nobody waits for; note the end of one that Gradio took from the queue itself."""
        if posted.id not in self._queue.event_ids_to_events:
            self.abandon(posted, "left")
            self.finish(posted)
        elif absence := self.audience.absent(posted.session, posted.ticket.posted):
            message = f"Nobody fetched the result within {UNFETCHED:g} seconds, so the request was given up."
            await self._end(posted, absence, Problem(499, "cancelled", message))

    async def _end(self, posted: Posted, why: Cancel, problem: Problem) -> None:
        if posted.cancelled or posted.id not in self._posted:
            return
        self.abandon(posted, why)
        self._queue.send_message(posted.event, failure(problem))  # for one who comes to fetch it yet
        posted.event.alive = False
        if posted.task is not None:
            posted.task.cancel()
        else:
            await self._queue.remove_from_queue(posted.id)
            self.finish(posted)

    def _settle(self) -> None:
        """Report what has ended, once nothing works for it any longer."""
        for posted in [one for one in self._overdue if not one.ticket.working]:
            self._overdue.remove(posted)
            self._report(posted.finished(self._tokens()))
