"""The words of sentences as the passage around them gives them meaning."""

from functools import lru_cache

from footnote.embed import Embedder
from footnote.retrieve.features import SentenceSignals
from footnote.retrieve.headed import below
from footnote.retrieve.matching import InContext, in_context
from footnote.retrieve.place import Place, told_above
from footnote.schema import WordVectors

_CACHED_PASSAGES = 256  # 150 kB each


class Contexts:
    """Embeds the words of passages, and keeps those that were asked last."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self.embedder = embedder.name
        self._passage_words = lru_cache(_CACHED_PASSAGES)(self._words)

    def in_context(self, one: SentenceSignals, number: int) -> InContext:
        """Return the words of an article's sentence as its passage gives them meaning."""
        passage, sentence = one.passages[one.passage_of[number]], one.sentences[number]
        inside = one.sentences[passage.first_sentence : passage.last_sentence + 1]
        words = self._passage_words(one.article.text[passage.start : passage.end])
        starts = [other.start - passage.start for other in inside]
        return in_context(words, starts, sentence.start - passage.start, sentence.end - passage.start)

    def below_heading(self, question: str, place: Place) -> InContext:
        """Return a sentence's words, with its heading's where that has some of the question's."""
        heading, found = told_above(question, place), self.in_context(*place)
        return below(found, self._passage_words(heading)) if heading else found

    def forget(self) -> None:
        """Drop what is kept."""
        self._passage_words.cache_clear()

    def _words(self, text: str) -> WordVectors:
        """Embed one text by itself, so that the numbers do not depend on what stands beside it in a batch."""
        return self._embedder.embed_words([text])[0]
