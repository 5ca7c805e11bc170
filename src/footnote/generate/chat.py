"""What every chat model offers, and how requests take turns on one."""

import threading
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from footnote.errors import Cancelled
from footnote.schema import Message, Reading

POLL = 0.05  # seconds between two looks at a cancel event while something else is awaited


class ChatModel(Protocol):
    """A model that writes greedily, and may score given text."""

    @property
    def name(self) -> str:
        """The model's name as users see it; never a path."""

    @property
    def context_tokens(self) -> int:
        """How many tokens a prompt and its reply may have together."""

    @property
    def tokens_generated(self) -> int:
        """How many tokens this model has written since it was loaded."""

    @property
    def tokens_read(self) -> int:
        """How many tokens it was given to read or to score; 0 where a remote engine does not say."""

    def count_tokens(self, text: str) -> int:
        """Return how many tokens ``text`` has as content of a message."""

    def stream(
        self, messages: Sequence[Message], *, max_tokens: int, cancel: threading.Event | None = None
    ) -> Generator[str, None, None]:
        """Write a reply, piece by piece; closing the iterator ends the work.

        Raises:
            Cancelled: ``cancel`` was set; the work stops within one token.
            TooLarge: the messages leave no room for a reply.
        """

    def log_likelihoods(self, prefix: str, continuations: Sequence[str]) -> list[float] | None:
        """Return log P(continuation | prefix), the mean over each continuation's tokens.

        Both are plain text. A continuation that starts with a word should start with a space.
        None where the engine cannot score.
        """

    def read(
        self, question: str, sentences: Sequence[str], *, cancel: threading.Event | None = None
    ) -> Reading | None:
        """Return the few words of the sentences that answer a question; None without a reader.

        Raises:
            Cancelled: ``cancel`` was set.
        """

    def close(self) -> None:
        """Give up the model's memory; every later call raises ModelUnavailable."""


class Turns:
    """Lets one request at a time compute, in order of arrival.

    A turn lasts for one step (a token, or a chunk of a prompt), not for a whole reply. So a
    reader who pauses holds nobody up, a long prompt does not hold up a short one, and a caller
    may score a sentence in the middle of the stream that writes it.
    """

    def __init__(self) -> None:
        self._waiting: deque[object] = deque()  # the first one has the turn
        self._changed = threading.Condition()

    @contextmanager
    def take(self, cancel: threading.Event | None = None) -> Iterator[None]:
        """Wait for the turn and hold it.

        Raises:
            Cancelled: ``cancel`` was set before the turn came.
        """
        ticket = object()
        with self._changed:
            self._waiting.append(ticket)
        try:
            with self._changed:
                check(cancel)
                while self._waiting[0] is not ticket:
                    self._changed.wait(POLL if cancel else None)
                    check(cancel)
            yield
        finally:
            with self._changed:
                self._waiting.remove(ticket)
                self._changed.notify_all()


def check(cancel: threading.Event | None) -> None:
    """Raise Cancelled if ``cancel`` is set."""
    if cancel is not None and cancel.is_set():
        raise Cancelled("The request was stopped.")
