"""Who holds an office? A "prime minister" is no "foreign minister", however alike the words and vectors are.

The development questions have one such question, so this is set by rule: people ask so of news.
"""

import re
from collections.abc import Sequence

from footnote.retrieve.lexical import SentenceIndex, stems

_KIND = (
    r"prime|deputy|vice|foreign|defen[cs]e|finance|interior|home|health|education|justice|trade|labou?r|"
    r"agriculture|transport|energy|environment|culture|economy|economics|science|press|general"
)
_OFFICE = (
    r"minister|secretary|president|chancellor|chair(?:man|woman)?|director|governor|commissioner|commander"
)
_ASKED = re.compile(
    rf"\bwho\b.*?\b(?:(?P<kind>{_KIND}) (?P<office>{_OFFICE})|"
    rf"(?P<headed>{_OFFICE}) (?:of|for) (?:the )?(?P<of>{_KIND}))\b",
    re.IGNORECASE,
)
_BODY = {"minister": "ministry"}  # who heads the finance ministry is its minister


def is_held_by_none(question: str, indexes: Sequence[SentenceIndex]) -> bool:
    """Say whether "who" is asked for by an office whose kind no sentence of the articles has beside it."""
    asked = _ASKED.search(question)
    if not asked:
        return False
    kind, office = ((asked[a] or asked[b]).casefold() for a, b in (("kind", "of"), ("office", "headed")))
    return not any(_has_both(kind, f"{office} {_BODY.get(office, '')}", index) for index in indexes)


def _has_both(one: str, other: str, index: SentenceIndex) -> bool:
    """Say whether a sentence has a word of one text and a word of the other."""
    ones, others = set(stems(one, index.language)), set(stems(other, index.language))
    return any(not ones.isdisjoint(said) and not others.isdisjoint(said) for said in index.stems)
