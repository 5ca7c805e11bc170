"""Of the rows of a table, the one that a question names answers it: "day of week", and not "day of month"."""

import re

import numpy as np
from numpy.typing import NDArray

from footnote.layout import cells
from footnote.retrieve.features import SentenceSignals
from footnote.retrieve.lexical import carries_content, stand_in, words
from footnote.retrieve.siblings import by_way_of

_OVER_ALL = re.compile(r"\b(?:\w{2,}est|most|least|worst|more|less|fewer|\w+er than)\b", re.IGNORECASE)


def of_other_rows(question: str, one: SentenceSignals) -> NDArray[np.bool_]:
    """Return which rows have another name than the one of their table that a question names: (n,).

    A row's name is its first cell. A row that has the words anywhere, as "from Oslo to Bergen", is no other.
    """
    others = np.zeros(len(one.sentences), dtype=bool)
    if by_way_of(question) or _OVER_ALL.search(question):
        return others
    asked, heads = words(question), np.array([-1 if head is None else head for head in one.heads])
    for head in set(heads.tolist()) - {-1}:
        rows = _with_last(one, head, np.flatnonzero(heads == head).tolist())
        columns = words(one.text(head))
        names = [name for row in rows if _tells(name := _name(one, row)) and stand_in(asked, name)]
        names = [name for name in names if not stand_in(columns, name)]
        if names:
            others[rows] = [not any(stand_in(words(one.text(row)), name) for name in names) for row in rows]
    return others


def _with_last(one: SentenceSignals, head: int, rows: list[int]) -> list[int]:
    """Return a table's rows with the one behind them that has as many cells, but too long a one for a row."""
    last = rows[-1] + 1
    follows = last < len(one.sentences) and one.heads[last] is None
    return [*rows, last] if follows and len(cells(one.text(last))) == len(cells(one.text(head))) else rows


def _name(one: SentenceSignals, row: int) -> list[str]:
    found = cells(one.text(row))
    return words(found[0].group()) if found else []


def _tells(name: list[str]) -> bool:
    return any(carries_content(word) and not word.isdigit() for word in name)
