"""The measures, as functions of plain values: they know nothing of articles, files or models.

Normalisation and F1 are those of the SQuAD 2.0 evaluation script (Rajpurkar et al. 2018); AUROC
is the rank sum of Mann and Whitney; calibration error is that of Naeini et al. (2015) over bins
of equal width; intervals are bootstrap percentiles (Efron 1979).
"""

import re
import string
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Range = tuple[int, int]
Rows = NDArray[np.float64]
Statistic = Callable[[Rows], float]

RESAMPLES = 1000
_SEED = 20_240_607
_MARK = re.compile(r"\s*\[\d+\]")


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure with its 95 % interval; all three are None where the set cannot tell, as of no rows."""

    name: str
    value: float | None
    low: float | None
    high: float | None
    count: int


def without_marks(text: str) -> str:
    """Return an answer or summary without its ``[1]`` marks."""
    return _MARK.sub("", text)


def normalise(text: str) -> str:
    """Lower the case, drop ASCII punctuation and the articles a, an, the, and join by one space."""
    text = "".join(character for character in text.lower() if character not in string.punctuation)
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", text).split())


def contains(answer: str, golds: Iterable[str]) -> bool:
    """Whether a gold answer stands in the answer, both normalised, as whole words: 17 is not in 1170."""
    words = normalise(answer)
    golds = filter(None, map(normalise, golds))
    return any(re.search(rf"(?<!\w){re.escape(gold)}(?!\w)", words) for gold in golds)


def exact_match(answer: str, golds: Iterable[str]) -> bool:
    """Whether the normalised answer is a normalised gold answer."""
    return normalise(answer) in {normalise(gold) for gold in golds}


def f1(answer: str, golds: Sequence[str]) -> float:
    """Return the F1 of the words shared with the gold answer that shares most, in [0, 1]."""
    return max((_f1(normalise(answer).split(), normalise(gold).split()) for gold in golds), default=0.0)


def _f1(words: list[str], gold: list[str]) -> float:
    if not words or not gold:
        return float(words == gold)
    shared = sum((Counter(words) & Counter(gold)).values())
    return 2 * shared / (len(words) + len(gold))


def inside(spans: Iterable[Range], ranges: Sequence[Range]) -> bool:
    """Whether one of the spans lies wholly within one of the ranges."""
    return any(start <= first and last <= end for first, last in spans for start, end in ranges)


def mean(rows: Rows) -> float:
    """Return the mean of one column."""
    return float(rows.mean())


def quantile(share: float) -> Statistic:
    """Return the statistic that takes this quantile of one column."""
    return lambda rows: float(np.quantile(rows, share))


def auroc(rows: Rows) -> float:
    """Return the chance that a positive scores above a negative, a tie counting half.

    Args:
        rows: (n, 2): the score and whether the row is positive, 1 or 0.

    Returns:
        A number in [0, 1]; nan where one of the two kinds is missing.
    """
    scores, positive = rows[:, 0], rows[:, 1] > 0
    count = int(positive.sum())
    others = len(rows) - count
    if not count or not others:
        return float("nan")
    _, places, sizes = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(sizes) - (sizes - 1) / 2)[places]  # (n,), 1 is the lowest, ties share their mean
    return float((ranks[positive].sum() - count * (count + 1) / 2) / (count * others))


def reliability(rows: Rows, bins: int = 10) -> list[tuple[float, float, int]]:
    """Return mean confidence, share of positives and count of each bin that holds anything.

    Args:
        rows: (n, 2): the confidence in [0, 1] and whether the row is positive, 1 or 0.
        bins: bins of equal width over [0, 1].
    """
    places = np.minimum((rows[:, 0] * bins).astype(int), bins - 1)
    held = (rows[places == place] for place in range(bins))
    return [(float(part[:, 0].mean()), float(part[:, 1].mean()), len(part)) for part in held if len(part)]


def calibration_error(rows: Rows) -> float:
    """Return the mean distance of confidence from the share of positives, weighted by bin size."""
    total = sum(abs(confidence - share) * count for confidence, share, count in reliability(rows))
    return total / len(rows)


def risk_coverage(rows: Rows) -> list[tuple[float, float]]:
    """Return (coverage, risk) as ever less confident questions are answered.

    Args:
        rows: (n, 2): the confidence and whether the answer is right, 1 or 0. Rows of equal
            confidence are taken together, so the curve does not depend on their order.

    Returns:
        Coverage rising to 1, and the share of wrong answers among those covered.
    """
    rows = rows[np.argsort(-rows[:, 0], kind="stable")]
    risks = np.cumsum(1 - rows[:, 1]) / np.arange(1, len(rows) + 1)
    last = np.append(rows[1:, 0] != rows[:-1, 0], True)
    return [(float((place + 1) / len(rows)), float(risks[place])) for place in np.flatnonzero(last)]


def measure(name: str, values: Sequence[object], statistic: Statistic = mean) -> Measure:
    """Return a statistic of the values with its bootstrap interval, the same at every call.

    Args:
        name: what is measured.
        values: numbers, or pairs of numbers where the statistic takes two columns.
        statistic: of rows as drawn with replacement.
    """
    rows: Rows = np.asarray(values, dtype=np.float64)
    value = statistic(rows) if len(rows) else float("nan")
    if np.isnan(value):
        return Measure(name, None, None, None, len(rows))
    draw = np.random.default_rng(_SEED)
    drawn = [statistic(rows[draw.integers(0, len(rows), len(rows))]) for _ in range(RESAMPLES)]
    low, high = np.nanquantile(drawn, (0.025, 0.975))
    return Measure(name, value, float(low), float(high), len(rows))
