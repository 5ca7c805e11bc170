"""The connection to a server of models: what it offers, and the lines of a reply as they come."""

import contextlib
import http.client
import json
import queue
import socket
import threading
from collections.abc import Iterator
from typing import Any, TypeAlias
from urllib.parse import SplitResult

from footnote.errors import ModelUnavailable

_TIMEOUT = 120.0  # seconds without a byte before the server counts as gone
Lines: TypeAlias = "queue.SimpleQueue[bytes | Exception | None]"  # None: the connection ended


class ModelServer:
    """A server below an address such as ``http://host/v1``; each request has a connection of its own."""

    def __init__(self, url: SplitResult) -> None:
        self._url = url

    def models(self) -> list[dict[str, Any]]:
        """Return what the server says of each of its models.

        Raises:
            ModelUnavailable: it cannot be reached, or says nothing that can be read.
        """
        connection, _ = self._open()
        try:
            connection.request("GET", self._path("models"))
            response = connection.getresponse()
            body = response.read()
            if response.status != 200:
                raise self.unavailable(f"GET {self._path('models')} answers {response.status}")
            entries = json.loads(body)["data"]
            return [entry for entry in entries if isinstance(entry, dict)]
        except (OSError, http.client.HTTPException) as error:
            raise self.unavailable(str(error)) from error
        except (ValueError, KeyError, TypeError) as error:
            raise self.unavailable(
                "its list of models is not what an OpenAI-compatible server sends"
            ) from error
        finally:
            connection.close()

    @contextlib.contextmanager
    def posted(self, end: str, body: dict[str, object]) -> Iterator[Lines]:
        """Post a request and give the lines of the reply; hang up at the end, on which servers stop.

        Raises:
            ModelUnavailable: the server cannot be reached.
        """
        connection, line_socket = self._open()
        lines: Lines = queue.SimpleQueue()
        reader = threading.Thread(
            target=_read_lines, args=(connection, self._path(end), body, lines), daemon=True
        )
        reader.start()
        try:
            yield lines
        finally:
            _hang_up(line_socket)
            reader.join()
            connection.close()

    def unavailable(self, why: str) -> ModelUnavailable:
        """Return the error that says why the server is of no use, and what to do."""
        return ModelUnavailable(
            f"The model server at {_shown(self._url)} cannot be used: {why}. "
            "Start it, or correct FOOTNOTE_MODEL."
        )

    def _open(self) -> tuple[http.client.HTTPConnection, socket.socket]:
        secure = self._url.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        try:
            connection = kind(self._url.hostname or "", self._url.port, timeout=_TIMEOUT)
            connection.connect()
        except (OSError, ValueError) as error:
            raise self.unavailable(str(error)) from error
        return connection, connection.sock

    def _path(self, end: str) -> str:
        return f"{self._url.path.rstrip('/')}/{end}"


def _read_lines(
    connection: http.client.HTTPConnection,
    path: str,
    body: dict[str, object],
    lines: Lines,
) -> None:
    """Post the request and put each line of the reply, then None, or the error that ended it."""
    try:
        connection.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
        response = connection.getresponse()
        if response.status != 200:
            raise http.client.HTTPException(f"status {response.status}, {response.read(300)!r}")
        for line in response:
            lines.put(line.strip())
        lines.put(None)
    except (OSError, http.client.HTTPException, ValueError) as error:
        lines.put(error)


def _hang_up(line_socket: socket.socket) -> None:
    """End the connection at once, waking the thread that reads from it."""
    with contextlib.suppress(OSError):  # the server may have hung up first
        line_socket.shutdown(socket.SHUT_RDWR)


def _shown(url: SplitResult) -> str:
    """Return the address without a user name or password."""
    return f"{url.scheme}://{url.hostname}{f':{url.port}' if url.port else ''}{url.path}"
