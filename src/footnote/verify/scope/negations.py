"""What the evidence denies the draft denies, and nothing else."""

from collections.abc import Iterator

from footnote.verify.alignment import Alignment
from footnote.verify.reading.tokens import Reading
from footnote.verify.scope.ruled import MOST_WORDS, shared_heads
from footnote.verify.tables.scope import DENIALS, NEGATIONS


def negation(found: Alignment, question: str) -> Iterator[str]:
    """What the evidence denies the draft denies, and nothing else: negations are matched one to one."""
    ours = list(_ruled(found.draft, found.to_evidence))
    theirs = list(_ruled(found.evidence, found.to_draft))
    for place, heads in theirs:
        match = next((own for own in ours if _same(found, own, heads)), None)
        if match is None:
            yield f"“{found.evidence.tokens[place].surface}” of the evidence is dropped"
        else:
            ours.remove(match)
    for place, _ in ours:
        yield f"“{found.draft.tokens[place].surface}” is not in the evidence before the same words"
    mine, yours = list(_negations(found.draft)), list(_negations(found.evidence))
    if len(mine) > len(yours):
        yield f"“{found.draft.tokens[mine[-1]].surface}” is one negation more than in the evidence"


def _ruled(reading: Reading, other: dict[int, int]) -> Iterator[tuple[int, list[int]]]:
    for place in _negations(reading):
        if heads := shared_heads(reading, place, other):
            yield place, heads


def _same(found: Alignment, own: tuple[int, list[int]], heads: list[int]) -> bool:
    """Whether a negation of the draft denies what one of the evidence does: their words meet."""
    place, mine = own
    near = {found.to_evidence[head] for head in mine}
    if near & set(heads) and (found.to_evidence[mine[0]] in heads or heads[0] in near):
        return True
    # "No seals were found" is "seals were not found".
    before = [p for p in range(max(0, place - 2 * MOST_WORDS), place) if p in found.to_evidence]
    return found.to_evidence[mine[0]] in heads and heads[0] in {found.to_evidence[p] for p in before}


def _negations(reading: Reading) -> Iterator[int]:
    """Yield the places of negations; "not only … but" and the noun "decline" are none."""
    words = [token.word for token in reading.tokens]
    for place, token in enumerate(reading.tokens):
        following = words[place + 1] if place + 1 < len(words) else ""
        if token.word.startswith("declin") and following != "to":
            continue
        limited = token.word in {"not", "no"} and following in {"only", "just", "merely"}
        if (limited and "but" in words[place:]) or (token.word, following) == ("no", "doubt"):
            continue
        if token.word in NEGATIONS or (token.word in DENIALS and token.counts):
            yield place
