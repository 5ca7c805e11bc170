"""The public endpoints, each a method with the signature and the result that the interface documents.

An endpoint checks its arguments itself as well as the guard does, because ``gradio_client`` calls it by way
of the page's own queue, past the guard's check.
"""

import asyncio
import threading
from collections.abc import AsyncGenerator, Iterator
from dataclasses import dataclass
from pathlib import Path

from gradio.data_classes import FileData

from footnote.api.uploads import uploaded
from footnote.errors import InvalidInput
from footnote.schema import Answer, ArticleEntry, Message, Residue, Style, Summary
from footnote.service import Footnote, Progress, read_once, result, stream, until

# Defaults that nothing changes: an empty choice means the whole library.
NO_ARTICLES: list[str] = []
NO_HISTORY: list[Message] = []


@dataclass(frozen=True, slots=True)
class ArticleText(ArticleEntry):
    """An article with its text, as ``/article`` returns it.

    ``residue`` is what of the text is no sentence and no heading, ``dropped`` what of the document is not in
    the text.
    """

    text: str = ""
    residue: tuple[Residue, ...] = ()
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Removed:
    """That an article was removed."""

    id: str
    removed: bool = True


class Endpoints:
    """Every public endpoint by its name; the docstrings are what the served description shows."""

    def __init__(self, service: Footnote) -> None:
        self._service = service

    async def add_article(
        self, text: str = "", url: str = "", file: FileData | None = None, title: str = ""
    ) -> ArticleEntry:
        """Add an article from exactly one of text, url and file; a known text is not stored twice."""
        check_source(text, url, file)
        if url:
            return await result(
                lambda cancel: self._service.add_url(url, title=title, progress=until(cancel))
            )
        if file is not None:
            path, name = uploaded(file.path), file.orig_name or ""
            return await result(lambda cancel: self._add_file(path, title, name, until(cancel)))
        return await result(
            lambda cancel: self._service.add_article(text, title=title, progress=until(cancel))
        )

    def _add_file(self, path: Path, title: str, name: str, progress: Progress) -> ArticleEntry:
        with read_once(path):
            return self._service.add_file(path, title=title, name=name, progress=progress)

    async def articles(self) -> list[ArticleEntry]:
        """List the articles of the library."""
        return list(await asyncio.to_thread(self._service.articles))

    async def article(self, article_id: str) -> ArticleText:
        """Return an article with its text, to which every citation's offsets refer."""
        entry = await asyncio.to_thread(self._service.entry, article_id)
        article = await asyncio.to_thread(self._service.article, article_id)
        residue = await asyncio.to_thread(self._service.residue, article_id)
        return ArticleText(**entry.as_dict(), text=article.text, residue=residue, dropped=article.dropped)

    async def remove_article(self, article_id: str) -> Removed:
        """Remove an article from the library."""
        await asyncio.to_thread(self._service.remove_article, article_id)
        return Removed(article_id)

    def ask(
        self, question: str, article_ids: list[str] = NO_ARTICLES, history: list[Message] = NO_HISTORY
    ) -> AsyncGenerator[Answer, None]:
        """Answer a question from the articles, the whole library where none is named; streams Answers."""
        return stream(lambda cancel: self._ask(question, article_ids, history, cancel))

    def _ask(
        self, question: str, article_ids: list[str], history: list[Message], cancel: threading.Event
    ) -> Iterator[Answer]:
        for event in self._service.ask(question, article_ids, history, cancel=cancel):
            if event.done:  # that one which was removed meanwhile does not say it, nobody can tell
                for article_id in article_ids:
                    self._service.entry(article_id)
            yield event

    def summarise(
        self, article_id: str, style: Style = "short", start: int = 0, end: int | None = None
    ) -> AsyncGenerator[Summary, None]:
        """Summarise an article or the part of it from start to end; streams Summaries."""
        return stream(lambda cancel: self._service.summarise(article_id, style, start, end, cancel=cancel))

    async def suggest_questions(self, article_id: str, count: int = 3) -> list[str]:
        """Suggest questions that Footnote can itself answer from the article."""
        suggest = self._service.suggest_questions
        return await result(lambda cancel: suggest(article_id, count, cancel=cancel))


NEEDS_MODEL = frozenset({"add_article", "ask", "summarise", "suggest_questions"})
NAMES = (
    "add_article",
    "articles",
    "article",
    "remove_article",
    "ask",
    "summarise",
    "suggest_questions",
)


def check_source(text: str, url: str, file: FileData | None) -> None:
    """Refuse anything but exactly one source of an article.

    Raises:
        InvalidInput: there is none or more than one.
    """
    if sum((bool(text), bool(url), file is not None)) != 1:
        raise InvalidInput("Give exactly one of text, url and file, and not an empty one.", "text")
