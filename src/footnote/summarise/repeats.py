"""Whether a sentence says again what others say."""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import chain

_SAME_WORDS = 0.75  # share of the shorter sentence's content words: it says the same again


def same_words(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether most content words of the shorter of two sentences are in the other."""
    shorter = min(len(one), len(other))
    return len(one & other) >= _SAME_WORDS * shorter if shorter else one == other


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
        return any(same_words(own, self._stems[other]) for other in others)

    def _rare(self, number: int) -> list[str]:
        own = sorted(self._stems[number], key=lambda stem: (self._count[stem], stem))
        return own[: len(own) - math.ceil(_SAME_WORDS * len(own)) + 1]
