"""A model behind a server that speaks OpenAI's chat completions, streamed; it cannot score."""

import contextlib
import http.client
import json
import queue
import socket
import threading
from collections.abc import Generator, Iterator, Sequence
from typing import Any, TypeAlias
from urllib.parse import SplitResult, urlsplit

from footnote.errors import ModelUnavailable
from footnote.generate.chat import POLL, check
from footnote.generate.control import broken
from footnote.schema import Message, Reading

_TIMEOUT = 120.0  # seconds without a byte before the server counts as gone
_CONTEXT_TOKENS = 4_096  # where the server does not say
_BYTES_PER_TOKEN = 3  # fewer than English has, so that counts err on the long side
_Lines: TypeAlias = "queue.SimpleQueue[bytes | Exception | None]"  # None: the connection ended


class RemoteChatModel:
    """The ChatModel protocol over HTTP; ``http://host/v1#name`` picks one of the server's models."""

    def __init__(self, url: str) -> None:
        self._url = urlsplit(url)
        self._closed = False
        self.tokens_generated = 0
        self.tokens_read = 0  # the stream does not say
        entries = self._models()
        wanted = self._url.fragment
        entry = next((e for e in entries if not wanted or e.get("id") == wanted), None)
        if entry is None or not isinstance(entry.get("id"), str):
            names = ", ".join(str(e.get("id")) for e in entries) or "none"
            raise self._unavailable(f"it does not offer the model {wanted!r}; it offers: {names}")
        self.name: str = entry["id"]
        self.context_tokens = _context_tokens(entry)

    def count_tokens(self, text: str) -> int:
        """Return an estimate that errs on the long side: the server's tokeniser is not known."""
        return -(-len(text.encode()) // _BYTES_PER_TOKEN)

    def stream(
        self, messages: Sequence[Message], *, max_tokens: int, cancel: threading.Event | None = None
    ) -> Generator[str, None, None]:
        """Write a reply greedily; cancelling or closing hangs up, on which servers stop their work."""
        body = {
            "model": self.name,
            "messages": [{"role": m.role, "content": broken(m.content)} for m in messages],
            "max_tokens": max_tokens,
            "temperature": 0,
            "seed": 0,
            "stream": True,
        }
        check(cancel)
        connection, line_socket = self._open()
        lines: _Lines = queue.SimpleQueue()
        reader = threading.Thread(
            target=_read_lines, args=(connection, self._path("chat/completions"), body, lines), daemon=True
        )
        reader.start()
        try:
            for piece in self._pieces(lines, cancel):
                self.tokens_generated += 1
                yield piece
        finally:
            _hang_up(line_socket)
            reader.join()
            connection.close()

    def log_likelihoods(self, prefix: str, continuations: Sequence[str]) -> list[float] | None:
        """Return None: chat completions do not score given text."""
        return None

    def read(
        self, question: str, sentences: Sequence[str], *, cancel: threading.Event | None = None
    ) -> Reading | None:
        """See ``ChatModel.read``; there is no reader for this model."""
        del question, sentences, cancel
        return None

    def close(self) -> None:
        """Refuse every later call; there is no memory to give up."""
        self._closed = True

    def _pieces(self, lines: _Lines, cancel: threading.Event | None) -> Iterator[str]:
        finished = False
        while True:
            check(cancel)
            try:
                line = lines.get(timeout=POLL)
            except queue.Empty:
                continue
            if line == b"data: [DONE]" or (line is None and finished):
                return
            if line is None or isinstance(line, Exception):
                raise self._unavailable(f"the reply broke off ({line or 'the connection ended'})")
            if line.startswith(b"data:"):
                piece, ends = self._piece(line[5:])
                finished = finished or ends
                if piece:
                    yield piece

    def _piece(self, data: bytes) -> tuple[str, bool]:
        """Return the text of one event, and whether the server calls the reply finished."""
        try:
            event = json.loads(data)
            if "error" in event:
                raise self._unavailable(f"it reports: {str(event['error'])[:300]}")
            choice = (event.get("choices") or [{}])[0]
            text = (choice.get("delta") or {}).get("content") or ""
            return str(text), bool(choice.get("finish_reason"))
        except (ValueError, AttributeError, TypeError, KeyError) as error:
            raise self._unavailable(f"it sent what is not a chat completion: {data[:100]!r}") from error

    def _models(self) -> list[dict[str, Any]]:
        connection, _ = self._open()
        try:
            connection.request("GET", self._path("models"))
            response = connection.getresponse()
            body = response.read()
            if response.status != 200:
                raise self._unavailable(f"GET {self._path('models')} answers {response.status}")
            entries = json.loads(body)["data"]
            return [entry for entry in entries if isinstance(entry, dict)]
        except (OSError, http.client.HTTPException) as error:
            raise self._unavailable(str(error)) from error
        except (ValueError, KeyError, TypeError) as error:
            raise self._unavailable(
                "its list of models is not what an OpenAI-compatible server sends"
            ) from error
        finally:
            connection.close()

    def _open(self) -> tuple[http.client.HTTPConnection, socket.socket]:
        if self._closed:
            raise ModelUnavailable(f"The model {self.name} has been closed; load it again.")
        secure = self._url.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        try:
            connection = kind(self._url.hostname or "", self._url.port, timeout=_TIMEOUT)
            connection.connect()
        except (OSError, ValueError) as error:
            raise self._unavailable(str(error)) from error
        return connection, connection.sock

    def _path(self, end: str) -> str:
        return f"{self._url.path.rstrip('/')}/{end}"

    def _unavailable(self, why: str) -> ModelUnavailable:
        return ModelUnavailable(
            f"The model server at {_shown(self._url)} cannot be used: {why}. "
            "Start it, or correct FOOTNOTE_MODEL."
        )


def _read_lines(
    connection: http.client.HTTPConnection,
    path: str,
    body: dict[str, object],
    lines: _Lines,
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


def _context_tokens(entry: dict[str, Any]) -> int:
    """Return the context length where the server tells it: vLLM and llama.cpp do, each its own way."""
    meta = entry.get("meta")
    told = entry.get("max_model_len") or (meta.get("n_ctx_train") if isinstance(meta, dict) else None)
    return told if isinstance(told, int) and told > 0 else _CONTEXT_TOKENS


def _shown(url: SplitResult) -> str:
    """Return the address without a user name or password."""
    return f"{url.scheme}://{url.hostname}{f':{url.port}' if url.port else ''}{url.path}"
