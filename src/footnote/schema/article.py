"""An article, its parts and its vectors."""

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Article:
    """One article as stored. ``id`` is derived from the text, so equal texts are one article."""

    id: str
    title: str
    text: str
    source: str
    language: str  # ISO 639-1, "und" where undetermined
    author: str = ""
    date: str = ""  # ISO 8601 where it can be read
    dropped: tuple[str, ...] = ()  # lines of the document that are not in the text: running heads, menus


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as a range of the article's text; ``paragraph`` counts the article's paragraphs."""

    start: int
    end: int
    paragraph: int
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring sentences [first, last] that are embedded and retrieved together."""

    start: int
    end: int
    first_sentence: int
    last_sentence: int
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Segments:
    """An article's sentences and passages, both in the order of the text."""

    sentences: tuple[Sentence, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Residue:
    """A range of the article's text, with its words, that belongs to no sentence and is no heading."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class ArticleVectors:
    """Unit vectors of an article: one row a passage (n, dim) and one row a sentence (m, dim)."""

    passages: Vectors
    sentences: Vectors


@dataclass(frozen=True, slots=True, eq=False)
class WordVectors:
    """A text's words, in order, where each starts, and their unit vectors in its context (n, dim)."""

    words: tuple[str, ...]
    vectors: Vectors
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class IndexedArticle:
    """An article with all that is stored of it."""

    article: Article
    segments: Segments
    vectors: ArticleVectors


@dataclass(frozen=True, slots=True, eq=False)
class RemovedArticle:
    """All that is needed to put an article back; ``place`` is where it stood in the order of the library."""

    indexed: IndexedArticle
    place: int


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """What a library lists of an article."""

    id: str
    title: str
    source: str
    language: str
    words: int
    sentences: int
    passages: int
    author: str = ""
    date: str = ""
    already_known: bool = False

    def as_dict(self) -> dict[str, Any]:
        """Return the entry as the public interface spells it."""
        return asdict(self)
