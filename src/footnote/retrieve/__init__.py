"""A question becomes ranked evidence: passages by dense and lexical search, then sentences, then windows.

Passages are found by the store (cosine and BM25, fused by reciprocal rank). They name the articles,
all sentences of which are then ranked by a weighted sum of features; the weights were fitted once, on
the development set, and lie in ``weights.json`` with how they were made. Evidence shows each of the best
sentences in a window of its neighbours.
"""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from footnote.embed import Embedder
from footnote.retrieve.alignment import alignment_signals
from footnote.retrieve.features import Matrix, Question, SentenceSignals, features
from footnote.retrieve.lexical import SentenceIndex
from footnote.retrieve.ranker import fitted_ranker, softmax
from footnote.retrieve.signals import signals
from footnote.retrieve.windows import windows
from footnote.schema import Article, ArticleVectors, Candidate, Retrieval, Segments, Vectors
from footnote.store import PassageStore

__all__ = ["Retriever"]

_PASSAGES = 30
_ARTICLES = 6
_CANDIDATES = 20
_ALIGNED = 2  # of the best sentences are matched with the question word by word
_CACHED_ARTICLES = 64


class Retriever:
    """Finds evidence in a library; keeps the word indexes of the articles that were asked last."""

    def __init__(self, store: PassageStore, embedder: Embedder) -> None:
        self._store = store
        self._embedder = embedder
        self._lock = threading.Lock()
        self._indexed: OrderedDict[str, _Indexed] = OrderedDict()

    def find(self, question: str, article_ids: Sequence[str] = ()) -> Retrieval:
        """Return the evidence for a question in the articles named, or in all where none is.

        An article that is named and not in the library has no evidence; the caller checks the names.
        """
        vector = self._embedder.embed([question])[0]
        hits = self._store.search(question, vector, _PASSAGES, article_ids)
        chosen = list(dict.fromkeys(hit.article_id for hit in hits))[:_ARTICLES]
        found = [self.sentence_signals(article_id, vector) for article_id in chosen]
        rows = [features(Question.of(question, one.article.language), one) for one in found]
        if not rows:
            return Retrieval(question, (), (), {})
        matrix = np.concatenate(rows)
        scores = fitted_ranker().scores(matrix)
        candidates = _candidates(found, softmax(scores))
        evidence = windows(candidates, {one.article.id: one for one in found})
        named = signals(matrix, scores) | self._alignment(question, candidates, found[0].article.language)
        return Retrieval(question, candidates, evidence, named)

    def _alignment(self, question: str, candidates: Sequence[Candidate], language: str) -> dict[str, float]:
        texts = [candidate.text for candidate in candidates[:_ALIGNED]]
        asked, *sentences = self._embedder.embed_words([question, *texts])
        return alignment_signals(asked, sentences, language)

    def forget(self, article_id: str) -> None:
        """Drop what is kept of an article that was removed."""
        with self._lock:
            self._indexed.pop(article_id, None)

    def sentence_signals(self, article_id: str, vector: Vectors) -> SentenceSignals:
        """Return what the features of an article's sentences rest on, for a question's vector."""
        known = self._known(article_id)
        return SentenceSignals(
            known.article,
            known.segments.sentences,
            known.index,
            known.passage_of,
            (known.vectors.sentences @ vector).astype(np.float64),
            (known.vectors.passages @ vector).astype(np.float64),
        )

    def _known(self, article_id: str) -> "_Indexed":
        with self._lock:
            known = self._indexed.get(article_id)
            if known is None:
                known = _Indexed.of(self._store, article_id)
                self._indexed[article_id] = known
            self._indexed.move_to_end(article_id)
            if len(self._indexed) > _CACHED_ARTICLES:
                self._indexed.popitem(last=False)
            return known


@dataclass(frozen=True, slots=True, eq=False)
class _Indexed:
    """An article with all that does not depend on the question."""

    article: Article
    segments: Segments
    vectors: ArticleVectors
    index: SentenceIndex
    passage_of: NDArray[np.int64]

    @classmethod
    def of(cls, store: PassageStore, article_id: str) -> "_Indexed":
        article, segments = store.article(article_id), store.segments(article_id)
        texts = [article.text[s.start : s.end] for s in segments.sentences]
        passage_of = np.zeros(len(texts), np.int64)
        for number, passage in enumerate(segments.passages):
            passage_of[passage.first_sentence : passage.last_sentence + 1] = number
        index = SentenceIndex(texts, article.language)
        return cls(article, segments, store.vectors(article_id), index, passage_of)


def _candidates(found: Sequence[SentenceSignals], probabilities: Matrix) -> tuple[Candidate, ...]:
    """Return the best sentences of all articles, best first; ties go to the earlier one."""
    places = [(one, number) for one in found for number in range(len(one.sentences))]
    best = np.argsort(-probabilities, kind="stable")[:_CANDIDATES]
    return tuple(_candidate(places[i][0], places[i][1], float(probabilities[i])) for i in best)


def _candidate(one: SentenceSignals, number: int, probability: float) -> Candidate:
    s = one.sentences[number]
    text = one.article.text[s.start : s.end]
    return Candidate(one.article.id, number, s.start, s.end, text, probability, s.paragraph, s.heading)
