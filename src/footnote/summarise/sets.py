"""Many small sets of sentences at once, so that all that ``short`` may be are weighed together."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from footnote.summarise.features import Matrix


@dataclass(frozen=True, slots=True, eq=False)
class Sets:
    """Sets of sentences, one a row of ``rows`` (sets, most) by their places in ``numbers``.

    A set of fewer sentences than others ends with ``len(numbers)``, which is no place.
    """

    numbers: tuple[int, ...]
    rows: NDArray[np.int64]

    @classmethod
    def of(cls, sets: Sequence[Sequence[int]]) -> "Sets":
        """Lay the sets, of which there is one at least, out in rows."""
        numbers = tuple(sorted({number for one in sets for number in one}))
        place = {number: row for row, number in enumerate(numbers)}
        most = max(len(one) for one in sets)
        rows = [[place[number] for number in one] + [len(numbers)] * (most - len(one)) for one in sets]
        return cls(numbers, np.array(rows, np.int64))


def gathered(sets: Sets, values: Matrix | NDArray[np.bool_], *, least: bool = False) -> Matrix:
    """Return the rows of ``values`` (numbers, m) of each set's sentences: (sets, most, m).

    Where a set has fewer sentences there are zeros or, for ``least``, each column's least value.
    """
    empty = values.min(axis=0) if least else np.zeros(values.shape[1])
    found: Matrix = np.vstack([values, empty]).astype(np.float64)[sets.rows]
    return found
