"""Whether somebody denied, admitted or confirmed something: who says that he did answers it.

The sentence that only tells again what is claimed shares more words with such a question.
"""

import re
from dataclasses import replace

from footnote.retrieve.lexical import telling_stems
from footnote.schema import Candidate, Retrieval

_SOMETHING = r"(?= (?:that|the|an?|any|his|her|its|their|this|these|those)\b)"  # a dispute is a thing, too
_VERBS = rf"deny|admit|confirm|reject|dispute{_SOMETHING}"
_DONE = rf"denied|admitted|confirmed|rejected|disputed{_SOMETHING}"
_ASKS = tuple(
    re.compile(rf"\W*(?:{asks})(?:n[’']t)? .+? (?<!\bthe )(?P<verb>{verbs})\b(?P<what>.+)", re.IGNORECASE)
    for asks, verbs in (("did|does|do", _VERBS), ("has|have|had", _DONE))
)


def with_denials(found: Retrieval) -> Retrieval:
    """Return what was found with the best sentence that denies what is asked about, as likely as the best.

    So the reader has it before it, and decides.
    """
    asked = next(filter(None, (asks.match(found.question) for asks in _ASKS)), None)
    if asked is None or not found.candidates:
        return found
    verb, what = telling_stems(asked["verb"]), telling_stems(asked["what"])
    first = next((one for one in found.candidates if _tells(one, verb, what)), None)
    if first is None:
        return found
    rest = tuple(one for one in found.candidates if one is not first)
    return replace(found, candidates=(replace(first, probability=found.candidates[0].probability), *rest))


def _tells(one: Candidate, verb: set[str], what: set[str]) -> bool:
    stems = telling_stems(one.text)
    return verb <= stems and bool(stems & what)
