"""Which sentences make a summary.

Each style maximises the sum of its sentences' scores within its limits, less what they say twice:
maximal marginal relevance (Carbonell & Goldstein 1998). ``short`` is searched exactly among the
best sentences; ``bullets`` greedily; ``long`` place by place, in time linear in the article.
"""

import math
from collections.abc import Iterator, Sequence

import numpy as np

from footnote.summarise.features import FEATURES, Matrix
from footnote.summarise.pool import Pool
from footnote.summarise.sets import Sets, gathered
from footnote.summarise.spread import SLIGHT, SLIGHT_WORDS, Spread

SHORT_WORDS = 80
SHORT_SENTENCES = (3, 4)
BULLETS = (5, 8)
LONG_SHARE = 0.15

_FIRST, _CENTRAL = 10, 6  # sentences among which `short` is searched
_DIVERSITY = 300.0  # score that two sentences lose for each 1 of cosine beyond the pool's ``alike``
_MOST_ALIKE = 10.0  # ... and at most: neighbours under one passage's vectors may be alike and yet both matter
_SOFT = 8.0  # score that a soft sentence of `short` loses
_BULLET_WORDS = 25
_BULLET_DEAR = 0.15  # score that each word beyond them costs
_PRICES = (0.0, 0.03, 0.06, 0.1, 0.15, 0.25, 0.5, 1.0)  # score that a word of `long` costs
_STRETCH = 6  # sentences
_COVERED = 0.62  # share of the paragraphs that `long` draws on, where its words allow


def short(pool: Pool, scores: Matrix) -> list[int]:
    """Return three or four sentences of at most 80 words together, in order; fewer where these do not fit."""
    spread, value, searched = None, scores, candidates(pool)
    if (found := Spread.of_pool(pool)).weight:
        of_places = found.candidates(pool, found.value(pool, scores))
        if len(of_places) >= SHORT_SENTENCES[1]:
            spread, value, searched = found, found.value(pool, scores), of_places
    if sets := allowed(pool, searched):
        laid = Sets.of(sets)
        worth = gathered(laid, value[list(laid.numbers)][:, None]).sum(axis=(1, 2)) - lost(pool, laid)
        worth += spread.won(pool, laid) if spread else 0.0
        return list(sets[int(np.argmax(worth))])
    fitting = [number for number in pool.usable if pool.words[number] <= SHORT_WORDS]
    if fitting:
        return [max(fitting, key=lambda number: scores[number])]
    return [min(pool.usable, key=lambda number: (pool.words[number], number))]


def allowed(pool: Pool, numbers: Sequence[int]) -> list[tuple[int, ...]]:
    """Return every set of ``numbers`` that ``short`` may be: of three or four, else of fewer."""
    most = pool.most_sentences(SHORT_SENTENCES[1])
    fewest = min(SHORT_SENTENCES[0], most)
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


def bullets(pool: Pool, scores: Matrix) -> list[int]:
    """Return five to eight sentences that stand alone, spread over the article, in order; fewer of few."""
    wanted = round(int(pool.words[pool.usable].sum()) / 120)
    count = pool.most_sentences(min(max(wanted, BULLETS[0]), BULLETS[1]))
    alone = [number for number in pool.usable if not pool.standings[number].needs] or pool.usable
    value = _substantial(pool, scores) - _BULLET_DEAR * np.maximum(pool.words - _BULLET_WORDS, 0)
    chosen = [] if (opening := _opening(pool)) is None else [opening]
    spread = found if (found := Spread.of_pool(pool)).weight else None
    if spread is None:
        runs = np.array_split(np.array(alone), min(count, len(alone)))
        for run in runs[len(chosen) :]:
            best = _best(pool, value, [int(number) for number in run], chosen)
            chosen += [] if best is None else [best]
    else:
        value = spread.value(pool, value)
    while len(chosen) < count and (best := _best(pool, value, alone, chosen, spread)) is not None:
        chosen.append(best)
    return sorted(chosen)


def _opening(pool: Pool) -> int | None:
    """Return the first sentence that says something of the matter by itself: most often the news."""
    alone = (n for n in pool.usable if not pool.soft[n] and not pool.standings[n].needs)
    return next(alone, None)


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
    three fifths of the paragraphs, or no higher price draws on more.
    """
    usable = int(pool.words[pool.usable].sum())
    budget = max(round(LONG_SHARE * int(pool.words.sum())), min(SHORT_WORDS, usable // 2))
    value = Spread.of_pool(pool).value(pool, _substantial(pool, scores))
    best: list[int] = []
    for price in _PRICES:
        chosen = _fill(pool, value - price * pool.words, budget)
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
