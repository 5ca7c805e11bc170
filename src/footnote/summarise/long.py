"""Which sentences make ``long``: place by place, of the whole of an article, in time linear in it."""

import math
from collections.abc import Iterable, Sequence

from footnote.summarise.across import substantial
from footnote.summarise.features import Matrix
from footnote.summarise.pool import Pool
from footnote.summarise.select import SHORT_WORDS
from footnote.summarise.single import opening
from footnote.summarise.spread import SLIGHT_WORDS, Spread

LONG_SHARE = 0.15
_PRICES = (0.0, 0.03, 0.06, 0.1, 0.15, 0.25, 0.5, 1.0)  # score that a word of `long` costs
_ASIDES = 0.8  # share of the mean length of its sentences below which those of `long` say too little
_STRETCH = 6  # sentences
_COVERED = 0.62  # share of the paragraphs that `long` draws on, where its words allow


def long(pool: Pool, scores: Matrix) -> list[int]:
    """Return sentences of 10 to 15 % of the article's words, from as many of its paragraphs as they allow.

    Never shorter than ``short`` may be. A word's price is raised until the sentences chosen draw on
    three fifths of the paragraphs, or no higher price draws on more, or all that is left to be chosen
    are the article's asides: sentences much shorter than it has.
    """
    usable = pool.words[pool.usable]
    budget = max(round(LONG_SHARE * int(pool.words.sum())), min(SHORT_WORDS, int(usable.sum()) // 2))
    value = Spread.of_pool(pool).value(pool, substantial(pool, scores))
    begins = opening(pool, scores)
    best: list[int] = []
    for price in _PRICES:
        chosen = _fill(pool, value - price * pool.words, budget, begins)
        if best and pool.words[chosen].mean() < _ASIDES * usable.mean():
            break
        if not best or _covered(pool, chosen) > _covered(pool, best):
            best = chosen
        if _covered(pool, best) >= _COVERED:
            break
    return best


def _covered(pool: Pool, chosen: Sequence[int]) -> float:
    """Return the share of the paragraphs that is drawn on, or that of stretches of six sentences if less.

    A text without line breaks is one paragraph, which any sentence would cover.
    """
    paragraphs = len({pool.sentences[number].paragraph for number in chosen}) / pool.paragraphs
    stretches = len({number // _STRETCH for number in chosen}) / math.ceil(len(pool.sentences) / _STRETCH)
    return min(paragraphs, stretches)


def _fill(pool: Pool, value: Matrix, budget: int, begins: int | None) -> list[int]:
    """Take the best sentence of each place, dearest value first, then the best of what is left."""
    chosen: set[int] = set()
    said = pool.said()
    words = 0
    for number in _in_turn(pool, value, budget, begins):
        added = int(pool.words[number])
        if words + added > budget and chosen:
            continue
        if set(pool.standings[number].needs) <= chosen and not said.holds(number):
            chosen.add(number)
            said.add(number)
            words += added
        if words >= budget:
            break
    return sorted(chosen)


def _in_turn(pool: Pool, value: Matrix, budget: int, begins: int | None) -> Iterable[int]:
    """Return the sentences in the order in which they are taken, each once."""
    firsts = sorted(_best_of_places(pool, value), key=lambda number: (-value[number], number))
    if begins is not None and 2 * pool.words[begins] <= budget:
        firsts.insert(0, begins)
    few = len(pool.usable) < _STRETCH
    more = (number for number in pool.usable if few or pool.words[number] >= SLIGHT_WORDS)
    rest = sorted(set(more) - set(firsts), key=lambda number: (-value[number], number))
    return dict.fromkeys((*firsts, *rest))


def _best_of_places(pool: Pool, value: Matrix) -> Iterable[int]:
    """Return the best sentence of each place that stands alone."""
    places = pool.places()
    best: dict[int, int] = {}
    for number in pool.usable:
        here = best.get(places[number])
        alone = not pool.standings[number].needs
        if alone and (here is None or value[number] > value[here]):
            best[places[number]] = number
    return best.values()
