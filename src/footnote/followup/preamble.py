"""What people say of themselves around a question, "My class is on Hungary. Who …?", is not searched for.

The article knows nothing of it, and a question most words of which it does not know is refused.
"""

import re

from footnote.followup.binding import leaning
from footnote.followup.grammar.classes import ASKING, AUXILIARIES, FUNCTION, PREPOSITIONS
from footnote.followup.grammar.tokens import tokens
from footnote.followup.pronouns import with_own_thing

_BOUNDARY = re.compile(r"(?<=[.!?…])\s+(?=[\"“'‘(]?[A-Z])")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Dr|Mr|Mrs|Ms|St|Co|Inc|Ltd|Prof|Gen|Sen|No|vs))\.$")
_FIRST_OR_SECOND = re.compile(r"\b(?:[Ww]e|[Mm]e|us|[Mm]y|[Oo]urs?|myself|[Yy]ou|[Yy]our)\b")
_SAYS_I = re.compile(r"(?:(?P<before>[\w’'-]+),? )?(?<!\.)\bI(?:['’](?:m|ve|d|ll))?\b(?=,? [a-z])")
_BEFORE_I = FUNCTION | frozenset("today yesterday sometimes anyway honestly actually".split())
_GREETING = (
    r"(?:hi|hello|hey|greetings|(?:good )?(?:morning|afternoon|evening|day)|thanks|thank you|cheers|"
    r"sorry|pardon|please|great|nice|interesting|lovely|ok|okay)(?: there| everyone| all| again)?"
)
_ONE_MORE = (
    r"(?:(?:just )?(?:one|another|a|my|the) )?(?:(?:more|last|next|quick|other|final) )?(?:question|thing)"
)
_COURTESY = re.compile(
    rf"\W*(?:{_GREETING}[,.!…]|"
    r"greetings from|happy new year|thanks (?:for|in)|sorry (?:to|for|if)|excuse|forgive|quick question|"
    r"just (?:curious|wondering|back)|hop(?:e|ing)|(?:lovely|nice) weather)",
    re.IGNORECASE,
)
_MATTER = re.compile(  # "I have a question about the seals."
    r"\b(?:questions?|ask|know|read|reading|tell|told|heard|thinking|curious) (?:me |us )?about\b|"
    r"\bI mean(?:t)?\b|"
    # "I know the ferry sank, but did anybody die?"
    r"\b(?:i|we)(?:['’]ve)? (?:know|heard|read|believe|understand) "
    r"(?!(?:the|an) (?:article|text|page|story)\b)(?:that |the |an? |(?-i:[A-Z]))",
    re.IGNORECASE,
)
_BARE_COURTESY = re.compile(rf"(?:{_GREETING}|{_ONE_MORE})", re.IGNORECASE)
_LEAD = re.compile(r"(?:anyway|and|but|by the way|btw|so|now|well|ok(?:ay)?)\b[,:]?\s+(?=\w)", re.IGNORECASE)
# Of people who type small, or end with no mark: where a clause may begin that asks.
_JOINED = r"(?:(?:and|but|so|also|then|ok|well)[, ]+){0,4}"
_VERB_FIRST = rf"(?:{'|'.join(sorted(AUXILIARIES))})"
_CLAUSE = re.compile(
    rf"(?:(?<=[.!…:])\s+{_JOINED}(?=(?:who|whom|whose|which|when|where)\b)|"
    rf"(?<=[.!…,:])\s+{_JOINED}"
    rf"(?=(?:what(?! an?\b)|how|why|(?:which|whose) [a-z]\w*|(?:when|where|who|whom) {_VERB_FIRST}|"
    rf"{_VERB_FIRST} (?!been\b|to\b|no\b)\w+)\b))",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!…]\s+(?=\w)")
_RELATIVE = frozenset("who whom whose".split())  # behind a comma: "my sister, who is ill"
_OF_THE_ASKER = re.compile(
    rf"(?:(?:{_GREETING}|so|and|but|well|anyway)[, ]+){{0,6}}+"
    r"(?:i|i['’](?:m|ve|d)|we|we['’](?:re|ve)|my|our)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:if|when|whenever|unless|whether|once|until|till|before|after|because|although|though)\b", re.I
)
_OPENING = ASKING | AUXILIARIES | PREPOSITIONS | {"any"}


def without_preamble(question: str) -> str:
    """Return the one question among what only tells of the person who asks, else the whole.

    The whole stays, too, where the question may lean on what the other sentences name; what it leans on is
    put in its place where that is a thing of the asker's.
    """
    typed = question.strip()
    sentences = _sentences(typed)
    asked = [one for one in sentences if one.endswith("?")]
    if len(asked) == 1 and len(sentences) > 1:
        rest = [one for one in sentences if one is not asked[0]]
        if all(map(_tells_of_the_asker, rest)):
            return _alone(asked[0], rest) or question
    behind = _last_clause(typed)
    return (_alone(behind[1], [behind[0]]) if behind else "") or question


def _last_clause(typed: str) -> tuple[str, str] | None:
    """Return what the asker tells of himself and the clause behind it that asks, if there is one."""
    for found in _CLAUSE.finditer(typed):
        rest, asked = typed[: found.start()], typed[found.end() :]
        comma = rest.endswith(",")
        relative = tokens(asked)[0].lower in _RELATIVE and not asked.endswith("?")
        if comma and len(_SENTENCE.split(asked)) > 1:
            continue  # the question comes later
        if "?" not in rest and not (comma and relative) and _is_aside(rest, joined=comma):
            return rest, asked
    return None


def _is_aside(rest: str, *, joined: bool) -> bool:
    """Say whether words in front of a question are courtesies, and then only what the asker tells of himself.

    ``joined`` by a comma, a last condition belongs to the question: "I am late, and if it rains, is it …".
    """
    parts = [part for part in re.split(r"[.!…,:]+\s*", rest) if part]
    told = [part for part in parts if not _BARE_COURTESY.fullmatch(part)]
    if _MATTER.search(rest) or (joined and parts and _CONDITION.search(parts[-1])):
        return False
    return not told or bool(_OF_THE_ASKER.match(told[0]))


def _alone(asked: str, rest: list[str]) -> str:
    """Return a question without what was told in front of it, or an empty text where it needs that."""
    lead = _LEAD.match(asked)
    core = asked[lead.end() :] if lead else asked
    if _may_lean(core, rest):
        core = with_own_thing(core, " ".join(_COURTESY.sub("", one, count=1) for one in rest))
    if not core or tokens(core)[0].lower not in _OPENING or sum(word.content for word in tokens(core)) < 2:
        return ""
    return core[:1].upper() + core[1:]


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
    named = any(word.content for one in rest for word in tokens(_COURTESY.sub("", one, count=1)))
    return named and any(True for _ in leaning(asked, tokens(asked)))
