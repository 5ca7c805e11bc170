"""Who did what to whom: words of the evidence may be left out or moved only in ways that keep roles.

A draft is compared as runs of neighbouring words (see ``alignment``). A run that is out of the
evidence's order needs a licence: it is a phrase that took its preposition along, an item of a list,
an apposition, the agent of a passive, a possessor, or the speaker of what is said. Between runs that
are in order, what was left out must not have been the subject, the verb or the clause that ruled
what follows. No parser is used; verbs are known by form and by a list.
"""

from collections.abc import Iterator
from itertools import pairwise

from footnote.verify.alignment import Alignment, Run
from footnote.verify.licences import LICENCES
from footnote.verify.reading.tokens import Reading, Token
from footnote.verify.tables.grammar import AUXILIARIES, DETERMINERS, REFERRING, SUBJECT_PRONOUNS
from footnote.verify.voices import agent_of, is_passive, object_of, shared_verbs, word_before

_BREAKS = frozenset(",;:.!?()—–")


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


def subjects(found: Alignment, question: str) -> Iterator[str]:
    """What was left out between two words was not the subject or verb that ruled the second."""
    kept = [run for run in found.runs if run in found.in_sequence]
    for before, after in pairwise(kept):
        if found.evidence.tokens[before.high].sentence != found.evidence.tokens[after.low].sentence:
            continue
        if _boundary_before(found.draft, after.first) or after.first <= before.last:
            continue
        first, second = found.draft.tokens[before.last], found.draft.tokens[after.first]
        gap = found.evidence.tokens[before.high + 1 : after.low]
        if _new_subject(gap) or _detached(found, before, after):
            yield f"“{first.surface} … {second.surface}” do not belong together in the evidence"


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


def _new_subject(gap: tuple[Token, ...]) -> bool:
    """Whether the words left out end in another subject: "…, and Hallett" before "disagrees"."""
    subject = len(gap)
    while subject > 0 and (gap[subject - 1].kind == "name" or gap[subject - 1].word in SUBJECT_PRONOUNS):
        subject -= 1
    if subject == len(gap) or subject == 0:
        return False
    opened = gap[subject - 1]
    clause = opened.surface in {",", ";", ":", "—", "–"} or opened.word in {
        "and",
        "but",
        "while",
        "that",
        "when",
    }
    return clause and any(token.counts for token in gap[:subject])


def _detached(found: Alignment, before: Run, after: Run) -> bool:
    """Whether the words left out held the verb, or the start of the clause, of what follows."""
    gap, second = found.evidence.tokens[before.high + 1 : after.low], found.evidence.tokens[after.low]
    if second.is_verb or second.word in AUXILIARIES or _opens(gap):
        return False
    if any(token.word in AUXILIARIES for token in found.draft.tokens[before.last + 1 : after.first]):
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
    return any(token.surface in {";", ":", ".", "—"} for token in draft.tokens[max(0, place - 3) : place])


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
