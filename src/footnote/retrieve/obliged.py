"""Whose duties are asked for: "What must the tenant do?" wants what stands below "The Tenant shall:".

And who may or shall do what an item there says.
"""

import re

from footnote.layout import without_marker
from footnote.retrieve.lexical import stems, telling_stems

_WHO = r"(?:the |an? )?(?P<{}>\w[\w ]{{0,40}}?)"
_ASKED = re.compile(
    rf"\W*what (?:(?:must|shall|should) {_WHO.format('one')} do|"
    rf"(?:does|do) {_WHO.format('bound')} (?:have|need) to do|"
    rf"(?:is|are) {_WHO.format('other')}['’]s? (?:duty|duties|obligations?|responsibilit(?:y|ies)))\W*",
    re.IGNORECASE,
)
_OBLIGED = re.compile(
    rf"(?:\(?\w{{1,4}}[.)] |\d[\d.]* )?{_WHO.format('who')} "
    r"(?:shall|must|ha(?:s|ve) to|agrees? to|undertakes? to|(?:is|are) (?:required|obliged) to)[:：]",
    re.IGNORECASE,
)
_ASKS_WHO = re.compile(
    r"\W*who (?!(?:is|are|was|were) (?!allowed|entitled|permitted|required|obliged))"
    r"(?!.*\b(?:be|been|not)\b)",
    re.IGNORECASE,
)
_ENTITLED = re.compile(
    r"(?:.*[,.;] )?(?P<who>(?:the |an? )?\w[\w ]{0,40}?) (?:may|can|shall|must|(?:is|are) \w+ed to)[:：]",
    re.IGNORECASE | re.DOTALL,
)
_ADDRESSED = {"i": "you", "we": "you"}  # as the reader is


def obliges(question: str, sentence: str) -> bool:
    """Say whether a sentence leads to the duties of whom a question asks them of."""
    asked = _ASKED.fullmatch(question)
    told = _OBLIGED.fullmatch(" ".join(sentence.split())) if asked else None
    if asked is None or told is None:
        return False
    who = (asked["one"] or asked["bound"] or asked["other"]).casefold()
    return _ADDRESSED.get(who, who) == told["who"].casefold()


def who_is_to(question: str, lead: str, item: str) -> tuple[int, int] | None:
    """Return the range of a line, "Together, the Developers may:", that says who does what its item says.

    None where a question asks for nobody, or for what else is done: the item begins with its verb.
    """
    found = _ENTITLED.fullmatch(lead) if _ASKS_WHO.match(question) else None
    done = stems(without_marker(item))[:1]
    if found is None or not done or done[0] not in stems(question):
        return None
    return None if telling_stems(found["who"]) & telling_stems(question) else found.span("who")
