"""Words that stay beside their neighbour may change places: items of a list, appositions, predicates."""

from footnote.verify.alignment import Alignment, Run
from footnote.verify.reading.tokens import Reading, Token
from footnote.verify.tables.grammar import BE, COORDINATORS, DETERMINERS


def is_item(found: Alignment, run: Run) -> bool:
    """It is an item of a list in both: only items, commas and "and" lie between it and its neighbour."""
    if not (
        _is_delimited(found.draft, run.first, run.last) and _is_delimited(found.evidence, run.low, run.high)
    ):
        return False
    for other in found.neighbours(run):
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


def is_apposed(found: Alignment, run: Run) -> bool:
    """It is beside the same neighbour in both, parted by a comma or brackets at most."""
    if found.evidence.tokens[run.low].kind == "number":
        return False
    for other in found.neighbours(run):
        low, high = sorted((run, other), key=lambda r: r.low)
        between = found.evidence.tokens[low.high + 1 : high.low]
        plain = all(t.surface in {",", "(", ")"} or t.word in DETERMINERS for t in between)
        first, last = sorted((run, other), key=lambda r: r.first)
        near = found.draft.tokens[first.last + 1 : last.first]
        apart = any(t.surface in {",", "(", ")"} for t in between)
        if plain and apart and all(t.kind in {"function", "mark"} for t in near):
            return True
    return False


def is_predicate(found: Alignment, run: Run) -> bool:
    """Whether it is said of its neighbour: "thick glass", "the glass is thick"."""
    for other in found.neighbours(run):
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
