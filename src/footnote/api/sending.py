"""What leaves the server: the security headers, and Gradio's error replies told in the interface's words."""

import json
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from footnote.api.replies import Problem, problem_in, problem_of

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

# Gradio's own scripts are inline and its templates are compiled, hence the two unsafe-* for scripts.
CONTENT_SECURITY_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
    "object-src 'none'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'"
)
HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),  # without any, a form of ours would come from origin "null"
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
_NOTHING = b"event: complete\ndata: null\n\n"
QUEUE_RETRY = 10  # seconds
REQUEST_ID = "footnote.request_id"  # where a request's scope has the id that the log has too


async def reply(send: Send, problem: Problem) -> None:
    """Answer with a problem."""
    body = problem.json()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    if problem.retry_after is not None:
        headers.append((b"retry-after", str(problem.retry_after).encode()))
    if problem.status == 401:
        headers.append((b"www-authenticate", b'Bearer realm="Footnote"'))
    await send({"type": "http.response.start", "status": problem.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def identified(send: Send, request_id: str) -> Send:
    """Put the id on a reply under which the log has the request."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = [*message.get("headers", ()), (b"x-request-id", request_id.encode())]
            message = {**message, "headers": headers}
        await send(message)

    return sent


def with_headers(send: Send, policy: str = CONTENT_SECURITY_POLICY) -> Send:
    """Put the security headers on a reply, in place of any that Gradio set."""
    headers = ((b"content-security-policy", policy.encode()), *HEADERS)
    own = {key for key, _ in headers}

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            kept = [(key, value) for key, value in message.get("headers", ()) if key.lower() not in own]
            message = {**message, "headers": [*kept, *headers]}
        await send(message)

    return sent


def told_in_reply(send: Send, too_large: str = "") -> Send:
    """Rewrite Gradio's reply to a POST where it is an error, a full queue above all.

    ``too_large`` is what is said of a file that Gradio does not take.
    """
    failed: list[int] = []
    body: list[bytes] = []

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] >= 400:
            failed.append(message["status"])
        elif not failed:
            await send(message)
        else:
            body.append(message.get("body", b""))
            if not message.get("more_body"):
                await reply(send, _problem_of_status(failed[0], b"".join(body), too_large))

    return sent


def told_to_retry(send: Send) -> Send:
    """Say on a 503 when to try again; the page and `gradio_client` read the rest as Gradio wrote it."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 503:
            retry = (b"retry-after", str(QUEUE_RETRY).encode())
            message = {**message, "headers": [*message.get("headers", ()), retry]}
        await send(message)

    return sent


def _problem_of_status(status: int, body: bytes, too_large: str) -> Problem:
    if status == 503:
        return Problem(503, "overloaded", str(json.loads(body)["detail"]), retry_after=QUEUE_RETRY)
    if status >= 500:
        return problem_of(RuntimeError(f"Gradio answered {status} to a checked request"))
    if status == 413:
        return Problem(413, "too_large", too_large, "files")
    return Problem(422, "invalid_input", "The request could not be read.", "data")


def told_in_stream(send: Send) -> Send:
    """Rewrite the error events of a stream.

    The start of the reply is held back until its first event, which decides the status: an unknown event id
    becomes a plain 404, a deadline that passed before there was anything to send a plain 504. What Gradio
    calls complete without a result was cancelled, by whoever asked for it.
    """
    held: list[Message] = []
    refused: list[Problem] = []

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            held.append(message)
            return
        problem = _problem_in_event(message.get("body", b""))
        if held and problem is not None and (problem.field == "event_id" or problem.status == 504):
            held.clear()
            refused.append(problem)
            await reply(send, problem)
        if refused:
            return
        if held:
            await send(held.pop())
        if problem is not None:
            message = {**message, "body": b"event: error\ndata: " + problem.json() + b"\n\n"}
        await send(message)

    return sent


def _problem_in_event(chunk: bytes) -> Problem | None:
    """Return the problem that a chunk of a stream tells; Gradio sends every event as one chunk."""
    if chunk == _NOTHING:
        return Problem(499, "cancelled", "The request was stopped.")
    if not chunk.startswith(b"event: error\n"):
        return None
    _, _, data = chunk.partition(b"data: ")
    try:
        return problem_in(json.loads(data))
    except json.JSONDecodeError:
        return problem_in(None)


def header(scope: Scope, name: bytes) -> str:
    """Return a header of a request, "" where it has none."""
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")
