"""Every number, name and word of a draft stands in its evidence, and numbers keep what they count."""

from collections.abc import Iterator

from footnote.verify.alignment import Alignment
from footnote.verify.opposites import ANTONYMS
from footnote.verify.reading import read
from footnote.verify.reading.keys import key_of
from footnote.verify.reading.numbers import is_measure
from footnote.verify.reading.tokens import Reading, Token
from footnote.verify.tables.grammar import CATEGORY_WORDS, FEMALE, MALE, PREPOSITIONS
from footnote.verify.tables.speech import SPEECH, SPEECH_ADVERBS, SPEECH_WITH_THAT

_REACH = 4  # words from a number to what it counts: "27 former naval cadets"
_CATEGORY_KEYS = frozenset(key_of(word) for word in CATEGORY_WORDS)
_REPORTING = frozenset({"say", "said", "says", "according", "state", "stated", "states", "told", "report"})


def numbers(found: Alignment, question: str) -> Iterator[str]:
    """Every number of the draft stands in the evidence."""
    for place in found.missing:
        token = found.draft.tokens[place]
        if token.kind == "number" and not _is_article(found, place):
            yield f"number {token.surface} is not in the evidence"


def _is_article(found: Alignment, place: int) -> bool:
    """Whether a "one" of the draft is an "a" of the evidence, before the same word."""
    tokens = found.draft.tokens
    if tokens[place].key != "#1" or place + 1 >= len(tokens):
        return False
    theirs = found.to_evidence.get(place + 1)
    return theirs is not None and found.evidence.tokens[theirs - 1].word in {"a", "an"}


def names(found: Alignment, question: str) -> Iterator[str]:
    """Every name of the draft stands in the evidence; that the question has it is not enough."""
    for place in found.missing:
        token = found.draft.tokens[place]
        if token.kind == "name":
            yield f"name {token.surface} is not in the evidence"


def words(found: Alignment, question: str) -> Iterator[str]:
    """Every other word does too, or says no more than what kind of thing was asked for."""
    asked = {token.key for token in read([question]).tokens} & _CATEGORY_KEYS
    reported = any(_reports(token) for token in found.evidence.tokens)
    for place in found.missing:
        token = found.draft.tokens[place]
        if token.kind != "word" or token.key in asked or (reported and token.word in _REPORTING):
            continue
        against = opposite(token, found.evidence)
        if against:
            yield f"“{token.surface}” stands against “{against}” in the evidence"
        else:
            yield f"“{token.surface}” is not in the evidence"


def _reports(token: Token) -> bool:
    return (
        token.word in SPEECH or token.word in SPEECH_WITH_THAT or token.word in SPEECH_ADVERBS | {"according"}
    )


def opposite(token: Token, evidence: Reading) -> str:
    """Return a word of the evidence that turns round what a token says, "" where there is none."""
    lines = _KEYED_ANTONYMS.get(token.key, frozenset())
    for other in evidence.tokens:
        if other.key != token.key and lines & _KEYED_ANTONYMS.get(other.key, frozenset()):
            return other.surface
    return ""


def _keyed_antonyms() -> dict[str, frozenset[int]]:
    keyed: dict[str, frozenset[int]] = {}
    for word, lines in ANTONYMS.items():
        keyed[key_of(word)] = keyed.get(key_of(word), frozenset()) | lines
    return keyed


_KEYED_ANTONYMS = _keyed_antonyms()


_PAIRED = (("with", "without"), ("before", "after"), ("above", "below"), ("for", "against"))


def prepositions(found: Alignment, question: str) -> Iterator[str]:
    """A phrase does not change to the opposite preposition: "from Russia", "to Russia"."""
    mine = {token.word for token in found.draft.tokens}
    yours = {token.word for token in found.evidence.tokens}
    for pair in _PAIRED:
        for said, other in (pair, pair[::-1]):
            if said in mine - yours and other in yours - mine:
                yield f"“{said}” stands against “{other}” in the evidence"
    for ours, theirs in found.pairs:
        ours_word, theirs_word = found.draft.governor(ours), found.evidence.governor(theirs)
        if ours_word == theirs_word:
            continue
        if ANTONYMS.get(ours_word, frozenset()) & ANTONYMS.get(theirs_word, frozenset()):
            surface = found.draft.tokens[ours].surface
            yield f"“{ours_word}” {surface} stands against “{theirs_word}” in the evidence"


def pronouns(found: Alignment, question: str) -> Iterator[str]:
    """A "he" of the draft is no "she" of the evidence."""
    ours = {token.word for token in found.draft.tokens}
    theirs = {token.word for token in found.evidence.tokens}
    for said, other in ((MALE, FEMALE), (FEMALE, MALE)):
        if ours & said and theirs & other and not theirs & said:
            yield f"“{min(ours & said)}” stands against “{min(theirs & other)}” in the evidence"


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
