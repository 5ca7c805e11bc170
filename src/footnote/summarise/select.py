"""Which sentences make a summary.

Each style maximises the sum of its sentences' scores within its limits, less what they say twice:
maximal marginal relevance (Carbonell & Goldstein 1998). ``short`` is searched exactly among the
best sentences; ``bullets`` greedily; ``long`` place by place, in time linear in the article.
"""

import math
from collections.abc import Iterator, Sequence

import numpy as np

from footnote.summarise.features import Matrix
from footnote.summarise.pool import Pool

SHORT_WORDS = 80
SHORT_SENTENCES = (3, 4)
BULLETS = (5, 8)
LONG_SHARE = 0.15

_SEARCHED = 20  # sentences among which `short` is searched
_DIVERSITY = 400.0  # score that two sentences lose for each 1 of cosine beyond the pool's ``alike``
_MOST_ALIKE = 10.0  # ... and at most: neighbours under one passage's vectors may be alike and yet both matter
_SOFT = 8.0  # score that a soft sentence of `short` loses
_PARAGRAPHS = 6  # an article of at least so many is not a lead alone: what follows weighs on other parts
_SAME_PARAGRAPH = 2.0  # score that is lost where two sentences of such an article come from one paragraph
_NEW_THIRD = 4.0  # ... and won once they come from more than one third of it
_BULLET_WORDS = 25
_BULLET_DEAR = 0.15  # score that each word beyond them costs
_SLIGHT_WORDS, _SLIGHT = 9, 1.5  # score that a bullet or a sentence of `long` loses which is shorter or soft
_PRICES = (0.0, 0.03, 0.06, 0.1, 0.15, 0.25, 0.5, 1.0)  # score that a word of `long` costs
_STRETCH = 6  # sentences
_COVERED = 0.62  # share of the paragraphs that `long` draws on, where its words allow


def short(pool: Pool, scores: Matrix) -> list[int]:
    """Return three or four sentences of at most 80 words together, in order; fewer where these do not fit."""
    most = pool.most_sentences(SHORT_SENTENCES[1])
    ranked = _searched(pool, scores)
    for least in range(min(SHORT_SENTENCES[0], most), 0, -1):
        upper = most if least == min(SHORT_SENTENCES[0], most) else least
        sets = [chosen for size in range(least, upper + 1) for chosen in sets_of(pool, sorted(ranked), size)]
        if sets:
            worth = [_worth(pool, scores, chosen) for chosen in sets]
            return list(sets[int(np.argmax(worth))])
    fitting = [number for number in pool.usable if pool.words[number] <= SHORT_WORDS]
    if fitting:
        return [max(fitting, key=lambda number: scores[number])]
    return [min(pool.usable, key=lambda number: (pool.words[number], number))]


def _searched(pool: Pool, scores: Matrix) -> list[int]:
    """Return the best sentences; of an article in paragraphs, the best of each third's paragraphs too."""
    ranked = sorted(pool.usable, key=lambda number: (-scores[number], number))
    if pool.paragraphs < _PARAGRAPHS:
        return ranked[:_SEARCHED]
    thirds: dict[int, dict[int, int]] = {0: {}, 1: {}, 2: {}}
    for number in ranked:
        if not pool.standings[number].needs:
            third = thirds[3 * number // len(pool.sentences)]
            third.setdefault(pool.sentences[number].paragraph, number)
    spread = [number for third in thirds.values() for number in list(third.values())[: _SEARCHED // 3]]
    return list(dict.fromkeys((*spread, *ranked[: _SEARCHED // 3])))


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


def _worth(pool: Pool, scores: Matrix, chosen: tuple[int, ...]) -> float:
    return float(scores[list(chosen)].sum()) - lost(pool, chosen) + _spread(pool, chosen)


def lost(pool: Pool, chosen: Sequence[int]) -> float:
    """Return what a set loses for its soft sentences, and because its sentences say alike things."""
    return _SOFT * float(pool.soft[list(chosen)].sum()) + overlap(pool, chosen)


def overlap(pool: Pool, chosen: Sequence[int]) -> float:
    """Return what a set loses because its sentences say alike things."""
    rows = pool.vectors[list(chosen)]
    beyond = np.maximum(np.triu(rows @ rows.T, 1) - pool.alike, 0.0)
    return float(np.minimum(_DIVERSITY * beyond, _MOST_ALIKE).sum())


def _spread(pool: Pool, chosen: Sequence[int]) -> float:
    """Return what a set gains by drawing on more of the article: 0 where that is not in paragraphs."""
    if pool.paragraphs < _PARAGRAPHS:
        return 0.0
    paragraphs = {pool.sentences[number].paragraph for number in chosen}
    thirds = {3 * number // len(pool.sentences) for number in chosen}
    return _NEW_THIRD * min(len(thirds), 2) - _SAME_PARAGRAPH * (len(chosen) - len(paragraphs))


def bullets(pool: Pool, scores: Matrix) -> list[int]:
    """Return five to eight sentences that stand alone, spread over the article, in order; fewer of few."""
    wanted = round(int(pool.words[pool.usable].sum()) / 120)
    count = pool.most_sentences(min(max(wanted, BULLETS[0]), BULLETS[1]))
    alone = [number for number in pool.usable if not pool.standings[number].needs] or pool.usable
    value = _substantial(pool, scores) - _BULLET_DEAR * np.maximum(pool.words - _BULLET_WORDS, 0)
    runs = [
        [int(number) for number in run] for run in np.array_split(np.array(alone), min(count, len(alone)))
    ]
    chosen = [] if (opening := _opening(pool)) is None else [opening]
    for run in runs[len(chosen) :]:
        best = _best(pool, value, run, chosen)
        chosen += [] if best is None else [best]
    while len(chosen) < count and (best := _best(pool, value, alone, chosen)) is not None:
        chosen.append(best)
    return sorted(chosen)


def _opening(pool: Pool) -> int | None:
    """Return the first sentence that says something of the matter by itself: most often the news."""
    alone = (n for n in pool.usable if not pool.soft[n] and not pool.standings[n].needs)
    return next(alone, None)


def _best(pool: Pool, value: Matrix, numbers: Sequence[int], chosen: list[int]) -> int | None:
    """Return the sentence that adds most to those chosen, None where all repeat them."""
    fresh = [n for n in numbers if n not in chosen and not pool.repeats(n, chosen)]
    return max(fresh, key=lambda n: float(value[n]) - overlap(pool, (*chosen, n)), default=None)


def long(pool: Pool, scores: Matrix) -> list[int]:
    """Return sentences of 10 to 15 % of the article's words, from as many of its paragraphs as they allow.

    Never shorter than ``short`` may be. A word's price is raised until the sentences chosen draw on
    three fifths of the paragraphs, or no higher price draws on more.
    """
    usable = int(pool.words[pool.usable].sum())
    budget = max(round(LONG_SHARE * int(pool.words.sum())), min(SHORT_WORDS, usable // 2))
    best: list[int] = []
    for price in _PRICES:
        chosen = _fill(pool, _substantial(pool, scores) - price * pool.words, budget)
        if not best or _covered(pool, chosen) > _covered(pool, best):
            best = chosen
        if _covered(pool, best) >= _COVERED:
            break
    return best


def _substantial(pool: Pool, scores: Matrix) -> Matrix:
    slight = (pool.words < _SLIGHT_WORDS) | pool.soft
    worth: Matrix = scores - _SLIGHT * slight
    return worth


def _covered(pool: Pool, chosen: Sequence[int]) -> float:
    """Return the share of the paragraphs that is drawn on, or that of stretches of six sentences if less.

    A text without line breaks is one paragraph, which any sentence would cover.
    """
    paragraphs = len({pool.sentences[number].paragraph for number in chosen}) / pool.paragraphs
    stretches = len({number // _STRETCH for number in chosen}) / math.ceil(len(pool.sentences) / _STRETCH)
    return min(paragraphs, stretches)


def _fill(pool: Pool, value: Matrix, budget: int) -> list[int]:
    """Take the best sentence of each place, dearest value first, then the best of what is left."""
    places = pool.places()
    best: dict[int, int] = {}
    for number in pool.usable:
        here = best.get(places[number])
        alone = not pool.standings[number].needs
        if alone and (here is None or value[number] > value[here]):
            best[places[number]] = number
    firsts = sorted(best.values(), key=lambda number: (-value[number], number))
    opening = _opening(pool)
    if opening is not None and 2 * pool.words[opening] <= budget:
        firsts.insert(0, opening)
    rest = sorted(set(pool.usable) - set(firsts), key=lambda number: (-value[number], number))
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
