"""Where articles, passages and vectors are kept: the PassageStore protocol and its implementations."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from footnote.errors import StoreError
from footnote.schema import (
    Article,
    ArticleEntry,
    ArticleVectors,
    Feedback,
    Hit,
    IndexedArticle,
    Segments,
    Vectors,
)

MEMORY = "sqlite:///:memory:"  # the library that is gone when it is closed


@dataclass(frozen=True, slots=True)
class Indexing:
    """What a library's ranges and vectors were made with; another value makes them useless."""

    embedder: str
    dimension: int
    segmentation: str


class PassageStore(Protocol):
    """A library of articles. Every method may be called from any thread."""

    def bind(self, indexing: Indexing) -> None:
        """Record what the library is made with, once; afterwards refuse anything else.

        Raises:
            StoreMismatch: the library was made with other values; the message names both.
        """

    def rebuild(self, indexing: Indexing, articles: Sequence[IndexedArticle]) -> None:
        """Replace the whole library, and what it is made with, in one transaction. Raises StoreError."""

    def first_time(self, name: str) -> bool:
        """Whether this name is asked for the first time in the life of this library."""

    def put(self, indexed: IndexedArticle, place: int | None = None) -> ArticleEntry:
        """Store an article whole or not at all; return its entry, which says whether it was known already.

        ``place`` is where `place_of` said that it stood; it comes last where that is None or taken.

        Raises:
            StoreError: it cannot be written (disk full, read-only, locked).
        """

    def remove(self, article_id: str) -> None:
        """Remove an article and all that belongs to it. Raises NotFound."""

    def place_of(self, article_id: str) -> int:
        """Return where an article stands in the order of the library. Raises NotFound."""

    def entries(self) -> tuple[ArticleEntry, ...]:
        """List the articles in the order in which they came."""

    def entry(self, article_id: str) -> ArticleEntry:
        """Return one article's entry. Raises NotFound."""

    def article(self, article_id: str) -> Article:
        """Return an article. Raises NotFound."""

    def segments(self, article_id: str) -> Segments:
        """Return an article's sentences and passages. Raises NotFound."""

    def vectors(self, article_id: str) -> ArticleVectors:
        """Return the vectors of an article's passages and sentences. Raises NotFound."""

    def search(self, question: str, vector: Vectors, k: int, article_ids: Sequence[str] = ()) -> list[Hit]:
        """Return the k best passages, best first, of the articles named or of all where none is.

        Dense and lexical ranks are fused by reciprocal rank (Cormack et al. 2009):
        the sum of 1 / (60 + rank), ranks from 1. Ties go to the passage that was stored first.
        """

    def keep_feedback(self, feedback: Feedback) -> None:
        """Keep a verdict, in the place of an earlier one of the same id. Raises StoreError."""

    def feedback(self) -> tuple[Feedback, ...]:
        """List the verdicts, the latest given last."""

    def close(self) -> None:
        """Release the library; no method may be called afterwards."""


def open_store(url: str) -> PassageStore:
    """Open the library at ``sqlite:///FILE`` or ``sqlite:///:memory:``, made if it is not there.

    Raises:
        StoreError: it cannot be opened.
    """
    from footnote.store.sqlite import SQLiteStore

    scheme, _, place = url.partition(":///")
    if scheme != "sqlite" or not place:
        raise StoreError(f"FOOTNOTE_STORE is {url!r}; it must be sqlite:///FILE or sqlite:///:memory:.")
    return SQLiteStore(place)
