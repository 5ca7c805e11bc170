"""What is only possible, wished or alleged stays so, and no obligation is added."""

from collections.abc import Iterator

from footnote.verify.alignment import Alignment
from footnote.verify.reading.tokens import Reading, Token
from footnote.verify.scope.ruled import MOST_WORDS, shared_heads
from footnote.verify.tables.scope import HEDGES
from footnote.verify.tables.speech import SPEECH, SPEECH_ADVERBS

_OBLIGATIONS = frozenset({"must", "should", "ought", "shall"})


def hedges(found: Alignment, question: str) -> Iterator[str]:
    """What is only possible, wished or alleged in the evidence is so in the draft, each hedge by one."""
    free = [place for place, token in enumerate(found.draft.tokens) if _is_hedge(token, softened=True)]
    for place, token in enumerate(found.evidence.tokens):
        heads = (
            shared_heads(found.evidence, place, found.to_draft) if _is_hedge(token, softened=False) else []
        )
        if not heads:
            continue
        kept = found.to_draft.get(place) if token.counts else None
        behind = heads[0] < place  # "… as it ever could be": it closes its clause
        head = found.to_draft[heads[0]]
        before = [p for p in free if p == kept or behind or _reaches(found.draft, p, head)]
        if token.word not in SPEECH_ADVERBS:
            before = [p for p in before if _is_hedge(found.draft.tokens[p], softened=False)]
        if before:
            free.remove(before[-1])
        else:
            yield f"“{token.surface}” of the evidence is dropped"
    yield from _added_obligations(found)


def _added_obligations(found: Alignment) -> Iterator[str]:
    ours = {token.word for token in found.draft.tokens}
    theirs = {token.word for token in found.evidence.tokens}
    for word in sorted(ours & _OBLIGATIONS):
        if not theirs & _OBLIGATIONS:
            yield f"“{word}” is not in the evidence"


def _is_hedge(token: Token, softened: bool) -> bool:
    """Whether a token hedges; a draft may say "according to" for "reportedly"."""
    if token.kind in {"name", "mark"}:
        return False
    return token.word in HEDGES or (softened and (token.word in SPEECH or token.word == "according"))


def _reaches(reading: Reading, cue: int, place: int) -> bool:
    """Whether a place stands behind a cue, in its clause, with few words between."""
    between = reading.tokens[cue + 1 : place]
    same_clause = not any(token.kind == "mark" and token.surface not in "\"“”'‘" for token in between)
    return cue < place and same_clause and sum(token.counts for token in between) <= MOST_WORDS
