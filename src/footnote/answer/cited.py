"""What an answer cites: the best sentence, others that may be it, and the head of a table's rows."""

from collections.abc import Sequence
from dataclasses import replace

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
    place, for 0.873 and 0.786, with 1.71. Behind rows of a table goes the one that names their cells.
    What takes the best sentence back is cited with it, as one range, and nothing else beside them.
    """
    if candidates[0].denied is not None:
        return with_heads([_with_denial(candidates[0], candidates[0].denied)])
    chosen: list[Candidate] = []
    for candidate in candidates[:_MOST_CITED]:
        if chosen and candidate.probability < _least(candidate, candidates[0]):
            break
        joined = _joined(chosen[0], candidate, evidence) if len(chosen) == 1 else None
        if joined is not None and candidate is candidates[1]:
            chosen[0] = joined
        elif len(chosen) < _MOST_RANGES:
            chosen.append(candidate)
    return with_heads(chosen)


def _with_denial(one: Candidate, whole: Span) -> Candidate:
    return replace(one, end=whole.end, text=whole.text)


def _least(candidate: Candidate, best: Candidate) -> float:
    """Return the probability from which on a sentence is cited beside the best; a table's rows are alike."""
    same_table = candidate.head is not None and candidate.head == best.head
    return (_SECOND_ROW_AT if same_table else fitted().second_at) * (candidate.probability + best.probability)


def with_heads(chosen: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return what is cited, and behind rows of a table, once, the one that names their cells."""
    heads = {one.head: _as_candidate(one, one.head) for one in chosen if one.head is not None}
    return (*chosen, *(heads[head] for head in heads if all(one.start != head.start for one in chosen)))


def _as_candidate(row: Candidate, head: Span) -> Candidate:
    """Return the row that names the cells of another, to be cited after it."""
    return Candidate(head.article_id, row.number, head.start, head.end, head.text, 0.0, row.paragraph)


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
