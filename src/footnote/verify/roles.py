"""Who did what to whom: words of the evidence may be moved only in ways that keep roles.

A draft is compared as runs of neighbouring words (see ``alignment``). A run that is out of the
evidence's order needs a licence: it is a phrase that took its preposition along, an item of a list,
an apposition, the agent of a passive, a possessor, or the speaker of what is said. No parser is
used; verbs are known by form and by a list.
"""

from collections.abc import Iterator
from itertools import pairwise

from footnote.verify.alignment import Alignment
from footnote.verify.licences import LICENCES
from footnote.verify.reading.tokens import Reading
from footnote.verify.tables.grammar import REFERRING
from footnote.verify.voices import agent_of, is_passive, object_of, shared_verbs, word_before


def order(found: Alignment, question: str) -> Iterator[str]:
    """Words that changed places did so in a way that keeps who did what."""
    if _voice_flipped(found):
        return
    for run in found.moved:
        if not any(licence(found, run) for licence in LICENCES):
            yield f"“{_surface(found.draft, run.first, run.last)}” has another place in the evidence"


def voice(found: Alignment, question: str) -> Iterator[str]:
    """A passive of the evidence that is active in the draft has its agent before the verb, and so back."""
    for ours, theirs in shared_verbs(found):
        by_ours, by_theirs = agent_of(found.draft, ours), agent_of(found.evidence, theirs)
        if (by_ours is None) == (by_theirs is None):
            continue
        if by_theirs is not None:
            agent = found.to_draft.get(by_theirs)
            wrong = agent is not None and agent > ours and object_of(found.draft, ours) is not None
            subject = word_before(found.draft, ours)
            patient = subject is not None and found.to_evidence.get(subject, by_theirs) < theirs
            if wrong or (patient and not is_passive(found.draft, ours)):
                yield f"roles around “{found.draft.tokens[ours].surface}” are swapped"
        elif by_ours is not None and found.to_evidence.get(by_ours, -1) > theirs:
            yield f"roles around “{found.draft.tokens[ours].surface}” are swapped"


def one_sentence(found: Alignment, question: str) -> Iterator[str]:
    """A clause of the draft rests on one sentence; another may only say whom a pronoun means."""
    tokens = found.evidence.tokens
    for (ours, theirs), (next_ours, next_theirs) in pairwise(found.pairs):
        before, after = tokens[theirs].sentence, tokens[next_theirs].sentence
        if before == after or _clause_between(found.draft, ours, next_ours):
            continue
        later = theirs if before > after else next_theirs
        if not _refers(found.evidence, max(before, after), later):
            first, second = found.draft.tokens[ours].surface, found.draft.tokens[next_ours].surface
            yield f"“{first}” and “{second}” stand in different sentences"


def _surface(reading: Reading, first: int, last: int) -> str:
    return " ".join(token.surface for token in reading.tokens[first : last + 1])


def _voice_flipped(found: Alignment) -> bool:
    """Whether a shared verb has changed its voice and its agent and patient their sides."""
    for ours, theirs in shared_verbs(found):
        mine, yours = agent_of(found.draft, ours), agent_of(found.evidence, theirs)
        if mine is not None and yours is None and found.to_evidence.get(mine, theirs) < theirs:
            return True
        if yours is not None and mine is None and found.to_draft.get(yours, ours) < ours:
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
