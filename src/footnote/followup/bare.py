"""Bare questions, "Why?", "When was that?", "Who said that?": the last turn is asked anew."""

import re

from footnote.followup.antecedents import antecedent
from footnote.followup.grammar.classes import ASKING, AUXILIARIES, PREPOSITIONS, SUBJECTS, VERBS
from footnote.followup.grammar.forms import stem
from footnote.followup.grammar.nouns import TIME_NOUNS
from footnote.followup.grammar.openings import LEADS, lower_first
from footnote.followup.grammar.tokens import tokens
from footnote.followup.more import more_about, wants_more
from footnote.followup.phrases import noun_phrases
from footnote.followup.statement import about_the_statement, clause, goes_on, spelled_out
from footnote.followup.turns import Turn

_PREPOSITION = r"(?:(?:for|in|at|on|by|from|to|with|since|until|till|under|of|during|about|against) )?"
_DEGREE = "long|much|many|often|far|old|big|high|deep|tall|wide|fast|large|soon|late|early|come|so|exactly"
_HOW = rf"how(?: (?:{_DEGREE}))?"
_ASKED = rf"{_PREPOSITION}(?:why|when|where|who|whom|what|which|whose|{_HOW})"
_BARE = re.compile(rf"{LEADS}(?P<asked>{_ASKED})(?P<more>(?: [\w’'-]+){{0,3}})\s*[?.!…]*", re.IGNORECASE)
_EVENT = re.compile(
    rf"{LEADS}(?P<asked>when|where|why|how|since when|how long ago|(?:in|on|at) (?:which|what) \w+)"
    r"(?:\s+(?:was|is|were|did|does|do|will|would|has|had)|[’']s)"
    r"\s+(?P<pointing>that|this|all that|all this|it)"
    r"(?:\s+(?P<happened>happen(?:ed|ing)?|occur(?:red)?|take place|taken place|be|been|come about|"
    r"come to be|announced|decided|reported|done|the case|so))?\s*\?*",
    re.IGNORECASE,
)
# "Does it say why?", "Can you tell me when that was?", "Why though?", and what is the same as "Why?".
_INDIRECT = re.compile(
    rf"^{LEADS}(?:(?:does|did) (?:it|this|that|the \w+) (?:say|mention|tell(?: us)?|explain)|"
    r"(?:can|could|do) you (?:please )?(?:tell me|know|say|explain)|(?:i wonder|tell me|exactly)) "
    rf"(?P<asked>{_ASKED}\b.*?)(?: (?:that|this|it) (?:is|was|did|happened|happens))?(?=\s*[?.!…]*$)|"
    r"(?<=\w) though(?=\W*$)",
    re.IGNORECASE,
)
_REASON = re.compile(
    rf"^{LEADS}(?:(?:does|did) (?:it|the \w+) (?:give|mention|say|state) |"
    r"(?:what(?:['’]s| is| was| were| are)|for what) )?"
    r"(?:(?:the|a|its) )?reasons?(?: (?:for|behind|of) (?:that|this|it))?(?=\s*\?*$)",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"(?:when|where|why|how|since when|how long|how often|until when|how soon|"
    r"(?:in|on|at|for) (?:which|what) \w+|for how long|how come)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:when|where|why|how|since when|(?:in|on|at) (?:which|what) \w+) (?=(\w+))", re.IGNORECASE
)
_CONTENTLESS = re.compile(
    rf"{LEADS}what(?: (?:has|had|was))? happen(?:ed|ing)(?: here| there)?", re.IGNORECASE
)
_STRANDED = frozenset("for with from to at in on by until since".split())  # "How long for?"
_EXTRA = frozenset("not exactly else so come then ones one ago".split())
_UNSAID = frozenset("people money percent".split())  # may be of whatever was spoken of
_NEGATIVE = re.compile(r"\b(?:no|not|never|cannot|nobody|none|neither)\b|n[’']t\b", re.IGNORECASE)
_SHORT = 14  # words of an answer that is asked anew instead of its question


def asked_anew(question: str, turn: Turn) -> str | None:
    """Return the last turn's question with what is asked now, or None where the question is no bare one."""
    if wants_more(question) or goes_on(question, turn):
        return more_about(turn) or None
    about = about_the_statement(question, turn)
    if about:
        return about
    question = _REASON.sub("why", _INDIRECT.sub(r"\g<asked>", question))
    asked = _dated(_bare_word(question)) or _of_event(question, turn)
    if _brings_its_matter(asked, turn):
        return None
    if asked == "where" and turn.question.lower().startswith("where "):
        place = antecedent("place", turn, question)
        return f"Where is {place.partition(' ')[2]}?" if place else None
    return _ask(asked, turn) if asked else None


def _bare_word(question: str) -> str:
    """Return "for which months" of "And for which months?", or an empty text where there is a predicate."""
    found = _BARE.fullmatch(question)
    if not found:
        return ""
    more = found["more"].split()
    if len(more) == 1 and more[0].lower() in _STRANDED and found["asked"].split()[0].lower() in ASKING:
        return _with_preposition(found["asked"].lower(), more[0].lower())
    counts = bool(re.search(r"(?:which|what|whose|how much|how many)$", found["asked"], re.IGNORECASE))
    fits = all(word.lower() in _EXTRA for word in more) or (counts and _is_noun(found["more"].strip()))
    return " ".join([found["asked"].lower(), *more]) if fits else ""


def _dated(asked: str) -> str:
    """Return "in which year" for "which year"."""
    found = re.fullmatch(r"(?:which|what) (?:(?:year|month|decade|century)|(?P<day>day|date))", asked)
    return f"{'on' if found['day'] else 'in'} {asked}" if found else asked


def _brings_its_matter(asked: str, turn: Turn) -> bool:
    """Say whether "how many signatures" counts what the last question did not ask about."""
    counted = re.fullmatch(r"how (?:many|much) (?:\w+ )?(\w+)", asked)
    if counted is None or counted[1] in _EXTRA | TIME_NOUNS | _UNSAID:
        return False
    return not any(stem(counted[1]) in phrase.stems for phrase in noun_phrases(turn.question))


def _with_preposition(asked: str, stranded: str) -> str:
    """Return "for how long" of "how long for"; "what for" is "why"."""
    return "why" if (asked, stranded) == ("what", "for") else f"{stranded} {asked}"


def _is_noun(words: str) -> bool:
    """Say whether one or two words without a capital are a noun phrase and hold no verb."""
    closed = AUXILIARIES | VERBS | PREPOSITIONS
    plain = all(
        word.lower() not in closed and re.fullmatch(r"[a-z-]+(?<!ed)", word) for word in words.split()
    )
    whole = any(phrase.end - phrase.start == len(words) for phrase in noun_phrases(f"the {words}")) or any(
        phrase.text == f"the {words}" for phrase in noun_phrases(f"the {words}")
    )
    return plain and whole and len(words.split()) <= 2


def _of_event(question: str, turn: Turn) -> str:
    """Return "when" of "When was that?"; "it" counts only where the last question was about an event."""
    found = _EVENT.fullmatch(question)
    if not found:
        return ""
    placed = found["asked"].lower() == "where" and found["pointing"].lower() == "it"  # a thing is asked for
    if placed and not found["happened"]:
        return ""
    event = bool(found["happened"]) or found["pointing"].lower() != "it"
    return found["asked"].lower() if event or _about_event(turn.question) else ""


def _about_event(question: str) -> bool:
    first = question.split(maxsplit=1)[0].lower() if question else ""
    return first in AUXILIARIES or bool(_OPENING.match(question))


def _ask(asked: str, turn: Turn) -> str:
    """Ask the last turn's event for something else: in its question's words, or in the answer's."""
    last = turn.question.rstrip(" ?.!")
    untold = turn.further or _CONTENTLESS.fullmatch(last)
    if untold and _ADVERBIAL.fullmatch(asked) and turn.statement:
        return f"{asked.capitalize()} was it that {clause(turn)}?"
    return _for_another_count(asked, last) or _of_its_event(asked, last, turn) or f"{last}, and {asked}?"


def _for_another_count(asked: str, last: str) -> str:
    """Return "Which months did it rain?" for "which months" after "How many months did it rain?"."""
    counted = re.match(r"(how many|how much|which|what) (.+)", asked)
    if not counted or not last.lower().startswith(f"{counted[1]} ") or not noun_phrases(last):
        return ""
    old, new = noun_phrases(last)[0], noun_phrases(asked)
    same = bool(new) and stem(old.head) == stem(new[0].head)
    return f"{last[: old.start]}{counted[2]}{last[old.end :]}?" if same else ""


def _of_its_event(asked: str, last: str, turn: Turn) -> str:
    """Return "When did the drone fly?" for "when" after "Where did the drone fly?"."""
    why = asked.startswith(("why", "how come"))
    if why and (inverted := _inverted(turn)):
        return f"Why {inverted}?"
    if not (why or _ADVERBIAL.fullmatch(asked)):
        return ""
    word = "why" if why else asked
    if last.split(maxsplit=1)[0].lower() in AUXILIARIES:
        negative = why and (asked.endswith("not") or _NEGATIVE.search(turn.statement or turn.answer))
        return f"{word.capitalize()} {_negated(last) if negative else lower_first(last)}?"
    opening = _OPENING.match(last)
    if opening and opening[1].lower() in AUXILIARIES and opening[0].split()[0].lower() != word:
        return f"{word.capitalize()} {last[opening.end() :]}?"
    return ""


def _inverted(turn: Turn) -> str:
    """Return "is Kazakhstan against it" for a short answer "Kazakhstan is against it", else nothing."""
    if len(turn.statement.split()) > _SHORT:
        return ""
    statement = spelled_out(turn)
    subject = next((p for p in noun_phrases(statement) if p.start == 0 and not p.possessive), None)
    auxiliary, _, rest = statement[subject.end :].strip().partition(" ") if subject else ("", "", "")
    if subject is None or auxiliary not in AUXILIARIES or not rest:
        return ""
    return f"{auxiliary} {lower_first(subject.text)} {rest}"


def _negated(question: str) -> str:
    """Return "did the drone not fly" for "Did the drone fly"."""
    if _NEGATIVE.search(question):
        return lower_first(question)
    opening = tokens(question)[1:2]
    if opening and opening[0].lower in SUBJECTS:
        return lower_first(question[: opening[0].end]) + " not" + question[opening[0].end :]
    subject = next((phrase for phrase in noun_phrases(question) if not phrase.possessive), None)
    if subject is None:
        return lower_first(question)
    return lower_first(question[: subject.end]) + " not" + question[subject.end :]
