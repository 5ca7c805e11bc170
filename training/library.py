"""The development articles in a library in memory, as both fitting scripts ask them."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

from footnote.config import Settings
from footnote.embed import Embedder, load_embedder
from footnote.load import load_text
from footnote.retrieve import Retriever
from footnote.schema import Article, IndexedArticle
from footnote.segment import SEGMENTATION, segment
from footnote.store import Indexing, PassageStore, open_store

_EXCHANGED = 3


@dataclass(frozen=True, slots=True)
class Questioned:
    """A development article and its questions, as the file has them."""

    article: Article
    questions: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class DevelopmentLibrary:
    """The articles of a question file, stored and embedded."""

    store: PassageStore
    embedder: Embedder
    articles: tuple[Questioned, ...]

    @cached_property
    def retriever(self) -> Retriever:
        """What finds in it."""
        return Retriever(self.store, self.embedder)


def open_library(path: Path) -> DevelopmentLibrary:
    """Read a question file and put its articles into a library in memory."""
    embedder = load_embedder(Settings())
    store = open_store("sqlite:///:memory:")
    store.bind(Indexing(embedder.name, embedder.dimension, SEGMENTATION))
    articles = tuple(_read(path))
    for one in articles:
        add(one.article, store, embedder)
    return DevelopmentLibrary(store, embedder, articles)


def add(article: Article, store: PassageStore, embedder: Embedder) -> None:
    """Segment, embed and store an article."""
    segments = segment(article, embedder.count_tokens, embedder.max_tokens)
    store.put(IndexedArticle(article, segments, embedder.embed_article(article, segments)))


def exchanged(articles: Sequence[Questioned]) -> Iterator[Questioned]:
    """Yield each article with every third question of the next one, of those that are answered there."""
    for one, other in zip(articles, [*articles[1:], articles[0]], strict=True):
        asked = [question for question in other.questions[::_EXCHANGED] if question["answerable"]]
        unanswered = {"answerable": False, "answers": [], "spans": []}
        yield Questioned(one.article, tuple({**q, **unanswered, "id": f"other-{q['id']}"} for q in asked))


def folds(articles: Sequence[str], count: int) -> list[Sequence[str]]:
    """Return articles in so many parts, in their order and about equally large."""
    bounds = [len(articles) * number // count for number in range(count + 1)]
    return [articles[first:last] for first, last in pairwise(bounds)]


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the object on each line of a file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _read(path: Path) -> Iterator[Questioned]:
    for entry in json_lines(path):
        article = load_text(entry["text"], max_chars=len(entry["text"]))
        yield Questioned(article, tuple(entry["questions"]))
