"""What is measured of answers and of summaries alike: pointers and times."""

from collections.abc import Iterable, Sequence

from footnote.evaluate import measures as m
from footnote.evaluate.measures import Measure, measure
from footnote.schema import Timings

_SECONDS = ("evidence", "first_text", "total")


def pointers(counts: Iterable[tuple[int, int]]) -> Measure:
    """Return the share of valid pointers, given (valid, all) of each reply."""
    flags = [place < valid for valid, total in counts for place in range(total)]
    return measure("pointer_valid", flags)


def timings(found: Sequence[Timings]) -> list[Measure]:
    """Return the median and the 95th percentile of each time."""
    return [
        measure(f"{name} p{share}, s", [getattr(one, name) for one in found], m.quantile(share / 100))
        for name in _SECONDS
        for share in (50, 95)
    ]
