"""The real application on a free loopback port, and a service whose answers never end."""

import asyncio
import socket
import threading
import time
from collections.abc import Coroutine, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

import uvicorn

from footnote.api.guard import Guard
from footnote.errors import Cancelled, StoreError
from footnote.schema import Answer, ArticleEntry, Message, Style, Summary
from footnote.service import Footnote

Result = TypeVar("Result")


def on_its_own_loop(work: Coroutine[Any, Any, Result]) -> Result:
    """Run in a thread, since a browser that other tests keep open has a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


@contextmanager
def running(application: Guard) -> Iterator[str]:
    """Serve an ASGI application from a thread; yield its address."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(application, log_level="warning", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve([listening])))
    thread.start()
    while not server.started:
        if not thread.is_alive():
            raise RuntimeError("the server did not start")
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


class Endless(Footnote):
    """A real library whose answers grow until they are cancelled: what stopping is tried on."""

    def start(self) -> None:
        """Load nothing: no model is asked."""
        self.asked: list[str] = []
        self.begun = threading.Event()
        self.ended = threading.Event()

    def health(self) -> dict[str, str]:
        return {**super().health(), "status": "ready"}

    def ask(
        self,
        question: str,
        article_ids: Sequence[str] = (),
        history: Sequence[Message] = (),
        *,
        cancel: threading.Event | None = None,
    ) -> Iterator[Answer]:
        self.asked.append(question)
        for text in self._words(cancel):
            yield Answer(answer=text, searched_for=question)

    def summarise(
        self,
        article_id: str,
        style: Style = "short",
        start: int = 0,
        end: int | None = None,
        *,
        cancel: threading.Event | None = None,
    ) -> Iterator[Summary]:
        for text in self._words(cancel):
            yield Summary(summary=text, style=style)

    def _words(self, cancel: threading.Event | None) -> Iterator[str]:
        self.begun.set()
        self.ended.clear()
        text = ""
        try:
            while cancel is not None and not cancel.wait(0.02):
                text += "word "
                yield text
        finally:
            self.ended.set()


class Silent(Endless):
    """A service whose answers have no first event."""

    def ask(
        self,
        question: str,
        article_ids: Sequence[str] = (),
        history: Sequence[Message] = (),
        *,
        cancel: threading.Event | None = None,
    ) -> Iterator[Answer]:
        assert cancel is not None
        cancel.wait()
        raise Cancelled("The request was stopped.")


class Loading(Endless):
    """A service whose models are still loading."""

    def health(self) -> dict[str, str]:
        return {**super().health(), "status": "loading"}


class Faltering(Endless):
    """A service that fails in a way it knows, then in one that it does not, and then answers."""

    def start(self) -> None:
        """Load nothing: no model is asked."""
        self.asked: list[str] = []

    def ask(
        self,
        question: str,
        article_ids: Sequence[str] = (),
        history: Sequence[Message] = (),
        *,
        cancel: threading.Event | None = None,
    ) -> Iterator[Answer]:
        self.asked.append(question)
        if len(self.asked) == 1:
            raise StoreError("The library cannot be read: disk I/O error. Check its file.")
        if len(self.asked) == 2:
            raise RuntimeError("secret of the server")
        yield Answer("It does.", status="answered", done=True)


class Forgetful(Endless):
    """A service with one article, which is removed by the time that it answers."""

    removed = False

    def entry(self, article_id: str) -> ArticleEntry:
        return super().entry(article_id) if self.removed else ArticleEntry(article_id, "", "", "en", 1, 1, 1)

    def ask(
        self,
        question: str,
        article_ids: Sequence[str] = (),
        history: Sequence[Message] = (),
        *,
        cancel: threading.Event | None = None,
    ) -> Iterator[Answer]:
        yield Answer(searched_for=question)
        self.removed = True
        yield Answer("The article does not say.", status="not_in_article", done=True)
