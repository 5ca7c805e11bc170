"""What was not yet told of the last question's matter: "Tell me more", "Explain that", "What else?"."""

import re

from footnote.followup.antecedents import topic
from footnote.followup.grammar.openings import lower_first
from footnote.followup.phrases import noun_phrases
from footnote.followup.said import asks_for_person
from footnote.followup.turns import Turn

_MOST_NAMED = 3
_REQUEST = "Tell me more about "
_LONGEST = 100  # code points
_IT = r"(?:it|that|this|the answer|what you (?:said|mean))"
_PLEASE = r"(?:(?:please|ok(?:ay)?|and|so|but|then|just|can you|could you|would you|will you)[, ]+)*"
_FURTHER = r"(?: (?:further|better|again|more|simply|simpler?|in|words|terms|details?|to|me))*"
_DETAILS = r"(?:(?:some |any |a few )?(?:more |further )?(?:details?|information|info|context|background))"
_MORE = re.compile(
    rf"{_PLEASE}(?:"
    rf"(?:tell|show) me more|say more|go on|continue|more|keep going|any ?thing (?:else|more)|is there more|"
    rf"(?:(?:give|tell) me |i (?:want|need) )?{_DETAILS}|in more detail|"
    rf"(?:elaborate|expand)(?: on {_IT})?|(?:explain|clarify)(?: {_IT})?|"
    rf"i (?:do not|don['’]t|did not|didn['’]t) (?:understand|get)(?: {_IT})?|"
    rf"what (?:do you|does {_IT}|did you) mean(?: by {_IT})?|what else(?: does (?:it|the \w+) say)?|"
    rf"such as|like what|for (?:example|instance)|e\.?g|meaning|how so|anyone else|"
    rf"any others?|(?:give me |have you )?(?:an|another) example|(?:and|huh)(?=\s*[?.!…]*$)"
    rf")(?: (?:about|on|of) {_IT})?{_FURTHER}(?:,? please)?\s*[?.!…]*",
    re.IGNORECASE,
)


_LISTING = re.compile(r"(?:please )?(?:list|name|enumerate) (?:me )?(?:all|the)\b", re.IGNORECASE)


def wants_more(question: str) -> bool:
    """Say whether one wants to be told more of what was just told, and names nothing that is new."""
    return len(question) <= _LONGEST and bool(_MORE.fullmatch(question.strip()))


def more_about(turn: Turn) -> str:
    """Return a request for more of a turn's matter, the same where it was one; empty where it has none."""
    if turn.question.startswith(_REQUEST) or _LISTING.match(turn.question):
        return turn.question
    first = topic(turn)
    if not first or asks_for_person(turn.question):
        return f"{_REQUEST}{first}." if first else ""
    further = [phrase.text.removeprefix("about ") for phrase in noun_phrases(turn.question)]
    named = list(dict.fromkeys([first, *(lower_first(one) for one in further if one not in first)]))
    *others, last = named[:_MOST_NAMED]
    return f"{_REQUEST}{', '.join(others)} and {last}." if others else f"{_REQUEST}{last}."
