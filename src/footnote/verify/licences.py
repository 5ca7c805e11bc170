"""In which cases words may stand in another order than in the evidence and keep their roles."""

from collections.abc import Callable

from footnote.verify.alignment import Alignment, Run
from footnote.verify.reading.tokens import Reading, Token
from footnote.verify.tables.grammar import BE, COORDINATORS, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS
from footnote.verify.tables.speech import SPEECH, SPEECH_WITH_THAT
from footnote.verify.voices import agent_of, is_passive, object_of, shared_verbs


def _is_phrase(found: Alignment, run: Run) -> bool:
    """It took its preposition along, or begins with one, or is a time: "last week"."""
    ours, theirs = found.draft.preposition(run.first), found.evidence.preposition(run.low)
    head = found.evidence.tokens[run.low].word
    if run.words > 1 and head in PREPOSITIONS:
        return True
    if head in _TIMES and run.words <= 2 and _is_apart(found, run):
        return True
    if head.endswith("ly"):
        return True
    return bool(ours) and ours == theirs and ours != "of" and not _is_exchanged(found, run, ours)


def _prepositions(found: Alignment, run: Run) -> tuple[str, str]:
    return found.draft.preposition(run.first), found.evidence.preposition(run.low)


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
        same_kind = found.evidence.tokens[other.low].kind == kind
        if inverted and same_kind and _prepositions(found, other) == (preposition, preposition):
            return True
    return False


_TIMES = frozenset(
    """
    yesterday today tomorrow last next earlier later monday tuesday wednesday thursday friday
    saturday sunday
    """.split()
)


def _is_item(found: Alignment, run: Run) -> bool:
    """It is an item of a list in both: only items, commas and "and" lie between it and its neighbour."""
    if not (
        _is_delimited(found.draft, run.first, run.last) and _is_delimited(found.evidence, run.low, run.high)
    ):
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


def _is_part(found: Alignment, run: Run) -> bool:
    """Whether it is a number of some: "only two of 25" is "of 25, only two"."""
    for other in _neighbours(found, run):
        first, last = sorted((run, other), key=lambda r: r.first)
        leads = last.low < first.low and found.evidence.tokens[max(0, last.low - 1)].word == "of"
        opens = last.low < 2 or found.evidence.tokens[last.low - 2].kind == "mark"
        if leads and opens and _prepositions(found, last) == ("of", "of"):
            return found.draft.tokens[first.last].kind == "number"
    return False


def _is_possessor(found: Alignment, run: Run) -> bool:
    """Whether it possesses: "the growth of the academy" is "the academy's growth" or "the academy growth"."""
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
    return (
        bool(between)
        and between[0].word in {"of", "in", "for"}
        and all(token.word in DETERMINERS for token in between[1:])
    )


def _is_predicate(found: Alignment, run: Run) -> bool:
    """Whether it is said of its neighbour: "thick glass", "the glass is thick"."""
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
            if (
                (token.kind == "mark" and place > cue)
                or token.word in SUBJECT_PRONOUNS
                or token.word == "that"
            ):
                return None
    return None


def _is_patient(found: Alignment, run: Run) -> bool:
    """The object of an active is the subject of a passive that names no agent."""
    for ours, theirs in shared_verbs(found):
        if not is_passive(found.draft, ours) or is_passive(found.evidence, theirs):
            continue
        if agent_of(found.draft, ours) is not None or found.draft.tokens[ours].word.endswith("ing"):
            continue
        patient = object_of(found.evidence, theirs)
        subject = found.to_draft.get(patient, ours) if patient is not None else ours
        if (
            patient is not None
            and subject < ours
            and (run.low <= patient <= run.high or run.first <= ours <= run.last)
        ):
            return not any(
                found.to_draft.get(p, subject) < subject for p in range(max(0, theirs - 4), theirs)
            )
    return False


LICENCES: tuple[Callable[[Alignment, Run], bool], ...] = (
    _is_phrase,
    _is_item,
    _is_apposed,
    _is_possessor,
    _is_part,
    _is_predicate,
    _is_speaking,
    _is_patient,
)
