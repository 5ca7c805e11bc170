"""A library of articles on disk that grows and shrinks: add, remove, make anew.

Adding goes load -> segment -> embed -> store, in one transaction.
"""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from footnote.embed import load_embedder
from footnote.errors import NotFound
from footnote.load import load_file, load_text
from footnote.schema import Article, ArticleEntry, RemovedArticle
from footnote.segment import SEGMENTATION
from footnote.service.addresses import article_at, check_address
from footnote.service.indexing import index
from footnote.service.opened import OpenLibrary
from footnote.service.progress import Progress, untold
from footnote.store import Indexing


class Library(OpenLibrary):
    """A library that articles come into and leave. Any thread may call any method."""

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
        return self._add(article_at(url, self.settings, title, progress), progress)

    def check_url(self, url: str) -> None:
        """Refuse an address that will not be read, by what can be told without the network.

        Raises:
            InvalidInput: addresses are off, or this one is not of the public web.
        """
        check_address(url, self.settings)

    def _add(self, article: Article, progress: Progress) -> ArticleEntry:
        embedder = self._loading.ready().embedder
        with suppress(NotFound):
            return replace(self._store.entry(article.id), already_known=True)
        with self._engines.indexing(lambda: progress("reading")):
            indexed = index(article, embedder, progress)
        progress("storing")
        return self._store.put(indexed)

    def rebuild(self) -> int:
        """Make the library anew with the embedder that is set; return how many articles it holds.

        To be called on a service that was not started. All or nothing is replaced.
        """
        embedder = load_embedder(self.settings)
        articles = [self._store.article(entry.id) for entry in self._store.entries()]
        indexing = Indexing(embedder.name, embedder.dimension, SEGMENTATION)
        self._store.rebuild(indexing, [index(article, embedder) for article in articles])
        return len(articles)

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
