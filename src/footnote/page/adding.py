"""Adding an article, step by step as the reader sees it."""

import asyncio
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing
from pathlib import Path

import gradio as gr

from footnote.errors import Cancelled, FootnoteError
from footnote.page import shelf
from footnote.page.actions import POLL, Values, unexpected, words_of
from footnote.page.browsing import Browsing
from footnote.page.problems import told
from footnote.page.words import Words
from footnote.schema import ArticleEntry
from footnote.service import Footnote, Progress, Step, Ticket, current, read_once, until

Add = Callable[[Progress], ArticleEntry]


class Adding:
    """Each method yields (shelf, pane, shown, chosen, notice) first, then the fields that it read."""

    def __init__(self, service: Footnote) -> None:
        self._service = service
        self._browsing = Browsing(service)

    def begin(self, request: gr.Request) -> str:
        """Return the notice that an article waits for its turn."""
        return shelf.notice(words_of(request).queued)

    async def text(
        self, text: str, title: str, chosen: list[str], request: gr.Request
    ) -> AsyncIterator[Values]:
        """Add a pasted text; the fields are emptied once it is in the library."""

        def add(progress: Progress) -> ArticleEntry:
            return self._service.add_article(text, title=title.strip(), progress=progress)

        async for values, done in self._add(add, chosen, words_of(request)):
            yield *values, *(("", "") if done else (gr.skip(),) * 2)

    async def files(self, paths: list[str], chosen: list[str], request: gr.Request) -> AsyncIterator[Values]:
        """Add uploaded files one after the other; what became of the earlier ones stays to be read."""
        before = ""
        for path in map(Path, paths):

            def add(progress: Progress, path: Path = path) -> ArticleEntry:
                with read_once(path):
                    return self._service.add_file(path, progress=progress)

            notice = ""
            async for (*view, notice), _ in self._add(add, chosen, words_of(request)):
                yield *view, before + notice
            before += notice

    async def address(self, url: str, chosen: list[str], request: gr.Request) -> AsyncIterator[Values]:
        """Add the article at an address; the field is emptied once it is in the library."""

        def add(progress: Progress) -> ArticleEntry:
            address = url.strip()
            whole = address if "://" in address or not address else f"https://{address}"
            return self._service.add_url(whole, progress=progress)

        async for values, done in self._add(add, chosen, words_of(request)):
            yield *values, ("" if done else gr.skip())

    async def _add(self, add: Add, chosen: list[str], words: Words) -> AsyncIterator[tuple[Values, bool]]:
        """Yield the values of each step; with the last, whether the article is in the library."""
        unchanged = (gr.skip(),) * 4
        try:
            while self._service.health()["status"] == "loading":
                yield (*unchanged, shelf.notice(words.waiting)), False
                await asyncio.sleep(POLL)
            async with aclosing(_steps(add)) as steps:
                async for step in steps:
                    if isinstance(step, ArticleEntry):
                        said = (words.known if step.already_known else words.added).format(step.title)
                        yield (*self._browsing.view(step.id, chosen, words), shelf.notice(said)), True
                    else:
                        yield (*unchanged, shelf.adding(step, words)), False
        except FootnoteError as error:
            yield (*unchanged, shelf.notice(told(error, words), problem=True)), False
        except Exception:
            yield (*unchanged, shelf.notice(unexpected(words), problem=True)), False


async def _steps(add: Add) -> AsyncGenerator[Step | ArticleEntry, None]:
    """Run ``add`` in a thread; yield each step as it begins, then what was added.

    The adding ends where the reader leaves, and at the request's deadline.
    """
    loop, ticket, left = asyncio.get_running_loop(), current(), threading.Event()
    ticket.check()
    begun: asyncio.Queue[Step | None] = asyncio.Queue()

    def begin(step: Step | None) -> None:
        loop.call_soon_threadsafe(begun.put_nowait, step)

    ticket.working = True
    work = asyncio.create_task(asyncio.to_thread(_added, add, _telling(begin, ticket, left), begin, ticket))
    try:
        while (step := await begun.get()) is not None:
            yield step
        if (added := await work) is not None:
            yield added
    finally:
        left.set()


def _added(
    add: Add, tell: Progress, begin: Callable[[Step | None], None], ticket: Ticket
) -> ArticleEntry | None:
    """Return what was added, None where the adding was ended; at the end, no step begins any more."""
    try:
        return add(tell)
    except Cancelled:
        return None
    finally:
        ticket.end()
        begin(None)


def _telling(begin: Callable[[Step | None], None], ticket: Ticket, left: threading.Event) -> Progress:
    """Return a progress that tells each step once and ends the adding where nobody waits for it."""
    proceed = until(left)
    seen: list[Step] = []

    def tell(step: Step) -> None:
        proceed(step)
        ticket.check()
        if seen[-1:] != [step]:
            seen.append(step)
            begin(step)

    return tell
