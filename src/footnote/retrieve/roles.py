"""Who is asked for by a role? "Who is Kazakhstan's defence minister?" wants a sentence with one.

On the development questions, which name few people by their role alone, this changes next to nothing (the
first sentence holds the answer for 35 of 45 such instead of 34); people ask so of news.
"""

import re
from collections.abc import Sequence

from footnote.retrieve.lexical import stand_in, stems

ROLE = 1.0  # what it adds to a sentence's score to hold the role that is asked for

_IS = r"who(?:['’]s| is| was| are| were)"
_ROLE = r"(?P<role>[a-z][\w -]*?)"
_REST = r"(?: (?:of|in|for|at|during|from|that|who|when|to|on|by|with)\b.*)?\W*"
_WHO_IS = (
    re.compile(rf"{_IS} .*?\w['’]s? {_ROLE}{_REST}", re.IGNORECASE),
    re.compile(rf"{_IS} (?:the |a |an |his |her |its |their )?{_ROLE}{_REST}", re.IGNORECASE),
)
_LONGEST = 4  # words of a role


def role(question: str, language: str) -> tuple[str, ...]:
    """Return the stems of the role that a question asks for, none where it asks for nobody by a role."""
    for form in _WHO_IS:
        if found := form.fullmatch(question.strip()):
            named = tuple(stems(found["role"], language))
            return named if len(named) <= _LONGEST else ()
    return ()


def has_role(wanted: Sequence[str], sentence: Sequence[str]) -> bool:
    """Say whether a role stands in a sentence, word beside word; both as stems."""
    return stand_in(sentence, wanted)
