"""A library of articles on disk, with the models that it is read by: add, list, remove.

Adding goes load -> segment -> embed -> store, in one transaction.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Self

from footnote import __version__
from footnote.config import Settings
from footnote.embed import Embedder, load_embedder
from footnote.errors import InvalidInput, NotFound
from footnote.load import load_bytes, load_file, load_text
from footnote.schema import Article, ArticleEntry, IndexedArticle, RemovedArticle, Residue, Segments
from footnote.segment import SEGMENTATION, segment
from footnote.segment.leftover import residue_of, whole_lines
from footnote.service.loading import Loading, State
from footnote.service.models import Engines, Models
from footnote.service.progress import Progress, untold
from footnote.store import MEMORY, Indexing, open_store


class Library:
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
        self._loading = Loading(self._engines, self._store, (lambda _: None) if empty else self._add_sample)

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

        While it is downloaded ``progress`` is called from another thread.

        Raises:
            InvalidInput: addresses are off, this one may not be read, or there is no article at it.
            TooLarge: the page or its article is too long.
        """
        from footnote.fetch import Rules, fetch  # here, for only who reads addresses needs a client

        self.check_url(url)
        progress("reading")
        limit = self.settings.max_article_chars
        rules = Rules.for_articles(limit, self.settings.private_networks)
        page = fetch(url, rules, lambda: progress("reading"))
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
        embedder = self._loading.ready().embedder
        with suppress(NotFound):
            return replace(self._store.entry(article.id), already_known=True)
        with self._engines.indexing(lambda: progress("reading")):
            indexed = _index(article, embedder, progress)
        progress("storing")
        return self._store.put(indexed)

    def _add_sample(self, models: Models) -> None:
        """Put the bundled article into a library that has never held one."""
        if self._store.first_time("sample"):
            sample = sorted((files("footnote") / "assets" / "samples").iterdir(), key=str)[0]
            text = sample.read_text("utf-8")
            self._store.put(_index(load_text(text, source="sample", max_chars=len(text)), models.embedder))

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
        """Return the lines of an article's text that are no sentence and no heading. Raises NotFound."""
        article = self._store.article(article_id)
        return whole_lines(article, residue_of(article, self._store.segments(article_id)))

    def remove_article(self, article_id: str) -> RemovedArticle:
        """Remove an article and all that belongs to it; return what ``restore_article`` takes.

        Raises:
            NotFound: no such article.
        """
        removed = RemovedArticle(self._indexed(article_id), self._store.place_of(article_id))
        self._store.remove(article_id)
        if self._loading.models is not None:
            self._loading.models.retriever.forget(article_id)
        return removed

    def restore_article(self, removed: RemovedArticle) -> ArticleEntry:
        """Put a removed article back to where it stood, unless it has been added again meanwhile."""
        return replace(self._store.put(removed.indexed, removed.place), already_known=False)

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


def _index(article: Article, embedder: Embedder, progress: Progress = untold) -> IndexedArticle:
    def count_tokens(texts: Sequence[str]) -> list[int]:
        progress("segmenting")  # called again and again while an article is cut, so that it can be ended
        return embedder.count_tokens(texts)

    progress("segmenting")
    segments = segment(article, count_tokens, embedder.max_tokens)
    vectors = embedder.embed_article(article, segments, lambda: progress("embedding"))
    return IndexedArticle(article, segments, vectors)
