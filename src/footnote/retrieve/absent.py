"""Does the article have the words that a question aims at? "Who is the president …" without a president.

Questions that look answerable copy the article's words, so on the development questions this tells little,
and a fitted weight would be nothing. People do ask so: the weights in answer/weights.json are therefore set,
as large as the cross-validated figures bear (see training/calibration.py).
"""

import re
from collections.abc import Sequence, Set

from footnote.numerals import NUMBER_WORDS
from footnote.retrieve.lexical import SentenceIndex, carries_content, stems
from footnote.retrieve.offices import is_held_by_none

ABSENT = ("who_absent", "many_absent", "matter_absent", "office_absent")

_WHO = re.compile(r"who\b", re.IGNORECASE)
_AMOUNT = re.compile(r"\bhow (?:many|much)\b", re.IGNORECASE)
_IS = re.compile(
    r"(?:who|what)(?:['’]s| is| was| are| were) (?:the |a |an |[^\W\d_]\w*['’]s? )", re.IGNORECASE
)
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(NUMBER_WORDS)


def absent_signals(
    question: str, indexes: Sequence[SentenceIndex], matched: Set[str] = frozenset()
) -> dict[str, float]:
    """Return what of a question stands in no article, 0 or 1 by name.

    That is one word of a "who" or a "how many" question that is not ``matched`` by another of its meaning
    either, or all of what "who is the …" or "what is the …" asks for, or an office of which the article only
    has another kind. Names do not count: what is asked of a person may be told of "she"; nor do numbers.

    On the development questions ``matched`` ("fought" for "fight") freed 0.0014 of the answerable ones from
    refusal, 0.0036 of the adversarial ones and 0.0002 of those about another article.
    """
    carrying = [word for word in _WORD.findall(question) if _carries(word)]
    missing = [word for word in carrying if _is_missing(word, indexes)]
    some, every = bool(set(missing) - matched), bool(missing) and missing == carrying
    kinds = (
        some and bool(_WHO.match(question)),
        some and bool(_AMOUNT.search(question)),
        every and bool(_IS.match(question)),
        is_held_by_none(question, indexes),
    )
    return {name: float(kind) for name, kind in zip(ABSENT, kinds, strict=True)}


def _carries(word: str) -> bool:
    """Say whether a word is more than grammar, no name and no number: "for two" may be told by "each"."""
    return carries_content(word) and word[0].islower() and not _NUMBER.fullmatch(word)


def _is_missing(word: str, indexes: Sequence[SentenceIndex]) -> bool:
    return not any(set(stems(word, index.language)) & index.vocabulary for index in indexes)
