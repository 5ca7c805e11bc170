"""Windows of evidence: each of the best sentences with its neighbours, none shown twice."""

from collections.abc import Mapping, Sequence

from footnote.retrieve.features import SentenceSignals
from footnote.schema import Candidate, Evidence

_WINDOWS = 5
_WORDS = 110  # as many as a passage


def windows(candidates: Sequence[Candidate], found: Mapping[str, SentenceSignals]) -> tuple[Evidence, ...]:
    """Return up to five windows, that of the best sentence first.

    A window grows on both sides of its sentence, up to 110 words, under the same heading and not
    into another window; a sentence that already stands in one is not given another. A window's
    score is the summed probability of the sentences in it.
    """
    shares = {(c.article_id, c.number): c.probability for c in candidates}
    taken: set[tuple[str, int]] = set()
    chosen: list[Evidence] = []
    for candidate in candidates:
        if (candidate.article_id, candidate.number) in taken:
            continue
        one = found[candidate.article_id]
        first, last = _grow(candidate, one, taken)
        members = {(candidate.article_id, number) for number in range(first, last + 1)}
        taken |= members
        start, end = one.sentences[first].start, one.sentences[last].end
        score = min(1.0, sum(shares.get(member, 0.0) for member in members))
        chosen.append(Evidence(candidate.article_id, start, end, one.article.text[start:end], score))
        if len(chosen) == _WINDOWS:
            break
    return tuple(chosen)


def _grow(candidate: Candidate, one: SentenceSignals, taken: set[tuple[str, int]]) -> tuple[int, int]:
    """Return the first and last sentence of a candidate's window, grown by turns after and before it."""
    first = last = candidate.number
    room = _WORDS - len(candidate.text.split())
    while True:
        grown = False
        for number in (last + 1, first - 1):
            if not 0 <= number < len(one.sentences) or (candidate.article_id, number) in taken:
                continue
            sentence = one.sentences[number]
            length = len(one.article.text[sentence.start : sentence.end].split())
            if length <= room and sentence.heading == candidate.heading:
                first, last, room, grown = min(first, number), max(last, number), room - length, True
        if not grown:
            return first, last
