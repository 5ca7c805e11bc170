"""What belongs together by "of": an owner and what it has, a number and what it is a part of."""

from footnote.verify.alignment import Alignment, Run
from footnote.verify.reading.tokens import Token
from footnote.verify.tables.grammar import DETERMINERS


def is_possessor(found: Alignment, run: Run) -> bool:
    """Whether it possesses: "the growth of the academy" is "the academy's growth" or "the academy growth"."""
    for other in found.neighbours(run):
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
    for other in found.neighbours(head):
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


def is_part(found: Alignment, run: Run) -> bool:
    """Whether it is a number of some: "only two of 25" is "of 25, only two"."""
    for other in found.neighbours(run):
        first, last = sorted((run, other), key=lambda r: r.first)
        leads = last.low < first.low and found.evidence.tokens[max(0, last.low - 1)].word == "of"
        opens = last.low < 2 or found.evidence.tokens[last.low - 2].kind == "mark"
        if leads and opens and found.prepositions(last) == ("of", "of"):
            return found.draft.tokens[first.last].kind == "number"
    return False
