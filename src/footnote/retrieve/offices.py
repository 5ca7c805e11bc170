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
    return not any(
        _stems(kind, index) & sentence and _stems(f"{office} {_BODY.get(office, office)}", index) & sentence
        for index in indexes
        for sentence in map(set, index.stems)
    )


def _stems(text: str, index: SentenceIndex) -> set[str]:
    return set(stems(text, index.language))
