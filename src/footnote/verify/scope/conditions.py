"""What holds only on a condition, or with an exception, is not stated without it."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from footnote.verify.alignment import Alignment
from footnote.verify.reading.tokens import Reading
from footnote.verify.scope.ruled import QUOTES, is_break, stretch
from footnote.verify.tables.grammar import PREPOSITIONS, SUBJECT_PRONOUNS
from footnote.verify.tables.scope import CONDITIONS, DENIED_LIMITS, NEGATIONS

_FEWEST = 2  # kept words, lest one that the draft has from elsewhere counts
_JOINING = frozenset({"and", "but", "or"}) | frozenset(QUOTES)
_PARTING = frozenset(";:.!?…")  # a condition limits nothing beyond these


def conditions(found: Alignment, question: str) -> Iterator[str]:
    """Of a condition or an exception some word is kept wherever what it limits is."""
    evidence = found.evidence
    for place, token in enumerate(evidence.tokens):
        length = _opener(evidence, place)
        if not length:
            continue
        words = _words(evidence, _extent(evidence, place, length))
        limited = _limited(evidence, place)
        kept = sum(p in found.to_draft for p in limited)
        dropped = words and not any(p in found.to_draft for p in words)
        if dropped and kept and kept >= min(_FEWEST, len(limited)):
            yield f"what stands under “{token.surface}” in the evidence is dropped"


def _opener(reading: Reading, place: int) -> int:
    """Return how many words at a place open a condition or an exception, 0 where none do."""
    word, before, after = (reading.beside(place, step) for step in (0, -1, 1))
    if word == "if":
        opens = before not in {"even", "as", "what"}
    elif word == "only":
        opens = after in PREPOSITIONS and before != "not"
    elif word in DENIED_LIMITS:
        opens = any(reading.tokens[p].word in NEGATIONS for p in stretch(reading, place - 1, -1))
    elif word in {"provided", "providing"}:
        opens = after in SUBJECT_PRONOUNS | {"that", "you"}
    else:
        phrases = (tuple(reading.beside(place, step) for step in range(size)) for size in (1, 2, 3))
        return next((len(phrase) for phrase in phrases if phrase in CONDITIONS), 0)
    return int(opens)


def _extent(reading: Reading, place: int, length: int) -> list[int]:
    """Return the places of a condition, to the next mark; of "except the Ada were lost" those of the noun."""
    extent = list(stretch(reading, place + length, 1))
    clause = reading.beside(place, 1) in PREPOSITIONS | {"that"}
    if reading.tokens[place].word != "except" or clause:
        return extent
    return extent[:1] + list(takewhile(lambda p: not reading.tokens[p].is_verb, extent[1:]))


def _limited(reading: Reading, place: int) -> list[int]:
    """Return the words that a condition limits: before it or, where it opens its piece, in those beside."""
    pieces = _pieces(reading, place)
    own = next(number for number, piece in enumerate(pieces) if place in piece)
    before = pieces[own][: pieces[own].index(place)]
    words = _words(reading, before)
    if words or {reading.tokens[p].word for p in before} - _JOINING:
        return words
    behind = _words(reading, *pieces[own + 1 : own + 2])
    if before and behind:  # "…, and if it rains, …"
        return behind
    return behind + _words(reading, *pieces[max(0, own - 1) : own])


def _pieces(reading: Reading, place: int) -> list[list[int]]:
    """Return the places of a part of a sentence, cut at commas, brackets and dashes."""
    pieces: list[list[int]] = [[]]
    for here, token in enumerate(reading.tokens):
        if token.sentence != reading.tokens[place].sentence:
            continue
        if token.surface in _PARTING:
            if here > place:
                break
            pieces = [[]]
        elif is_break(token):
            pieces.append([])
        else:
            pieces[-1].append(here)
    return pieces


def _words(reading: Reading, *pieces: Iterable[int]) -> list[int]:
    return [place for piece in pieces for place in piece if reading.tokens[place].counts]
