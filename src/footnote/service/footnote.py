"""Footnote itself: the one object that owns the library and the models, and joins the steps.

Adding goes load -> segment -> embed -> store, in one transaction. Asking goes
followup -> retrieve -> answer, summarising goes summarise; both yield events, the whole last.
"""

import logging
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Literal, Self, get_args

from footnote import __version__
from footnote.config import Settings
from footnote.embed import Embedder, load_embedder
from footnote.errors import FootnoteError, InvalidInput, ModelUnavailable, TooLarge
from footnote.load import load_bytes, load_file, load_text
from footnote.schema import (
    Answer,
    Article,
    ArticleEntry,
    Feedback,
    IndexedArticle,
    Message,
    RemovedArticle,
    Residue,
    Segments,
    Style,
    Summary,
    Verdict,
)
from footnote.segment import SEGMENTATION, segment
from footnote.segment.leftover import residue_of
from footnote.service.asking import Request, ask
from footnote.service.clock import Clock
from footnote.service.judging import judged
from footnote.service.models import Engines, Models, load_models
from footnote.service.progress import Progress, untold
from footnote.service.suggesting import suggest
from footnote.store import Indexing, open_store
from footnote.summarise import lead, summarise
from footnote.summarise.ranges import part_of

_MAX_QUESTION = 4_000  # characters
_log = logging.getLogger(__name__)

State = Literal["loading", "ready", "failed"]


class Footnote:
    """A library of articles that can be asked and summarised. Methods may be called from any thread."""

    def __init__(self, settings: Settings, engines: Engines | None = None) -> None:
        """Open the library; no model is loaded yet, but those that another library brings are used.

        Raises:
            StoreError: the library cannot be opened.
        """
        self.settings = settings
        self._engines = engines or Engines(settings)
        self._owns_engines = engines is None
        self._store = open_store(settings.store)
        self._models: Models | None = None
        self._problem: FootnoteError | None = None
        self._loaded = threading.Event()
        self._started = threading.Lock()
        self._thread: threading.Thread | None = None

    def sibling(self, store: str) -> Self:
        """Return another library, at a URL of its own, with the same loaded models. Raises StoreError."""
        return type(self)(replace(self.settings, store=store), self._engines)

    # ---- loading

    def start(self) -> None:
        """Load the models in a background thread; a second call does nothing."""
        with self._started:
            if self._thread is None:
                self._thread = threading.Thread(target=self._load, name="footnote-load", daemon=True)
                self._thread.start()

    def wait(self, timeout: float | None = None) -> None:
        """Return when the models are loaded.

        Raises:
            ModelUnavailable: a model cannot be loaded, or is not loaded after ``timeout`` seconds.
            StoreMismatch: the library was made with other vectors.
        """
        if not self._loaded.wait(timeout):
            raise ModelUnavailable("The models are still loading. Try again in a few seconds.")
        if self._problem is not None:
            raise self._problem

    def _load(self) -> None:
        try:
            self._models = load_models(self._engines, self._store)
            self._add_sample(self._models.embedder)
        except FootnoteError as error:
            self._problem = error
            _log.error("cannot start: %s", error)
        except Exception as error:
            self._problem = ModelUnavailable(f"The models could not be loaded: {type(error).__name__}.")
            _log.exception("cannot start")
        finally:
            self._loaded.set()

    def _ready(self) -> Models:
        self.wait(timeout=None if self._thread is not None else 0)
        assert self._models is not None
        return self._models

    @property
    def state(self) -> State:
        """Whether the models are loading, ready, or failed to load."""
        if not self._loaded.is_set():
            return "loading"
        return "failed" if self._problem else "ready"

    def health(self) -> dict[str, str]:
        """Return the body of ``/healthz``."""
        store = "memory" if self.settings.store.endswith(":memory:") else "sqlite"
        body = {
            "status": self.state,
            "model": self._models.chat.name if self._models else Path(self.settings.model).name,
            "embedder": self._models.embedder.name if self._models else Path(self.settings.embedder).name,
            "store": store,
            "version": __version__,
        }
        return body | ({"problem": str(self._problem)} if self._problem else {})

    def tokens(self) -> tuple[int, int]:
        """Return how many tokens the chat model has read and generated since it was loaded."""
        if self._models is None:
            return 0, 0
        return self._models.chat.tokens_read, self._models.chat.tokens_generated

    # ---- the library

    def add_article(
        self, text: str, *, title: str = "", source: str = "pasted text", progress: Progress = untold
    ) -> ArticleEntry:
        """Store a pasted article; one that is known already is not stored twice.

        ``progress`` is called as each step begins, from the thread that this is called in; what it raises
        ends the adding, and nothing is stored.

        Raises:
            InvalidInput: the text is blank or binary. TooLarge: it is too long.
        """
        limit = self.settings.max_article_chars
        progress("reading")
        return self._add(load_text(text, title=title, source=source, max_chars=limit), progress)

    def add_file(
        self, path: Path, *, title: str = "", name: str = "", progress: Progress = untold
    ) -> ArticleEntry:
        """Store the article in a file; see ``add_article``. ``name`` is shown instead of the path's."""
        limit = self.settings.max_article_chars
        progress("reading")
        return self._add(load_file(path, name=name, title=title, max_chars=limit), progress)

    def add_url(self, url: str, *, title: str = "", progress: Progress = untold) -> ArticleEntry:
        """Store the article of a web page; its source is the address that the page was found at.

        Raises:
            InvalidInput: addresses are off, this one may not be read, or there is no article at it.
            TooLarge: the page or its article is too long.
        """
        from footnote.fetch import Rules, fetch  # here, for only who reads addresses needs a client

        self.check_url(url)
        progress("reading")
        limit = self.settings.max_article_chars
        page = fetch(url, Rules.for_articles(limit, self.settings.private_networks))
        return self._add(
            load_bytes(
                page.data,
                name=page.url,
                content_type=page.content_type,
                field="url",
                title=title,
                max_chars=limit,
            ),
            progress,
        )

    def check_url(self, url: str) -> None:
        """Refuse an address that will not be read, by what can be told without the network.

        Raises:
            InvalidInput: addresses are off, or this one is not of the public web.
        """
        from footnote.fetch import web_address

        if self.settings.fetch == "off":
            raise InvalidInput(
                "Addresses are switched off here (FOOTNOTE_FETCH is off). Send the text or a file.", "url"
            )
        web_address(url, self.settings.private_networks)

    def _add(self, article: Article, progress: Progress) -> ArticleEntry:
        embedder = self._ready().embedder
        new = not self._store.holds(article.id)
        if new:
            indexed = _index(article, embedder, progress)
            progress("storing")
            new = self._store.put(indexed)
        return replace(self._store.entry(article.id), already_known=not new)

    def _add_sample(self, embedder: Embedder) -> None:
        """Put the bundled article into a library that has never held one."""
        if self._store.first_time("sample"):
            sample = sorted((files("footnote") / "assets" / "samples").iterdir(), key=str)[0]
            text = sample.read_text("utf-8")
            self._store.put(_index(load_text(text, source="sample", max_chars=len(text)), embedder))

    def rebuild(self) -> int:
        """Make the library anew with the embedder that is set; return how many articles it holds.

        To be called on a service that was not started. All or nothing is replaced.
        """
        embedder = load_embedder(self.settings)
        articles = [self._store.article(entry.id) for entry in self._store.entries()]
        indexing = Indexing(embedder.name, embedder.dimension, SEGMENTATION)
        self._store.rebuild(indexing, [_index(article, embedder) for article in articles])
        return len(articles)

    def articles(self) -> tuple[ArticleEntry, ...]:
        """List the articles in the order in which they came."""
        return self._store.entries()

    def entry(self, article_id: str) -> ArticleEntry:
        """Return one article's entry. Raises NotFound."""
        return self._store.entry(article_id)

    def article(self, article_id: str) -> Article:
        """Return one article with its text. Raises NotFound."""
        return self._store.article(article_id)

    def segments(self, article_id: str) -> Segments:
        """Return an article's sentences and passages. Raises NotFound."""
        return self._store.segments(article_id)

    def residue(self, article_id: str) -> tuple[Residue, ...]:
        """Return what of an article's text is no sentence and no heading. Raises NotFound."""
        return residue_of(self._store.article(article_id), self._store.segments(article_id))

    def remove_article(self, article_id: str) -> RemovedArticle:
        """Remove an article and all that belongs to it; return what ``restore_article`` takes.

        Raises:
            NotFound: no such article.
        """
        removed = RemovedArticle(self._indexed(article_id), self._store.place_of(article_id))
        self._store.remove(article_id)
        if self._models is not None:
            self._models.retriever.forget(article_id)
        return removed

    def restore_article(self, removed: RemovedArticle) -> ArticleEntry:
        """Put a removed article back to where it stood, unless it has been added again meanwhile."""
        self._store.put(removed.indexed, removed.place)
        return self._store.entry(removed.indexed.article.id)

    # ---- asking and summarising

    def ask(
        self,
        question: str,
        article_ids: Sequence[str] = (),
        history: Sequence[Message] = (),
        *,
        cancel: threading.Event | None = None,
    ) -> Iterator[Answer]:
        """Yield the answer as it grows: evidence first, then text, the whole last.

        Args:
            question: up to 4,000 characters.
            article_ids: where to look; empty for the whole library.
            history: the conversation so far, oldest first.
            cancel: ends the work within a token once it is set.

        Raises:
            InvalidInput: the question is empty. TooLarge: it is too long. NotFound: no such article.
            ModelUnavailable: the models cannot be loaded. Cancelled: ``cancel`` was set.
        """
        check_question(question)
        chosen = [self._store.entry(article_id) for article_id in dict.fromkeys(article_ids)]
        return self._ask(question, chosen, history, cancel)

    def _ask(
        self,
        question: str,
        chosen: Sequence[ArticleEntry],
        history: Sequence[Message],
        cancel: threading.Event | None,
    ) -> Iterator[Answer]:
        models = self._ready()
        request = Request(
            question, chosen or self._store.entries(), history, self.settings.refuse_below, cancel
        )
        yield from ask(request, models, lambda article_id: self.summarise(article_id, cancel=cancel))

    def summarise(
        self,
        article_id: str,
        style: Style = "short",
        start: int = 0,
        end: int | None = None,
        *,
        cancel: threading.Event | None = None,
    ) -> Iterator[Summary]:
        """Yield a summary of an article, or of its part from ``start`` to ``end``, the whole last.

        Raises:
            NotFound: no such article. InvalidInput: no such style, or a part with no sentence in it.
            ModelUnavailable: the models cannot be loaded. Cancelled: ``cancel`` was set.
        """
        if style not in get_args(Style):
            raise InvalidInput(f"The style is {style!r}; it must be short, bullets or long.", "style")
        indexed = self._indexed(article_id)
        part_of(indexed.article, indexed.segments.sentences, start, end)  # refuses a part without a sentence
        return self._summarise(indexed, style, (start, end), cancel)

    def lead(self, article_id: str, count: int = 3) -> tuple[str, ...]:
        """Return the first ``count`` sentences that a summary could have. Raises NotFound."""
        return lead(self._indexed(article_id), count)

    def _indexed(self, article_id: str) -> IndexedArticle:
        store = self._store
        return IndexedArticle(
            store.article(article_id), store.segments(article_id), store.vectors(article_id)
        )

    def _summarise(
        self,
        indexed: IndexedArticle,
        style: Style,
        part: tuple[int, int | None],
        cancel: threading.Event | None,
    ) -> Iterator[Summary]:
        models, clock = self._ready(), Clock()
        clock.mark("evidence")
        for event in summarise(indexed, style, *part, writer=models.writer, cancel=cancel):
            clock.mark("first_text")
            if event.done:
                clock.mark("total")
            yield replace(event, timings=clock.timings(), model=models.chat.name)

    def suggest_questions(
        self, article_id: str, count: int = 3, *, cancel: threading.Event | None = None
    ) -> list[str]:
        """Return up to ``count`` questions that Footnote can answer from an article; fewer, not bad ones.

        Raises:
            NotFound: no such article. InvalidInput: ``count`` is negative.
            ModelUnavailable: the models cannot be loaded.
        """
        if count < 0:
            raise InvalidInput(f"count is {count}; it must be 0 or more.", "count")
        return suggest(self._indexed(article_id), self._ready(), count, cancel)

    # ---- feedback

    def give_feedback(
        self,
        verdict: Verdict,
        question: str,
        answer: Answer,
        article_ids: Sequence[str] = (),
        *,
        reference: str = "",
    ) -> Feedback:
        """Keep a reader's verdict on an answer in the library; nothing of it is sent anywhere.

        Args:
            verdict: what the reader thinks of it.
            question: what was asked.
            answer: the whole answer.
            article_ids: where it was looked for; none for the whole library.
            reference: the id of an earlier verdict, whose place this one takes.

        Raises:
            InvalidInput: there is no such verdict, the question is empty, or the answer is not finished.
            TooLarge: the question is too long. StoreError: it cannot be written.
        """
        check_question(question)
        feedback = judged(verdict, question, answer, article_ids, reference)
        self._store.keep_feedback(feedback)
        return feedback

    def feedback(self) -> tuple[Feedback, ...]:
        """List the verdicts, the latest given last."""
        return self._store.feedback()

    def close(self) -> None:
        """Release the models and the library."""
        if self._thread is not None:
            self._thread.join()
        if self._owns_engines:
            self._engines.close()
        self._store.close()


def _index(article: Article, embedder: Embedder, progress: Progress = untold) -> IndexedArticle:
    progress("segmenting")
    segments = segment(article, embedder.count_tokens, embedder.max_tokens)
    vectors = embedder.embed_article(article, segments, lambda: progress("embedding"))
    return IndexedArticle(article, segments, vectors)


def check_question(question: str) -> None:
    """Refuse a question that cannot be asked.

    Raises:
        InvalidInput: it is blank. TooLarge: it has more than 4,000 characters.
    """
    if not question.strip():
        raise InvalidInput("The question is empty. Ask something about the article.", "question")
    if len(question) > _MAX_QUESTION:
        raise TooLarge(
            f"The question has {len(question):,} characters; at most {_MAX_QUESTION:,} are taken.",
            "question",
        )
