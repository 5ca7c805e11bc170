"""What an answer cites: the best sentence, others that may be it, and what stands above them."""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from footnote.answer.weights import fitted
from footnote.schema import Candidate, Evidence, Span

_MOST_CITED = 3  # sentences that an answer may rest on, in
_MOST_RANGES = 2  # citations
_SECOND_ROW_AT = 0.35  # share of a second row of one table beside the best


def cited(candidates: Sequence[Candidate], evidence: Sequence[Evidence]) -> tuple[Candidate, ...]:
    """Return what an answer cites, in at most two ranges: the best sentence and others that may be it.

    A second sentence beside the best is quoted with it, as one range, and leaves room for a third. By the
    ranker alone, cross-validated by article, some citation then holds the answer for 0.880 of the questions
    and the first one for 0.808, with 1.51 citations; with two ranges of a sentence each, whatever their
    place, for 0.873 and 0.786, with 1.71. Each is cited with what takes it back or what it is a part of, as
    one range; where the best is taken back, nothing else is cited beside it. What stands above them goes
    behind them (``with_heads``).
    """
    chosen: list[Candidate] = []
    for place, candidate in enumerate(map(_whole, candidates[: 1 if candidates[0].denied else _MOST_CITED])):
        if chosen and candidate.probability < _least(candidate, candidates[0]):
            break
        joined = _joined(chosen[0], candidate, evidence) if len(chosen) == place == 1 else None
        overlapping = [one for one in chosen if _overlap(one, candidate)]
        if overlapping:
            first, *others = overlapping
            united = reduce(_united, (first, candidate, *others))
            chosen = [united if one is first else one for one in chosen if one not in others]
        elif joined is not None:
            chosen[0] = joined
        elif len(chosen) < _MOST_RANGES:
            chosen.append(candidate)
    return with_heads(chosen)


def _whole(one: Candidate) -> Candidate:
    """Return a sentence with what takes it back, or else with what it is a part of."""
    span = one.denied or one.whole
    return replace(one, start=span.start, end=span.end, text=span.text) if span else one


def _overlap(one: Candidate, other: Candidate) -> bool:
    return one.article_id == other.article_id and one.start < other.end and other.start < one.end


def _united(one: Candidate, other: Candidate) -> Candidate:
    """Return two ranges that overlap as one."""
    first, second = sorted((one, other), key=_start)
    text = first.text + second.text[first.end - second.start :]
    share = one.probability + other.probability
    return replace(one, start=first.start, end=first.start + len(text), text=text, probability=share)


def _least(candidate: Candidate, best: Candidate) -> float:
    """Return the probability from which on a sentence is cited beside the best; a table's rows are alike."""
    same_table = candidate.head is not None and candidate.head == best.head
    return (_SECOND_ROW_AT if same_table else fitted().second_at) * (candidate.probability + best.probability)


def with_heads(chosen: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return what is cited, and behind it, once each, what stands above that and is not in it anyway.

    That is what makes a sentence a whole statement, the row that names the cells of others, and what excepts
    from a clause by its number.
    """
    found = list(chosen)
    for one in chosen:
        for above in (one.lead, one.head, one.excepting):
            candidate = above and _as_candidate(one, above)
            if candidate and not any(_overlap(candidate, other) for other in found):
                found.append(candidate)
    return tuple(found)


def _as_candidate(one: Candidate, above: Span) -> Candidate:
    """Return what stands above a sentence, to be cited beside it."""
    return Candidate(above.article_id, one.number, above.start, above.end, above.text, 0.0, one.paragraph)


def _joined(one: Candidate, other: Candidate, evidence: Sequence[Evidence]) -> Candidate | None:
    """Return two neighbours in a paragraph as one range; None where they are not, or stand in no window."""
    if one.article_id != other.article_id or one.paragraph != other.paragraph:
        return None
    if abs(one.number - other.number) != 1:
        return None
    first, start, end = min(one, other, key=_number), min(one.start, other.start), max(one.end, other.end)
    for window in evidence:
        if window.article_id == one.article_id and window.start <= start < end <= window.end:
            text = window.text[start - window.start : end - window.start]
            share = one.probability + other.probability
            return replace(first, start=start, end=end, text=text, probability=share)
    return None


def _number(candidate: Candidate) -> int:
    return candidate.number


def _start(candidate: Candidate) -> int:
    return candidate.start
