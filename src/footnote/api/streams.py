"""Keeps a page's stream of events open where Gradio would close it under an event that is being posted.

Gradio 6.31 closes a session's stream when no event is pending, and its page opens a new one with the next
event, unless it holds the stream for open still. An event that is posted while the closing is on its way is
therefore never heard of again, and the page waits for ever. Here the closing waits a moment: where an event
comes in that time, the stream goes on, and where one comes just after, its reply waits for the closing.
"""

import asyncio
import json
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from footnote.api.sending import Message, Send

GRACE = 0.3  # seconds that a closing waits
ARRIVAL = 0.2  # seconds after which a closing has surely arrived
_SESSIONS = 10_000

Serve = Callable[[Send], Awaitable[None]]


@dataclass(slots=True)
class _Session:
    posted: int = 0
    closed: float = -ARRIVAL  # on the monotonic clock
    news: asyncio.Event = field(default_factory=asyncio.Event)


class Streams:
    """The streams of all sessions."""

    def __init__(self) -> None:
        self._sessions: OrderedDict[str, _Session] = OrderedDict()

    def posting(self, session_hash: object, send: Send) -> Send:
        """Return a ``send`` for the reply to a posted event of a session."""

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                session = self._session(str(session_hash))
                session.posted += 1
                session.news.set()
                if time.monotonic() - session.closed < ARRIVAL:
                    await asyncio.sleep(ARRIVAL)
            await send(message)

        return sent

    async def follow(self, scope: MutableMapping[str, Any], serve: Serve, send: Send) -> None:
        """Serve a session's stream, again and again as one reply, until it is closed with nothing to come."""
        session = self._session(session_of(scope))
        started = False
        while True:
            stream = _Stream(send, session, started)
            await serve(stream.sent)
            started = True
            if stream.closing is None:
                await send({"type": "http.response.body", "body": b""})
                return
            if not await self._goes_on(session, stream.posted):
                session.closed = time.monotonic()
                await send({**stream.closing, "more_body": False})
                return

    async def _goes_on(self, session: _Session, posted: int) -> bool:
        session.news.clear()
        if session.posted == posted:
            with suppress(TimeoutError):
                await asyncio.wait_for(session.news.wait(), GRACE)
        return session.posted != posted

    def _session(self, session_hash: str) -> _Session:
        session = self._sessions.pop(session_hash, None) or _Session()
        self._sessions[session_hash] = session  # the latest last
        if len(self._sessions) > _SESSIONS:
            self._sessions.popitem(last=False)
        return session


def session_of(scope: MutableMapping[str, Any]) -> str:
    """Return the session that a request for a stream names, "" where it names none."""
    query: str = scope.get("query_string", b"").decode("latin-1")
    return parse_qs(query).get("session_hash", [""])[0]


class _Stream:
    """One run of Gradio's stream: all but its beginning, if there was one before, and its end is sent."""

    def __init__(self, send: Send, session: _Session, started: bool) -> None:
        self._send = send
        self._session = session
        self._started = started
        self.closing: Message | None = None
        self.posted = 0

    async def sent(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            if not self._started:
                await self._send(message)
        elif _closes(message.get("body", b"")):
            self.closing, self.posted = message, self._session.posted
        elif message.get("more_body"):
            await self._send(message)


def _closes(chunk: bytes) -> bool:
    """Return whether a chunk is the message that closes a stream; an article may well hold its words."""
    if len(chunk) > 500 or not chunk.startswith(b"data: {"):
        return False
    try:
        return bool(json.loads(chunk.removeprefix(b"data: ")).get("msg") == "close_stream")
    except ValueError:
        return False
