"""All, most, some, only, about and at least stay what they are."""

from collections.abc import Iterator

from footnote.verify.alignment import Alignment
from footnote.verify.reading.tokens import Reading
from footnote.verify.scope.ruled import shared_heads
from footnote.verify.tables.scope import APPROXIMATORS, QUANTIFIERS

_PHRASES = {
    ("at", "least"): "at-least",
    ("at", "most"): "at-most",
    ("more", "than"): "more-than",
    ("greater", "than"): "more-than",
    ("less", "than"): "less-than",
    ("fewer", "than"): "less-than",
    ("up", "to"): "up-to",
    ("close", "to"): "about",
}
_TRANSPARENT = frozenset(
    "of the a an its his her their these those this that been be to for in at by on".split()
)


def quantifiers(found: Alignment, question: str) -> Iterator[str]:
    """All, most, some, only, about and at least stay what they are before the same word."""
    for ours, theirs in found.pairs:
        mine, yours = _quantifier(found.draft, ours), _quantifier(found.evidence, theirs)
        if mine != yours and not (mine == "all" and yours == "any"):
            surface = found.draft.tokens[ours].surface
            yield f"“{mine or 'no quantifier'}” before {surface}, in the evidence “{yours or 'none'}”"
    used = {found.evidence.tokens[theirs].sentence for _, theirs in found.pairs}
    held = set(_classes(Reading(tuple(t for t in found.evidence.tokens if t.sentence in used))))
    for quantifier in dict.fromkeys(_classes(found.draft)):
        if quantifier not in held:
            yield f"“{quantifier}” is not in the evidence"
    if "only" not in set(_classes(found.draft)):
        yield from _only_dropped(found)


def _only_dropped(found: Alignment) -> Iterator[str]:
    """Yield each "only" left out; it rules all that follows in its clause, not just the next word."""
    for place, token in enumerate(found.evidence.tokens):
        restricts = QUANTIFIERS.get(token.word) == "only" and not _after_not(found.evidence, place)
        if restricts and shared_heads(found.evidence, place, found.to_draft):
            yield f"“{token.surface}” of the evidence is dropped"


def _after_not(reading: Reading, place: int) -> bool:
    return place > 0 and reading.tokens[place - 1].word == "not"


def _classes(reading: Reading) -> Iterator[str]:
    """Yield the classes of the quantifiers of a reading, wherever they stand."""
    for before, token in zip((None, *reading.tokens), reading.tokens, strict=False):
        phrase = _PHRASES.get((before.word, token.word)) if before else None
        if phrase:
            yield APPROXIMATORS[phrase]
        elif token.word in QUANTIFIERS and token.kind != "name":
            yield QUANTIFIERS[token.word]


def _quantifier(reading: Reading, place: int) -> str:
    """Return the class of the quantifier directly before a word, "" where there is none."""
    tokens = reading.tokens
    number = tokens[place].kind == "number"
    for before in range(place - 1, max(-1, place - 4), -1):
        token = tokens[before]
        pair = (tokens[before - 1].word if before else "", token.word)
        phrase = _PHRASES.get(pair)
        if number and (phrase or token.word in APPROXIMATORS):
            return APPROXIMATORS[phrase or token.word]
        if token.word in QUANTIFIERS and token.kind != "name":
            return QUANTIFIERS[token.word]
        if token.counts or token.kind == "mark" or token.word not in _TRANSPARENT:
            return ""
    return ""
