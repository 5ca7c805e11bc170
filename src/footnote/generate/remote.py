"""A model behind a server that speaks OpenAI's chat completions, streamed; it cannot score."""

import json
import queue
import threading
from collections.abc import Generator, Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from footnote.errors import ModelUnavailable
from footnote.generate.chat import POLL, check
from footnote.generate.control import broken
from footnote.generate.server import Lines, ModelServer
from footnote.schema import Message, Reading

_CONTEXT_TOKENS = 4_096  # where the server does not say
_BYTES_PER_TOKEN = 3  # fewer than English has, so that counts err on the long side


class RemoteChatModel:
    """The ChatModel protocol over HTTP; ``http://host/v1#name`` picks one of the server's models."""

    def __init__(self, url: str) -> None:
        address = urlsplit(url)
        self._server = ModelServer(address)
        self._closed = False
        self.tokens_generated = 0
        self.tokens_read = 0  # the stream does not say
        entries = self._server.models()
        wanted = address.fragment
        entry = next((e for e in entries if not wanted or e.get("id") == wanted), None)
        if entry is None or not isinstance(entry.get("id"), str):
            names = ", ".join(str(e.get("id")) for e in entries) or "none"
            raise self._server.unavailable(f"it does not offer the model {wanted!r}; it offers: {names}")
        self.name: str = entry["id"]
        self.context_tokens = _context_tokens(entry)

    def count_tokens(self, text: str) -> int:
        """Return an estimate that errs on the long side: the server's tokeniser is not known."""
        return -(-len(text.encode()) // _BYTES_PER_TOKEN)

    def stream(
        self, messages: Sequence[Message], *, max_tokens: int, cancel: threading.Event | None = None
    ) -> Generator[str, None, None]:
        """Write a reply greedily; cancelling or closing hangs up, on which servers stop their work."""
        body = self._body(messages, max_tokens)
        check(cancel)
        if self._closed:
            raise ModelUnavailable(f"The model {self.name} has been closed; load it again.")
        with self._server.posted("chat/completions", body) as lines:
            for piece in self._pieces(lines, cancel):
                self.tokens_generated += 1
                yield piece

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

    def _body(self, messages: Sequence[Message], max_tokens: int) -> dict[str, object]:
        return {
            "model": self.name,
            "messages": [{"role": m.role, "content": broken(m.content)} for m in messages],
            "max_tokens": max_tokens,
            "temperature": 0,
            "seed": 0,
            "stream": True,
        }

    def _pieces(self, lines: Lines, cancel: threading.Event | None) -> Iterator[str]:
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
                raise self._server.unavailable(f"the reply broke off ({line or 'the connection ended'})")
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
                raise self._server.unavailable(f"it reports: {str(event['error'])[:300]}")
            choice = (event.get("choices") or [{}])[0]
            text = (choice.get("delta") or {}).get("content") or ""
            return str(text), bool(choice.get("finish_reason"))
        except (ValueError, AttributeError, TypeError, KeyError) as error:
            raise self._server.unavailable(
                f"it sent what is not a chat completion: {data[:100]!r}"
            ) from error


def _context_tokens(entry: dict[str, Any]) -> int:
    """Return the context length where the server tells it: vLLM and llama.cpp do, each its own way."""
    meta = entry.get("meta")
    told = entry.get("max_model_len") or (meta.get("n_ctx_train") if isinstance(meta, dict) else None)
    return told if isinstance(told, int) and told > 0 else _CONTEXT_TOKENS
