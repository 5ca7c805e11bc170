"""How far it reaches what somebody says: the rest of a sentence, of brackets or of a quotation."""

from collections.abc import Iterator
from dataclasses import dataclass

from footnote.verify.attribution.closing import closes
from footnote.verify.attribution.cues import cues_in
from footnote.verify.reading.tokens import Reading
from footnote.verify.tables.grammar import MARKS
from footnote.verify.tables.speech import SPEECH, SPEECH_ADVERBS, SPEECH_NOUNS

_QUOTED = 4  # words in quotation marks that make a quotation and no mere title


@dataclass(frozen=True, slots=True)
class Attributed:
    """Evidence tokens [start, end) that somebody says; ``cue`` is the place of the word that says so."""

    cue: int
    start: int
    end: int
    quoted: bool = False


def attributed(reading: Reading) -> Iterator[Attributed]:
    """Yield the ranges of a reading that are somebody's claim."""
    for cue in cues_in(reading):
        start, end = _sentence_bounds(reading, cue)
        token = reading.tokens[cue]
        if token.word == "according" or token.word in SPEECH_ADVERBS or token.word in SPEECH_NOUNS - SPEECH:
            yield from _around(reading, cue, start, end)
        elif closes(reading, cue):
            yield Attributed(cue, start, _subject(reading, cue))
            yield Attributed(cue, cue + 1, end)
        else:
            yield Attributed(cue, cue + 1, _relative_end(reading, cue, end))
    for first, last in _quotations(reading):
        yield Attributed(first, first + 1, last, quoted=True)


def _around(reading: Reading, cue: int, start: int, end: int) -> Iterator[Attributed]:
    """Yield all of a sentence but the phrase of "according to": from its cue to the next mark."""
    phrase = cue
    while phrase < end and reading.tokens[phrase].surface not in MARKS:
        phrase += 1
    if reading.tokens[cue].word in SPEECH_ADVERBS:
        yield Attributed(cue, cue + 1, phrase)
        return
    if reading.tokens[cue].word != "according" and cue - start > 5:
        start = cue  # "in his view" in mid-sentence speaks of what follows
    yield Attributed(cue, start, cue)
    yield Attributed(cue, phrase, end)


def _subject(reading: Reading, cue: int) -> int:
    """Return where the clause of a closing verb begins: at the mark before it."""
    for place in range(cue - 1, -1, -1):
        if reading.tokens[place].surface in MARKS:
            return place
    return 0


def _relative_end(reading: Reading, cue: int, end: int) -> int:
    """Return where the claim ends: a verb in "…, who said that …," rules no further than the comma."""
    relative = False
    for place in range(cue - 1, max(-1, cue - 6), -1):
        token = reading.tokens[place]
        if token.surface in MARKS:
            break
        relative = relative or token.word in {"who", "which", "whom"}
    if not relative:
        return end
    for place in range(cue + 1, end):
        if reading.tokens[place].surface == ",":
            return place
    return end


def _sentence_bounds(reading: Reading, place: int) -> tuple[int, int]:
    """Return the range of the sentence, or of the brackets, that a place stands in."""
    tokens, start, end = reading.tokens, place, place
    while start > 0 and tokens[start - 1].sentence == tokens[place].sentence:
        start -= 1
    while end < len(tokens) and tokens[end].sentence == tokens[place].sentence:
        end += 1
    opened = [p for p in range(start, place) if tokens[p].surface == "("]
    if opened and not any(tokens[p].surface == ")" for p in range(opened[-1], place)):
        start = opened[-1] + 1
        end = next((p for p in range(place, end) if tokens[p].surface == ")"), end)
    return start, end


def _quotations(reading: Reading) -> Iterator[tuple[int, int]]:
    opened: int | None = None
    for place, token in enumerate(reading.tokens):
        if token.surface == "“" or (token.surface == '"' and opened is None):
            opened = place
        elif token.surface in {"”", '"'} and opened is not None:
            if sum(t.surface not in MARKS for t in reading.tokens[opened:place]) >= _QUOTED:
                yield opened, place
            opened = None
