"""A phrase that is whole may move: with its preposition, as a time, as an adverb."""

from footnote.verify.alignment import Alignment, Run
from footnote.verify.tables.grammar import PREPOSITIONS

_TIMES = frozenset(
    """
    yesterday today tomorrow last next earlier later monday tuesday wednesday thursday friday
    saturday sunday
    """.split()
)


def is_phrase(found: Alignment, run: Run) -> bool:
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
        if inverted and same_kind and found.prepositions(other) == (preposition, preposition):
            return True
    return False
