"""A library that is open: its models, whether they are ready, and its articles as they are read."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Self

from footnote import __version__
from footnote.config import Settings
from footnote.schema import Article, ArticleEntry, IndexedArticle, Residue, Segments
from footnote.segment.leftover import residue_of, whole_lines
from footnote.service.indexing import add_sample
from footnote.service.loading import Loading, State
from footnote.service.models import Engines
from footnote.store import MEMORY, open_store


class OpenLibrary:
    """Articles, each with its text, sentences, passages and vectors. Any thread may call any method."""

    def __init__(self, settings: Settings, engines: Engines | None = None, *, empty: bool = False) -> None:
        """Open the library; no model is loaded yet, but those that another library brings are used.

        An ``empty`` one opens no file and is given no sample: it is there for its siblings.

        Raises:
            StoreError: the library cannot be opened.
        """
        self.settings = settings
        self._engines = engines or Engines(settings)
        self._owns_engines = engines is None
        self._store = open_store(MEMORY if empty else settings.store)
        self._loading = Loading(
            self._engines, self._store, (lambda _: None) if empty else partial(add_sample, self._store)
        )

    def sibling(self, store: str) -> Self:
        """Return another library, at a URL of its own, with the same loaded models. Raises StoreError."""
        return type(self)(replace(self.settings, store=store), self._engines)

    def start(self) -> None:
        """Load the models in a background thread; a second call does nothing."""
        self._loading.start()

    def wait(self, timeout: float | None = None) -> None:
        """Return when the models are loaded.

        Raises:
            ModelUnavailable: a model cannot be loaded, or is not loaded after ``timeout`` seconds.
            StoreMismatch: the library was made with other vectors.
        """
        self._loading.wait(timeout)

    @property
    def state(self) -> State:
        """Whether the models are loading, ready, or failed to load."""
        return self._loading.state

    def health(self) -> dict[str, str]:
        """Return the body of ``/healthz``."""
        models, problem = self._loading.models, self._loading.problem
        store = "memory" if self.settings.store.endswith(":memory:") else "sqlite"
        body = {
            "status": self.state,
            "model": models.chat.name if models else Path(self.settings.model).name,
            "embedder": models.embedder.name if models else Path(self.settings.embedder).name,
            "store": store,
            "version": __version__,
        }
        return body | ({"problem": str(problem)} if problem else {})

    def tokens(self) -> tuple[int, int]:
        """Return how many tokens the chat model has read and generated since it was loaded."""
        models = self._loading.models
        return (models.chat.tokens_read, models.chat.tokens_generated) if models else (0, 0)

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
        """Return the lines of an article's text that are no sentence and no heading. Raises NotFound."""
        article = self._store.article(article_id)
        return whole_lines(article, residue_of(article, self._store.segments(article_id)))

    def _indexed(self, article_id: str) -> IndexedArticle:
        store = self._store
        return IndexedArticle(
            store.article(article_id), store.segments(article_id), store.vectors(article_id)
        )

    def close(self) -> None:
        """Release the models and the library."""
        self._loading.join()
        if self._owns_engines:
            self._engines.close()
        self._store.close()
