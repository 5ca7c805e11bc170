"""Does the article have the word that a question aims at? "Who is the president …" without a president.

Questions that look answerable copy the article's words, so on the development questions this tells little,
and a fitted weight would be nothing. People do ask so: the weights in answer/weights.json are therefore set,
as large as the cross-validated figures bear (see training/fit_answer.py).
"""

import re
from collections.abc import Sequence

from footnote.retrieve.lexical import FUNCTION_WORDS, SentenceIndex, stems

ABSENT = ("who_absent", "many_absent")

_WHO = re.compile(r"who\b", re.IGNORECASE)
_AMOUNT = re.compile(r"\bhow (?:many|much)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def absent_signals(question: str, indexes: Sequence[SentenceIndex]) -> dict[str, float]:
    """Return whether a "who" or a "how many" question has a word that stands in no article; by name.

    Names do not count: what is asked of a person may be told of "she".
    """
    missing = any(_is_missing(word, indexes) for word in _WORD.findall(question))
    kinds = bool(_WHO.match(question)), bool(_AMOUNT.search(question))
    return {name: float(missing and kind) for name, kind in zip(ABSENT, kinds, strict=True)}


def _is_missing(word: str, indexes: Sequence[SentenceIndex]) -> bool:
    if word.casefold() in FUNCTION_WORDS or not word[0].islower():
        return False
    return not any(set(stems(word, index.language)) & index.vocabulary for index in indexes)
