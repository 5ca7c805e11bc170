"""A question becomes ranked evidence: passages by dense and lexical search, then sentences, then windows.

Passages are found by the store (cosine and BM25, fused by reciprocal rank). They name the articles,
all sentences of which are then ranked by a weighted sum of features, and the best of them once more by the
match of each word; the weights were fitted once, on the development set, and lie in ``weights.json`` with
how they were made. Evidence shows each of the best sentences in a window of its neighbours. Where a word of
the question is a slip of the keyboard, the question is mended by the article's words and searched for anew.
"""

import threading
from collections import ChainMap, OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from footnote.abbreviation import asked_for, long_form
from footnote.config import DEFAULT_EMBEDDER
from footnote.embed import Embedder
from footnote.errors import NotFound
from footnote.retrieve.absent import absent_signals
from footnote.retrieve.alignment import alignment_signals, matched
from footnote.retrieve.features import Matrix, Question, SentenceSignals, features
from footnote.retrieve.lexical import SentenceIndex
from footnote.retrieve.matching import MATCHED, InContext, fitted_matcher, in_context, match, renewed
from footnote.retrieve.ranker import fitted_ranker, softmax
from footnote.retrieve.roles import ROLE, has_role, role
from footnote.retrieve.signals import signals
from footnote.retrieve.spelling import spelled, vocabulary
from footnote.retrieve.support import SUPPORTERS, see, support
from footnote.retrieve.told import nearness, wanted
from footnote.retrieve.windows import windows
from footnote.schema import (
    Article,
    ArticleVectors,
    Candidate,
    Retrieval,
    Segments,
    Told,
    Vectors,
    WordVectors,
)
from footnote.store import PassageStore

__all__ = ["Retriever"]

_PASSAGES = 30
_ARTICLES = 6
_CANDIDATES = 20
_SPELT_OUT = 20.0  # what a sentence gains that spells out the abbreviation which is asked for: it answers
_ALIGNED = 2  # of the ranker's best tell whether the article answers
_NOTHING_TOLD = Told()
_CACHED_ARTICLES = 64
_CACHED_PASSAGES = 256  # 150 kB each


class Retriever:
    """Finds evidence in a library; keeps the word indexes of the articles that were asked last."""

    def __init__(self, store: PassageStore, embedder: Embedder) -> None:
        self._store = store
        self._embedder = embedder
        self._lock = threading.Lock()
        self._indexed: OrderedDict[str, _Indexed] = OrderedDict()
        self._passage_words = lru_cache(_CACHED_PASSAGES)(self._words)

    def find(self, question: str, article_ids: Sequence[str] = (), told: Told = _NOTHING_TOLD) -> Retrieval:
        """Return the evidence for a question in the articles named, or in all where none is.

        Its question is the one that was searched for: slips of the keyboard are mended. ``told`` is what was
        answered before it. An article that is not in the library, or is taken out of it meanwhile, has no
        evidence; the caller checks the names.
        """
        asked, found = self._searched(question, article_ids)
        mended = _mended(question, found)
        if mended != question:
            question = mended
            asked, found = self._searched(question, article_ids)
        kept = [(one, wanted(told, one)) for one in found]
        places = [(one, int(number)) for one, numbers in kept for number in numbers]
        if not places:
            return Retrieval(question, (), (), {})
        matrix = np.concatenate([_features(question, one, numbers) for one, numbers in kept])
        near = np.concatenate([nearness(told, one)[numbers] for one, numbers in kept])
        ranked = fitted_ranker().scores(matrix)
        scores = self._rematched(question, ranked, asked, places) + _SPELT_OUT * _spelt_out(question, places)
        scores = scores + near
        probabilities = softmax(scores)
        best = islice(_each_once(np.argsort(-scores, kind="stable"), places), _CANDIDATES)
        candidates = tuple(_candidate(places[i], float(probabilities[i])) for i in best)
        evidence = windows(candidates, {one.article.id: one for one in found})
        best_ranked = [(places[i], float(ranked[i])) for i in np.argsort(-ranked, kind="stable")[:SUPPORTERS]]
        named = signals(question, matrix, ranked) | self._supported(asked, best_ranked)
        named |= self._words_matched(question, asked, [place for place, _ in best_ranked[:_ALIGNED]], found)
        return Retrieval(question, candidates, evidence, named)

    def _searched(
        self, question: str, article_ids: Sequence[str]
    ) -> tuple[WordVectors, list[SentenceSignals]]:
        """Return the question's words and the articles with the best passages, the best first."""
        vector, asked = self._embedder.embed_question(question)
        hits = self._store.search(question, vector, _PASSAGES, article_ids)
        found = []
        for article_id in list(dict.fromkeys(hit.article_id for hit in hits))[:_ARTICLES]:
            with suppress(NotFound):  # another process may have removed it since the search
                found.append(self.sentence_signals(article_id, vector))
        return asked, found

    def in_context(self, one: SentenceSignals, number: int) -> InContext:
        """Return the words of an article's sentence as its passage gives them meaning."""
        passage, sentence = one.passages[one.passage_of[number]], one.sentences[number]
        inside = one.sentences[passage.first_sentence : passage.last_sentence + 1]
        words = self._passage_words(one.article.text[passage.start : passage.end])
        starts = [other.start - passage.start for other in inside]
        return in_context(words, starts, sentence.start - passage.start, sentence.end - passage.start)

    def _rematched(
        self, question: str, scores: Matrix, asked: WordVectors, places: Sequence["_Place"]
    ) -> Matrix:
        best = np.argsort(-scores, kind="stable")[:MATCHED]
        chosen = [places[i] for i in best]
        rows = [
            match(asked, one.index, score, self.in_context(one, number))
            for score, (one, number) in zip(scores[best], chosen, strict=True)
        ]
        wanted = {
            language: role(question, language) for language in {one.index.language for one, _ in chosen}
        }
        named = [has_role(wanted[one.index.language], one.index.stems[number]) for one, number in chosen]
        return renewed(scores, best, fitted_matcher().scores(np.array(rows)) + ROLE * np.array(named))

    def _supported(self, asked: WordVectors, best: Sequence[tuple["_Place", float]]) -> dict[str, float]:
        if self._embedder.name != DEFAULT_EMBEDDER:
            return {}  # other vectors mean nothing to the network
        return support([see(asked, self.in_context(*place), place[0].index, score) for place, score in best])

    def _words_matched(
        self,
        question: str,
        asked: WordVectors,
        best: Sequence["_Place"],
        found: Sequence[SentenceSignals],
    ) -> dict[str, float]:
        """Look for the question in the ranker's best, which were not chosen for how well they align."""
        sentences = [self.in_context(*place).sentence for place in best]
        named = alignment_signals(asked, sentences, best[0][0].article.language)
        return named | absent_signals(question, [one.index for one in found], matched(asked, sentences))

    def _words(self, text: str) -> WordVectors:
        """Embed one text by itself, so that the numbers do not depend on what stands beside it in a batch."""
        return self._embedder.embed_words([text])[0]

    def forget(self, article_id: str) -> None:
        """Drop what is kept of an article that was removed."""
        with self._lock:
            self._indexed.pop(article_id, None)
        self._passage_words.cache_clear()

    def sentence_signals(self, article_id: str, vector: Vectors) -> SentenceSignals:
        """Return what the features of an article's sentences rest on, for a question's vector."""
        known = self._known(article_id)
        return SentenceSignals(
            known.article,
            known.segments.sentences,
            known.segments.passages,
            known.index,
            known.passage_of,
            (known.vectors.sentences @ vector).astype(np.float64),
            (known.vectors.passages @ vector).astype(np.float64),
            known.vocabulary,
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


_Place = tuple[SentenceSignals, int]  # an article and the number of its sentence


@dataclass(frozen=True, slots=True, eq=False)
class _Indexed:
    """An article with all that does not depend on the question."""

    article: Article
    segments: Segments
    vectors: ArticleVectors
    index: SentenceIndex
    passage_of: NDArray[np.int64]
    vocabulary: dict[str, str]

    @classmethod
    def of(cls, store: PassageStore, article_id: str) -> "_Indexed":
        article, segments = store.article(article_id), store.segments(article_id)
        texts = [article.text[s.start : s.end] for s in segments.sentences]
        passage_of = np.zeros(len(texts), np.int64)
        for number, passage in enumerate(segments.passages):
            passage_of[passage.first_sentence : passage.last_sentence + 1] = number
        index = SentenceIndex(texts, article.language)
        return cls(
            article, segments, store.vectors(article_id), index, passage_of, vocabulary([article.text])
        )


def _features(question: str, one: SentenceSignals, numbers: NDArray[np.int64]) -> Matrix:
    return features(Question.of(question, one.article.language), one)[numbers]


def _mended(question: str, found: Sequence[SentenceSignals]) -> str:
    if not found or found[0].article.language != "en":
        return question
    spellings = ChainMap(*(one.vocabulary for one in found))  # the best article's first
    return spelled(question, spellings)


def _each_once(order: NDArray[np.int64], places: Sequence[_Place]) -> Iterator[int]:
    """Yield the order without the sentences whose words another article, or this one, has said before."""
    said: set[str] = set()
    for place in order:
        text = _text(places[place])
        if text not in said:
            said.add(text)
            yield int(place)


def _spelt_out(question: str, places: Sequence[_Place]) -> Matrix:
    """Return 1 for each sentence that spells out the abbreviation which a question asks for, else 0."""
    short = asked_for(question)
    if not short:
        return np.zeros(len(places))
    return np.array([float(long_form(short, _text(place)) is not None) for place in places])


def _text(place: _Place) -> str:
    one, number = place
    return one.article.text[one.sentences[number].start : one.sentences[number].end]


def _candidate(place: _Place, probability: float) -> Candidate:
    one, number = place
    s = one.sentences[number]
    return Candidate(
        one.article.id, number, s.start, s.end, _text(place), probability, s.paragraph, s.heading
    )
