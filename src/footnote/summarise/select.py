"""Which sentences make ``short``: the best set within its limits, searched exactly among the best sentences.

A set is worth the sum of its sentences' scores, less what they say twice: maximal marginal relevance
(Carbonell & Goldstein 1998).
"""

from collections.abc import Iterator, Sequence

import numpy as np

from footnote.summarise.features import FEATURES, Matrix
from footnote.summarise.pool import Pool
from footnote.summarise.scorer import fitted_scorer
from footnote.summarise.sets import Sets, gathered
from footnote.summarise.single import alone
from footnote.summarise.spread import Spread

SHORT_WORDS = 80
SHORT_SENTENCES = (3, 4)

_FIRST, _CENTRAL = 10, 6  # sentences among which `short` is searched
_DIVERSITY = 300.0  # score that two sentences lose for each 1 of cosine beyond the pool's ``alike``
_MOST_ALIKE = 10.0  # ... and at most: neighbours under one passage's vectors may be alike and yet both matter
_NEWS = 3.0  # score that the sentence wins which says most alone, where a summary is spread
_ANYWHERE = 0.5  # share that a sentence's worth anywhere has in an article of sections
_SOFT = 8.0  # score that a soft sentence of `short` loses


def short(pool: Pool, scores: Matrix, sizes: tuple[int, int] = SHORT_SENTENCES) -> list[int]:
    """Return three or four sentences of at most 80 words together, in order; fewer where these do not fit.

    ``sizes`` are the fewest and the most of them, if others are wanted.
    """
    spread, value, searched = None, scores, candidates(pool)
    if (found := Spread.of_pool(pool)).weight:
        worth = found.value(pool, _of_places(pool, scores, found))
        of_places = found.candidates(pool, worth)
        if len(of_places) >= sizes[1]:
            spread, value, searched = found, worth, of_places
    if sets := allowed(pool, searched, sizes):
        laid = Sets.of(sets)
        worth = gathered(laid, value[list(laid.numbers)][:, None]).sum(axis=(1, 2)) - lost(pool, laid)
        worth += spread.won(pool, laid) if spread else 0.0
        return list(sets[int(np.argmax(worth))])
    fitting = [number for number in pool.usable if pool.words[number] <= SHORT_WORDS]
    if fitting:
        return [max(fitting, key=lambda number: scores[number])]
    return [min(pool.usable, key=lambda number: (pool.words[number], number))]


def _of_places(pool: Pool, scores: Matrix, spread: Spread) -> Matrix:
    """Return the scores where each place says something, and the news must be told among the rest.

    Minutes, instructions and reports have sections, and their news in any of them.
    """
    anywhere = fitted_scorer("anywhere").scores(pool.rows)
    worth: Matrix = scores + spread.sections * _ANYWHERE * (anywhere - scores)
    worth[alone(pool)] += spread.weight * _NEWS
    return worth


def allowed(
    pool: Pool, numbers: Sequence[int], sizes: tuple[int, int] = SHORT_SENTENCES
) -> list[tuple[int, ...]]:
    """Return every set of ``numbers`` that ``short`` may be: of three or four, else of fewer."""
    most = pool.most_sentences(sizes[1])
    fewest = min(sizes[0], most)
    for least in range(fewest, 0, -1):
        upper = most if least == fewest else least
        if sets := [one for size in range(least, upper + 1) for one in sets_of(pool, numbers, size)]:
            return sets
    return []


def candidates(pool: Pool) -> list[int]:
    """Return the sentences among which ``short`` is searched: the first, and the most central later."""
    central = pool.rows[:, [FEATURES.index("centrality"), FEATURES.index("mass")]].sum(axis=1)
    later = sorted(pool.usable[_FIRST:], key=lambda number: (-central[number], number))
    return sorted(pool.usable[:_FIRST] + later[:_CENTRAL])


def sets_of(
    pool: Pool, numbers: Sequence[int], size: int, most_words: int = SHORT_WORDS
) -> Iterator[tuple[int, ...]]:
    """Yield every set of ``size`` sentences that fits, repeats nothing and holds what its members lean on."""

    def grow(chosen: tuple[int, ...], first: int, words: int) -> Iterator[tuple[int, ...]]:
        if len(chosen) == size:
            yield chosen
            return
        for place in range(first, len(numbers)):
            number = numbers[place]
            total = words + int(pool.words[number])
            if (
                total <= most_words
                and set(pool.standings[number].needs) <= set(chosen)
                and not pool.repeats(number, chosen)
            ):
                yield from grow((*chosen, number), place + 1, total)

    return grow((), 0, 0)


def lost(pool: Pool, chosen: Sets) -> Matrix:
    """Return what sets of sentences lose: for those that are soft, and for those that say alike things."""
    numbers = list(chosen.numbers)
    soft = gathered(chosen, pool.soft[numbers][:, None]).sum(axis=(1, 2))
    alike = np.zeros((len(numbers) + 1, len(numbers) + 1))
    alike[:-1, :-1] = overlaps(pool, numbers, numbers)
    np.fill_diagonal(alike, 0.0)
    pairs = alike[chosen.rows[:, :, None], chosen.rows[:, None, :]].sum(axis=(1, 2)) / 2
    worth: Matrix = _SOFT * soft + pairs
    return worth


def overlaps(pool: Pool, numbers: Sequence[int], others: Sequence[int]) -> Matrix:
    """Return what sentences lose because they say things alike to what others say: (numbers, others)."""
    beyond = pool.vectors[list(numbers)] @ pool.vectors[list(others)].T - pool.alike
    worth: Matrix = np.minimum(_DIVERSITY * np.maximum(beyond, 0.0), _MOST_ALIKE)
    return worth
