"""Which sentences make ``bullets``, or a summary of so many sentences as somebody wants.

They draw greedily on the whole of an article.
"""

from collections.abc import Sequence

import numpy as np

from footnote.schema import Style
from footnote.summarise.features import Matrix
from footnote.summarise.pool import Pool
from footnote.summarise.scorer import fitted_scorer
from footnote.summarise.select import SHORT_SENTENCES, overlaps, short
from footnote.summarise.single import alone, opening
from footnote.summarise.spread import SLIGHT, SLIGHT_WORDS, Spread

BULLETS = (5, 8)
BULLET_WORDS = 25
_BULLET_DEAR = 0.15  # score that each word beyond them costs
_SPREAD = 0.3  # share of a bullet's worth that gives way to whether the article is served


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
    value = substantial(pool, scores) - _BULLET_DEAR * np.maximum(pool.words - BULLET_WORDS, 0)
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


def substantial(pool: Pool, scores: Matrix) -> Matrix:
    """Return the scores less what a bullet or a sentence of ``long`` loses that is short or soft."""
    worth: Matrix = scores - SLIGHT * ((pool.words < SLIGHT_WORDS) | pool.soft)
    return worth
