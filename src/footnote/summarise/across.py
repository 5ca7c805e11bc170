"""Which sentences make ``bullets``, ``long``, or a summary of so many sentences as somebody wants.

They draw on the whole of an article: ``bullets`` greedily; ``long`` place by place, in time linear in it.
"""

import math
from collections.abc import Sequence

import numpy as np

from footnote.schema import Style
from footnote.summarise.features import Matrix
from footnote.summarise.pool import Pool
from footnote.summarise.scorer import fitted_scorer
from footnote.summarise.select import SHORT_SENTENCES, SHORT_WORDS, overlaps, short
from footnote.summarise.single import alone, opening
from footnote.summarise.spread import SLIGHT, SLIGHT_WORDS, Spread

BULLETS = (5, 8)
BULLET_WORDS = 25
LONG_SHARE = 0.15
_BULLET_DEAR = 0.15  # score that each word beyond them costs
_SPREAD = 0.3  # share of a bullet's worth that gives way to whether the article is served
_PRICES = (0.0, 0.03, 0.06, 0.1, 0.15, 0.25, 0.5, 1.0)  # score that a word of `long` costs
_ASIDES = 0.8  # share of the mean length of its sentences below which those of `long` say too little
_STRETCH = 6  # sentences
_COVERED = 0.62  # share of the paragraphs that `long` draws on, where its words allow


def of_size(pool: Pool, style: Style, count: int) -> list[int]:
    """Return so many sentences, in order, or as many as an article has that can stand in a summary."""
    if count == 1:
        return [alone(pool)]
    if style == "short" and count <= SHORT_SENTENCES[1]:
        return short(pool, fitted_scorer().scores(pool.rows), (count, count))
    return bullets(pool, fitted_scorer("anywhere").scores(pool.rows), count)


def bullets(pool: Pool, scores: Matrix, count: int | None = None) -> list[int]:
    """Return five to eight sentences that stand alone, spread over the article, in order; fewer of few.

    ``count`` is how many, if that is told.
    """
    wanted = round(int(pool.words[pool.usable].sum()) / 120)
    count = count or pool.most_sentences(min(max(wanted, BULLETS[0]), BULLETS[1]))
    standing = [number for number in pool.usable if not pool.standings[number].needs] or pool.usable
    value = _substantial(pool, scores) - _BULLET_DEAR * np.maximum(pool.words - BULLET_WORDS, 0)
    chosen = [] if (begins := opening(pool, scores)) is None else [begins]
    spread = found if (found := Spread.of_pool(pool)).weight else None
    if spread is None:
        runs = np.array_split(np.array(standing), min(count, len(standing)))
        for run in runs[len(chosen) :]:
            best = _best(pool, value, [int(number) for number in run], chosen)
            chosen += [] if best is None else [best]
    else:
        value = spread.value(pool, value * (1 - _SPREAD * spread.weight))
    while len(chosen) < count and (best := _best(pool, value, standing, chosen, spread)) is not None:
        chosen.append(best)
    return sorted(chosen)


def _best(
    pool: Pool, value: Matrix, numbers: Sequence[int], chosen: list[int], spread: Spread | None = None
) -> int | None:
    """Return the sentence that adds most to those chosen, None where all repeat them."""
    fresh = [n for n in numbers if n not in chosen and not pool.repeats(n, chosen)]
    if not fresh:
        return None
    gain = value[fresh] - overlaps(pool, fresh, chosen).sum(axis=1)
    if spread is not None:
        served = spread.near(pool, chosen).max(axis=0) if chosen else 0.0
        gain += np.maximum(spread.near(pool, fresh), served).sum(axis=1)
    return fresh[int(np.argmax(gain))]


def long(pool: Pool, scores: Matrix) -> list[int]:
    """Return sentences of 10 to 15 % of the article's words, from as many of its paragraphs as they allow.

    Never shorter than ``short`` may be. A word's price is raised until the sentences chosen draw on
    three fifths of the paragraphs, or no higher price draws on more, or all that is left to be chosen
    are the article's asides: sentences much shorter than it has.
    """
    usable = pool.words[pool.usable]
    budget = max(round(LONG_SHARE * int(pool.words.sum())), min(SHORT_WORDS, int(usable.sum()) // 2))
    value = Spread.of_pool(pool).value(pool, _substantial(pool, scores))
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


def _substantial(pool: Pool, scores: Matrix) -> Matrix:
    """Return the scores less what a bullet or a sentence of ``long`` loses that is short or soft."""
    worth: Matrix = scores - SLIGHT * ((pool.words < SLIGHT_WORDS) | pool.soft)
    return worth


def _covered(pool: Pool, chosen: Sequence[int]) -> float:
    """Return the share of the paragraphs that is drawn on, or that of stretches of six sentences if less.

    A text without line breaks is one paragraph, which any sentence would cover.
    """
    paragraphs = len({pool.sentences[number].paragraph for number in chosen}) / pool.paragraphs
    stretches = len({number // _STRETCH for number in chosen}) / math.ceil(len(pool.sentences) / _STRETCH)
    return min(paragraphs, stretches)


def _fill(pool: Pool, value: Matrix, budget: int, begins: int | None) -> list[int]:
    """Take the best sentence of each place, dearest value first, then the best of what is left."""
    places = pool.places()
    best: dict[int, int] = {}
    for number in pool.usable:
        here = best.get(places[number])
        alone = not pool.standings[number].needs
        if alone and (here is None or value[number] > value[here]):
            best[places[number]] = number
    firsts = sorted(best.values(), key=lambda number: (-value[number], number))
    if begins is not None and 2 * pool.words[begins] <= budget:
        firsts.insert(0, begins)
    few = len(pool.usable) < _STRETCH
    more = (number for number in pool.usable if few or pool.words[number] >= SLIGHT_WORDS)
    rest = sorted(set(more) - set(firsts), key=lambda number: (-value[number], number))
    chosen: set[int] = set()
    said = pool.said()
    words = 0
    for number in dict.fromkeys((*firsts, *rest)):
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
