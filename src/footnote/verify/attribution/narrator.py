"""Who speaks: what an article says of "I" or "we" is said of whoever wrote or speaks it."""

from collections.abc import Iterator

from footnote.verify.alignment import Alignment
from footnote.verify.reading.tokens import Reading
from footnote.verify.scope.ruled import stretch

_FIRST_PERSON = frozenset("i me my myself we us our ours ourselves".split())


def narrator(found: Alignment, question: str) -> Iterator[str]:
    """Where the evidence speaks of "I" or "we", not in a quotation, the draft does so too."""
    if list(_spoken(found.draft)):
        return
    evidence = found.evidence
    for place in _spoken(evidence):
        beside = (*stretch(evidence, place, -1), *stretch(evidence, place, 1))
        if any(p in found.to_draft for p in beside):
            yield f"who says “{evidence.tokens[place].surface}” in the evidence is not told"


def _spoken(reading: Reading) -> Iterator[int]:
    """Yield the places of "I", "we" and their forms outside quotation marks."""
    quoted = False
    for place, token in enumerate(reading.tokens):
        if token.surface in '“”"':
            quoted = token.surface == "“" or (token.surface == '"' and not quoted)
        elif token.word in _FIRST_PERSON and not quoted and not _is_name(reading, place):
            yield place


def _is_name(reading: Reading, place: int) -> bool:
    """Whether it is one, "US", or a part of one: "Charles I", "I Ching"."""
    around = reading.tokens[place].surface == "I"
    beside = reading.tokens[max(0, place - around) : place + around + 1]
    return any(token.kind == "name" for token in beside)
