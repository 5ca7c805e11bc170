"""The pure-ASGI guard: what Gradio lets through on its own and must not, stopped before it gets there.

It checks the Host (against DNS rebinding), the Origin (against pages of other sites), the path (an
allow-list), who sent it, the size of JSON bodies, whether the files, sessions and requests that it names are
the sender's, and the arguments of an endpoint; and it puts the security headers on every reply.
Gradio's own error replies to a caller of an endpoint are rewritten to the interface's one error body.
"""

import ipaddress
import json
import re
import uuid
from collections.abc import Awaitable, Callable, MutableMapping
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from footnote.api.admission import Admission
from footnote.api.finished import Finished
from footnote.api.login import Login
from footnote.api.owners import Owners
from footnote.api.queue import FairQueue
from footnote.api.replies import Problem, Refused, problem_of
from footnote.api.sending import (
    REQUEST_ID,
    Message,
    Send,
    identified,
    reply,
    told_in_reply,
    told_in_stream,
    told_to_retry,
    with_headers,
)
from footnote.api.streams import Streams, session_of
from footnote.api.uploads import check_files
from footnote.errors import FootnoteError
from footnote.service import USER

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

CALL = "/gradio_api/call/"
_PLAIN_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
# What the page and the clients need of Gradio; everything else it serves is answered with 404.
PATHS = frozenset(
    {
        *(
            "/",
            "/healthz",
            "/openapi.json",
            "/metrics",
            "/config",
            "/theme.css",
            "/favicon.ico",
            "/manifest.json",
            "/robots.txt",
        ),
        *("/gradio_api/info", "/gradio_api/openapi.json", "/gradio_api/queue/join", "/gradio_api/queue/data"),
        *("/gradio_api/cancel", "/gradio_api/reset", "/gradio_api/upload", "/gradio_api/upload_progress"),
        *("/gradio_api/startup-events", "/gradio_api/theme.css", "/gradio_api/app_id"),
    }
)
LOGIN = frozenset({"/login", "/logout"})
FOLDERS = (CALL, "/assets/", "/static/", "/svelte/", "/gradio_api/heartbeat/", "/gradio_api/file=")


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
        self._hosts = hosts
        self._max_body = max_body
        self._login = login
        self._paths = PATHS | also | (LOGIN if login is not None else frozenset())
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
            self._check_sender(scope)
            self._check_path(scope)
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
        name = _endpoint(scope["path"]) or ""
        endpoint = name if self._admission.knows(name) else "unknown"
        client = str((scope.get("client") or ("unknown",))[0])
        self._report(Finished(scope[REQUEST_ID], endpoint, client, problem.status, problem.type))

    def _check_sender(self, scope: Scope) -> None:
        host = _header(scope, b"host")
        if not self._is_ours(host):
            raise Refused(Problem(421, "wrong_host", f"This server is not called {host[:80]!r}.", "Host"))
        origin = _header(scope, b"origin")
        if origin and urlsplit(origin).netloc != host:
            raise Refused(
                Problem(403, "wrong_origin", f"Pages of {origin[:80]!r} may not call this server.", "Origin")
            )

    def _is_ours(self, host: str) -> bool:
        # A name can be made to point here by its owner; an address cannot.
        name = urlsplit(f"//{host}").hostname or ""
        return name in self._hosts or _is_address(name)

    def _check_path(self, scope: Scope) -> None:
        path = scope["path"].rstrip("/") or "/"
        if path not in self._paths and not path.startswith(FOLDERS):
            raise Refused(Problem(404, "not_found", f"There is nothing at {path[:80]!r}."))
        name = _endpoint(path)
        if name is not None and not self._admission.knows(name):
            raise Refused(Problem(404, "not_found", f"There is no endpoint called {name[:80]!r}."))

    async def _pass(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_upload = scope["path"].startswith("/gradio_api/upload")  # Gradio limits that itself
        body = b""
        if scope["method"] == "POST" and not is_upload:
            body = await self._body(scope, receive)
            receive = _replayed(body, receive)
        data = _read(body, partial(self._owners.owns_file, scope[USER]))
        self._owners.check(scope, data)
        send = self._owners.told(scope, send)
        name = _endpoint(scope["path"])
        if name is None:
            await self._pass_page(scope, data, receive, send)
        elif scope["method"] == "POST":
            await self._post(name, _json_object(data), scope, receive, send)
        else:
            with self._queue.audience.listening(self._queue.session_of(scope["path"].rsplit("/", 1)[-1])):
                await self._app(scope, receive, told_in_stream(send))

    async def _pass_page(self, scope: Scope, data: object, receive: Receive, send: Send) -> None:
        """Pass on what the page and `gradio_client` send, which reach an event by its number."""
        if scope["path"] == "/gradio_api/queue/data":
            with self._queue.audience.listening(session_of(scope)):
                await self._streams.follow(scope, partial(self._app, scope, receive), send)
            return
        if scope["path"] == "/gradio_api/queue/join" and isinstance(data, dict):
            send = told_to_retry(self._streams.posting(data.get("session_hash"), send))
        if scope["path"].rstrip("/") == "/gradio_api/upload":
            send = told_in_reply(send)
        await self._app(scope, receive, send)

    async def _post(
        self, name: str, data: dict[str, Any], scope: Scope, receive: Receive, send: Send
    ) -> None:
        """Check a request for an endpoint and pass it on in the one form that Gradio fills no gaps in."""
        try:
            given = data if "/call/v2/" in scope["path"] else _positional(data)
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
        await self._app(scope, _replayed(passed, receive), told_in_reply(send))

    async def _body(self, scope: Scope, receive: Receive) -> bytes:
        problem = Problem(413, "too_large", f"The request is over {self._max_body:,} bytes. Send less.")
        declared = _header(scope, b"content-length")
        if declared.isdigit() and int(declared) > self._max_body:
            raise Refused(problem)
        parts: list[bytes] = []
        size = 0
        while True:
            message = await receive()
            parts.append(message.get("body", b""))
            size += len(parts[-1])
            if size > self._max_body:
                raise Refused(problem)
            if message["type"] != "http.request" or not message.get("more_body"):
                return b"".join(parts)


def _replayed(body: bytes, receive: Receive) -> Receive:
    """Return a ``receive`` that gives the body, read already, and then what else arrives."""
    rest = [body]

    async def received() -> Message:
        if rest:
            return {"type": "http.request", "body": rest.pop(), "more_body": False}
        return await receive()

    return received


def _endpoint(path: str) -> str | None:
    """Return the endpoint that a path calls, None for a path that calls none."""
    if not path.startswith(CALL):
        return None
    parts = path.removeprefix(CALL).removeprefix("v2/").split("/")
    return parts[0]


def _read(body: bytes, owned: Callable[[str], bool]) -> object:
    """Return what a body holds, the files that it names checked; None where Gradio will refuse it itself."""
    try:
        data: object = json.loads(body or b"null")
        check_files(data, owned)
    except ValueError:
        return None
    except RecursionError:
        raise Refused(Problem(422, "invalid_input", "The body is nested too deep.", "data")) from None
    except FootnoteError as error:
        raise Refused(problem_of(error)) from None
    return data


def _json_object(data: object) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise Refused(Problem(422, "invalid_input", "The body is not a JSON object.", "data"))
    return data


def _positional(data: dict[str, Any]) -> list[Any]:
    values = data.get("data")
    if not isinstance(values, list):
        raise Refused(Problem(422, "invalid_input", 'The body needs "data", a list of arguments.', "data"))
    return values


def _header(scope: Scope, name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")


def _request_id(scope: Scope) -> str:
    """Return the id that a proxy gave the request, where it is a plain one, or a new one."""
    given = _header(scope, b"x-request-id")
    return given if _PLAIN_ID.fullmatch(given) else uuid.uuid4().hex[:16]


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
