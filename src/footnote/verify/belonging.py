"""What something is of belongs to its noun: "a room in a wing of the hospital" is no room of the hospital."""

from collections.abc import Iterator

from footnote.verify.alignment import Alignment
from footnote.verify.reading.tokens import Reading

_NAMED = frozenset("city town village county province state republic kingdom".split())  # no part of a place
_REACH = 4  # words from "of" to the last of what it governs: "of the very old town"


def belonging(found: Alignment, question: str) -> Iterator[str]:
    """A word behind "of" is not made to belong to another noun, where its own is left out.

    It may to a name: "Orl of the guild" for "Orl, the master of the guild".
    """
    for ours, theirs in found.pairs:
        other, own = _owned(found.draft, ours), _owned(found.evidence, theirs)
        if other is None or own is None or own in found.to_draft or _is_named_by(found.evidence, own, theirs):
            continue
        whose = found.to_evidence.get(other, own)
        if found.draft.tokens[other].kind != "name" and whose != own and not _joined(found, whose, own):
            names = (found.draft.tokens[place].surface for place in (other, ours))
            left = found.evidence.tokens[own].surface
            yield f"“{' of '.join(names)}” leaves out the “{left}” of the evidence"


def _is_named_by(evidence: Reading, own: int, place: int) -> bool:
    """Say whether a noun only says what kind of place a name is: "the population of the city of Varn"."""
    return evidence.tokens[own].word in _NAMED and evidence.tokens[place].kind == "name"


def _joined(found: Alignment, first: int, last: int) -> bool:
    """Say whether something is of both of two nouns: "the capital and largest city of France"."""
    return any(token.word in {"and", "or"} for token in found.evidence.apart(first, last))


def _owned(reading: Reading, place: int) -> int | None:
    """Return the place of the noun before the "of" that governs a word, None where none does."""
    if reading.tokens[place].is_verb:
        return None
    for before in range(place - 1, max(-1, place - 1 - _REACH), -1):
        token = reading.tokens[before]
        if token.word == "of":
            return before - 1 if before and reading.tokens[before - 1].counts else None
        if token.kind == "mark" or (token.kind == "function" and token.word not in {"the", "a", "an"}):
            return None
    return None
