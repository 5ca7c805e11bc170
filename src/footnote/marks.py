"""Our marks ``[1]``, kept apart from what an article's own words may look like.

Articles have footnotes of their own ("…in 1987.[3]"). Where their words stand in an answer, in a summary
or in a title, such a sign would pass for a citation of ours, so it is written with a word joiner, which
has no width, behind the bracket. A citation's own text stays as the article has it.
"""

import re

_JOINER = "\u2060"
_SIGN = re.compile(r"\[(?=\d+\])")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # what turns the direction of all that follows


def quoted(text: str) -> str:
    """Return an article's or a model's words as they may stand beside marks of ours."""
    return _SIGN.sub("[" + _JOINER, _TURNS.sub("", text))
