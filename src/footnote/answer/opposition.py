"""Does the question turn round what its evidence says? Negations and opposites, by rules."""

import re

from footnote.verify import opposed

_NEGATION = re.compile(r"\b(?:not|never|no|nor|neither|none|without|cannot|nobody|nothing)\b|n['’]t\b", re.I)
# "… the ships that are not built at home": what is said beside the question does not turn it round.
_ASIDE = re.compile(
    r"(?<=\w )(?:that|which|who|whom)\s(?:is|are|was|were|do|does|did|has|have|had)\s(?:not|never)\b"
)
_NEGATIVE = re.compile(
    r"\b(?:un\w{4,}|non\w*|least|fail\w*|lack\w*|refus\w*|den(?:y|ied|ies)|exclud\w*|avoid\w*|except|besides|"
    r"other than|less|fewer|few|rarely|seldom|hardly|opposite|worst|lowest|smallest)\b",
    re.IGNORECASE,
)


def opposition_signals(question: str, sentence: str) -> dict[str, float]:
    """Return what in a question stands against its best sentence, by name; each grows with opposition."""
    asked = _ASIDE.sub("", question)
    negated = bool(_NEGATION.search(asked)) and not _NEGATION.search(sentence)
    return {
        "negation_unmatched": float(negated),
        "question_negative": float(bool(_NEGATIVE.search(question))),
        "opposites": float(opposed(question, sentence)),
    }
