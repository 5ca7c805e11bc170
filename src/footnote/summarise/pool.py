"""The sentences of an article, or of a part of it, with all that choosing among them needs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from footnote.schema import Article, IndexedArticle, Sentence, Vectors
from footnote.summarise.alike import alike_from
from footnote.summarise.compress import compress
from footnote.summarise.features import Matrix, content_stems, features
from footnote.summarise.ranges import part_of
from footnote.summarise.repeats import Said, same_words
from footnote.summarise.softness import softness
from footnote.summarise.standing import standings
from footnote.summarise.standing.chains import Standing

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
        article, every = indexed.article, indexed.segments.sentences
        part = part_of(article, every, start, end)
        vectors = indexed.vectors.sentences[part.rows]
        standing = standings(article, part.sentences, ends=part.sentences[-1] == every[-1])
        usable = np.array([one.usable for one in standing])
        quotations = [article.text[s.start : s.end] for s in part.sentences]
        texts = _said_in_summary(article, part.sentences, every[0].start)
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
            alike_from(vectors[usable]),
            softness(quotations, usable),
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

    def said(self) -> Said:
        """Return an empty record of what has been said, for many sentences."""
        return Said(self.stems)

    def repeats(self, number: int, chosen: Iterable[int]) -> bool:
        """Whether a sentence says again what a chosen one says: most words of the shorter are shared."""
        return any(same_words(self.stems[number], self.stems[other]) for other in chosen)

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


def _said_in_summary(article: Article, sentences: Sequence[Sentence], opening: int) -> tuple[str, ...]:
    """Return the sentences as they would stand in a summary; at ``opening`` a dateline may stand."""
    return tuple(
        compress(article.text[one.start : one.end], article.language, opens=one.start == opening)
        for one in sentences
    )
