"""A verb of saying behind what is said: "…, he said on Tuesday", "…”, said the minister"."""

from footnote.verify.reading.tokens import Reading
from footnote.verify.tables.grammar import PREPOSITIONS
from footnote.verify.tables.speech import CLOSING, SPEECH

_SPEAKER = 9  # tokens between a comma and the verb in "…, the agency's spokesman said"
_TAIL = 4  # claim-carrying words that may follow "…, he said on Tuesday"
_ENDS = frozenset(",;:.!?—–()")


def closes(reading: Reading, place: int) -> bool:
    """Whether the verb stands in "…, he said" or "…”, said the minister", behind what is said."""
    word = reading.tokens[place].word
    if word not in CLOSING or word.endswith("ing"):
        return False
    before = reading.tokens[max(0, place - _SPEAKER) : place]
    opened = next((n for n, t in enumerate(reversed(before)) if t.surface in {",", "”", '"', "'"}), None)
    if opened is None or not any(token.counts for token in reading.tokens[: place - opened]):
        return False
    subject = before[len(before) - opened :]
    if any(token.is_verb or token.word in {"that", "who", "which", "and"} for token in subject):
        return False
    if "that" in {reading.beside(place, 1), reading.beside(place, 2)}:
        return False
    return _ends_here(reading, place, inverted=opened == 0) and _is_short_tail(reading, place)


def _is_short_tail(reading: Reading, place: int) -> bool:
    """Whether a mark follows within few words."""
    words = 0
    for token in reading.tokens[place + 1 :]:
        if token.surface in _ENDS or words > _TAIL:
            break
        words += token.counts
    return words <= _TAIL


def _ends_here(reading: Reading, place: int, inverted: bool) -> bool:
    """Whether a verb takes no object: "…, he said on Tuesday", "…, said Okafor", "…, she told CNN"."""
    token, following = reading.tokens[place], reading.tokens[place + 1 : place + 2]
    if inverted:
        return token.word in SPEECH and bool(following) and following[0].kind != "mark"
    after = following[0] if following else None
    if after is None or after.kind == "mark" or after.word in PREPOSITIONS or after.word in {"told", "tells"}:
        return True
    return token.word in {"told", "tells"} or (after.kind in {"name", "word"} and token.word in SPEECH)
