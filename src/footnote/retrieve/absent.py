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
_COUNTED = re.compile(r"\bhow (?:many|much)((?:\s+[\w-]+){1,3})", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def absent_signals(question: str, indexes: Sequence[SentenceIndex]) -> dict[str, float]:
    """Return whether a word of a "who" question, or of what is counted, stands in no article; by name.

    Names do not count: what is asked of a person may be told of "she".
    """
    missing = {word for word in _WORD.findall(question) if _is_missing(word, indexes)}
    counted = _COUNTED.search(question)
    aimed = set(_WORD.findall(counted[1])) if counted else set()
    who = bool(_WHO.match(question)) and bool(missing)
    return dict(zip(ABSENT, (float(who), float(bool(missing & aimed))), strict=True))


def _is_missing(word: str, indexes: Sequence[SentenceIndex]) -> bool:
    if word.casefold() in FUNCTION_WORDS or not word[0].islower():
        return False
    return not any(set(stems(word, index.language)) & index.vocabulary for index in indexes)
