"""Which words say that somebody says or believes something: "said", "according to", "in his view"."""

from collections.abc import Iterator

from footnote.verify.attribution.closing import closes
from footnote.verify.reading.tokens import Reading
from footnote.verify.tables.grammar import BE, MARKS
from footnote.verify.tables.speech import SPEECH, SPEECH_ADVERBS, SPEECH_WITH_THAT


def cues_in(reading: Reading) -> Iterator[int]:
    """Yield the place of each word that says so."""
    for place, token in enumerate(reading.tokens):
        if token.kind not in {"mark", "name", "number"} and _is_cue(reading, place):
            yield place


def _is_cue(reading: Reading, place: int) -> bool:
    """Whether a word says that somebody says or believes something."""
    word = reading.tokens[place].word
    if word == "according":
        return _names_a_source(reading, place)
    if word in SPEECH:
        return not _is_noun(reading, place) and reading.beside(place, -1) != "("
    if word in SPEECH_WITH_THAT and (_has_that(reading, place) or closes(reading, place)):
        return True
    return word in SPEECH_ADVERBS or _in_opinion(reading, place)


def _names_a_source(reading: Reading, place: int) -> bool:
    """Whether "according to" names who says it: "sorted according to their size" does not."""
    if reading.beside(place, 1) != "to" or (place and reading.tokens[place - 1].is_verb):
        return False
    return reading.beside(place, 2) not in {"their", "its", "his", "her", "how", "whether", "which"}


def _in_opinion(reading: Reading, place: int) -> bool:
    """Whether the word closes "in his view" or "in the opinion"."""
    if reading.tokens[place].word not in {"view", "opinion"}:
        return False
    return any(reading.tokens[p].word == "in" for p in range(max(0, place - 4), place))


def _is_noun(reading: Reading, place: int) -> bool:
    before, after = reading.beside(place, -1), reading.beside(place, 1)
    return (
        before in {"the", "a", "an", "his", "her", "their", "its", "these", "such"} and after != "that"
    ) or (after == "of" and before not in BE and before not in {"he", "she", "they"})


def _has_that(reading: Reading, place: int) -> bool:
    """Whether "that" follows, at once or after "him", "reporters" or "on Tuesday"; or "is expected to"."""
    if reading.beside(place, -1) in BE | {"widely", "also", "been"} and reading.beside(place, 1) == "to":
        return True
    if reading.beside(place, -1) in {"the", "a", "an"}:
        return False
    for step in range(1, 4):
        word = reading.beside(place, step)
        if word in {"that", "how", "whether"}:
            following = reading.beside(place, step + 1)
            return following not in {"of", "is", "was", ""} | MARKS
        if word in MARKS or word in {"and", "the", "a", "an"}:
            return False
    return False
