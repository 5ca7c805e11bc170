"""Does the question turn round what its evidence says? Negations and opposites, by rules."""

import re

from footnote.verify import opposed

_NEGATION = re.compile(r"\b(?:not|never|no|nor|neither|none|without|cannot|nobody|nothing)\b|n['’]t\b", re.I)
_NEGATIVE = re.compile(
    r"\b(?:un\w{4,}|non\w*|least|fail\w*|lack\w*|refus\w*|den(?:y|ied|ies)|exclud\w*|avoid\w*|except|besides|"
    r"other than|less|fewer|few|rarely|seldom|hardly|opposite|worst|lowest|smallest)\b",
    re.IGNORECASE,
)


def opposition_signals(question: str, sentence: str) -> dict[str, float]:
    """Return what in a question stands against its best sentence, by name; each grows with opposition."""
    negated = bool(_NEGATION.search(question)) and not _NEGATION.search(sentence)
    return {
        "negation_unmatched": float(negated),
        "question_negative": float(bool(_NEGATIVE.search(question))),
        "opposites": float(opposed(question, sentence)),
    }
