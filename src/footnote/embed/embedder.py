"""The protocol of what turns texts into vectors."""

from collections.abc import Callable, Sequence
from typing import Protocol

from footnote.schema import Article, ArticleVectors, Segments, Vectors, WordVectors


class Embedder(Protocol):
    """What turns texts into vectors whose dot product is their cosine."""

    @property
    def name(self) -> str:
        """The model's name, as the store records it."""

    @property
    def dimension(self) -> int:
        """The length of a vector."""

    @property
    def max_tokens(self) -> int:
        """The most tokens of a text that are embedded, special tokens not counted."""

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Return each text's number of tokens, special tokens not counted."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return unit vectors (n, dim), in order; a text that is too long is the mean of its parts."""

    def embed_article(
        self, article: Article, segments: Segments, between: Callable[[], None] = lambda: None
    ) -> ArticleVectors:
        """Return the vectors of an article's passages and sentences, each in order.

        ``between`` is called before each batch of passages; what it raises ends the work.
        """

    def embed_words(self, texts: Sequence[str]) -> tuple[WordVectors, ...]:
        """Return the words of each text with their vectors; of a long text its first ``max_tokens``."""

    def embed_question(self, question: str) -> tuple[Vectors, WordVectors]:
        """Return what ``embed`` and ``embed_words`` say of one text: a vector (dim,), and its words."""
