"""Whose a relative clause is: "a son, and a daughter, who died" tells of the daughter's death only."""

from collections.abc import Iterator
from itertools import pairwise

from footnote.verify.alignment import Alignment
from footnote.verify.reading.tokens import Reading, Token
from footnote.verify.scope.ruled import MOST_WORDS, stretch
from footnote.verify.tables.grammar import AUXILIARIES, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS

_RELATIVES = frozenset({"who", "which", "that", "whose"})
_PRONOUN = -1  # for a subject that is no word of the evidence


def relatives(found: Alignment, question: str) -> Iterator[str]:
    """Who does what a relative clause tells is the one that it stands behind."""
    evidence = found.evidence
    for place in range(1, len(evidence.tokens) - 1):
        if not _is_subject(evidence, place):
            continue
        words = [p for p in stretch(evidence, place, 1) if evidence.tokens[p].counts][:MOST_WORDS]
        first = next((p for p in words if p in found.to_draft), None)
        if first is not None and _is_anothers(found, place, first):
            yield f"“{evidence.tokens[first].surface}” is said of another in the evidence"


def _is_subject(reading: Reading, place: int) -> bool:
    """Whether a relative pronoun is the subject of its clause, as its verb follows at once, or owns it."""
    token, following = reading.tokens[place], reading.tokens[place + 1]
    if token.word not in _RELATIVES or reading.tokens[place - 1].word in PREPOSITIONS:
        return False
    verb = following.is_verb or following.word in AUXILIARIES
    return verb or token.word == "whose" or (token.word == "who" and following.kind == "word")


def _is_anothers(found: Alignment, pronoun: int, first: int) -> bool:
    """Whether the draft says a word of a relative clause of another than the evidence does."""
    evidence = found.evidence
    subject = _subject(found, found.to_draft[first], list(stretch(evidence, pronoun, 1)))
    if subject is None:
        return False
    if evidence.tokens[pronoun].word == "whose" and evidence.tokens[first].is_verb and first > pronoun + 1:
        return True  # what is his or hers was left out
    owner = _antecedent(evidence, pronoun)
    return subject not in owner and any(evidence.tokens[p].counts for p in owner)


def _subject(found: Alignment, verb: int, clause: list[int]) -> int | None:
    """Return what the draft has before a word as its subject, if that is not in the clause itself."""
    pronouns = SUBJECT_PRONOUNS
    for place in range(verb - 1, -1, -1):
        token = found.draft.tokens[place]
        if token.word in pronouns:
            return _PRONOUN
        if token.kind == "mark" or token.word in _RELATIVES:
            pronouns = frozenset()
        theirs = found.to_evidence.get(place)
        if theirs is not None and theirs not in clause:
            return theirs
    return None


def _antecedent(reading: Reading, pronoun: int) -> range:
    """Return the places of the noun phrase before a relative pronoun, its appositions included."""
    start = pronoun
    for piece in _pieces_before(reading, pronoun):
        start = piece[0]
        tokens = [reading.tokens[p] for p in piece]
        if reading.beside(start, -1) != "," or not (tokens[0].word in _RELATIVES or _is_apposition(tokens)):
            start = max((p + 1 for p in piece if _parts(reading.tokens[p])), default=start)
            break
    return range(start, pronoun)


def _pieces_before(reading: Reading, place: int) -> Iterator[list[int]]:
    """Yield what stands between the commas before a place, nearest first; brackets are passed over."""
    while place > 0 and reading.tokens[place - 1].sentence == reading.tokens[place].sentence:
        mark = reading.tokens[place - 1].surface
        if mark == ")":
            place = max((p for p in range(place) if reading.tokens[p].surface == "("), default=0)
        elif mark == ",":
            place -= 1
        elif piece := list(stretch(reading, place - 1, -1))[::-1]:
            yield piece
            place = piece[0]
        else:
            return


def _is_apposition(tokens: list[Token]) -> bool:
    """Whether words between commas are a name or a noun with its article, no clause and no list."""
    if all(token.kind == "name" for token in tokens if token.counts):
        return not _parts(tokens[0])
    relative = any(token.word in _RELATIVES for token in tokens)
    listed = any(t.word in {"and", "or"} and _begins_noun(after) for t, after in pairwise(tokens))
    threes = zip(tokens, tokens[1:], tokens[2:], strict=False)
    clause = not relative and any(_is_predicate(*three) for three in threes)
    return tokens[0].word in {"a", "an", "the"} and not listed and not clause


def _begins_noun(token: Token) -> bool:
    return token.kind == "name" or token.word in DETERMINERS


def _is_predicate(before: Token, token: Token, after: Token) -> bool:
    """Whether a verb is no adjective or participle: "the drowned captain", "a firm based in Oslo"."""
    return token.is_verb and before.word not in DETERMINERS and after.word not in PREPOSITIONS


def _parts(token: Token) -> bool:
    """Whether a noun phrase cannot reach back over a word."""
    return token.is_verb or token.word in {"and", "or", "but", "not"}
