"""Whose duties are asked for: "What must the tenant do?" wants what stands below "The Tenant shall:"."""

import re

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
_ADDRESSED = {"i": "you", "we": "you"}  # as the reader is


def obliges(question: str, sentence: str) -> bool:
    """Say whether a sentence leads to the duties of whom a question asks them of."""
    asked = _ASKED.fullmatch(question)
    told = _OBLIGED.fullmatch(" ".join(sentence.split())) if asked else None
    if asked is None or told is None:
        return False
    who = (asked["one"] or asked["bound"] or asked["other"]).casefold()
    return _ADDRESSED.get(who, who) == told["who"].casefold()
