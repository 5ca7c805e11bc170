"""Who did it: what was left out between two words was not the subject or the verb that ruled the second."""

from collections.abc import Iterator
from itertools import pairwise

from footnote.verify.alignment import Alignment, Run
from footnote.verify.reading.tokens import Reading, Token
from footnote.verify.tables.grammar import AUXILIARIES, DETERMINERS, SUBJECT_PRONOUNS

_BREAKS = frozenset(",;:.!?()—–")
_CLAUSE_OPENERS = frozenset(
    """
    and but so while when where because as before after until since although though whereas , ; : — –
    """.split()
)


def subjects(found: Alignment, question: str) -> Iterator[str]:
    """What was left out between two words was not the subject or verb that ruled the second."""
    kept = [run for run in found.runs if run in found.in_sequence]
    for before, after in pairwise(kept):
        if found.evidence.tokens[before.high].sentence != found.evidence.tokens[after.low].sentence:
            continue
        if _boundary_before(found.draft, after.first) or after.first <= before.last:
            continue
        first, second = found.draft.tokens[before.last], found.draft.tokens[after.first]
        if any(parts(found, before, after) for parts in (_new_subject, _new_clause, _detached)):
            yield f"“{first.surface} … {second.surface}” do not belong together in the evidence"


def _new_subject(found: Alignment, before: Run, after: Run) -> bool:
    """Whether the words left out end in another subject: "…, and Hallett" before "disagrees"."""
    gap = found.evidence.tokens[before.high + 1 : after.low]
    subject = len(gap)
    while subject > 0 and (gap[subject - 1].kind == "name" or gap[subject - 1].word in SUBJECT_PRONOUNS):
        subject -= 1
    if subject == len(gap) or subject == 0:
        return False
    opened = gap[subject - 1]
    clause = opened.word in {"and", "but", "while", "that", "when", ",", ";", ":", "—", "–"}
    return clause and any(token.counts for token in gap[:subject])


def _new_clause(found: Alignment, before: Run, after: Run) -> bool:
    """Whether a verb was left without its noun and got another's: "The mill burned and the forge closed"."""
    tokens, verb = found.evidence.tokens, after.low
    while verb > before.high + 1 and _precedes_verb(found.evidence, verb - 1):
        verb -= 1
    noun = verb
    while noun > before.high + 1 and _is_nominal(tokens[noun - 1]):
        noun -= 1
    ruled = verb < after.low or tokens[after.low].is_verb
    named = any(token.counts for token in tokens[noun:verb])
    opened = tokens[noun - 1].word in _CLAUSE_OPENERS
    return ruled and named and opened and any(token.is_verb for token in tokens[before.high : noun - 1])


def _precedes_verb(reading: Reading, place: int) -> bool:
    """Whether a word is an auxiliary or an adverb: "was later", "had not"."""
    word = reading.tokens[place].word
    return (
        word in AUXILIARIES
        or word == "not"
        or word.endswith("ly")
        or reading.beside(place, -1) in AUXILIARIES
    )


def _is_nominal(token: Token) -> bool:
    return token.word in DETERMINERS or (token.counts and not token.is_verb)


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
