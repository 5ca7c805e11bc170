"""May a cell be shown without its row? Not if any other of its column or its row may be meant as well.

"How much is it for a laptop?" names a column, each row of which has an answer, "How long do potatoes take?" a
row, each cell of which has minutes. Where a question names neither, the reader may know other words for both.
"""

import re

from footnote.answer.telling import telling
from footnote.layout import cells
from footnote.schema import Candidate

_DIGITS = re.compile(r"\d[\d.,]*")


def is_one_of_many_cells(question: str, row: Candidate, start: int) -> bool:
    """Say whether the cell at a place of a row is one of several which the question may mean."""
    names, own = _cells(row.head.text if row.head else ""), cells(row.text)
    place = next((number for number, cell in enumerate(own) if start < cell.end()), -1)
    if len(names) != len(own) or place < 1:  # the first cell is what the row is about
        return False
    asked = telling(question)
    others = [cell.group() for number, cell in enumerate(own) if number != place]
    names_row = not asked.isdisjoint(telling(" ".join(others)))
    names_column = not asked.isdisjoint(telling(names[place]))
    alike = any(_is_alike(own[place].group(), other) for other in others)
    return (names_column and not names_row) or (names_row and not names_column and alike)


def _cells(row: str) -> list[str]:
    return [cell.group() for cell in cells(row)]


def _is_alike(one: str, other: str) -> bool:
    """Say whether two cells differ but in their numbers, as "16 min" and "13 min"."""
    return bool(_DIGITS.search(one)) and _DIGITS.sub("0", one) == _DIGITS.sub("0", other)
