"""A question that has no predicate of its own is a new part: "And Russia’s?", "Did Russia?", "I meant …"."""

import re

from footnote.followup.ellipsis.likeness import most_like, one_phrase
from footnote.followup.ellipsis.times import is_time
from footnote.followup.grammar.classes import ARTICLES, ASKING, AUXILIARIES, PREPOSITIONS, VERBS
from footnote.followup.grammar.forms import is_plural
from footnote.followup.grammar.openings import LEADS, ONE_LEAD
from footnote.followup.grammar.tokens import tokens
from footnote.followup.phrases import noun_phrases

_NEW_PART = re.compile(
    rf"{LEADS}(?:what about|how about|and|or|but|(?:and |the )?same (?:question |thing )?for|"
    r"(?P<guesses>(?:was|is)(?:n['’]t| not)? it(?: not)?)|"
    r"(?P<corrects>(?:no,? )?i mean(?:t)?|sorry,|no,|not [\w’'-]+(?: [\w’'-]+)?,(?: but)?))\s+"
    r"(?P<part>[^?]+?)(?: then)?\s*[?.!…]*",
    re.IGNORECASE,
)
_SUBJECT_ONLY = re.compile(
    rf"{ONE_LEAD}(?:(?P<asked>how (?:many|much)) )?"
    r"(?:is|are|was|were|did|does|do|will|would|has|have|had|can|could) (?P<part>[^?]+)\?",
    re.IGNORECASE,
)
_REPLIES = frozenset("thanks thank sorry ok okay wrong nothing never not really later yes no".split())
_CLAUSE = re.compile(r"(?:if|when|after|before|because|while|unless|since|until) .+ .+", re.IGNORECASE)
_NAMING = re.compile(
    rf"{LEADS}(?:(?:{'|'.join(sorted(PREPOSITIONS))}) )?(?:who|whom|whose|what|which|where|when)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 7
_SURE = 3.0


def new_part(question: str, last: str) -> str:
    """Return the words of a question that has no predicate of its own, or an empty text."""
    found = _NEW_PART.fullmatch(question)
    if found and found["guesses"]:
        return found["part"] if _guesses(found["part"], last) else ""
    if found and found["corrects"]:
        meant = "mean" in found["corrects"].lower() and _is_bare_name(found["part"], last)
        return found["part"] if meant or _corrects(found["part"], last) else ""
    if found and _is_part(found["part"]):
        return found["part"].strip(" ,")
    return _subject(question, last) or _alone(question, last)


def _subject(question: str, last: str) -> str:
    """Return the subject of which the same is asked, "Did Russia?", or an empty text."""
    found = _SUBJECT_ONLY.fullmatch(question)
    if not found:
        return ""
    part: str = found["part"].strip()
    named = part[:1].isupper() or part.split(" ", 1)[0] in ARTICLES
    known = any(part.startswith(f"{one.text} ") for one in noun_phrases(last))  # "it rare"
    alike = named and not known and one_phrase(part) and _asks_alike(found["asked"] or "", last)
    return part if alike else ""


def _alone(question: str, last: str) -> str:
    """Return a time or a name, or what is like enough, that stands for a whole question: "Grey seals?"."""
    alone = question.rstrip(" ?")
    if not question.endswith("?") or len(alone.split()) > 3:
        return ""
    named = one_phrase(alone) and (alone.istitle() or alone[1:].islower())
    if alone[1:].islower() and is_plural(alone):
        alone = alone[:1].lower() + alone[1:]  # "Grey seals?"
    return alone if is_time(alone) or (named and most_like(alone, last)[1] >= _SURE) else ""


def is_introduced(question: str) -> bool:
    """Say whether a part has "what about" or the like in front: no guess, and no subject alone."""
    found = _NEW_PART.fullmatch(question)
    return bool(found and not found["guesses"] and not _SUBJECT_ONLY.fullmatch(question))


def _guesses(part: str, last: str) -> bool:
    """Say whether a name is guessed in a like one's place: not where it may be the answer, and no time."""
    whole = part[0].isupper() and one_phrase(part)
    return whole and not (noun_phrases(part)[0].time or _NAMING.match(last))


def _asks_alike(asked: str, last: str) -> bool:
    """Say whether the last question opens as "Did Russia?" and "How many did he?" do."""
    first = last.split(maxsplit=1)[0].lower()
    return last.lower().startswith(f"{asked.lower()} ") if asked else first in AUXILIARIES


def _corrects(part: str, last: str) -> bool:
    """Say whether words behind "No," or "I meant" are a name, a time, or much like what the last has."""
    if not _is_part(part) or re.search(r"\bones?\b", part) or part.split()[0].lower() in _REPLIES:
        return False
    named = one_phrase(part) and part[0].isupper()
    return named or is_time(part) or most_like(part, last)[1] >= _SURE


def _is_bare_name(part: str, last: str) -> bool:
    """Say whether one word may be a name in small letters, as the last question has one: "I meant etch"."""
    return bool(re.fullmatch(r"[a-z]\w+", part)) and any(one.bare_name for one in noun_phrases(last))


def _is_part(part: str) -> bool:
    words = [word.lower for word in tokens(part)]
    if len(words) > 2 and words[0] in {"on", "about"} and words[1] in ASKING:  # "And on how deep it lies?"
        return len(words) <= _MOST_WORDS
    if not words or len(words) > _MOST_WORDS or words[0] in ASKING | AUXILIARIES | {"not"}:
        return False
    return is_clause(part) or not any(word in ASKING | AUXILIARIES | VERBS for word in words)


def is_clause(part: str) -> bool:
    """Say whether a part is a clause: "if it rains", and not "after the war"."""
    return bool(_CLAUSE.fullmatch(part)) and not one_phrase(part.partition(" ")[2])
