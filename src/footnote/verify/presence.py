"""Every number, name and word of a draft stands in its evidence, and none of its opposites."""

from collections.abc import Iterator

from footnote.verify.alignment import Alignment
from footnote.verify.opposites import ANTONYMS
from footnote.verify.reading import read
from footnote.verify.reading.keys import key_of
from footnote.verify.reading.tokens import Reading, Token
from footnote.verify.tables.grammar import CATEGORY_WORDS, FEMALE, MALE
from footnote.verify.tables.speech import SPEECH, SPEECH_ADVERBS, SPEECH_WITH_THAT

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
