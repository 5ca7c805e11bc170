"""What two do together is not done by one: "appointed by the leader and the secretary" keeps both."""

from collections.abc import Iterator

from footnote.verify.alignment import Alignment
from footnote.verify.reading.tokens import Reading
from footnote.verify.tables.grammar import PREPOSITIONS

_TOGETHER = frozenset({"by", "between", "of"})
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their"})
_OPENS_ANOTHER = _ARTICLES - {"the"}
_LONGEST = 3  # words of the other, articles aside


def joint(found: Alignment, question: str) -> Iterator[str]:
    """A draft that keeps one of two behind "by", "between" or "of" keeps the other."""
    evidence = found.evidence
    for place in found.to_draft:
        if evidence.beside(place, 1) != "and" or evidence.governor(place) not in _TOGETHER:
            continue
        if evidence.governor(place) == "of" and evidence.beside(place, 2) in _OPENS_ANOTHER:
            continue  # "the capital of France and its largest city", "head of the bank and a poet"
        other = _other(evidence, place + 2)
        if other and not any(one in found.to_draft for one in other):
            words = " ".join(evidence.tokens[one].surface for one in range(place + 1, other[-1] + 1))
            yield f"“{words}” of the evidence is dropped"


def _other(reading: Reading, place: int) -> list[int]:
    """Return the places of the words behind "and", up to the clause's end; none where they are a clause."""
    words: list[int] = []
    for following in range(place, len(reading.tokens)):
        token = reading.tokens[following]
        if words and token.word == "of":  # "a member of the council and mayor of Varn"
            return []
        if token.kind == "mark" or (words and token.word in PREPOSITIONS):
            break
        if token.word in _ARTICLES:
            continue
        if not token.counts or token.is_verb or len(words) == _LONGEST:
            return []
        words.append(following)
    return words
