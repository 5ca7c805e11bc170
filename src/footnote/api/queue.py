"""Gradio's queue, made fair: a share for each caller, turns between callers, and an end to every request.

Everything that runs passes here, whether an endpoint was called, `gradio_client` or the page asked. Gradio's
own queue is first come, first served, knows no callers and runs what nobody waits for any longer.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from gradio import queueing
from gradio.server_messages import ProcessCompletedMessage

from footnote.api.audience import UNFETCHED, Audience
from footnote.api.endpoints import NAMES
from footnote.api.finished import Cancel, Finished
from footnote.api.posted import Posted, Tokens, failure
from footnote.api.replies import Problem, problem_in
from footnote.api.sending import QUEUE_RETRY, REQUEST_ID
from footnote.api.turns import Rules, Turns
from footnote.service import CURRENT, USER, Ticket

logger = logging.getLogger(__name__)
_TICK = 0.1  # seconds between two looks at who still waits
_KEPT = 60.0  # seconds that the result of a finished request waits to be fetched
_STOPPING = 1.0  # seconds that cancelled work gets to end when the server is stopped
_AT_ONCE = 40  # events that run at a time, those of the page that need no model included


class FairQueue(queueing.Queue):  # type: ignore[misc]
    """The queue of one server; ``tokens`` reads the model's counts, ``report`` is told of every end."""

    def __init__(
        self, blocks: object, rules: Rules, report: Callable[[Finished], None], tokens: Callable[[], Tokens]
    ) -> None:
        super().__init__(
            live_updates=True,
            concurrency_count=_AT_ONCE,
            update_intervals=1,
            max_size=None,  # counted here
            blocks=blocks,
            default_concurrency_limit=8,
        )
        self.audience = Audience()
        self._rules = rules
        self._report = report
        self._tokens = tokens
        self._posted: dict[str, Posted] = {}
        self._overdue: list[Posted] = []  # ended for their callers, while a thread still works for them
        self._turns = Turns(rules)
        self._quiet: dict[str, float] = {}  # sessions, and when a request of theirs ended last
        self._draining = False

    # ---- what Gradio calls

    def start(self) -> None:
        """Start serving, and looking after who waits."""
        super().start()
        self._watching = asyncio.get_running_loop().create_task(self._watch())

    async def push(self, body: Any, request: Any, username: str | None) -> tuple[bool, Any, str]:  # noqa: ANN401
        """Let a request wait, or say why not; the reply to it is 503 then."""
        caller = request.scope.get(USER) or _address(request)
        request_id = str(request.scope.get(REQUEST_ID, ""))
        fn = self.blocks.fns.get(body.fn_index)
        if refusal := self._refusal(caller, fn):
            self._report(Finished(request_id, _endpoint(fn), caller, 503, "overloaded"))
            return False, f"{refusal} Try again in {QUEUE_RETRY} seconds.", "queue_full"
        accepted, event_id, state = await super().push(body, request, username)
        if accepted and (event := self.event_ids_to_events.get(event_id)):
            ticket = Ticket(self._rules.deadline)
            self._posted[event_id] = Posted(event, request_id, _endpoint(fn), caller, ticket)
        return accepted, event_id, state

    def get_events(self) -> tuple[list[Any], bool, str] | None:
        """Return what runs next: what is past its deadline, to be told so, or the next caller's."""
        for queue in self.event_queue_per_concurrency_id.values():
            for event in queue.queue:
                posted = self._posted.get(event._id)
                if posted is not None and posted.ticket.left <= 0:
                    queue.queue.remove(event)
                    return [event], False, queue.concurrency_id
            if queue.queue and _has_room(queue):
                place = self._turns.next([self._caller(event) for event in queue.queue])
                queue.queue.insert(0, queue.queue.pop(place))
        found: tuple[list[Any], bool, str] | None = super().get_events()
        if found is not None:
            self._turns.serve(self._caller(found[0][0]))
        return found

    async def process_events(self, events: list[Any], batch: bool, begin_time: float, fn: Any) -> None:  # noqa: ANN401
        """Run a request under its ticket."""
        posted = self._posted.get(events[0]._id)
        if posted is None:
            await super().process_events(events, batch, begin_time, fn)
            return
        CURRENT.set(posted.ticket)  # in this task's own context
        posted.started, posted.task, posted.tokens = time.monotonic(), asyncio.current_task(), self._tokens()
        try:
            await super().process_events(events, batch, begin_time, fn)
        except asyncio.CancelledError:
            self._abandon(posted, "asked")
            raise
        finally:
            if not posted.event.alive:
                self._abandon(posted, "left")
            self._finish(posted)

    def send_message(self, event: Any, event_message: Any) -> None:  # noqa: ANN401
        """Pass a message on to whoever follows the event's session, where somebody may."""
        posted = self._posted.get(event._id)
        failed = isinstance(event_message, ProcessCompletedMessage) and not event_message.success
        if failed and posted is not None and posted.problem is None:
            posted.problem = problem_in(event_message.output)
        if event.session_hash in self.pending_messages_per_session:
            super().send_message(event, event_message)

    def compute_analytics_summary(self, records: object) -> dict[str, Any]:
        """Compute nothing: Gradio would go through its last 10,000 events after each, for nobody."""
        self.event_analytics.clear()
        return {}

    # ---- what the server asks

    def waiting(self) -> int:
        """Return how many requests wait for their turn."""
        limited = (q for q in self.event_queue_per_concurrency_id.values() if q.concurrency_limit is not None)
        return sum(len(queue.queue) for queue in limited)

    def before(self, kind: str, session: str | None) -> int | None:
        """Return how many requests of a kind, those that run included, will be served before a session's own.

        None where the session has none that waits. As long as nobody else comes the number only falls.
        """
        queue = self.event_queue_per_concurrency_id.get(kind)
        if queue is None:
            return None
        for served, place in enumerate(self._turns.order([self._caller(event) for event in queue.queue])):
            if queue.queue[place].session_hash == session:
                return int(queue.current_concurrency) + served
        return None

    def busy(self, kind: str) -> bool:
        """Return whether a request of a kind that comes now has to wait."""
        queue = self.event_queue_per_concurrency_id.get(kind)
        return queue is not None and bool(queue.queue or queue.current_concurrency)

    def session_of(self, event_id: str) -> str:
        """Return the session whose stream tells of an event."""
        posted = self._posted.get(event_id)
        return posted.session if posted else event_id

    def is_over(self, event_id: str) -> bool:
        """Return whether nothing will be told of an event any more; Gradio lets its reader wait for ever."""
        sessions = (one for one, ids in self.pending_event_ids_session.items() if event_id in ids)
        return next(sessions, None) not in self.pending_messages_per_session

    def request_id(self, event_id: str) -> str | None:
        """Return the id under which the log has a request that has not ended."""
        posted = self._posted.get(event_id)
        return posted.request_id if posted else None

    def cancel(self, event_id: str) -> None:
        """Stop a request because its caller asked; Gradio, told next, does so by a right number only."""
        posted = self._posted.get(event_id)
        if posted is not None:
            self._abandon(posted, "asked")
            if posted.task is not None:
                posted.task.cancel()

    async def drain(self, grace: float) -> None:
        """Let in nothing more, give what runs ``grace`` seconds to end and cancel the rest."""
        self._draining = True
        self.server_app.stop_event.set()  # ends what tells the server that a page is still open
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

    # ---- fairness

    def _refusal(self, caller: str, fn: Any) -> str:  # noqa: ANN401
        if self._draining:
            return "The server is being stopped."
        if fn is None or fn.concurrency_limit is None:  # runs at once, so it takes nobody's place
            return ""
        # What needs no model does not wait for one, so each kind is counted by itself.
        queue = self.event_queue_per_concurrency_id.get(fn.concurrency_id)
        callers = [self._caller(event) for event in queue.queue] if queue else []
        return self._turns.refusal(caller, callers)

    def _caller(self, event: Any) -> str:  # noqa: ANN401
        posted = self._posted.get(event._id)
        return posted.client if posted else ""

    # ---- endings

    async def _watch(self) -> None:
        while not self.stopped:
            await asyncio.sleep(_TICK)
            try:
                for posted in list(self._posted.values()):
                    await self._look(posted)
                self._settle()
                self._forget()
            except Exception:
                logger.exception("looking after the queue failed")

    async def _look(self, posted: Posted) -> None:
        """End a request that nobody waits for; note the end of one that Gradio took from the queue itself."""
        if posted.id not in self.event_ids_to_events:
            self._abandon(posted, "left")
            self._finish(posted)
        elif absence := self.audience.absent(posted.session, posted.ticket.posted):
            message = f"Nobody fetched the result within {UNFETCHED:g} seconds, so the request was given up."
            await self._end(posted, absence, Problem(499, "cancelled", message))

    async def _end(self, posted: Posted, why: Cancel, problem: Problem) -> None:
        if posted.cancelled or posted.id not in self._posted:
            return
        self._abandon(posted, why)
        self.send_message(posted.event, failure(problem))  # for one who comes to fetch it yet
        posted.event.alive = False
        if posted.task is not None:
            posted.task.cancel()
        else:
            await self.remove_from_queue(posted.id)
            self._finish(posted)

    def _abandon(self, posted: Posted, why: Cancel) -> None:
        """Note that nobody waits for a request any longer, and since when."""
        posted.cancelled = posted.cancelled or why
        left = self.audience.last_left(posted.session) if why == "left" else None
        posted.ticket.abandon(left if left is not None and left >= posted.ticket.posted else None)

    def _finish(self, posted: Posted) -> None:
        if self._posted.pop(posted.id, None) is None:
            return
        self._quiet[posted.session] = time.monotonic()
        if posted.session == posted.id:
            # Gradio keeps a copy of the page for each session; nobody comes back to this one.
            self.server_app.state_holder.session_data.pop(posted.session, None)
            self.server_app.state_holder.time_last_used.pop(posted.session, None)
            if posted.cancelled == "left" and posted.problem is None:  # whoever comes back hears no end
                self.pending_event_ids_session.pop(posted.session, None)
        self._overdue.append(posted)
        self._settle()

    def _settle(self) -> None:
        """Report what has ended, once nothing works for it any longer."""
        for posted in [one for one in self._overdue if not one.ticket.working]:
            self._overdue.remove(posted)
            self._report(posted.finished(self._tokens()))

    def _forget(self) -> None:
        """Drop what sessions were told and never fetched; Gradio keeps it for good."""
        now = time.monotonic()
        busy = {posted.session for posted in self._posted.values()}
        for session, since in list(self._quiet.items()):
            if now - since < _KEPT or session in busy or self.audience.hears(session):
                continue
            del self._quiet[session]
            with suppress(KeyError):
                del self.pending_messages_per_session[session]
            self.pending_event_ids_session.pop(session, None)


def _has_room(queue: Any) -> bool:  # noqa: ANN401
    limit = queue.concurrency_limit
    return limit is None or bool(queue.current_concurrency < limit)


def _address(request: Any) -> str:  # noqa: ANN401
    return str(request.client.host) if request.client else "unknown"


def _endpoint(fn: Any) -> str:  # noqa: ANN401
    if fn is None:
        return "unknown"
    return fn.api_name if fn.api_name in NAMES else f"page_{fn.name}"
