"""Hybrid search in a SQLite file, over one article and 10,000 passages, against a raw dot product."""

import statistics
import tempfile
import time
from collections.abc import Callable

import numpy as np

from footnote.schema import Article, ArticleVectors, IndexedArticle, Passage, Segments, Sentence, Vectors
from footnote.store import Indexing, open_store
from tests.bench import Row

_DIMENSION = 384
_ARTICLES, _PASSAGES, _WORDS = 50, 200, 80
_QUESTIONS = 60


def run() -> list[Row]:
    """Search articles of drawn words, whose frequencies fall as in natural text (Zipf's law)."""
    draw = np.random.default_rng(1)
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/footnote.db")
        store.bind(Indexing("drawn", _DIMENSION, "drawn"))
        articles = [_article(f"article {number}", draw) for number in range(_ARTICLES)]
        for one in articles:
            store.put(one)
        matrix = np.concatenate([one.vectors.passages for one in articles])
        questions = [(_text(draw, 8), _unit(draw, 1)[0]) for _ in range(_QUESTIONS)]
        store.search(*questions[0], 30)  # reads the matrix once
        named = [articles[7].article.id]
        rows = [
            Row(
                f"one article of {_PASSAGES} passages",
                _median(lambda q, v: store.search(q, v, 30, named), questions),
                "ms",
            ),
            Row(f"{len(matrix):,} passages", _median(lambda q, v: store.search(q, v, 30), questions), "ms"),
            Row(
                f"raw dot product, {len(matrix):,} passages",
                _median(lambda q, v: matrix @ v, questions),
                "ms",
            ),
        ]
        store.close()
    return rows


def _median(search: Callable[[str, Vectors], object], questions: list[tuple[str, Vectors]]) -> float:
    """Return the median milliseconds of a search."""
    seconds: list[float] = []
    for question, vector in questions:
        begun = time.perf_counter()
        search(question, vector)
        seconds.append(time.perf_counter() - begun)
    return 1_000 * statistics.median(seconds)


def _article(name: str, draw: np.random.Generator) -> IndexedArticle:
    texts = [_text(draw, _WORDS) for _ in range(_PASSAGES)]
    ends = np.cumsum([len(text) + 1 for text in texts]).tolist()
    ranges = [(end - len(text) - 1, end - 1) for text, end in zip(texts, ends, strict=True)]
    sentences = tuple(Sentence(start, end, number) for number, (start, end) in enumerate(ranges))
    passages = tuple(Passage(start, end, number, number) for number, (start, end) in enumerate(ranges))
    vectors = ArticleVectors(_unit(draw, _PASSAGES), _unit(draw, _PASSAGES))
    return IndexedArticle(
        Article(name, name, "\n".join(texts), "drawn", "en"), Segments(sentences, passages), vectors
    )


def _text(draw: np.random.Generator, words: int) -> str:
    return " ".join(f"w{rank}" for rank in draw.zipf(1.2, words) % 30_000)


def _unit(draw: np.random.Generator, rows: int) -> Vectors:
    vectors = draw.standard_normal((rows, _DIMENSION)).astype(np.float32)
    unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit
