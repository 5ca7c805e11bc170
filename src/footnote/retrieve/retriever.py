"""The steps from a question to its evidence."""

from collections.abc import Sequence
from contextlib import suppress

from footnote.embed import Embedder
from footnote.errors import NotFound
from footnote.retrieve.besides import mixed, without_excluded
from footnote.retrieve.choice import Choice, Searched, choice_among, mended
from footnote.retrieve.codewords import lacks_code_word
from footnote.retrieve.contexts import Contexts
from footnote.retrieve.dated import is_of_its_year, names_its_year, without_year
from footnote.retrieve.features import Matrix, SentenceSignals
from footnote.retrieve.indexed import Indexes
from footnote.retrieve.place import best_candidates, code_words_told, obliging, spelt_out
from footnote.retrieve.ranker import fitted_ranker
from footnote.retrieve.reranking import rematched
from footnote.retrieve.signals import signals
from footnote.retrieve.windows import windows
from footnote.schema import Candidate, Retrieval, Told, Vectors
from footnote.store import PassageStore

_PASSAGES = 30
_ARTICLES = 6
# What a sentence gains that spells out the abbreviation, or leads to the duties, which are asked for.
_ANSWERS = 20.0
_NOTHING_TOLD = Told()


class Retriever:
    """Finds evidence in a library; keeps the word indexes of the articles that were asked last."""

    def __init__(self, store: PassageStore, embedder: Embedder) -> None:
        self._store = store
        self._embedder = embedder
        self._indexes = Indexes(store, embedder)
        self.contexts = Contexts(embedder)

    def find(self, question: str, article_ids: Sequence[str] = (), told: Told = _NOTHING_TOLD) -> Retrieval:
        """Return the evidence for a question in the articles named, or in all where none is.

        Its question is the one that was searched for: slips of the keyboard are mended, and the year that is
        the article's own is left out. ``told`` is what was answered before it. An article that is not in the
        library, or is taken out of it meanwhile, has no evidence; the caller checks the names.
        """
        searched = self._searched_for(question, article_ids)
        found = self._find(searched, article_ids, told)
        return self._without_year(searched, found, told) or found

    def _find(self, searched: Searched, article_ids: Sequence[str], told: Told) -> Retrieval:
        choice = choice_among(searched, told)
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
            "code_absent": float(lacks_code_word(searched.question, searched.found)),
        }
        known = signals(self.contexts, searched, choice, ranked)
        known |= told_by | ({"leaves_aside": 1.0} if rest else {})
        return Retrieval(searched.question, candidates, evidence, known)

    def _without_year(self, searched: Searched, found: Retrieval, told: Told) -> Retrieval | None:
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

    def _found(self, searched: Searched, told: Told) -> tuple[Candidate, ...]:
        choice = choice_among(searched, told)
        if choice is None:
            return ()
        return self._candidates(searched, choice, fitted_ranker().scores(choice.matrix))

    def _candidates(self, searched: Searched, choice: Choice, ranked: Matrix) -> tuple[Candidate, ...]:
        scores = rematched(self.contexts, searched, ranked, choice.places) + choice.near
        answering = spelt_out(searched.question, choice.places) + obliging(searched.question, choice.places)
        scores = scores + _ANSWERS * answering + code_words_told(searched.question, choice.places)
        return best_candidates(searched.question, choice.places, scores)

    def sentence_signals(self, article_id: str, vector: Vectors) -> SentenceSignals:
        """Return what the features of an article's sentences rest on, for a question's vector."""
        return self._indexes.signals(article_id, vector)

    def forget(self, article_id: str) -> None:
        """Drop what is kept of an article that was removed."""
        self._indexes.forget(article_id)
        self.contexts.forget()

    def _searched_for(self, question: str, article_ids: Sequence[str]) -> Searched:
        """Search for a question, and anew for what it becomes by the words of what was found."""
        searched = self._search(question, article_ids)
        meant = mended(searched)
        return self._search(meant, article_ids) if meant != question else searched

    def _search(self, question: str, article_ids: Sequence[str]) -> Searched:
        vector, words = self._embedder.embed_question(question)
        hits = self._store.search(question, vector, _PASSAGES, article_ids)
        found = []
        for article_id in list(dict.fromkeys(hit.article_id for hit in hits))[:_ARTICLES]:
            with suppress(NotFound):  # another process may have removed it since the search
                found.append(self.sentence_signals(article_id, vector))
        return Searched(question, words, tuple(found))
