"""Does the question turn round what its evidence says? Negations and opposites, by rules."""

import re

from footnote.answer.telling import telling
from footnote.verify import opposed
from footnote.verify.opposites import ANTONYMS

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

# Superlatives; "northwest" is none, nor are "at least", "not least" and "the worst of the frost".
_EXTREME = re.compile(
    r"(?<!at )(?<!not )(?<!say the )\b(?!\w+thwest)"
    r"(?:\w{3,}est|best|worst(?! of\b)|most|least|maximum|minimum)\b",
    re.IGNORECASE,
)
# A verb of what was not done, or only proposed; "never left until" and "never again" tell that it was.
_UNDONE = re.compile(
    r"\b(?:never|(?:fail|refus|declin)(?:s|e|es|ed|ing)? to|unable to|"
    r"(?:recommended|proposed|demanded|suggested) that (?:it|they|he|she))(?: be)?(?: \w+ly)? (?P<verb>\w+)\b"
    r"(?![^,;.]*\b(?:until|only|unless|before|than|again|without)\b)"
)
_CLAUSE_BEGINS = re.compile(r"[;:]|, (?:and|but|while|though|although|whereas) ")
_DOER_ASKED = re.compile(r"\W*(?:who|what|which \w+) (?!(?:do|does|did)\b)", re.IGNORECASE)
_UNDONE_ASKED = re.compile(
    r"\b(?:why|reason|caus\w+|ke(?:ep|pt)|h[eo]ld|ma[dk]e|stop\w*|prevent\w*|declin\w*|reject\w*|propos\w*|"
    r"recommend\w*|suggest\w*|demand\w*|oppos\w*|only|until)\b",
    re.IGNORECASE,
)


def turned_round(question: str, sentence: str, others: str = "") -> bool:
    """Say whether a sentence has the opposite extreme, "lowest" for "highest", or says that it was not done.

    Not so where ``others`` that may answer have what is asked.
    Of 44,500 sentences that answer questions this is said of two, and of at most 188 of 36,600 that are
    likest to questions which have no answer.
    """
    return _is_opposite_extreme(question, sentence, others) or _is_undone(question, sentence, others)


def _is_opposite_extreme(question: str, sentence: str, others: str) -> bool:
    asked, told = _extremes(question) - _extremes(others), _extremes(sentence)
    return bool(told) and any(all(_opposite(one, other) for other in told) for one in asked)


def _extremes(text: str) -> set[str]:
    return {found[0].casefold() for found in _EXTREME.finditer(text)}


def _opposite(one: str, other: str) -> bool:
    groups = ANTONYMS.get(one, frozenset())
    return one != other and not groups.isdisjoint(ANTONYMS.get(other, frozenset()))


def _is_undone(question: str, sentence: str, others: str) -> bool:
    """Say whether a sentence has a verb of the question only as something that was not done.

    Where it is asked who has done it, another may have: "Abey received it, Korsten never received one".
    """
    if any(form.search(question) for form in (_NEGATION, _NEGATIVE, _UNDONE_ASKED)):
        return False
    if _DOER_ASKED.match(question):
        return False
    asked = telling(question)
    for found in _UNDONE.finditer(sentence):
        verb, clause = telling(found["verb"]), _CLAUSE_BEGINS.split(sentence[: found.end()])[-1]
        rest = f"{sentence[: found.start('verb')]} {sentence[found.end('verb') :]} {others}"
        told = asked & telling(rest)
        if verb & asked - told and asked & telling(clause) - verb:
            return True
    return False


def opposition_signals(question: str, sentence: str) -> dict[str, float]:
    """Return what in a question stands against its best sentence, by name; each grows with opposition."""
    asked = _ASIDE.sub("", question)
    negated = bool(_NEGATION.search(asked)) and not _NEGATION.search(sentence)
    return {
        "negation_unmatched": float(negated),
        "question_negative": float(bool(_NEGATIVE.search(question))),
        "opposites": float(opposed(question, sentence)),
    }
