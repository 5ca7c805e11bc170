"""What a question counts or picks out, as a noun phrase: "the cadets that graduated"."""

import re

from footnote.followup.grammar.classes import BE_HAVE, DO, VERBS
from footnote.followup.phrases import noun_phrases


def asked_phrase(question: str) -> str:
    """Return what a question counts or picks out: "the cadets that graduated", of a subject, else the noun.

    Empty where no noun stands behind an opening "which", "what" or "how many".
    """
    found = re.match(r"(?:which|what|how many)\s+(?:of\s+)?", question, re.IGNORECASE)
    asked = [phrase for phrase in noun_phrases(question) if found and phrase.start == found.end()]
    if not found or not asked:
        return ""
    phrase, rest = asked[0], question[asked[0].end :].strip(" ?")
    first = rest.split(maxsplit=1)[0].lower() if rest else ""
    noun = re.sub(r"^(?:the|of the)\s+", "", phrase.text)
    inverted = first in DO or (first in BE_HAVE and not _participle_follows(rest))
    return f"the {noun}" if inverted or not rest else f"the {noun} that {rest}"


def _participle_follows(rest: str) -> bool:
    following = rest.split()[1:2]
    return bool(following) and (
        following[0].endswith(("ed", "ing")) or following[0].lower() in VERBS | {"been"}
    )
