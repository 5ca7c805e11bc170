"""From which sentence on an article tells what it tells, and how far behind that each stands."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from footnote.summarise.softness import is_soft

_SCENE = 10  # sentences among which the first is looked for that sets no scene
_ASIDE = 0.25  # deviations of centrality below the mean at which a sentence may set one


def told_from(
    columns: Mapping[str, NDArray[np.float64]], texts: Sequence[str], usable: NDArray[np.bool_]
) -> int:
    """Return the number of the first sentence that says what the article says: 0 where none or all do.

    Before it are soft ones, and those that set a scene: they hold no word of the title and have less to do
    with the whole than most.
    """
    told = [number for number, text in enumerate(texts) if usable[number] and not is_soft(text)]
    central, title = columns["centrality"], columns["title"]
    if title.any():
        least = central[usable].mean() - _ASIDE * central[usable].std()
        told = [number for number in told[:_SCENE] if title[number] or central[number] >= least] or told
    return told[0] if told else 0


def behind(usable: NDArray[np.bool_], told: int) -> dict[str, NDArray[np.float64]]:
    """Return the columns "lead", "early" and "first"; ``told`` is the first sentence that counts."""
    counted = usable & (np.arange(len(usable)) >= told)
    last = max(int(usable.sum()) - 1, 1)
    before: NDArray[np.int64] = np.cumsum(counted) - counted
    before[:told] = last
    early = 1.0 - np.minimum(before / last, 1.0)
    first = (before == 0) & counted
    return {"lead": np.asarray(1.0 / (1.0 + before)), "early": early, "first": first.astype(np.float64)}
