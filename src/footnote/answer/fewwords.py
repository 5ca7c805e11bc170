"""Whether a question is answered by a few words, or by a clause, a yes or no, or more than one thing."""

import re

# "Why" and "how" are answered by a clause; the few words that a reader finds for them are a fragment.
_CLAUSE = re.compile(
    r"\bwhy\b|\bhow\s+(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would)\b", re.IGNORECASE
)
_ASKING = r"(?:who|whom|whose|what|which|when|where|why|how)\b"
_YES_OR_NO = re.compile(
    r"\W*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)\b"
    rf"(?!.*\b{_ASKING})",
    re.IGNORECASE,
)
_TWO = re.compile(rf"\b{_ASKING}.*\band\s+(?:\w+\s+)?{_ASKING}", re.IGNORECASE)
_WORDS_OF_A_SEARCH = 2


def answered_by_a_clause(question: str) -> bool:
    """Say whether a question asks why or in which manner."""
    return bool(_CLAUSE.search(question))


def answered_in_few_words(question: str) -> bool:
    """Say whether the few words that a reader points at may stand as the answer.

    They are half of it where two things are asked, and nothing where words are only looked for.
    """
    if answered_by_a_clause(question) or _TWO.search(question) or _YES_OR_NO.match(question):
        return False
    return len(question.split()) > _WORDS_OF_A_SEARCH or bool(re.search(_ASKING, question, re.IGNORECASE))
