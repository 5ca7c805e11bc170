"""What people say about themselves around a question, "My class is on Hungary. Who …?", is not searched for.

Its words would be looked for in the article in vain: of 18 such questions about articles to measure with, ten
of them answered there, seven of the ten were refused with the preamble and FIXME without it.
"""

import re

from footnote.followup.grammar import ASKING, AUXILIARIES, PREPOSITIONS, TIME_NOUNS, tokens

_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=\S)")
_FIRST_OR_SECOND = r"(?:i(?!\.)|we|me|us|my|our|mine|ours|myself|you|your)(?:['’](?:m|ve|d|ll|re))?"
_COURTESY = (
    r"hi|hello|hey|greetings|(?:good )?(?:morning|afternoon|evening|day)|thanks?|cheers|sorry|excuse|forgive|"
    r"pardon|please|hop(?:e|ing)|quick question|just (?:curious|wondering|back)|great|nice|interesting|"
    r"lovely|ok|okay"
)
_PERSONAL = re.compile(rf"\b{_FIRST_OR_SECOND}\b|^\W*(?:{_COURTESY})\b", re.IGNORECASE)
_LEAD = re.compile(r"(?:anyway|by the way|btw|so|now|well|ok(?:ay)?)\b[,:]?\s+(?=\w)", re.IGNORECASE)
_OPENING = ASKING | AUXILIARIES | PREPOSITIONS | {"any"}
_LEANING = frozenset("he him his she her hers they them their theirs it its this that these those".split())


def without_preamble(question: str) -> str:
    """Return the one question among sentences that only tell of the person who asks, else the whole.

    The whole stays, too, where the question leans on a name that the other sentences have.
    """
    sentences = _SENTENCE.split(question.strip())
    asked = [one for one in sentences if one.endswith("?")]
    if len(asked) != 1 or len(sentences) == 1:
        return question
    rest = [one for one in sentences if one is not asked[0]]
    if not all(_PERSONAL.search(one) for one in rest) or _leans_on(asked[0], rest):
        return question
    core = _LEAD.sub("", asked[0], count=1)
    return core[:1].upper() + core[1:] if tokens(core)[0].lower in _OPENING else question


def _leans_on(asked: str, rest: list[str]) -> bool:
    further = [word for one in rest for word in tokens(one)[1:]]
    named = any(word.capital and word.lower not in TIME_NOUNS for word in further)
    few = sum(word.content for word in tokens(asked)) < 2
    return few or (named and any(word.lower in _LEANING for word in tokens(asked)))
