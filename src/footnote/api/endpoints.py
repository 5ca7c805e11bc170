"""The public endpoints, each a method with the signature and the result that the interface documents.

``declare`` gives them to Gradio. An endpoint checks its arguments itself as well as the guard does, because
``gradio_client`` calls it by way of the page's own queue, past the guard's check.
"""

import asyncio
import functools
import inspect
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
from contextlib import aclosing, contextmanager
from dataclasses import asdict, dataclass, is_dataclass
from pathlib import Path
from typing import Any, get_args

import gradio as gr
from gradio.data_classes import FileData

from footnote.api.arguments import Arguments
from footnote.api.replies import problem_of
from footnote.api.uploads import uploaded
from footnote.errors import InvalidInput
from footnote.schema import Answer, ArticleEntry, Message, Residue, Style, Summary
from footnote.service import Footnote, Libraries, Progress, read_once, result, stream, until

# Defaults that nothing changes: an empty choice means the whole library.
NO_ARTICLES: list[str] = []
NO_HISTORY: list[Message] = []
# Queues that are shared with the page: one for all that asks the chat model, and one for what is added, so
# that a download or a long article keeps nobody from asking.
MODEL_QUEUE = {"concurrency_limit": 1, "concurrency_id": "model"}
ADDING_QUEUE = {"concurrency_limit": 4, "concurrency_id": "adding"}


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
        return stream(lambda cancel: self._service.ask(question, article_ids, history, cancel=cancel))

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


def declare(libraries: Libraries) -> None:
    """Add the endpoints to the Blocks that are being built."""
    for name in NAMES:
        queue: dict[str, Any] = {"concurrency_limit": 4}
        if name in NEEDS_MODEL:
            queue = ADDING_QUEUE if name == "add_article" else MODEL_QUEUE
        gr.api(_published(name, libraries), api_name=name, **queue)


def _published(name: str, libraries: Libraries) -> Callable[..., Any]:
    """Return an endpoint as Gradio wants it: plain JSON out, ``gr.Error`` raised, an item's type as hint.

    Gradio passes its request first, which says whose library is meant.
    """
    endpoint = getattr(Endpoints(libraries.shared), name)
    signature = inspect.signature(endpoint)
    if inspect.iscoroutinefunction(endpoint):
        call = _reply(endpoint, libraries)
    else:
        call = _stream(endpoint, libraries)
        item = get_args(signature.return_annotation)[0]
        signature = signature.replace(return_annotation=item)
    asking = inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=gr.Request)
    signature = signature.replace(parameters=[asking, *signature.parameters.values()])
    call.__signature__ = signature  # type: ignore[attr-defined]
    call.__annotations__ = {name: part.annotation for name, part in signature.parameters.items()}
    return call


def _reply(endpoint: Callable[..., Any], libraries: Libraries) -> Callable[..., Any]:
    arguments = Arguments(endpoint)

    @functools.wraps(endpoint)
    async def call(request: gr.Request, *values: Any) -> Any:  # noqa: ANN401  any JSON goes in and out
        with _told_to_gradio():
            own = _of(endpoint, libraries, request)
            return _plain(await own(**arguments.read(arguments.named(values))))

    return call


def _stream(endpoint: Callable[..., AsyncGenerator[Any, None]], libraries: Libraries) -> Callable[..., Any]:
    arguments = Arguments(endpoint)

    @functools.wraps(endpoint)
    async def call(request: gr.Request, *values: Any) -> AsyncIterator[Any]:  # noqa: ANN401
        with _told_to_gradio():
            own = _of(endpoint, libraries, request)
            # Closed here and now when the caller leaves, not when the garbage is collected.
            async with aclosing(own(**arguments.read(arguments.named(values)))) as events:
                async for event in events:
                    yield event.as_dict()

    return call


def _of(endpoint: Callable[..., Any], libraries: Libraries, request: gr.Request) -> Callable[..., Any]:
    """Return the same endpoint of the library of whoever sent the request."""
    own: Callable[..., Any] = getattr(Endpoints(libraries.asked(request.request.scope)), endpoint.__name__)
    return own


@contextmanager
def _told_to_gradio() -> Iterator[None]:
    """Turn an error into the one that Gradio passes on to the caller."""
    try:
        yield
    except Exception as error:
        raise problem_of(error).as_gradio_error() from None


def _plain(result: Any) -> Any:  # noqa: ANN401
    """Return a result as JSON holds it."""
    if isinstance(result, list):
        return [_plain(item) for item in result]
    return asdict(result) if is_dataclass(result) and not isinstance(result, type) else result
