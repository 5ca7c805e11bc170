"""The steps from a question to its evidence."""

from collections import ChainMap
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from footnote.config import DEFAULT_EMBEDDER
from footnote.embed import Embedder
from footnote.errors import NotFound
from footnote.retrieve.absent import absent_signals
from footnote.retrieve.alignment import alignment_signals, matched
from footnote.retrieve.besides import mixed, without_excluded
from footnote.retrieve.dated import is_of_its_year, names_its_year, without_year
from footnote.retrieve.features import Matrix, Question, SentenceSignals, features
from footnote.retrieve.headed import below
from footnote.retrieve.indexed import Indexes
from footnote.retrieve.matching import MATCHED, InContext, fitted_matcher, in_context, match, renewed
from footnote.retrieve.place import Place, best_candidates, spelt_out, told_above
from footnote.retrieve.ranker import fitted_ranker
from footnote.retrieve.repeated import repeated
from footnote.retrieve.roles import ROLE, has_role, role
from footnote.retrieve.siblings import of_others, only_of_others
from footnote.retrieve.signals import signals
from footnote.retrieve.spelling import spelled
from footnote.retrieve.support import SUPPORTERS, see, support
from footnote.retrieve.told import nearness, wanted
from footnote.retrieve.windows import windows
from footnote.schema import Candidate, Retrieval, Told, Vectors, WordVectors
from footnote.store import PassageStore

_PASSAGES = 30
_ARTICLES = 6
_SPELT_OUT = 20.0  # what a sentence gains that spells out the abbreviation which is asked for: it answers
_ALIGNED = 2  # of the ranker's best tell whether the article answers
_NOTHING_TOLD = Told()
_CACHED_PASSAGES = 256  # 150 kB each


@dataclass(frozen=True, slots=True, eq=False)
class _Searched:
    """A question, its words, and the articles with the best passages, the best first."""

    question: str
    words: WordVectors
    found: tuple[SentenceSignals, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Choice:
    """The sentences that are ranked, with their features, and what each gains by what was told."""

    places: tuple[Place, ...]
    matrix: Matrix
    near: Matrix
    of_others: frozenset[str]  # the articles that tell what is asked only of other things than the one named


class Retriever:
    """Finds evidence in a library; keeps the word indexes of the articles that were asked last."""

    def __init__(self, store: PassageStore, embedder: Embedder) -> None:
        self._store = store
        self._embedder = embedder
        self._indexes = Indexes(store, embedder)
        self._passage_words = lru_cache(_CACHED_PASSAGES)(self._words)

    def find(self, question: str, article_ids: Sequence[str] = (), told: Told = _NOTHING_TOLD) -> Retrieval:
        """Return the evidence for a question in the articles named, or in all where none is.

        Its question is the one that was searched for: slips of the keyboard are mended, and the year that is
        the article's own is left out. ``told`` is what was answered before it. An article that is not in the
        library, or is taken out of it meanwhile, has no evidence; the caller checks the names.
        """
        searched = self._searched_for(question, article_ids)
        found = self._find(searched, article_ids, told)
        return self._without_year(searched, found, told) or found

    def _find(self, searched: _Searched, article_ids: Sequence[str], told: Told) -> Retrieval:
        choice = _choice(searched, told)
        if choice is None:
            return Retrieval(searched.question, (), (), {})
        ranked = fitted_ranker().scores(choice.matrix)
        candidates = self._candidates(searched, choice, ranked)
        rest = without_excluded(searched.question)
        if rest:
            candidates = mixed(candidates, self._found(self._search(rest, article_ids), told))
        evidence = windows(candidates, {one.article.id: one for one in searched.found})
        best = candidates[0]
        told_by = {
            "told_above": float(bool(best.below) and best.head is None),
            "told_of_others": float(best.article_id in choice.of_others),
        }
        known = self._signals(searched, choice, ranked) | told_by | ({"leaves_aside": 1.0} if rest else {})
        return Retrieval(searched.question, candidates, evidence, known)

    def _without_year(self, searched: _Searched, found: Retrieval, told: Told) -> Retrieval | None:
        """Return what is found in one article without its own year, where the sentences do not name that."""
        if len(searched.found) != 1 or not found.candidates:
            return None
        one = searched.found[0]
        rest = without_year(searched.question, one)
        if rest is None or names_its_year(found.candidates[0], one):
            return None
        alone = (one.article.id,)  # its year is not that of another
        other = self._find(self._search(rest, alone), alone, told)
        return other if other.candidates and is_of_its_year(other.candidates[0], one) else None

    def _found(self, searched: _Searched, told: Told) -> tuple[Candidate, ...]:
        choice = _choice(searched, told)
        if choice is None:
            return ()
        return self._candidates(searched, choice, fitted_ranker().scores(choice.matrix))

    def _candidates(self, searched: _Searched, choice: _Choice, ranked: Matrix) -> tuple[Candidate, ...]:
        scores = self._rematched(searched, ranked, choice.places) + choice.near
        scores = scores + _SPELT_OUT * spelt_out(searched.question, choice.places)
        return best_candidates(searched.question, choice.places, scores)

    def in_context(self, one: SentenceSignals, number: int) -> InContext:
        """Return the words of an article's sentence as its passage gives them meaning."""
        passage, sentence = one.passages[one.passage_of[number]], one.sentences[number]
        inside = one.sentences[passage.first_sentence : passage.last_sentence + 1]
        words = self._passage_words(one.article.text[passage.start : passage.end])
        starts = [other.start - passage.start for other in inside]
        return in_context(words, starts, sentence.start - passage.start, sentence.end - passage.start)

    def sentence_signals(self, article_id: str, vector: Vectors) -> SentenceSignals:
        """Return what the features of an article's sentences rest on, for a question's vector."""
        return self._indexes.signals(article_id, vector)

    def forget(self, article_id: str) -> None:
        """Drop what is kept of an article that was removed."""
        self._indexes.forget(article_id)
        self._passage_words.cache_clear()

    def _searched_for(self, question: str, article_ids: Sequence[str]) -> _Searched:
        """Search for a question, and anew for what it becomes by the words of what was found."""
        searched = self._search(question, article_ids)
        mended = _mended(searched)
        return self._search(mended, article_ids) if mended != question else searched

    def _search(self, question: str, article_ids: Sequence[str]) -> _Searched:
        vector, words = self._embedder.embed_question(question)
        hits = self._store.search(question, vector, _PASSAGES, article_ids)
        found = []
        for article_id in list(dict.fromkeys(hit.article_id for hit in hits))[:_ARTICLES]:
            with suppress(NotFound):  # another process may have removed it since the search
                found.append(self.sentence_signals(article_id, vector))
        return _Searched(question, words, tuple(found))

    def _rematched(self, searched: _Searched, scores: Matrix, places: Sequence[Place]) -> Matrix:
        best = np.argsort(-scores, kind="stable")[:MATCHED]
        chosen = [places[i] for i in best]
        rows = [
            match(searched.words, place[0].index, score, self._below_heading(searched.question, place))
            for score, place in zip(scores[best], chosen, strict=True)
        ]
        languages = {one.index.language for one, _ in chosen}
        asked = {language: role(searched.question, language) for language in languages}
        named = [has_role(asked[one.index.language], one.index.stems[number]) for one, number in chosen]
        return renewed(scores, best, fitted_matcher().scores(np.array(rows)) + ROLE * np.array(named))

    def _signals(self, searched: _Searched, choice: _Choice, ranked: Matrix) -> dict[str, float]:
        """Return what speaks for the finding, by the ranker's best, not by those that align best."""
        best = [(choice.places[i], float(ranked[i])) for i in np.argsort(-ranked, kind="stable")[:SUPPORTERS]]
        sentences = [self._below_heading(searched.question, place).sentence for place, _ in best[:_ALIGNED]]
        aligned = alignment_signals(searched.words, sentences, best[0][0][0].article.language)
        indexes, words = [one.index for one in searched.found], matched(searched.words, sentences)
        absent = absent_signals(searched.question, indexes, words)
        named = signals(searched.question, choice.matrix, ranked)
        return named | self._supported(searched, best) | aligned | absent

    def _supported(self, searched: _Searched, best: Sequence[tuple[Place, float]]) -> dict[str, float]:
        if self._embedder.name != DEFAULT_EMBEDDER:
            return {}  # other vectors mean nothing to the network
        told = [(self._below_heading(searched.question, place), place[0], score) for place, score in best]
        return support([see(searched.words, words, one.index, score) for words, one, score in told])

    def _below_heading(self, question: str, place: Place) -> InContext:
        """Return a sentence's words, with its heading's where that has some of the question's."""
        heading, found = told_above(question, place), self.in_context(*place)
        return below(found, self._passage_words(heading)) if heading else found

    def _words(self, text: str) -> WordVectors:
        """Embed one text by itself, so that the numbers do not depend on what stands beside it in a batch."""
        return self._embedder.embed_words([text])[0]


def _choice(searched: _Searched, told: Told) -> _Choice | None:
    """Return the sentences that may answer, none that orders a machine about; None where none is left."""
    question = searched.question
    others = [of_others(question, one.article, one.sentences, one.vocabulary) for one in searched.found]
    kept = [
        (one, np.setdiff1d(wanted(told, one), np.flatnonzero(other | one.orders | repeated(question, one))))
        for one, other in zip(searched.found, others, strict=True)
    ]
    places = tuple((one, int(number)) for one, numbers in kept for number in numbers)
    if not places:
        return None
    matrices = [features(Question.of(question, one.article.language), one)[numbers] for one, numbers in kept]
    near = [nearness(told, one)[numbers] for one, numbers in kept]
    lacking = frozenset(
        one.article.id
        for one, other in zip(searched.found, others, strict=True)
        if only_of_others(question, one, other)
    )
    return _Choice(places, np.concatenate(matrices), np.concatenate(near), lacking)


def _mended(searched: _Searched) -> str:
    if not searched.found or searched.found[0].article.language != "en":
        return searched.question
    spellings = ChainMap(*(one.vocabulary for one in searched.found))  # the best article's first
    return spelled(searched.question, spellings)
