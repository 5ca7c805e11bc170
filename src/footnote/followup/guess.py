"""A time that is guessed, "Was it June?" after "When did she arrive?", is asked for: "Did she … in June?"."""

import re

from footnote.followup.grammar.classes import AUXILIARIES
from footnote.followup.grammar.forms import is_plural
from footnote.followup.grammar.openings import LEADS
from footnote.followup.phrases import noun_phrases

_GUESS = re.compile(
    rf"{LEADS}(?:was|is)(?:n['’]t| not)? it(?: not)? "
    r"(?P<link>(?:in|on|at|before|after|around|about|during|since|by|until) )?(?P<time>[^?]+?)\s*[?.!…]*",
    re.IGNORECASE,
)
_WHEN = re.compile(rf"{LEADS}when (?=(\w+))", re.IGNORECASE)
_MAY = re.compile(r"(?:\d\d? )?May(?: \d+)?")  # a month that looks like a verb
_OF_YEAR = 4  # digits
_DAY = re.compile(r"\b\d\d?\b|\b[a-z]+day\b", re.IGNORECASE)
_RELATIVE = re.compile(r"(?:last|this|next|that|yesterday|today|tomorrow)\b", re.IGNORECASE)
_UNDATED = frozenset("time date age moment period way reason extent".split())


def guessed_time(question: str, last: str) -> str:
    """Return the last question, which asked when, with a guessed time in it; empty where none is guessed."""
    guess, when = _GUESS.fullmatch(question), _WHEN.match(last)
    if not guess or not when or when[1].lower() not in AUXILIARIES or not _is_time(guess["time"]):
        return ""
    asked = last[when.end() :].rstrip(" ?.!")
    link, time = guess["link"] or _link(guess["time"]), guess["time"]
    return f"{asked[:1].upper()}{asked[1:]} {link.lower()}{time}?"


def _link(time: str) -> str:
    if _RELATIVE.match(time):
        return ""
    return "on " if _DAY.search(time) else "in "


def _is_time(words: str) -> bool:
    if words.isdigit():
        return len(words) == _OF_YEAR
    dated = [one for one in noun_phrases(words)[:1] if one.time and one.head.lower() not in _UNDATED]
    whole = any(phrase.text == words and not is_plural(phrase.head) for phrase in dated)
    return whole or bool(_MAY.fullmatch(words))
