"""What one party may do is no answer about another: "The Tenant may end it" does not tell of the Landlord.

Parties are those of whom a text says again and again what they may and must do, as a contract does.
"""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from footnote.schema import Sentence

_MODAL = r"(?:may|shall|must|cannot|can)"
# Whoever "is paid" or "gets" something is told of by what the other does.
_ASKED = re.compile(
    rf"\W*(?:(?:when|how|why|where|what|which) (?:\w+ ){{0,4}}?)?(?:{_MODAL}|should|does) the (?P<who>\w+) "
    r"(?!be\b|get\b|have\b|receive\b|expect\b)\w",
    re.IGNORECASE,
)
_TOLD = re.compile(rf"(?:\(?\w{{1,4}}[.)] |\d[\d.]* )?The (?P<who>\w+) {_MODAL}\b")
_FEWEST = 3  # sentences of what a party may or must do


def of_other_parties(question: str, text: str, sentences: Sequence[Sentence]) -> NDArray[np.bool_]:
    """Return which sentences tell what another party may or must do than the one that is asked of: (n,)."""
    found = np.zeros(len(sentences), dtype=bool)
    asked = _ASKED.match(question)
    if asked is None:
        return found
    texts = [" ".join(text[one.start : one.end].split()) for one in sentences]
    subjects = [match["who"].casefold() if (match := _TOLD.match(said)) else "" for said in texts]
    times, who = Counter(subjects), asked["who"].casefold()
    named = re.compile(rf"\b{who}\b", re.IGNORECASE)
    if times[who] < _FEWEST:
        return found
    for number, (subject, said) in enumerate(zip(subjects, texts, strict=True)):
        other = subject not in ("", who) and times[subject] >= _FEWEST
        found[number] = other and not named.search(said)
    return found
