"""The sentences of an article, or of a part of it, with all that choosing among them needs."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from footnote.schema import Article, IndexedArticle, Sentence, Vectors
from footnote.summarise.compress import compress
from footnote.summarise.features import Matrix, content_stems, features
from footnote.summarise.ranges import part_of
from footnote.summarise.softness import softness
from footnote.summarise.standing import standings
from footnote.summarise.standing.chains import Standing

_SAME_WORDS = 0.75  # share of the shorter sentence's content words: it says the same again
_ALIKE = (0.85, 0.95)  # cosines between which two sentences begin to be alike
_FEWEST_ALIKE = 3  # sentences that a mean and a deviation of their pairs are taken of
_RUN = 6  # sentences of a long paragraph that count as one place of the article


@dataclass(frozen=True, slots=True, eq=False)
class Pool:
    """Sentences in order; ``rows`` hold their features, ``texts`` how they would stand in a summary."""

    article: Article
    sentences: tuple[Sentence, ...]
    standings: tuple[Standing, ...]
    texts: tuple[str, ...]
    words: NDArray[np.int64]  # (n,) of each text
    stems: tuple[frozenset[str], ...]
    vectors: Vectors  # (n, dim)
    rows: Matrix  # (n, features)
    alike: float  # cosine from which on two sentences take from each other
    soft: NDArray[np.bool_]  # (n,) says little of the matter (see softness)

    @classmethod
    def of(cls, indexed: IndexedArticle, start: int = 0, end: int | None = None) -> "Pool":
        """Return the pool of a part of an article. Raises InvalidInput: it has no sentence."""
        article = indexed.article
        part = part_of(article, indexed.segments.sentences, start, end)
        vectors = indexed.vectors.sentences[part.rows]
        ends = part.sentences[-1] == indexed.segments.sentences[-1]
        standing = standings(article, part.sentences, ends=ends)
        quotations = [article.text[s.start : s.end] for s in part.sentences]
        opening = indexed.segments.sentences[0].start
        texts = tuple(
            compress(quotation, article.language, opens=one.start == opening)
            for quotation, one in zip(quotations, part.sentences, strict=True)
        )
        stems = tuple(frozenset(content_stems(text, article.language)) for text in texts)
        return cls(
            article,
            part.sentences,
            tuple(standing),
            texts,
            np.array([len(text.split()) for text in texts]),
            stems,
            vectors,
            features(article, part.sentences, vectors, standing, stems),
            _alike(vectors[[one.usable for one in standing]]),
            softness(quotations, np.array([one.usable for one in standing])),
        )

    @property
    def usable(self) -> list[int]:
        """The numbers of the sentences that may stand in a summary."""
        return [number for number, standing in enumerate(self.standings) if standing.usable]

    @property
    def paragraphs(self) -> int:
        """How many paragraphs the sentences come from."""
        return len({sentence.paragraph for sentence in self.sentences})

    def most_sentences(self, most: int) -> int:
        """Return how many sentences a summary may have: no more than half of those there are."""
        return max(1, min(most, (len(self.usable) + 1) // 2))

    def said(self) -> "Said":
        """Return an empty record of what has been said, for many sentences."""
        return Said(self.stems)

    def repeats(self, number: int, chosen: Iterable[int]) -> bool:
        """Whether a sentence says again what a chosen one says: most words of the shorter are shared."""
        return any(_same_words(self.stems[number], self.stems[other]) for other in chosen)

    def places(self) -> list[int]:
        """Return the place of each sentence: its paragraph, or its run of six where that is longer."""
        places: list[int] = []
        paragraph, count = -1, 0
        for sentence in self.sentences:
            if sentence.paragraph != paragraph or count == _RUN:
                places.append(places[-1] + 1 if places else 0)
                paragraph, count = sentence.paragraph, 0
            else:
                places.append(places[-1])
            count += 1
        return places


def _alike(vectors: Vectors) -> float:
    """Return one standard deviation above the mean cosine of two sentences, from 0.85 to 0.95.

    Sentences that were encoded in one passage are all alike, so what counts is how the article's are. The
    moments over pairs come from the sum of the vectors and of their outer products, in linear time.
    """
    count = len(vectors)
    if count < _FEWEST_ALIKE:
        return _ALIKE[0]
    rows, pairs = vectors.astype(np.float64), count * (count - 1)
    mean = (float(np.square(rows.sum(axis=0)).sum()) - count) / pairs
    square = (float(np.square(rows.T @ rows).sum()) - count) / pairs
    return min(max(mean + math.sqrt(max(square - mean**2, 0.0)), _ALIKE[0]), _ALIKE[1])


class Said:
    """The sentences said so far, found again by their rare words, so that time stays linear.

    Two sets that share a share ``s`` of the shorter one's n words share one of its n - ⌈s n⌉ + 1 rarest
    (prefix filtering, Chaudhuri et al. 2006), so only sentences with such a word in common are compared.
    """

    def __init__(self, stems: Sequence[frozenset[str]]) -> None:
        self._stems = stems
        self._count = Counter(stem for found in stems for stem in found)
        self._by_word: dict[str, list[int]] = {}
        self._by_rare: dict[str, list[int]] = {}

    def add(self, number: int) -> None:
        """Record a sentence."""
        for stem in self._stems[number]:
            self._by_word.setdefault(stem, []).append(number)
        for stem in self._rare(number):
            self._by_rare.setdefault(stem, []).append(number)

    def holds(self, number: int) -> bool:
        """Whether a sentence says again what a recorded one says."""
        own = self._stems[number]
        near = [self._by_word.get(stem, ()) for stem in self._rare(number)]
        near += [self._by_rare.get(stem, ()) for stem in own]
        others = set(chain.from_iterable(near))
        return any(_same_words(own, self._stems[other]) for other in others)

    def _rare(self, number: int) -> list[str]:
        own = sorted(self._stems[number], key=lambda stem: (self._count[stem], stem))
        return own[: len(own) - math.ceil(_SAME_WORDS * len(own)) + 1]


def _same_words(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter = min(len(one), len(other))
    return len(one & other) >= _SAME_WORDS * shorter if shorter else one == other
