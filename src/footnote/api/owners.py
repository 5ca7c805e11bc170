"""Whose a session, a request or an uploaded file is: Gradio knows all of them by name only.

Their names are long and random, but a name can leak. So each belongs to whoever used it first, or, for files
and requests, to whoever was told its name; to everybody else it does not exist.
"""

import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from urllib.parse import parse_qs

from footnote.api.replies import Problem, Refused
from footnote.api.sending import Message, Scope, Send
from footnote.service import USER

_KEPT = 50_000
_FILE = "/gradio_api/file="

_UNKNOWN = {
    "session_hash": "This session is not yours. Choose another name for it.",
    "event_id": "No request of yours has this event id. Post the request again.",
    "file": "No file of yours is there. Upload it again.",
}


class Owners:
    """The owners of names, the latest kept. Methods may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._owners: OrderedDict[str, frozenset[str]] = OrderedDict()

    def check(self, scope: Scope, data: object) -> None:
        """Refuse a request that names what is another's; ``data`` is its JSON body.

        Raises:
            Refused: it does, or it names a request or a file that nobody was told of.
        """
        user = scope[USER]
        for name in _used(scope, data):
            if not self._claim(name, user):
                raise _unknown("session_hash")
        for field, name in _told_before(scope, data):
            if not self._owns(name, user):
                raise _unknown(field)

    def owns_file(self, user: str, path: str) -> bool:
        """Return whether this user uploaded the file at a path."""
        return self._owns(f"file {path}", user)

    def told(self, scope: Scope, send: Send) -> Send:
        """Return a ``send`` that gives the sender of a request what the reply to it names."""
        names = _NAMES.get(scope["path"].split("/")[2] if scope["path"].startswith("/gradio_api/") else "")
        if scope["method"] != "POST" or names is None:
            return send
        body: list[bytes] = []

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.body":
                body.append(message.get("body", b""))
                if not message.get("more_body"):
                    for name in names(_told(b"".join(body))):
                        self._give(name, scope[USER])
            await send(message)

        return sent

    def _give(self, name: str, user: str) -> None:
        with self._lock:
            # The same file may be uploaded by two.
            self._put(name, self._owners.pop(name, frozenset()) | {user})

    def _claim(self, name: str, user: str) -> bool:
        with self._lock:
            owners = self._owners.pop(name, frozenset((user,)))
            self._put(name, owners)
            return user in owners

    def _owns(self, name: str, user: str) -> bool:
        with self._lock:
            return user in self._owners.get(name, ())

    def _put(self, name: str, owners: frozenset[str]) -> None:
        self._owners[name] = owners  # the latest last
        if len(self._owners) > _KEPT:
            self._owners.popitem(last=False)


def _used(scope: Scope, data: object) -> Iterator[str]:
    """Yield the sessions and uploads under way that a request names, which whoever begins them makes up."""
    path, query = scope["path"], parse_qs(scope.get("query_string", b"").decode("latin-1"))
    sessions = query.get("session_hash", [])
    if isinstance(data, dict) and data.get("session_hash") is not None:
        sessions.append(str(data["session_hash"]))
    if path.startswith("/gradio_api/heartbeat/"):
        sessions.append(path.removeprefix("/gradio_api/heartbeat/").rstrip("/"))
    yield from (f"session {name}" for name in sessions)
    yield from (f"upload {name}" for name in query.get("upload_id", []))


def _told_before(scope: Scope, data: object) -> Iterator[tuple[str, str]]:
    """Yield the requests and files that a request names, which its sender was told, each with its field."""
    path = scope["path"]
    if path.startswith("/gradio_api/call/") and scope["method"] != "POST":
        yield "event_id", f"event {path.rstrip('/').rpartition('/')[2]}"
    if path.startswith(_FILE):
        yield "file", f"file {path.removeprefix(_FILE)}"
    if isinstance(data, dict) and data.get("event_id") is not None:
        yield "event_id", f"event {data['event_id']}"


def _unknown(field: str) -> Refused:
    return Refused(Problem(404, "not_found", _UNKNOWN[field], field))


def _told(body: bytes) -> object:
    try:
        told: object = json.loads(body)
    except ValueError:  # a refusal in plain text
        return None
    return told


def _events(told: object) -> list[str]:
    """Return the request that a reply names; Gradio calls its session by the same name if it got no other."""
    if not isinstance(told, dict) or "event_id" not in told:
        return []
    return [f"event {told['event_id']}", f"session {told['event_id']}"]


def _files(told: object) -> list[str]:
    return [f"file {path}" for path in told if isinstance(path, str)] if isinstance(told, list) else []


# By the part of the path after /gradio_api/.
_NAMES: dict[str, Callable[[object], list[str]]] = {"upload": _files, "call": _events, "queue": _events}
