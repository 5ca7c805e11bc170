"""Who said it is kept: what stands under "said", "denied", "according to" or in quotation marks."""

from collections.abc import Iterator

from footnote.verify.alignment import Alignment
from footnote.verify.attribution.claims import attributed
from footnote.verify.attribution.cues import cues_in
from footnote.verify.reading.tokens import Reading
from footnote.verify.tables.speech import SPEECH


def attribution(found: Alignment, question: str) -> Iterator[str]:
    """A claim that the evidence gives to somebody is given to somebody in the draft."""
    if _is_fragment(found):
        return
    mine = _depths(found.draft)
    for claim in attributed(found.evidence):
        places = [found.to_draft[p] for p in range(claim.start, claim.end) if p in found.to_draft]
        wanted = {
            found.to_draft[p]: depth for p, depth in _depths(found.evidence).items() if p in found.to_draft
        }
        kept = [mine.get(p, 0) >= min(wanted.get(p, 1), 1 if claim.quoted else 9) for p in places]
        if kept and 2 * sum(kept) < len(kept):
            yield f"“{found.evidence.tokens[claim.cue].surface}” of the evidence is dropped"
    cues = list(cues_in(found.draft))
    if cues and not any(True for _ in attributed(found.evidence)):
        yield f"“{found.draft.tokens[cues[0]].surface}” is nobody's word in the evidence"


def _depths(reading: Reading) -> dict[int, int]:
    """Return, for each place that somebody claims, how many claim it; quotation marks count where alone."""
    depths: dict[int, int] = {}
    for claim in attributed(reading):
        for place in range(claim.start, claim.end):
            depths[place] = max(depths.get(place, 0), 1) if claim.quoted else depths.get(place, 0) + 1
    return depths


def _is_fragment(found: Alignment) -> bool:
    """Whether a draft is a few words without a verb, which state nothing by themselves."""
    tokens = found.draft.tokens
    few = sum(token.counts for token in tokens) <= 4
    return few and not any(token.is_verb or token.word in SPEECH for token in tokens)
