"""The pure-ASGI guard: what Gradio lets through on its own and must not, stopped before it gets there.

It checks how a request came in (see ``entrance``), who sent it, the size of JSON bodies, whether the files,
sessions and requests that it names are the sender's, and the arguments of an endpoint; and it puts the
security headers on every reply.
Gradio's own error replies to a caller of an endpoint are rewritten to the interface's one error body.
"""

import json
import re
import uuid
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from footnote.api.admission import Admission
from footnote.api.bodies import json_object, positional, read, received, replayed
from footnote.api.entrance import CALL, LOGIN, PATHS, Entrance, endpoint_of
from footnote.api.finished import Finished
from footnote.api.login import Login
from footnote.api.owners import Owners
from footnote.api.queue import FairQueue
from footnote.api.replies import Problem, Refused, problem_of
from footnote.api.sending import (
    REQUEST_ID,
    Receive,
    Scope,
    Send,
    header,
    identified,
    reply,
    told_in_reply,
    told_in_stream,
    told_to_retry,
    with_headers,
)
from footnote.api.streams import Streams, session_of
from footnote.errors import FootnoteError
from footnote.service import USER

App = Callable[[Scope, Receive, Send], Awaitable[None]]

_PLAIN_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")


class Guard:
    """Wraps an ASGI application; ``hosts`` are the names it may be called by besides any IP address.

    Without a ``login`` everybody is the user without a name; ``also`` are paths that are served besides.
    """

    def __init__(
        self,
        app: App,
        admission: Admission,
        hosts: frozenset[str],
        max_body: int,
        queue: FairQueue,
        report: Callable[[Finished], None],
        login: Login | None = None,
        also: frozenset[str] = frozenset(),
    ) -> None:
        self._app = app
        self._queue = queue
        self._report = report
        self._admission = admission
        self._max_body = max_body
        self._login = login
        paths = PATHS | also | (LOGIN if login is not None else frozenset())
        self._entrance = Entrance(hosts, paths, admission.knows)
        self._owners = Owners()
        self._streams = Streams()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or the lifespan of the application."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        request_id = _request_id(scope)
        scope = {**scope, REQUEST_ID: request_id}
        send = identified(send, request_id)
        try:
            self._entrance.check(scope)
            user = "" if self._login is None else await self._login.user(scope, receive, send)
            if user is not None:
                await self._pass({**scope, USER: user}, receive, with_headers(send))
        except Refused as refused:
            self._note(scope, refused.problem)
            await reply(with_headers(send), refused.problem)

    async def stop(self, grace: float) -> None:
        """Let in nothing more; give what runs ``grace`` seconds to end, and cancel the rest."""
        await self._queue.drain(grace)

    def _note(self, scope: Scope, problem: Problem) -> None:
        name = endpoint_of(scope["path"]) or ""
        endpoint = name if self._admission.knows(name) else "unknown"
        client = str((scope.get("client") or ("unknown",))[0])
        self._report(Finished(scope[REQUEST_ID], endpoint, client, problem.status, problem.type))

    async def _pass(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_upload = scope["path"].startswith("/gradio_api/upload")  # Gradio limits that itself
        body = b""
        if scope["method"] == "POST" and not is_upload:
            body = await received(scope, receive, self._max_body)
            receive = replayed(body, receive)
        data = read(body, partial(self._owners.owns_file, scope[USER]))
        self._owners.check(scope, data)
        send = self._owners.told(scope, send)
        name = endpoint_of(scope["path"])
        if name is None:
            await self._pass_page(scope, data, receive, send)
        elif scope["method"] == "POST":
            await self._post(name, json_object(data), scope, receive, send)
        else:
            await self._follow(scope["path"].rsplit("/", 1)[-1], scope, receive, send)

    async def _follow(self, event_id: str, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on who reads the events of a call."""
        if self._queue.is_over(event_id):
            message = "The result of this call was read, or is no longer kept. Post the request again."
            raise Refused(Problem(404, "not_found", message, "event_id"))
        with self._queue.audience.listening(self._queue.session_of(event_id)):
            await self._app(scope, receive, told_in_stream(send))

    async def _pass_page(self, scope: Scope, data: object, receive: Receive, send: Send) -> None:
        """Pass on what the page and `gradio_client` send, which reach an event by its number."""
        if scope["path"] == "/gradio_api/queue/data":
            with self._queue.audience.listening(session_of(scope)):
                await self._streams.follow(scope, partial(self._app, scope, receive), send)
            return
        if scope["path"] == "/gradio_api/queue/join" and isinstance(data, dict):
            send = told_to_retry(self._streams.posting(data.get("session_hash"), send))
        if scope["path"] == "/gradio_api/cancel" and isinstance(data, dict):
            self._queue.cancel(str(data.get("event_id")))
        if scope["path"].rstrip("/") == "/gradio_api/upload":
            send = told_in_reply(send, _too_large(scope, self._max_body))
        await self._app(scope, receive, send)

    async def _post(
        self, name: str, data: dict[str, Any], scope: Scope, receive: Receive, send: Send
    ) -> None:
        """Check a request for an endpoint and pass it on in the one form that Gradio fills no gaps in."""
        try:
            given = data if "/call/v2/" in scope["path"] else positional(data)
            values = await self._admission.admit(name, given, scope)
        except FootnoteError as error:
            raise Refused(problem_of(error)) from None
        session = data.get("session_hash") if isinstance(given, list) else None
        passed = json.dumps({"data": values, **({"session_hash": session} if session else {})}).encode()
        scope = {**scope, "path": f"{CALL}{name}", "raw_path": f"{CALL}{name}".encode()}
        scope["headers"] = [
            *((key, value) for key, value in scope["headers"] if key != b"content-length"),
            (b"content-length", str(len(passed)).encode()),
        ]
        await self._app(scope, replayed(passed, receive), told_in_reply(send))


def _too_large(scope: Scope, most: int) -> str:
    """Return what is said of an upload that Gradio finds too large."""
    size = header(scope, b"content-length")
    what = f"The upload has {int(size):,} bytes" if size.isdecimal() else "The file is too large"
    return (
        f"{what}; a file of at most {most:,} bytes is taken. Send it in parts, or its text, "
        "or raise FOOTNOTE_MAX_ARTICLE_CHARS."
    )


def _request_id(scope: Scope) -> str:
    """Return the id that a proxy gave the request, where it is a plain one, or a new one."""
    given = header(scope, b"x-request-id")
    return given if _PLAIN_ID.fullmatch(given) else uuid.uuid4().hex[:16]
