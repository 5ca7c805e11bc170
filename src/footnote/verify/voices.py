"""Active and passive: which verbs two texts share, and who acts and who is acted on."""

from collections.abc import Iterator

from footnote.verify.alignment import Alignment
from footnote.verify.reading.tokens import Reading
from footnote.verify.tables.grammar import BE, DETERMINERS

_NEAR = 4  # tokens between a participle and its "by"


def shared_verbs(found: Alignment) -> Iterator[tuple[int, int]]:
    """Yield the verbs of both: (place in the draft, place in the evidence)."""
    for ours, theirs in found.pairs:
        if found.draft.tokens[ours].is_verb or found.evidence.tokens[theirs].is_verb:
            yield ours, theirs


def agent_of(reading: Reading, verb: int) -> int | None:
    """Return the place of the first word of "by …" behind a verb."""
    for place in range(verb + 1, min(verb + _NEAR, len(reading.tokens))):
        token = reading.tokens[place]
        if token.word == "by":
            return next((p for p in range(place + 1, len(reading.tokens)) if reading.tokens[p].counts), None)
        if token.kind == "mark":
            return None
    return None


def is_passive(reading: Reading, verb: int) -> bool:
    """Whether a form of "be" stands shortly before a verb."""
    return any(token.word in BE for token in reading.tokens[max(0, verb - 3) : verb])


def word_before(reading: Reading, verb: int) -> int | None:
    """Return the place of the last claim-carrying word before a verb."""
    return next((p for p in range(verb - 1, -1, -1) if reading.tokens[p].counts), None)


def object_of(reading: Reading, verb: int) -> int | None:
    """Return the place of a word that directly follows a verb, determiners aside."""
    for place in range(verb + 1, len(reading.tokens)):
        if reading.tokens[place].counts:
            return place
        if reading.tokens[place].word not in DETERMINERS:
            return None
    return None
