"""How well a few sentences stand for all of an article whose paragraphs, or sections, each say something.

Facility location (Lin & Bilmes 2011, "A Class of Submodular Functions for Document Summarization"): each
place of the article is served by the chosen sentence that is nearest to it in meaning. A sentence
that opens a place often names what it is about (Baxendale 1958).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from footnote.schema import Sentence
from footnote.summarise.features import Matrix
from footnote.summarise.pool import Pool
from footnote.summarise.sets import Sets, gathered

_FEWEST_PLACES, _MOST_PLACES = 4, 48  # beyond these, neighbours count as one place
_SENTENCES = (2.5, 4.0)  # of a place at the mean, between which its being one begins to matter
_SERVED = 60.0  # score that is won where all places are served as by their own words
_OPENS = 1.0  # score that a sentence wins which opens a place
SLIGHT_WORDS, SLIGHT = 9, 1.5  # score that a shorter sentence loses
_NEW_THIRD = 2.0  # score that is won once a set draws on more than one third of the article
_SEARCHED = 20  # sentences among which the best set is searched


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """The places of an article; ``weight`` in [0, 1] says how much they count, 0 where there are none.

    In news a paragraph is a sentence or two, and where it ends says nothing of what it is about.
    """

    weight: float
    sections: float  # the weight that its sections by themselves have
    of: NDArray[np.int64]  # (n,) the place of each sentence
    middles: Matrix  # (places, dim) unit vectors
    shares: Matrix  # (places,) of the whole, by the root of how many sentences a place has

    @classmethod
    def of_pool(cls, pool: Pool) -> "Spread":
        """Read the places: paragraphs if these are long enough, else what stands under one heading."""
        readings = [_runs(pool.sentences, key) for key in (_paragraph, _heading)]
        weights = [_weight(of) for of in readings]
        weight, of = max(zip(weights, readings, strict=True), key=lambda pair: pair[0])
        if (places := int(of[-1]) + 1) > _MOST_PLACES:
            of = of * _MOST_PLACES // places
        counts = np.bincount(of)
        middles = np.add.reduceat(pool.vectors, np.cumsum(counts) - counts, axis=0).astype(np.float64)
        middles /= np.maximum(np.linalg.norm(middles, axis=1, keepdims=True), 1e-9)
        roots = np.sqrt(counts)
        return cls(weight, weights[1], of, middles, roots / roots.sum())

    def value(self, pool: Pool, scores: Matrix) -> Matrix:
        """Return what each sentence is worth by itself: its score, and whether it opens a place."""
        opens = np.diff(self.of, prepend=-1) > 0
        worth: Matrix = scores + self.weight * (_OPENS * opens - SLIGHT * (pool.words < SLIGHT_WORDS))
        return worth

    def candidates(self, pool: Pool, value: Matrix) -> list[int]:
        """Return the sentences that are tried: of each place the best that stands alone, then the second."""
        ranked = sorted(
            (n for n in pool.usable if not pool.standings[n].needs and not pool.soft[n]),
            key=lambda n: (-value[n], n),
        )
        seen = np.zeros(len(self.middles), np.int64)
        rounds: list[tuple[int, int]] = []
        for rank, number in enumerate(ranked):
            rounds.append((int(seen[self.of[number]]), rank))
            seen[self.of[number]] += 1
        return sorted(ranked[rank] for _, rank in sorted(rounds)[:_SEARCHED])

    def near(self, pool: Pool, numbers: Sequence[int]) -> Matrix:
        """Return the score that each of some sentences wins by serving each place: (sentences, places)."""
        near: Matrix = pool.vectors[list(numbers)] @ self.middles.T
        return self.weight * _SERVED * near * self.shares

    def won(self, pool: Pool, chosen: Sets) -> Matrix:
        """Return the score that sets of sentences win by their spread."""
        served = gathered(chosen, self.near(pool, chosen.numbers), least=True).max(axis=1).sum(axis=1)
        thirds = 3 * np.array(chosen.numbers) // len(pool.sentences)
        drawn = [gathered(chosen, (thirds == third)[:, None]).any(axis=(1, 2)) for third in range(3)]
        won: Matrix = served + self.weight * _NEW_THIRD * np.minimum(np.sum(drawn, axis=0), 2)
        return won


def _paragraph(sentence: Sentence) -> object:
    return sentence.paragraph


def _heading(sentence: Sentence) -> object:
    return sentence.heading


def _runs(sentences: Sequence[Sentence], key: Callable[[Sentence], object]) -> NDArray[np.int64]:
    """Return the number of the run of equal keys that each sentence is in."""
    return np.array([run for run, (_, held) in enumerate(groupby(sentences, key)) for _ in held], np.int64)


def _weight(of: NDArray[np.int64]) -> float:
    places = int(of[-1]) + 1
    low, high = _SENTENCES
    return 0.0 if places < _FEWEST_PLACES else float(np.clip((len(of) / places - low) / (high - low), 0, 1))
