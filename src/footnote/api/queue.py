"""Gradio's queue, made fair: a share for each caller, turns between callers, and an end to every request.

Everything that runs passes here, whether an endpoint was called, `gradio_client` or the page asked. Gradio's
own queue is first come, first served, knows no callers and runs what nobody waits for any longer.
"""

import asyncio
import time
from collections.abc import Callable
from typing import Any

from gradio import queueing
from gradio.server_messages import ProcessCompletedMessage

from footnote.api.endpoints import NAMES
from footnote.api.finished import Finished
from footnote.api.pending import Pending
from footnote.api.posted import Posted, Tokens
from footnote.api.replies import problem_in
from footnote.api.sending import QUEUE_RETRY, REQUEST_ID
from footnote.api.turns import Rules
from footnote.api.waiting import Waiting
from footnote.service import CURRENT, USER, Ticket

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
        self._rules = rules
        self._report = report
        self._tokens = tokens
        self._pending = Pending(self, report, tokens)
        self._waiting = Waiting(self, rules, self._pending.caller)
        self.audience = self._pending.audience
        self._draining = False

    # ---- what Gradio calls

    def start(self) -> None:
        """Start serving, and looking after who waits."""
        super().start()
        self._watching = asyncio.get_running_loop().create_task(self._pending.watch())

    async def push(self, body: Any, request: Any, username: str | None) -> tuple[bool, Any, str]:  # noqa: ANN401
        """Let a request wait, or say why not; the reply to it is 503 then."""
        caller = request.scope.get(USER) or _address(request)
        request_id = str(request.scope.get(REQUEST_ID, ""))
        fn = self.blocks.fns.get(body.fn_index)
        refusal = "The server is being stopped." if self._draining else self._waiting.refusal(caller, fn)
        if refusal:
            self._report(Finished(request_id, _endpoint(fn), caller, 503, "overloaded"))
            return False, f"{refusal} Try again in {QUEUE_RETRY} seconds.", "queue_full"
        accepted, event_id, state = await super().push(body, request, username)
        if accepted and (event := self.event_ids_to_events.get(event_id)):
            ticket = Ticket(self._rules.deadline)
            self._pending.add(Posted(event, request_id, _endpoint(fn), caller, ticket))
        return accepted, event_id, state

    def get_events(self) -> tuple[list[Any], bool, str] | None:
        """Return what runs next: what is past its deadline, to be told so, or the next caller's."""
        for queue in self.event_queue_per_concurrency_id.values():
            for event in queue.queue:
                posted = self._pending.of(event._id)
                if posted is not None and posted.ticket.left <= 0:
                    queue.queue.remove(event)
                    return [event], False, queue.concurrency_id
            self._waiting.bring_forward(queue)
        found: tuple[list[Any], bool, str] | None = super().get_events()
        if found is not None:
            self._waiting.serve(found[0][0])
        return found

    async def process_events(self, events: list[Any], batch: bool, begin_time: float, fn: Any) -> None:  # noqa: ANN401
        """Run a request under its ticket."""
        posted = self._pending.of(events[0]._id)
        if posted is None:
            await super().process_events(events, batch, begin_time, fn)
            return
        CURRENT.set(posted.ticket)  # in this task's own context
        posted.started, posted.task, posted.tokens = time.monotonic(), asyncio.current_task(), self._tokens()
        try:
            await super().process_events(events, batch, begin_time, fn)
        except asyncio.CancelledError:
            self._pending.abandon(posted, "asked")
            raise
        finally:
            if not posted.event.alive:
                self._pending.abandon(posted, "left")
            self._pending.finish(posted)

    def send_message(self, event: Any, event_message: Any) -> None:  # noqa: ANN401
        """Pass a message on to whoever follows the event's session, where somebody may."""
        posted = self._pending.of(event._id)
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
        return self._waiting.count()

    def before(self, kind: str, session: str | None) -> int | None:
        """Return how many requests of a kind will be served before a session's own; see ``Waiting``."""
        return self._waiting.before(kind, session)

    def busy(self, kind: str) -> bool:
        """Return whether a request of a kind that comes now has to wait."""
        return self._waiting.busy(kind)

    def session_of(self, event_id: str) -> str:
        """Return the session whose stream tells of an event."""
        posted = self._pending.of(event_id)
        return posted.session if posted else event_id

    def is_over(self, event_id: str) -> bool:
        """Return whether nothing will be told of an event any more; Gradio lets its reader wait for ever."""
        sessions = (one for one, ids in self.pending_event_ids_session.items() if event_id in ids)
        return next(sessions, None) not in self.pending_messages_per_session

    def cancel(self, event_id: str) -> None:
        """Stop a request because its caller asked; Gradio, told next, does so by a right number only."""
        posted = self._pending.of(event_id)
        if posted is not None:
            self._pending.abandon(posted, "asked")
            if posted.task is not None:
                posted.task.cancel()

    async def drain(self, grace: float) -> None:
        """Let in nothing more, give what runs ``grace`` seconds to end and cancel the rest."""
        self._draining = True
        self.server_app.stop_event.set()  # ends what tells the server that a page is still open
        await self._pending.drain(grace)


def _address(request: Any) -> str:  # noqa: ANN401
    return str(request.client.host) if request.client else "unknown"


def _endpoint(fn: Any) -> str:  # noqa: ANN401
    if fn is None:
        return "unknown"
    return fn.api_name if fn.api_name in NAMES else f"page_{fn.name}"
