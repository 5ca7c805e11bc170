"""A new part is asked, "And Russia’s?", "What about the sixth order?": it takes the like part's place."""

import re

from footnote.followup.grammar.classes import ARTICLES, ASKING, AUXILIARIES, BE_HAVE, PREPOSITIONS, VERBS
from footnote.followup.grammar.forms import is_plural
from footnote.followup.grammar.nouns import TIME_NOUNS
from footnote.followup.grammar.openings import LEADS, ONE_LEAD, lower_first, without_lead
from footnote.followup.grammar.tokens import POSSESSIVE, tokens
from footnote.followup.phrase import Phrase
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
_TIME_NOUN = "|".join(sorted(TIME_NOUNS))
_TIME = re.compile(
    r"(?:(?:in|on|at|during|since|before|after|by) )?"
    rf"(?:(?:this|last|next|the (?:previous|following|same)|that) )(?:{_TIME_NOUN})\b"
    rf"|the (?:{_TIME_NOUN}) (?:before|after)\b"
    r"|(?:(?:in|since|before|after|by|during|on) )?(?:\d\d? )?(?:[A-Z][a-z]+ )?\b(?:1\d|20)\d\d\b"
    r"|\b(?:today|now|yesterday|tomorrow)\b",
    re.IGNORECASE,
)
# What a thing has: it takes the place of another such, and of no thing.
_ATTRIBUTES = frozenset(
    "cost price money budget size weight length height width depth age name date number population colour "
    "color speed distance cause purpose reason result outcome effect".split()
)
_REPLIES = frozenset("thanks thank sorry ok okay wrong nothing never not really later yes no".split())
_UP_TO_YEAR = re.compile(r"(?:in|on|at|during|since|by) (?:\w+ ){0,4}(?:1\d|20)\d\d", re.IGNORECASE)
_LINKED = re.compile(
    r"(?P<link>(?:according|due|thanks|next) to|because of|instead of|out of|\w+) (?P<inner>.+)",
    re.IGNORECASE,
)
_ONE = re.compile(r"(?<=\w) ones?$", re.IGNORECASE)
_INDIRECT = re.compile(
    r"(?P<asks>\w.+ (?:on|about|over|as to)) (?:how|what|when|where|who|whether|why|which) .+", re.IGNORECASE
)
_CLAUSE = re.compile(r"(?:if|when|after|before|because|while|unless|since|until) .+ .+", re.IGNORECASE)
_NAMING = re.compile(
    rf"{LEADS}(?:(?:{'|'.join(sorted(PREPOSITIONS))}) )?(?:who|whom|whose|what|which|where|when)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 7
_LIKE_ENOUGH = 1.5
_SURE = 3.0


def with_new_part(question: str, last: str, *, named_in_answer: bool = False) -> str | None:
    """Return the last question with the new part in it, or None where the question is more than a part.

    Args:
        question: what was asked.
        last: the question before it.
        named_in_answer: the part was taken from the answer; without a like part it is asked about alone.
    """
    part = _new_part(question, last)
    if not part:
        return None
    last = last.rstrip(" ?.!")
    for put in (_owner, _clause, _time, _prepositional, _another, _in_place_of_clause, _like):
        changed = put(part, last)
        if changed:
            return changed[:1].upper() + changed[1:] + "?"
    found = _NEW_PART.fullmatch(question)
    if named_in_answer or _SUBJECT_ONLY.fullmatch(question) or not found or found["guesses"]:
        return None
    if without_lead(last).lower().startswith("why ") and _another_matter(part):
        return f"What about {part}?"  # a reason is one event's, and its words would outweigh the part
    return f"What about {part}: {lower_first(last)}?"


def _new_part(question: str, last: str) -> str:
    """Return the words of a question that has no predicate of its own, or an empty text."""
    found = _NEW_PART.fullmatch(question)
    if found and found["guesses"]:
        return found["part"] if _guesses(found["part"], last) else ""
    if found and found["corrects"]:
        return found["part"] if _corrects(found["part"], last) else ""
    if found and _is_part(found["part"]):
        return found["part"].strip(" ,")
    found = _SUBJECT_ONLY.fullmatch(question)
    named = found and (found["part"][0].isupper() or found["part"].split()[0] in ARTICLES)
    known = found and any(found["part"].startswith(f"{one.text} ") for one in noun_phrases(last))  # "it rare"
    if (
        found
        and named
        and not known
        and _one_phrase(found["part"])
        and _asks_alike(found["asked"] or "", last)
    ):
        return found["part"]
    alone = question.rstrip(" ?")
    if not question.endswith("?") or len(alone.split()) > 3:
        return ""
    named = _one_phrase(alone) and (alone.istitle() or alone[1:].islower())
    if alone[1:].islower() and is_plural(alone):
        alone = alone[:1].lower() + alone[1:]  # "Grey seals?"
    return alone if _TIME.fullmatch(alone) or (named and _best(alone, last)[1] >= _SURE) else ""


def _guesses(part: str, last: str) -> bool:
    """Say whether a name is guessed in a like one's place: not where it may be the answer, and no time."""
    whole = part[0].isupper() and _one_phrase(part)
    return whole and not (noun_phrases(part)[0].time or _NAMING.match(last))


def _asks_alike(asked: str, last: str) -> bool:
    """Say whether the last question opens as "Did Russia?" and "How many did he?" do."""
    first = last.split(maxsplit=1)[0].lower()
    return last.lower().startswith(f"{asked.lower()} ") if asked else first in AUXILIARIES


def _corrects(part: str, last: str) -> bool:
    """Say whether words behind "No," or "I meant" are a name, a time, or much like what the last has."""
    if not _is_part(part) or re.search(r"\bones?\b", part) or part.split()[0].lower() in _REPLIES:
        return False
    named = _one_phrase(part) and part[0].isupper()
    return named or bool(_TIME.fullmatch(part)) or _best(part, last)[1] >= _SURE


def _is_part(part: str) -> bool:
    words = [word.lower for word in tokens(part)]
    if len(words) > 2 and words[0] in {"on", "about"} and words[1] in ASKING:  # "And on how deep it lies?"
        return len(words) <= _MOST_WORDS
    if not words or len(words) > _MOST_WORDS or words[0] in ASKING | AUXILIARIES | {"not"}:
        return False
    clause = bool(_CLAUSE.fullmatch(part))
    return clause or not any(word in ASKING | AUXILIARIES | VERBS for word in words)


def _one_phrase(part: str) -> bool:
    return any(phrase.start == 0 and phrase.end == len(part) for phrase in noun_phrases(part))


def _owner(part: str, last: str) -> str | None:
    """Put "Russia’s" for "Kazakhstan’s", or "Russia" for the Kazakhstan of "of Kazakhstan"."""
    if not POSSESSIVE.search(part) or (part.endswith("s’") and " " in part):
        return None
    phrases = noun_phrases(last)
    owner = next((phrase for phrase in phrases if phrase.possessive), None)
    if owner:
        return last[: owner.start] + part + last[owner.end :]
    of = next((phrase for phrase in phrases if phrase.before == "of"), None)
    return last[: of.start] + POSSESSIVE.sub("", part) + last[of.end :] if of else None


def _clause(part: str, last: str) -> str | None:
    return f"{last} {lower_first(part)}" if _CLAUSE.fullmatch(part) else None


def _time(part: str, last: str) -> str | None:
    """Put a time in the place of the last question's, or at its end."""
    if not _TIME.fullmatch(part) and not _UP_TO_YEAR.fullmatch(part):
        return None
    dated = f"in {part}" if part.isdigit() else lower_first(part)
    old = _TIME.search(last)
    return f"{last[: old.start()].rstrip()} {dated}{last[old.end() :]}" if old else f"{last} {dated}"


def _prepositional(part: str, last: str) -> str | None:
    """Put "in Iraq" in the place of another "in …", or at the end."""
    found = _LINKED.fullmatch(part)
    if not found or (found["link"].lower() not in PREPOSITIONS and " " not in found["link"]):
        return None
    link, inner = found["link"].lower(), found["inner"]
    old = next((p for p in noun_phrases(last) if last[: p.start].lower().endswith(f" {link} ")), None)
    if old is None:
        return f"{last} {lower_first(part)}"
    return last[: old.start] + inner + last[old.end :]


def _another(part: str, last: str) -> str | None:
    """Put "the artificial moss" for "the artificial one" after a question about the grey moss."""
    if not _ONE.search(part):
        return None
    old_one = re.search(r"\b(?:the|this|that) (?:[\w’'-]+ )?ones?\b", last, re.IGNORECASE)
    if old_one:
        return last[: old_one.start()] + part + last[old_one.end() :]
    things = [
        p for p in noun_phrases(last) if p.definite and not (p.time or p.possessive or p.role == "asked")
    ]
    old = next((p for p in things if not p.name), things[0] if things else None)
    if old is None or (old.end == len(last) and last.split(maxsplit=1)[0].lower() in BE_HAVE):
        return None  # "Is the water clean": where the thing ends is not seen
    return last[: old.start] + (part if old.name else _ONE.sub(f" {old.head}", part)) + last[old.end :]


def _in_place_of_clause(part: str, last: str) -> str | None:
    """Put a thing in the place of "how deep it lies" in "Do they agree on how deep it lies?"."""
    clause = _INDIRECT.fullmatch(last)
    return f"{clause['asks']} {part}" if clause and _one_phrase(part) else None


def _like(part: str, last: str) -> str | None:
    """Put a noun phrase in the place of the one most like it."""
    place, score = _best(part, last)
    if place is None or score < _LIKE_ENOUGH or (_attribute(part) and not _attribute(place.head)):
        return None
    owner = re.match(r"\S.*?[’'](?:s)? (?=\w)", place.text)
    start = place.start
    text = part
    if place.role == "asked" or (owner and part.lower().startswith("the ")):
        text = re.sub(r"^(?:the|a|an) ", "", part, flags=re.IGNORECASE)
        start += owner.end() if owner else 0
    return last[:start] + text + ("’s" if place.possessive else "") + last[place.end :]


def _another_matter(part: str) -> bool:
    """Say whether a part is a common noun, "the kids", and none of what a thing has, "the cost"."""
    own = [phrase for phrase in noun_phrases(part) if phrase.start == 0 and phrase.end == len(part)]
    return bool(own) and not own[0].name and not _attribute(part)


def _attribute(words: str) -> bool:
    own = noun_phrases(words)
    last = (own[0].head if own else words.split()[-1]).lower()
    return last in _ATTRIBUTES or last.removesuffix("s") in _ATTRIBUTES


def _best(part: str, last: str) -> tuple[Phrase | None, float]:
    """Return the phrase of the last question that is most like the part, and how like it is."""
    own = max(noun_phrases(part), key=lambda phrase: len(phrase.text), default=None)
    phrases = [phrase for phrase in noun_phrases(last) if not phrase.time and phrase.before != "how"]
    if own is None or not phrases or any(own.text == phrase.text for phrase in phrases):
        return None, 0.0
    # Of equally like phrases the shorter one is replaced: within "the length of a lens", the lens.
    best = max(phrases, key=lambda phrase: (_likeness(own, phrase), -len(phrase.text)))
    return best, _likeness(own, best)


def _likeness(new: Phrase, old: Phrase) -> float:
    same_head = new.head.lower() == old.head.lower()
    shared = 3.0 if same_head else 2.0 if _core(new) & _core(old) else 0.0
    names = 2.0 * (new.name and old.name) - 1.0 * (new.name != old.name)
    kind = 1.0 * (new.name and old.name and new.organisation == old.organisation)
    number = 1.0 * (new.plural == old.plural and not new.name)
    foremost = 0.5 * (old.role in {"asked", "subject"}) + 1.5 * (old.before == "about")
    return shared + names + kind + number + foremost


def _core(phrase: Phrase) -> frozenset[str]:
    """Return the stems of a phrase's words up to the first "of"."""
    own = noun_phrases(phrase.text.split(" of ")[0])
    return own[0].stems if own else frozenset()
