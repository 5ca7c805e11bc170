"""One request between its posting and its end, as the queue keeps it."""

import asyncio
import time
from dataclasses import dataclass
from typing import Any

from gradio.server_messages import ProcessCompletedMessage
from gradio.utils import error_payload

from footnote.api.finished import Cancel, Finished
from footnote.api.replies import Problem, outcome
from footnote.service import Ticket

Tokens = tuple[int, int]  # read, generated


@dataclass(slots=True)
class Posted:
    """An event of Gradio's queue and what is known of it besides."""

    event: Any
    request_id: str
    endpoint: str
    client: str
    ticket: Ticket
    started: float | None = None
    task: asyncio.Task[Any] | None = None
    tokens: Tokens = (0, 0)  # the model's counts when the work began
    cancelled: Cancel = ""
    problem: Problem | None = None

    @property
    def id(self) -> str:
        """The event's id, by which its stream is fetched."""
        return str(self.event._id)

    @property
    def session(self) -> str:
        """The session; a request that named none has its id for one."""
        return str(self.event.session_hash)

    def finished(self, tokens: Tokens) -> Finished:
        """Return what the log and the metrics tell; ``tokens`` are the model's counts now."""
        now, posted = time.monotonic(), self.ticket.posted
        status, problem = outcome(self.problem, self.ticket.error, bool(self.cancelled))
        ran = self.started is not None
        return Finished(
            request_id=self.request_id,
            endpoint=self.endpoint,
            client=self.client,
            status=status,
            problem=problem,
            cancelled=self.cancelled,
            overtime=self.ticket.overtime if ran else None,
            said_no=self.ticket.refused,
            queue_wait=(now if self.started is None else self.started) - posted,
            total=now - posted,
            stages=self.ticket.timings,
            tokens_read=tokens[0] - self.tokens[0] if ran else 0,
            tokens_generated=tokens[1] - self.tokens[1] if ran else 0,
        )


def failure(problem: Problem) -> ProcessCompletedMessage:
    """Return the last message of a request that ends in a problem, as Gradio sends it."""
    payload = error_payload(problem.as_gradio_error(), False)
    return ProcessCompletedMessage(output=payload, title=payload["title"], success=False)
