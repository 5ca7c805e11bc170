"""Numbers keep what they count: "27 members" is not 27 graduates."""

from collections.abc import Iterator

from footnote.verify.alignment import Alignment
from footnote.verify.reading.numbers import is_measure
from footnote.verify.reading.tokens import Reading
from footnote.verify.tables.grammar import PREPOSITIONS

_REACH = 4  # words from a number to what it counts: "27 former naval cadets"


def counted(found: Alignment, question: str) -> Iterator[str]:
    """A number stands with the noun or unit that it has in the evidence."""
    for ours, theirs in found.pairs:
        token = found.draft.tokens[ours]
        if token.kind != "number" or found.evidence.tokens[theirs].key != token.key:
            continue
        noun = _counted_place(found.draft, ours)
        allowed = list(_reach(found.evidence, theirs))
        if noun is None:
            unit = _counted_place(found.evidence, theirs)
            if unit is not None and unit == theirs + 1 and is_measure(found.evidence.tokens[unit]):
                yield f"{token.surface} has lost its unit, {found.evidence.tokens[unit].surface}"
        elif found.to_evidence.get(noun, theirs) not in {theirs, *allowed}:
            kept = {found.evidence.tokens[place].key for place in allowed}
            if found.draft.tokens[noun].key not in kept:
                yield f"{token.surface} does not count “{found.draft.tokens[noun].surface}” in the evidence"


def _counted_place(reading: Reading, place: int) -> int | None:
    """Return the place of the word directly after a number, if no other kind of word comes between."""
    following = place + 1
    if following < len(reading.tokens) and reading.tokens[following].kind in {"word", "name"}:
        token = reading.tokens[following]
        return None if token.is_verb or token.word in PREPOSITIONS else following
    return None


def _reach(reading: Reading, place: int) -> Iterator[int]:
    """Yield the places of the words that a number may count: up to the next mark or other number."""
    words, bracketed = 0, False
    for following in range(place + 1, len(reading.tokens)):
        token = reading.tokens[following]
        if token.surface in "()" or bracketed:
            bracketed = token.surface != ")" and (bracketed or token.surface == "(")
            continue
        if token.kind == "mark" or token.word in {"and", "or", "but", "than", "from"} or words >= _REACH:
            return
        if token.word in PREPOSITIONS - {"of"}:
            return
        if token.counts:
            words += token.kind != "number"
            yield following
