"""A new part is put in the place of the like part of the question before, or at its end."""

import re

from footnote.followup.ellipsis.likeness import attribute, most_like, one_phrase
from footnote.followup.ellipsis.part import is_clause
from footnote.followup.ellipsis.times import with_time
from footnote.followup.grammar.classes import BE_HAVE, PREPOSITIONS
from footnote.followup.grammar.openings import lower_first
from footnote.followup.grammar.tokens import POSSESSIVE
from footnote.followup.phrases import noun_phrases

_LINKED = re.compile(
    r"(?P<link>(?:according|due|thanks|next) to|because of|instead of|out of|\w+) (?P<inner>.+)",
    re.IGNORECASE,
)
_ONE = re.compile(r"(?<=\w) ones?$", re.IGNORECASE)
_INDIRECT = re.compile(
    r"(?P<asks>\w.+ (?:on|about|over|as to)) (?:how|what|when|where|who|whether|why|which) .+", re.IGNORECASE
)
_COMPARATIVE = r"(?:(?:more|less) \w+|worse|\w+er)"
_OPPOSITES = {"against": "for", "for": "against", "without": "with"}
_LIKE_ENOUGH = 1.5


def put_in_place(part: str, last: str) -> str | None:
    """Return the last question with the part in it, or None where it has no place for that."""
    for put in _PUTS:
        changed = put(part, last)
        if changed:
            return changed
    return None


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
    return f"{last} {lower_first(part)}" if is_clause(part) else None


def _instead(part: str, last: str) -> str | None:
    """Put "against" in the place of the last "for"."""
    before, old, behind = last.rpartition(f" {_OPPOSITES.get(part.lower(), part)} ")
    return f"{before} {part.lower()} {behind}" if old and part.lower() in _OPPOSITES else None


def _prepositional(part: str, last: str) -> str | None:
    """Put "in Iraq" in the place of another "in …", or at the end."""
    found = _LINKED.fullmatch(part)
    if not found or (found["link"].lower() not in PREPOSITIONS and " " not in found["link"]):
        return None
    link, inner = found["link"].lower(), found["inner"]
    if inner in last:  # it is another question: "What did Perens do?", "And after Perens?"
        return None
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


def _comparative(part: str, last: str) -> str | None:
    """Put "cheaper" in the place of "better" in "Is it better than the old one?"."""
    old = re.search(rf"\b{_COMPARATIVE}(?= than\b)", last, re.IGNORECASE)
    if not old or not re.fullmatch(_COMPARATIVE, part, re.IGNORECASE):
        return None
    return last[: old.start()] + part + last[old.end() :]


def _in_place_of_clause(part: str, last: str) -> str | None:
    """Put a thing in the place of "how deep it lies" in "Do they agree on how deep it lies?"."""
    clause = _INDIRECT.fullmatch(last)
    return f"{clause['asks']} {part}" if clause and one_phrase(part) else None


def _like(part: str, last: str) -> str | None:
    """Put a noun phrase in the place of the one most like it."""
    place, score = most_like(part, last)
    if place is None or score < _LIKE_ENOUGH or (attribute(part) and not attribute(place.head)):
        return None
    owner = re.match(r"\S.*?[’'](?:s)? (?=\w)", place.text)
    start = place.start
    text = part
    if place.role == "asked" or (owner and part.lower().startswith("the ")):
        text = re.sub(r"^(?:the|a|an) ", "", part, flags=re.IGNORECASE)
        start += owner.end() if owner else 0
    return last[:start] + text + ("’s" if place.possessive else "") + last[place.end :]


_PUTS = (
    _owner,
    _clause,
    with_time,
    _instead,
    _prepositional,
    _another,
    _comparative,
    _in_place_of_clause,
    _like,
)
