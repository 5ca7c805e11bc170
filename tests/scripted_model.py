"""A chat model that writes what a test tells it to, with the true interface."""

import threading
from collections.abc import Generator, Sequence

from footnote.errors import Cancelled
from footnote.schema import Message, Reading


class ScriptedModel:
    """Writes ``reply`` word by word, reads ``reading``; keeps the prompts that it was given."""

    name = "scripted"
    context_tokens = 2_048

    def __init__(self, reply: str = "", reading: Reading | None = None) -> None:
        self.reply = reply
        self.reading = reading
        self.prompts: list[Sequence[Message]] = []
        self.tokens_generated = 0
        self.tokens_read = 0

    def count_tokens(self, text: str) -> int:
        return len(text.split())

    def stream(
        self, messages: Sequence[Message], *, max_tokens: int, cancel: threading.Event | None = None
    ) -> Generator[str, None, None]:
        self.prompts.append(messages)
        for place, word in enumerate(self.reply.split()[:max_tokens]):
            if cancel is not None and cancel.is_set():
                raise Cancelled("The request was stopped.")
            self.tokens_generated += 1
            yield f" {word}" if place else word

    def log_likelihoods(self, prefix: str, continuations: Sequence[str]) -> list[float] | None:
        del prefix, continuations
        return None

    def read(
        self, question: str, sentences: Sequence[str], *, cancel: threading.Event | None = None
    ) -> Reading | None:
        del question, sentences, cancel
        return self.reading

    def close(self) -> None:
        pass
