"""A question that names what it does not ask for: "Besides its coast guard, who makes up the navy?"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from footnote.schema import Candidate

_BESIDES = r"(?:besides|apart from|aside from|other than|in addition to|along with|except(?: for)?)"
_ASKS = r"(?:who|whom|whose|what|which|where|when|why|how|in wh|on wh|at wh|for wh|to wh|from wh)"
_VERB = (
    r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must|\w{3,}ed)"
)
_NAMED = r"\w[^?;:]{2,80}?"
# At the beginning up to a comma or the question's word, behind that word up to the verb, or at the end.
_EXCLUDED = (
    re.compile(rf"^\W*{_BESIDES}\s+{_NAMED}(?:,\s*|\s+)(?={_ASKS})", re.IGNORECASE),
    re.compile(rf"(?<=\w)(?: else)?,?\s+{_BESIDES}\s+{_NAMED},?(?=\s+{_VERB}\b)", re.IGNORECASE),
    re.compile(rf"(?<=\w),?\s+{_BESIDES}\s+{_NAMED}(?=\s*\?*\s*$)", re.IGNORECASE),
)


def without_excluded(question: str) -> str | None:
    """Return an English question without what it leaves aside; None where it leaves nothing aside.

    The sentence that tells of the one thing need not be the one that tells of the others.
    """
    for pattern in _EXCLUDED:
        rest, found = pattern.subn("", question, count=1)
        if found and re.match(rf"\W*{_ASKS}", rest, re.IGNORECASE):
            return rest
    return None


def mixed(one: Sequence[Candidate], other: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates of two findings, each as probable as it is in both on average, the best first."""
    share = {(c.article_id, c.start): c.probability for c in other}
    first = {(c.article_id, c.start): c for c in one}
    both = first | {place: c for c in other if (place := (c.article_id, c.start)) not in first}
    probable = {p: (first[p].probability if p in first else 0.0) / 2 + share.get(p, 0.0) / 2 for p in both}
    found = [replace(c, probability=probable[place]) for place, c in both.items()]
    return tuple(sorted(found, key=lambda c: -c.probability))
