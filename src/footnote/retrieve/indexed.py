"""The word indexes of the articles that were asked last, which do not depend on the question."""

import threading
from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from footnote.embed import Embedder
from footnote.injection import orders
from footnote.retrieve.features import Matrix, SentenceSignals
from footnote.retrieve.headed import above, headed_vectors
from footnote.retrieve.lexical import SentenceIndex
from footnote.retrieve.outline import Above, headings_over, paths
from footnote.retrieve.spelling import vocabulary
from footnote.retrieve.tables import heads
from footnote.schema import Article, ArticleVectors, Segments, Vectors
from footnote.store import PassageStore
from footnote.turns import Turn, turns

_CACHED_ARTICLES = 64


@dataclass(frozen=True, slots=True, eq=False)
class _Indexed:
    article: Article
    segments: Segments
    vectors: ArticleVectors
    above: tuple[str, ...]  # of each sentence
    heads: tuple[int | None, ...]
    below: ArticleVectors  # the same vectors together with what stands above
    index: SentenceIndex
    passage_of: NDArray[np.int64]
    vocabulary: dict[str, str]
    orders: NDArray[np.bool_]
    turns: tuple[Turn, ...]
    over: tuple[Above, ...]  # of each sentence, too


class Indexes:
    """Makes the index of an article when it is asked for, and keeps those of the last 64."""

    def __init__(self, store: PassageStore, embedder: Embedder) -> None:
        self._store = store
        self._embedder = embedder
        self._lock = threading.Lock()
        self._known: OrderedDict[str, _Indexed] = OrderedDict()

    def signals(self, article_id: str, vector: Vectors) -> SentenceSignals:
        """Return what the features of an article's sentences rest on, for a question's vector.

        Raises:
            NotFound: no such article.
        """
        known = self._of(article_id)
        return SentenceSignals(
            known.article,
            known.segments.sentences,
            known.segments.passages,
            known.index,
            known.passage_of,
            _cosines(vector, known.vectors.sentences, known.below.sentences),
            _cosines(vector, known.vectors.passages, known.below.passages),
            known.vocabulary,
            known.above,
            known.heads,
            known.orders,
            known.turns,
            known.over,
        )

    def forget(self, article_id: str) -> None:
        """Drop what is kept of an article."""
        with self._lock:
            self._known.pop(article_id, None)

    def _of(self, article_id: str) -> _Indexed:
        with self._lock:
            known = self._known.get(article_id)
        # Made without the lock, as an article of many headings takes seconds; at worst it is made twice.
        known = known or _index(self._store, self._embedder, article_id)
        with self._lock:
            self._known[article_id] = known
            self._known.move_to_end(article_id)
            if len(self._known) > _CACHED_ARTICLES:
                self._known.popitem(last=False)
            return known


def _index(store: PassageStore, embedder: Embedder, article_id: str) -> _Indexed:
    article, segments = store.article(article_id), store.segments(article_id)
    vectors, sentences = store.vectors(article_id), segments.sentences
    named = heads(article.text, sentences)
    said = turns(article.text, sentences)
    over = headings_over(article.text, sentences)
    under = paths(over)
    told = above(article.text, sentences, named, said, under)
    texts = [article.text[s.start : s.end] for s in sentences]
    passage_of = np.zeros(len(texts), np.int64)
    for number, passage in enumerate(segments.passages):
        passage_of[passage.first_sentence : passage.last_sentence + 1] = number
    passages = [under[passage.first_sentence] for passage in segments.passages]
    below = headed_vectors(vectors, passages, told, embedder)
    index, words = SentenceIndex(texts, article.language), vocabulary([article.text])
    ordering = np.isin(np.arange(len(texts)), list(orders(texts, [s.paragraph for s in sentences])))
    return _Indexed(
        *(article, segments, vectors, told, named, below, index),
        *(passage_of, words, ordering, said, tuple(over)),
    )


def _cosines(vector: Vectors, alone: Vectors, below: Vectors) -> Matrix:
    """Return each row's cosine with a question, alone or below its heading, whichever is nearer."""
    nearer: Matrix = np.maximum(alone @ vector, below @ vector).astype(np.float64)
    return nearer
