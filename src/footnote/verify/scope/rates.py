"""What an amount is for belongs to it: "the rent is £920 a month" is not "the rent is £920"."""

from collections.abc import Iterator

from footnote.verify.alignment import Alignment
from footnote.verify.reading.tokens import Reading

_FOR_EACH = frozenset({"a", "an", "per", "each", "every"})
_UNITS = frozenset(
    "second minute hour day night week fortnight month quarter year term season person head piece "
    "kilo kilogram tonne litre metre mile kilometre".split()
)
_OF_TIME = frozenset({"ago", "later", "earlier", "before", "after"})  # "in 1990 a week before the strike"


def rates(found: Alignment, question: str) -> Iterator[str]:
    """A draft that keeps an amount keeps the time or the piece that it is for."""
    evidence = found.evidence
    for place in found.to_draft:
        unit = _unit(evidence, place) if evidence.tokens[place].kind == "number" else None
        if unit is not None and unit not in found.to_draft:
            words = evidence.apart(place, unit + 1)
            yield f"“{' '.join(token.surface for token in words)}” of the evidence is dropped"


def _unit(reading: Reading, place: int) -> int | None:
    """Return the place of what a number is for, with at most what it counts between: "60 days a year"."""
    for before in (place + 1, place + 2):
        each, unit, behind = (reading.beside(before, step) for step in range(3))
        if each in _FOR_EACH and unit in _UNITS and behind not in _OF_TIME:
            return before + 1
    return None
