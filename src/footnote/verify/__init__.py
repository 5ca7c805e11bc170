"""Is a drafted sentence supported by its evidence? By rules, without a model, in English.

The rules know forms, not meanings: a draft may shorten and reorder its evidence but hardly add to
it. Where they cannot tell, they reject; the caller then quotes. In other languages only a sentence
that is repeated as it stands is supported.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from footnote.verify import presence, roles
from footnote.verify.alignment import Alignment, align
from footnote.verify.attribution import attribution
from footnote.verify.attribution.narrator import narrator
from footnote.verify.belonging import belonging
from footnote.verify.counted import counted
from footnote.verify.joint import joint
from footnote.verify.reading import read
from footnote.verify.relatives import relatives
from footnote.verify.scope.conditions import conditions
from footnote.verify.scope.hedges import hedges
from footnote.verify.scope.negations import negation
from footnote.verify.scope.quantifiers import quantifiers
from footnote.verify.scope.rates import rates
from footnote.verify.scope.restrictions import restrictions
from footnote.verify.subjects import subjects

__all__ = ["Verdict", "foreign", "opposed", "verify"]

LEAST_SIMILARITY = 0.35  # cosine of draft and evidence
LEAST_LIKELIHOOD = -6.0  # mean log probability of a token of the draft, given the evidence, in nats

_ANSWER_WORD = re.compile(r"\s*(?:yes|no)\b\s*(?:[,.!:;—–-]|$)", re.IGNORECASE)

Check = Callable[[Alignment, str], Iterator[str]]

CHECKS: tuple[Check, ...] = (
    presence.numbers,
    presence.names,
    presence.words,
    counted,
    presence.prepositions,
    presence.pronouns,
    negation,
    hedges,
    quantifiers,
    conditions,
    restrictions,
    belonging,
    joint,
    rates,
    attribution,
    narrator,
    roles.one_sentence,
    roles.voice,
    roles.order,
    subjects,
    relatives,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a draft is supported and, where it is not, why: plain words that a reader may see."""

    supported: bool
    reasons: tuple[str, ...]


def verify(
    draft: str,
    evidence: Sequence[str],
    *,
    question: str = "",
    similarity: float | None = None,
    likelihood: float | None = None,
    language: str = "en",
) -> Verdict:
    """Check a drafted sentence against the sentences that it is to rest on.

    Args:
        draft: one sentence, without citation marks.
        evidence: sentences of the article, in its order.
        question: what was asked. It lends words for kinds ("city", "year"), never names or numbers.
        similarity: cosine of draft and evidence, where it is known.
        likelihood: mean log probability of a token of the draft given the evidence, where it is known.
        language: ISO 639-1; the rules are for English, elsewhere only a repeated sentence passes.
    """
    if language != "en":
        return _verdict(_repeated(draft, evidence))
    reasons = [*_floors(similarity, likelihood), *_unfit(draft)]
    if not reasons:
        found = align(read([draft]), read(evidence))
        reasons = [reason for check in CHECKS for reason in check(found, question)]
        if not found.pairs:
            reasons.append("nothing of it is in the evidence")
    return _verdict(reasons)


def _verdict(reasons: Iterable[str]) -> Verdict:
    found = tuple(dict.fromkeys(reasons))
    return Verdict(not found, found)


def _floors(similarity: float | None, likelihood: float | None) -> Iterator[str]:
    if similarity is not None and similarity < LEAST_SIMILARITY:
        yield f"similarity {similarity:.2f} to the evidence is below {LEAST_SIMILARITY}"
    if likelihood is not None and likelihood < LEAST_LIKELIHOOD:
        yield f"likelihood {likelihood:.1f} is below {LEAST_LIKELIHOOD}"


def _unfit(draft: str) -> Iterator[str]:
    """Name what is no statement, or one that no evidence can be compared with."""
    if not re.search(r"\w", draft):
        yield "it has no words"
    elif draft.rstrip(" \"'”’)").endswith("?"):
        yield "it is a question"
    elif _ANSWER_WORD.match(draft):
        yield "yes and no cannot be compared with the evidence"


def _repeated(draft: str, evidence: Sequence[str]) -> Iterator[str]:
    plain = [" ".join(re.findall(r"\w+", text.casefold())) for text in evidence]
    wanted = " ".join(re.findall(r"\w+", draft.casefold()))
    if not wanted or wanted not in plain:
        yield "it does not repeat a sentence of the evidence, and only English can be reworded"


def foreign(draft: str, evidence: Sequence[str], *, question: str = "") -> tuple[str, ...]:
    """Return what a draft says in numbers, names and words that its evidence does not have.

    For a draft that is still being written: what it returns can only grow, so the draft is lost.
    """
    if not draft.strip():
        return ()
    found = align(read([draft]), read(evidence))
    checks = (presence.numbers, presence.names, presence.words)
    return tuple(reason for check in checks for reason in check(found, question))


def opposed(text: str, evidence: str) -> int:
    """Return how many words of a text are not in the evidence and have their opposite there."""
    theirs = read([evidence])
    held = {token.key for token in theirs.tokens}
    ours = (token for token in read([text]).tokens if token.kind == "word" and token.key not in held)
    return sum(bool(presence.opposite(token, theirs)) for token in ours)
