"""Who did what to whom: words of the evidence may be left out or moved only in ways that keep roles.

A draft is compared as runs of neighbouring words (see ``alignment``). A run that is out of the
evidence's order needs a licence: it is a phrase that took its preposition along, an item of a list,
an apposition, the agent of a passive, a possessor, or the speaker of what is said. Between runs that
are in order, what was left out must not have been the subject, the verb or the clause that ruled
what follows. No parser is used; verbs are known by form and by a list.
"""

from collections.abc import Callable, Iterator

from footnote.verify.alignment import Alignment, Run
from footnote.verify.reading import Reading, Token
from footnote.verify.tables import (
    AUXILIARIES,
    BE,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    REFERRING,
    SPEECH,
    SPEECH_WITH_THAT,
    SUBJECT_PRONOUNS,
)

_NEAR = 4
_BREAKS = frozenset(",;:.!?()—–")


def order(found: Alignment, question: str) -> Iterator[str]:
    """Words that changed places did so in a way that keeps who did what."""
    if _voice_flipped(found):
        return
    for run in found.moved:
        if not any(licence(found, run) for licence in _LICENCES):
            yield f"“{_surface(found.draft, run.first, run.last)}” has another place in the evidence"


def voice(found: Alignment, question: str) -> Iterator[str]:
    """A passive of the evidence that is active in the draft has its agent before the verb, and so back."""
    for ours, theirs in _verbs(found):
        by_ours, by_theirs = _agent(found.draft, ours), _agent(found.evidence, theirs)
        if (by_ours is None) == (by_theirs is None):
            continue
        if by_theirs is not None:
            agent = found.to_draft.get(by_theirs)
            wrong = agent is not None and agent > ours and _object(found.draft, ours) is not None
            subject = _before(found.draft, ours)
            patient = subject is not None and found.to_evidence.get(subject, by_theirs) < theirs
            if wrong or (patient and not _is_passive(found.draft, ours)):
                yield f"roles around “{found.draft.tokens[ours].surface}” are swapped"
        elif by_ours is not None and found.to_evidence.get(by_ours, -1) > theirs:
            yield f"roles around “{found.draft.tokens[ours].surface}” are swapped"


def subjects(found: Alignment, question: str) -> Iterator[str]:
    """What was left out between two words was not the subject or verb that ruled the second."""
    kept = [run for run in found.runs if run in found.in_sequence]
    for before, after in zip(kept, kept[1:], strict=False):
        if found.evidence.tokens[before.high].sentence != found.evidence.tokens[after.low].sentence:
            continue
        if _boundary_before(found.draft, after.first) or after.first <= before.last:
            continue
        first, second = found.draft.tokens[before.last], found.draft.tokens[after.first]
        gap = found.evidence.tokens[before.high + 1 : after.low]
        if _new_subject(gap) or _detached(gap, found.evidence.tokens[after.low], found, after):
            yield f"“{first.surface} … {second.surface}” do not belong together in the evidence"


def one_sentence(found: Alignment, question: str) -> Iterator[str]:
    """A clause of the draft rests on one sentence; another may only say whom a pronoun means."""
    tokens = found.evidence.tokens
    for (ours, theirs), (next_ours, next_theirs) in zip(found.pairs, found.pairs[1:], strict=False):
        before, after = tokens[theirs].sentence, tokens[next_theirs].sentence
        if before == after or _clause_between(found.draft, ours, next_ours):
            continue
        later = theirs if before > after else next_theirs
        if not _refers(found.evidence, max(before, after), later):
            first, second = found.draft.tokens[ours].surface, found.draft.tokens[next_ours].surface
            yield f"“{first}” and “{second}” stand in different sentences"


def _surface(reading: Reading, first: int, last: int) -> str:
    return " ".join(token.surface for token in reading.tokens[first : last + 1])


# -- licences of a moved run ---------------------------------------------------------------------


def _is_phrase(found: Alignment, run: Run) -> bool:
    """It took its preposition along, or begins with one, or is a time: "last week"."""
    ours, theirs = found.draft.preposition(run.first), found.evidence.preposition(run.low)
    head = found.evidence.tokens[run.low].word
    if run.words > 1 and head in PREPOSITIONS:
        return True
    if (head in _TIMES and run.words <= 2 and _is_apart(found, run)) or (head.endswith("ly") and not run.low == run.first == 0):
        return True
    return bool(ours) and ours == theirs and ours != "of" and not _is_exchanged(found, run, ours)


def _is_apart(found: Alignment, run: Run) -> bool:
    """Whether a time stands by itself in both, not within a name such as "Monday Night Football"."""
    places = ((found.draft.tokens, run.first, run.last), (found.evidence.tokens, run.low, run.high))
    for tokens, first, last in places:
        beside = (*tokens[max(0, first - 1) : first], *tokens[last + 1 : last + 2])
        if any(token.kind == "name" or token.possessive for token in beside):
            return False
    return True


def _is_exchanged(found: Alignment, run: Run, preposition: str) -> bool:
    """Whether another phrase with the same preposition stood before and now stands behind, or so back."""
    kind = found.evidence.tokens[run.low].kind
    for other in found.runs:
        inverted = (other.first < run.first) != (other.low < run.low)
        if inverted and found.evidence.tokens[other.low].kind == kind:
            if found.evidence.preposition(other.low) == preposition == found.draft.preposition(other.first):
                return True
    return False


_TIMES = frozenset(
    "yesterday today tomorrow last next earlier later monday tuesday wednesday thursday friday saturday sunday".split()
)


def _is_item(found: Alignment, run: Run) -> bool:
    """It is an item of a list in both: only items, commas and "and" lie between it and its neighbour."""
    if not (_is_delimited(found.draft, run.first, run.last) and _is_delimited(found.evidence, run.low, run.high)):
        return False
    for other in _neighbours(found, run):
        evidence = found.evidence.apart(run.low, other.low) if other.low != run.low else ()
        first, last = sorted((run, other), key=lambda r: r.first)
        draft = found.draft.tokens[first.last + 1 : last.first]
        if not any(token.word in {"and", "or", ","} for token in draft):
            continue
        low, high = sorted((run, other), key=lambda r: r.low)
        between = found.evidence.tokens[low.high + 1 : high.low]
        joined = any(token.word in {"and", "or", ","} for token in between)
        if joined and not any(_rules(token) for token in evidence):
            return True
    return False


def _is_delimited(reading: Reading, first: int, last: int) -> bool:
    """Whether a comma, "and" or "or" stands right before or behind, so that it can be an item."""
    behind = reading.tokens[last + 1].word if last + 1 < len(reading.tokens) else "."
    before = first - 1
    while before >= 0 and reading.tokens[before].word in DETERMINERS:
        before -= 1
    listed = {"and", "or", ",", "&"}
    return behind in listed or (before >= 0 and reading.tokens[before].word in listed)


def _rules(token: Token) -> bool:
    """Whether a token cannot lie between the items of one list."""
    listed = COORDINATORS | DETERMINERS
    return token.is_verb or token.surface in ".;:" or (token.kind == "function" and token.word not in listed)


def _neighbours(found: Alignment, run: Run) -> list[Run]:
    place = found.runs.index(run)
    return [found.runs[p] for p in (place - 1, place + 1) if 0 <= p < len(found.runs)]


def _is_apposed(found: Alignment, run: Run) -> bool:
    """It is beside the same neighbour in both, parted by a comma or brackets at most."""
    if found.evidence.tokens[run.low].kind == "number":
        return False
    for other in _neighbours(found, run):
        low, high = sorted((run, other), key=lambda r: r.low)
        between = found.evidence.tokens[low.high + 1 : high.low]
        plain = all(t.surface in {",", "(", ")"} or t.word in DETERMINERS for t in between)
        first, last = sorted((run, other), key=lambda r: r.first)
        near = found.draft.tokens[first.last + 1 : last.first]
        apart = any(t.surface in {",", "(", ")"} for t in between)
        if plain and apart and all(t.kind in {"function", "mark"} for t in near):
            return True
    return False


def _is_possessor(found: Alignment, run: Run) -> bool:
    """ "The growth of the academy" is "the academy's growth" or "the academy growth"."""
    for other in _neighbours(found, run):
        first, last = sorted((run, other), key=lambda r: r.first)
        low, high = sorted((run, other), key=lambda r: r.low)
        if low != last or _is_flanked(found, run, other) or _holds_verb(found, low):
            continue
        near = found.draft.tokens[first.last + 1 : last.first]
        between = found.evidence.tokens[low.high + 1 : high.low]
        owner = found.evidence.tokens[low.high]
        if _is_of(near) and _may_own(owner) and all(t.word in DETERMINERS | {"own"} for t in between):
            return True
        if _is_of(between) and low.words <= 2 and all(t.word in DETERMINERS for t in near):
            return True
    return False


def _is_flanked(found: Alignment, run: Run, head: Run) -> bool:
    """Whether the word on the other side of a possessed one has changed sides as well: a swap."""
    for other in _neighbours(found, head):
        if other != run and (other.first < head.first) != (other.low < head.low):
            return True
    return False


def _holds_verb(found: Alignment, run: Run) -> bool:
    return any(token.is_verb for token in found.evidence.tokens[run.low : run.high + 1])


def _may_own(token: Token) -> bool:
    """Whether a word before a noun owns it: a possessive, or a plain noun as in "academy growth"."""
    return token.possessive or (token.kind == "word" and not token.surface[:1].isupper())


def _is_of(between: tuple[Token, ...]) -> bool:
    """Whether two words are parted by "of", or "of the", alone."""
    return bool(between) and between[0].word in {"of", "in", "for"} and all(
        token.word in DETERMINERS for token in between[1:]
    )


def _is_predicate(found: Alignment, run: Run) -> bool:
    """ "Thick glass" is "the glass is thick"; "X is the capital" is "the capital is X"."""
    for other in _neighbours(found, run):
        first, last = sorted((run, other), key=lambda r: r.first)
        low, high = sorted((run, other), key=lambda r: r.low)
        near = {t.word for t in found.draft.tokens[first.last + 1 : last.first]}
        between = found.evidence.tokens[low.high + 1 : high.low]
        words = {token.word for token in between}
        if near & BE and not between and low.words <= 2:
            return True
        if near & BE and words & BE and words <= BE | DETERMINERS and words & {"the"} | near & {"the"}:
            return True
    return False


def _is_speaking(found: Alignment, run: Run) -> bool:
    """It is a verb of saying with its own speaker, or the speaker, before or behind what is said."""
    verbs = SPEECH | SPEECH_WITH_THAT | {"according"}
    for cue, theirs in found.pairs:
        if found.draft.tokens[cue].word not in verbs:
            continue
        speaker = _speaker(found.draft, cue)
        place = found.to_evidence.get(speaker, -1) if speaker is not None else -1
        inverted = theirs > 0 and found.evidence.tokens[theirs - 1].kind == "mark" and place > theirs
        if place >= 0 and not (place < theirs or inverted) and found.draft.tokens[cue].word != "according":
            continue
        if run.first <= cue <= run.last or (speaker is not None and run.first <= speaker <= run.last):
            return abs(place - theirs) <= 20 or place < 0
    return False


def _speaker(draft: Reading, cue: int) -> int | None:
    """Return the place of the one who says it: right before the verb, or right behind it."""
    for place in (cue - 1, cue + 1, cue + 2, cue + 3):
        if 0 <= place < len(draft.tokens):
            token = draft.tokens[place]
            if token.counts:
                return place
            if token.kind == "mark" and place > cue or token.word in SUBJECT_PRONOUNS or token.word == "that":
                return None
    return None


def _is_patient(found: Alignment, run: Run) -> bool:
    """The object of an active is the subject of a passive that names no agent."""
    for ours, theirs in _verbs(found):
        if not _is_passive(found.draft, ours) or _is_passive(found.evidence, theirs):
            continue
        if _agent(found.draft, ours) is not None or found.draft.tokens[ours].word.endswith("ing"):
            continue
        patient = _object(found.evidence, theirs)
        subject = found.to_draft.get(patient, ours) if patient is not None else ours
        if patient is not None and subject < ours and (run.low <= patient <= run.high or run.first <= ours <= run.last):
            return not any(found.to_draft.get(p, subject) < subject for p in range(max(0, theirs - 4), theirs))
    return False


_LICENCES: tuple[Callable[[Alignment, Run], bool], ...] = (
    _is_phrase,
    _is_item,
    _is_apposed,
    _is_possessor,
    _is_predicate,
    _is_speaking,
    _is_patient,
)


# -- voice ---------------------------------------------------------------------------------------


def _verbs(found: Alignment) -> Iterator[tuple[int, int]]:
    for ours, theirs in found.pairs:
        if found.draft.tokens[ours].is_verb or found.evidence.tokens[theirs].is_verb:
            yield ours, theirs


def _agent(reading: Reading, verb: int) -> int | None:
    """Return the place of the first word of "by …" behind a verb."""
    for place in range(verb + 1, min(verb + _NEAR, len(reading.tokens))):
        token = reading.tokens[place]
        if token.word == "by":
            return next((p for p in range(place + 1, len(reading.tokens)) if reading.tokens[p].counts), None)
        if token.kind == "mark":
            return None
    return None


def _is_passive(reading: Reading, verb: int) -> bool:
    return any(token.word in BE for token in reading.tokens[max(0, verb - 3) : verb])


def _before(reading: Reading, verb: int) -> int | None:
    return next((p for p in range(verb - 1, -1, -1) if reading.tokens[p].counts), None)


def _object(reading: Reading, verb: int) -> int | None:
    """Return the place of a word that directly follows a verb, determiners aside."""
    for place in range(verb + 1, len(reading.tokens)):
        if reading.tokens[place].counts:
            return place
        if reading.tokens[place].word not in DETERMINERS:
            return None
    return None


def _voice_flipped(found: Alignment) -> bool:
    """Whether a shared verb has changed its voice and its agent and patient their sides."""
    for ours, theirs in _verbs(found):
        mine, yours = _agent(found.draft, ours), _agent(found.evidence, theirs)
        if mine is not None and yours is None and found.to_evidence.get(mine, theirs) < theirs:
            return True
        if yours is not None and mine is None and found.to_draft.get(yours, ours) < ours:
            return True
    return False


# -- what was left out ---------------------------------------------------------------------------


def _new_subject(gap: tuple[Token, ...]) -> bool:
    """Whether the words left out end in another subject: "…, and Hallett" before "disagrees"."""
    subject = len(gap)
    while subject > 0 and (gap[subject - 1].kind == "name" or gap[subject - 1].word in SUBJECT_PRONOUNS):
        subject -= 1
    if subject == len(gap) or subject == 0:
        return False
    opened = gap[subject - 1]
    clause = opened.surface in {",", ";", ":", "—", "–"} or opened.word in {"and", "but", "while", "that", "when"}
    return clause and any(token.counts for token in gap[:subject])


def _detached(gap: tuple[Token, ...], second: Token, found: Alignment, after: Run) -> bool:
    """Whether the words left out held the verb, or the start of the clause, of what follows."""
    if second.is_verb or second.word in AUXILIARIES or _opens(gap):
        return False
    auxiliary = any(t.word in AUXILIARIES for t in found.draft.tokens[max(0, after.first - 3) : after.first])
    if auxiliary:
        return False
    last_break = max((p for p, token in enumerate(gap) if token.surface in _BREAKS), default=-1)
    tail = [token for token in gap[last_break + 1 :] if token.counts]
    if any(token.is_verb and token.counts for token in gap[last_break + 1 :]):
        return True
    listed = bool(gap) and any(token.word in {"and", "or"} for token in gap[-3:])
    same = found.draft.governor(after.first) == found.evidence.governor(after.low) != ""
    return last_break >= 0 and bool(tail) and not listed and not same


def _opens(gap: tuple[Token, ...]) -> bool:
    """Whether what follows the gap stands right behind a mark: a parenthesis was left out."""
    end = [token for token in gap if token.word not in DETERMINERS]
    return not end or end[-1].surface in _BREAKS


def _boundary_before(draft: Reading, place: int) -> bool:
    """Whether a clause of the draft begins right before a word."""
    for token in draft.tokens[max(0, place - 3) : place]:
        if token.surface in {";", ":", ".", "—"}:
            return True
    return False


def _clause_between(draft: Reading, first: int, second: int) -> bool:
    between = draft.tokens[first + 1 : second]
    return any(
        token.kind == "mark" or token.word in {"and", "but", "while", "which", "who", "because", "so", "that"}
        for token in between
    )


def _refers(evidence: Reading, sentence: int, place: int) -> bool:
    """Whether a sentence has, before a place, a pronoun that looks back."""
    return any(
        token.sentence == sentence and token.word in REFERRING for token in evidence.tokens[: place + 2]
    )
