"""From an error to what a caller sees of it: one table, one body, never a trace and never a server path."""

import json
import logging
import uuid
from dataclasses import dataclass

import gradio as gr

from footnote.errors import (
    Cancelled,
    DeadlinePassed,
    FootnoteError,
    InvalidInput,
    ModelUnavailable,
    NotFound,
    Overloaded,
    StoreError,
    TooLarge,
)

logger = logging.getLogger(__name__)

# The first row whose class fits counts, so a subclass stands before its parent.
TABLE: tuple[tuple[type[FootnoteError], int, str], ...] = (
    (TooLarge, 413, "too_large"),
    (InvalidInput, 422, "invalid_input"),
    (NotFound, 404, "not_found"),
    (Overloaded, 503, "overloaded"),
    (ModelUnavailable, 503, "model_unavailable"),
    (Cancelled, 499, "cancelled"),
    (DeadlinePassed, 504, "deadline"),
    (StoreError, 500, "store_error"),
)
RETRY_LOADING = 5  # seconds; a warm start takes about this long


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, as a caller is told: the body of an error reply and its HTTP status."""

    status: int
    type: str
    message: str
    field: str | None = None
    retry_after: int | None = None

    def body(self) -> dict[str, dict[str, str | None]]:
        """Return the body of the reply, the same over HTTP and inside a stream."""
        return {"error": {"type": self.type, "message": self.message, "field": self.field}}

    def json(self) -> bytes:
        """Return the body as bytes."""
        return json.dumps(self.body(), ensure_ascii=False).encode()

    def as_gradio_error(self) -> gr.Error:
        """Return the error that Gradio sends to a client; its title carries the type and the field."""
        return gr.Error(self.message, title=f"{self.type}:{self.field or ''}", print_exception=False)


class Refused(Exception):
    """A request that is answered by the guard; it does not reach Gradio."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def problem_of(error: BaseException) -> Problem:
    """Return what a caller is told of an error; one that nobody expected is logged under an id."""
    for kind, status, name in TABLE:
        if isinstance(error, kind) and status < 500:
            return Problem(status, name, str(error), getattr(error, "field", None) or _field(error))
    if isinstance(error, Overloaded):
        return Problem(503, "overloaded", str(error), retry_after=error.retry_after)
    if isinstance(error, DeadlinePassed):
        return Problem(504, "deadline", str(error))
    if isinstance(error, ModelUnavailable):
        return Problem(503, "model_unavailable", str(error), retry_after=RETRY_LOADING)
    return _failure_of_ours(error)


def problem_in(payload: object) -> Problem:
    """Return the problem that an error event of Gradio's stands for; the inverse of ``as_gradio_error``."""
    details = payload if isinstance(payload, dict) else {"error": payload}
    kind, _, field = str(details.get("title") or "").partition(":")
    message = details.get("error")
    status = {name: status for _, status, name in TABLE}.get(kind)
    if status is not None and message:
        return Problem(status, kind, str(message), field or None)
    if isinstance(message, str) and message.startswith("404"):
        return Problem(404, "not_found", "No request has this event id. Post the request again.", "event_id")
    if isinstance(message, str) and message.startswith("Cancelled via cancel scope"):  # its reader has left
        return Problem(499, "cancelled", "The request was stopped.")
    if kind == "internal" and message:
        return Problem(500, "internal", str(message))
    return _failure_of_ours(RuntimeError(f"Gradio sent an error without a type: {payload!r}"))


def outcome(told: Problem | None, error: BaseException | None, cancelled: bool) -> tuple[int, str]:
    """Return the status and the type of problem, "" for none, that a request is counted under.

    ``told`` is what its caller was told; ``error`` what its work raised, which the page tells in its own way.
    """
    if told is not None:
        return told.status, told.type
    if error is not None:
        found = ((status, name) for kind, status, name in TABLE if isinstance(error, kind))
        return next(found, (500, "internal"))
    return (499, "cancelled") if cancelled else (200, "")


def _field(error: BaseException) -> str | None:
    return "article_id" if isinstance(error, NotFound) else None


def _failure_of_ours(error: BaseException) -> Problem:
    reference = uuid.uuid4().hex[:12]
    logger.error("failure %s", reference, exc_info=error)
    if isinstance(error, FootnoteError):
        name = next((name for kind, _, name in TABLE if isinstance(error, kind)), "internal")
        return Problem(500, name, f"{error} (The log has more under {reference}.)")
    message = f"Footnote failed. Try again; if it happens again, look for {reference} in the server's log."
    return Problem(500, "internal", message)
