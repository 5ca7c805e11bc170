"""Who said it is kept: what stands under "said", "denied", "according to" or in quotation marks."""

from collections.abc import Iterator
from dataclasses import dataclass

from footnote.verify.alignment import Alignment
from footnote.verify.reading.tokens import Reading
from footnote.verify.tables.grammar import BE, PREPOSITIONS
from footnote.verify.tables.speech import CLOSING, SPEECH, SPEECH_ADVERBS, SPEECH_NOUNS, SPEECH_WITH_THAT

_SPEAKER = 9  # tokens between a comma and the verb in "…, the agency's spokesman said"
_TAIL = 4  # claim-carrying words that may follow "…, he said on Tuesday"
_QUOTED = 4  # words in quotation marks that make a quotation and no mere title
_ENDS = frozenset(",;:.!?—–()")
_MARKS = frozenset(",;:.!?\"“”'‘—–()")


@dataclass(frozen=True, slots=True)
class Attributed:
    """Evidence tokens [start, end) that somebody says; ``cue`` is the place of the word that says so."""

    cue: int
    start: int
    end: int
    quoted: bool = False


def attribution(found: Alignment, question: str) -> Iterator[str]:
    """A claim that the evidence gives to somebody is given to somebody in the draft."""
    if _is_fragment(found):
        return
    mine = _depths(found.draft)
    for claim in attributed(found.evidence):
        places = [found.to_draft[p] for p in range(claim.start, claim.end) if p in found.to_draft]
        wanted = {
            found.to_draft[p]: depth for p, depth in _depths(found.evidence).items() if p in found.to_draft
        }
        kept = [mine.get(p, 0) >= min(wanted.get(p, 1), 1 if claim.quoted else 9) for p in places]
        if kept and 2 * sum(kept) < len(kept):
            yield f"“{found.evidence.tokens[claim.cue].surface}” of the evidence is dropped"
    cues = list(_cues(found.draft))
    if cues and not any(True for _ in attributed(found.evidence)):
        yield f"“{found.draft.tokens[cues[0]].surface}” is nobody's word in the evidence"


def _depths(reading: Reading) -> dict[int, int]:
    """Return, for each place that somebody claims, how many claim it; quotation marks count where alone."""
    depths: dict[int, int] = {}
    for claim in attributed(reading):
        for place in range(claim.start, claim.end):
            depths[place] = max(depths.get(place, 0), 1) if claim.quoted else depths.get(place, 0) + 1
    return depths


def _is_fragment(found: Alignment) -> bool:
    """Whether a draft is a few words without a verb, which state nothing by themselves."""
    tokens = found.draft.tokens
    few = sum(token.counts for token in tokens) <= 4
    return few and not any(token.is_verb or token.word in SPEECH for token in tokens)


def attributed(reading: Reading) -> Iterator[Attributed]:
    """Yield the ranges of a reading that are somebody's claim."""
    for cue in _cues(reading):
        start, end = _sentence_bounds(reading, cue)
        token = reading.tokens[cue]
        if token.word == "according" or token.word in SPEECH_ADVERBS or token.word in SPEECH_NOUNS - SPEECH:
            yield from _around(reading, cue, start, end)
        elif _closes(reading, cue):
            yield Attributed(cue, start, _subject(reading, cue))
            yield Attributed(cue, cue + 1, end)
        else:
            yield Attributed(cue, cue + 1, _relative_end(reading, cue, end))
    for first, last in _quotations(reading):
        yield Attributed(first, first + 1, last, quoted=True)


def _cues(reading: Reading) -> Iterator[int]:
    for place, token in enumerate(reading.tokens):
        if token.kind not in {"mark", "name", "number"} and _is_cue(reading, place):
            yield place


def _is_cue(reading: Reading, place: int) -> bool:
    """Whether a word says that somebody says or believes something."""
    word = reading.tokens[place].word
    if word == "according":
        return _names_a_source(reading, place)
    if word in SPEECH:
        return not _is_noun(reading, place) and _word_at(reading, place, -1) != "("
    if word in SPEECH_WITH_THAT and (_has_that(reading, place) or _closes(reading, place)):
        return True
    return word in SPEECH_ADVERBS or _in_opinion(reading, place)


def _names_a_source(reading: Reading, place: int) -> bool:
    """Whether "according to" names who says it: "sorted according to their size" does not."""
    if _word_at(reading, place, 1) != "to" or (place and reading.tokens[place - 1].is_verb):
        return False
    return _word_at(reading, place, 2) not in {"their", "its", "his", "her", "how", "whether", "which"}


def _in_opinion(reading: Reading, place: int) -> bool:
    """Whether the word closes "in his view" or "in the opinion"."""
    if reading.tokens[place].word not in {"view", "opinion"}:
        return False
    return any(reading.tokens[p].word == "in" for p in range(max(0, place - 4), place))


def _word_at(reading: Reading, place: int, step: int) -> str:
    return reading.tokens[place + step].word if 0 <= place + step < len(reading.tokens) else ""


def _is_noun(reading: Reading, place: int) -> bool:
    before, after = _word_at(reading, place, -1), _word_at(reading, place, 1)
    return (
        before in {"the", "a", "an", "his", "her", "their", "its", "these", "such"} and after != "that"
    ) or (after == "of" and before not in BE and before not in {"he", "she", "they"})


def _has_that(reading: Reading, place: int) -> bool:
    """Whether "that" follows, at once or after "him", "reporters" or "on Tuesday"; or "is expected to"."""
    if (
        _word_at(reading, place, -1) in BE | {"widely", "also", "been"}
        and _word_at(reading, place, 1) == "to"
    ):
        return True
    if _word_at(reading, place, -1) in {"the", "a", "an"}:
        return False
    for step in range(1, 4):
        word = _word_at(reading, place, step)
        if word in {"that", "how", "whether"}:
            following = _word_at(reading, place, step + 1)
            return following not in {"of", "is", "was", ""} | _MARKS
        if word in _MARKS or word in {"and", "the", "a", "an"}:
            return False
    return False


def _closes(reading: Reading, place: int) -> bool:
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
    if "that" in {_word_at(reading, place, 1), _word_at(reading, place, 2)}:
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


def _subject(reading: Reading, cue: int) -> int:
    """Return where the clause of a closing verb begins: at the mark before it."""
    for place in range(cue - 1, -1, -1):
        if reading.tokens[place].surface in _MARKS:
            return place
    return 0


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


def _around(reading: Reading, cue: int, start: int, end: int) -> Iterator[Attributed]:
    """Yield all of a sentence but the phrase of "according to": from its cue to the next mark."""
    phrase = cue
    while phrase < end and reading.tokens[phrase].surface not in _MARKS:
        phrase += 1
    if reading.tokens[cue].word in SPEECH_ADVERBS:
        yield Attributed(cue, cue + 1, phrase)
        return
    if reading.tokens[cue].word != "according" and cue - start > 5:
        start = cue  # "in his view" in mid-sentence speaks of what follows
    yield Attributed(cue, start, cue)
    yield Attributed(cue, phrase, end)


def _relative_end(reading: Reading, cue: int, end: int) -> int:
    """Return where the claim ends: a verb in "…, who said that …," rules no further than the comma."""
    relative = False
    for place in range(cue - 1, max(-1, cue - 6), -1):
        token = reading.tokens[place]
        if token.surface in _MARKS:
            break
        relative = relative or token.word in {"who", "which", "whom"}
    if not relative:
        return end
    for place in range(cue + 1, end):
        if reading.tokens[place].surface == ",":
            return place
    return end


def _quotations(reading: Reading) -> Iterator[tuple[int, int]]:
    opened: int | None = None
    for place, token in enumerate(reading.tokens):
        if token.surface == "“" or (token.surface == '"' and opened is None):
            opened = place
        elif token.surface in {"”", '"'} and opened is not None:
            if sum(t.surface not in _MARKS for t in reading.tokens[opened:place]) >= _QUOTED:
                yield opened, place
            opened = None
