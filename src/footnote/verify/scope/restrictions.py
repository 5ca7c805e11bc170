"""What is said of some is not said of all: "the fee for adults was raised" is not "the fee was raised"."""

from collections.abc import Iterator
from itertools import takewhile

from footnote.verify.alignment import Alignment
from footnote.verify.reading.tokens import Reading
from footnote.verify.scope.ruled import stretch
from footnote.verify.tables.grammar import DETERMINERS

_RESTRICTING = frozenset({"for", "with", "without"})
# These restrict only a noun without an article: "the export of wheat to Lusia", "people over 60".
_BEHIND_BARE_NOUNS = frozenset("to from by in on at of among between under over above below against".split())


def restrictions(found: Alignment, question: str) -> Iterator[str]:
    """What was left out right behind a word does not say which, or for whom, the word is meant."""
    evidence = found.evidence
    for place in found.to_draft:
        clause = list(stretch(evidence, place + 1, 1))
        left = list(takewhile(lambda p: p not in found.to_draft, clause))
        words = [p for p in left if evidence.tokens[p].counts]
        if not words or any(evidence.tokens[p].is_verb for p in range(place, words[-1])):
            continue
        if _is_restricted(evidence, place, ends=len(left) == len(clause)):
            yield f"“{' '.join(evidence.tokens[p].surface for p in left)}” of the evidence is dropped"


def _is_restricted(reading: Reading, place: int, ends: bool) -> bool:
    """Whether a restriction follows a noun or adjective; where nothing is kept behind it, only of a bare one.

    "He built a house for the king." tells of one house without the king too.
    """
    preposition = reading.beside(place, 1)
    if reading.tokens[place].kind != "word":
        return False
    if preposition in _RESTRICTING:
        return not ends or _is_bare(reading, place)
    return preposition in _BEHIND_BARE_NOUNS and not ends and _is_bare(reading, place)


def _is_bare(reading: Reading, place: int) -> bool:
    """Whether no article, name, number or possessor stands before a noun and its adjectives."""
    before = place - 1
    while before >= 0 and reading.tokens[before].kind == "word" and not reading.tokens[before].is_verb:
        if reading.tokens[before].possessive:
            return False
        before -= 1
    token = reading.tokens[before] if before >= 0 else None
    return token is None or not (token.kind in {"name", "number"} or token.word in DETERMINERS)
