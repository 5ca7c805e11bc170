"""What people say of themselves around a question, "My class is on Hungary. Who …?", is not searched for.

The article knows nothing of it, and a question most words of which it does not know is refused.
"""

import re

from footnote.followup.binding import leaning
from footnote.followup.grammar import ASKING, AUXILIARIES, FUNCTION, PREPOSITIONS, tokens

_BOUNDARY = re.compile(r"(?<=[.!?…])\s+(?=[\"“'‘(]?[A-Z])")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Dr|Mr|Mrs|Ms|St|Co|Inc|Ltd|Prof|Gen|Sen|No|vs))\.$")
_FIRST_OR_SECOND = re.compile(r"\b(?:[Ww]e|[Mm]e|us|[Mm]y|[Oo]urs?|myself|[Yy]ou|[Yy]our)\b")
_SAYS_I = re.compile(r"(?:(?P<before>[\w’'-]+),? )?(?<!\.)\bI(?:['’](?:m|ve|d|ll))?\b(?=,? [a-z])")
_BEFORE_I = FUNCTION | frozenset("today yesterday sometimes anyway honestly actually".split())
_COURTESY = re.compile(
    r"\W*(?:(?:hi|hello|hey|greetings|(?:good )?(?:morning|afternoon|evening|day)|thanks|thank you|cheers|"
    r"sorry|pardon|please|great|nice|interesting|lovely|ok|okay)(?: there| everyone| all| again)?[,.!…]|"
    r"greetings from|happy new year|thanks (?:for|in)|sorry (?:to|for|if)|excuse|forgive|quick question|"
    r"just (?:curious|wondering|back)|hop(?:e|ing)|(?:lovely|nice) weather)",
    re.IGNORECASE,
)
_MATTER = re.compile(  # "I have a question about the seals."
    r"\b(?:questions?|ask|know|read|reading|tell|told|heard|thinking|curious) (?:me |us )?about\b|"
    r"\bI mean(?:t)?\b",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:anyway|by the way|btw|so|now|well|ok(?:ay)?)\b[,:]?\s+(?=\w)", re.IGNORECASE)
_OPENING = ASKING | AUXILIARIES | PREPOSITIONS | {"any"}


def without_preamble(question: str) -> str:
    """Return the one question among sentences that only tell of the person who asks, else the whole.

    The whole stays, too, where the question may lean on what the other sentences name.
    """
    sentences = _sentences(question.strip())
    asked = [one for one in sentences if one.endswith("?")]
    if len(asked) != 1 or len(sentences) == 1:
        return question
    rest = [one for one in sentences if one is not asked[0]]
    if not all(map(_tells_of_the_asker, rest)) or _may_lean(asked[0], rest):
        return question
    lead = _LEAD.match(asked[0])
    core = asked[0][lead.end() :] if lead else asked[0]
    return core[:1].upper() + core[1:] if tokens(core)[0].lower in _OPENING else question


def _sentences(text: str) -> list[str]:
    """Return a text's sentences, not cut behind an initial or a title."""
    sentences = [""]
    for part in _BOUNDARY.split(text):
        last = sentences[-1]
        sentences[-1:] = [f"{last} {part}".strip()] if _ABBREVIATED.search(last) or not last else [last, part]
    return sentences


def _tells_of_the_asker(sentence: str) -> bool:
    if _MATTER.search(sentence):
        return False
    by_name = (found["before"] for found in _SAYS_I.finditer(sentence))  # not "Elizabeth I was"
    says_i = any(not before or before.lower() in _BEFORE_I or before[0].islower() for before in by_name)
    return says_i or bool(_FIRST_OR_SECOND.search(sentence) or _COURTESY.match(sentence))


def _may_lean(asked: str, rest: list[str]) -> bool:
    words = tokens(asked)
    named = any(word.content for one in rest for word in tokens(_COURTESY.sub("", one, count=1)))
    leans = named and any(True for _ in leaning(asked, words))
    return leans or sum(word.content for word in words) < 2
